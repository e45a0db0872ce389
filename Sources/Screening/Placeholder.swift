/// Screening
