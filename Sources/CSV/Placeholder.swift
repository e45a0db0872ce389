/// CSV
