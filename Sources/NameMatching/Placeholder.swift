/// NameMatching
