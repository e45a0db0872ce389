import Glibc

/// Seconds since some moment, for differences.
func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// A number with as many decimals.
func fixed(_ value: Double, _ decimals: Int) -> String {
    guard value.isFinite else { return "–" }
    let scale = pow(10, Double(decimals))
    let whole = Int((abs(value) * scale).rounded())
    let sign = value < 0 && whole > 0 ? "-" : ""
    guard decimals > 0 else { return "\(sign)\(whole)" }
    let digits = "\(whole)"
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    return "\(sign)\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
}

/// A whole number with commas between thousands.
func grouped(_ value: Double) -> String {
    guard value.isFinite else { return "–" }
    let digits = Array("\(Int(value.rounded()))")
    var text = ""
    for (place, digit) in digits.enumerated() {
        if place > 0 && (digits.count - place) % 3 == 0 { text += "," }
        text.append(digit)
    }
    return text
}

func grouped(_ value: Int) -> String { grouped(Double(value)) }

/// The day, as in 2026-11-24.
func today() -> String {
    var seconds = time(nil)
    var parts = tm()
    localtime_r(&seconds, &parts)
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(1_900 + Int(parts.tm_year))-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
}
