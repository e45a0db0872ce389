import Glibc

/// The two streams that people and programs read.
enum Console {
    /// Writes to standard output, for commands whose output is text. A reader that went away is no error.
    static func print(_ text: String) { write(text, to: STDOUT_FILENO) }

    /// Writes a message to standard error, in one piece so that lines of several processes don't mix.
    static func report(_ message: String) { write("weir: \(message)\n", to: STDERR_FILENO) }

    static func write(_ text: String, to descriptor: Int32) {
        var text = text
        text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while !rest.isEmpty {
                let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
                if count < 0 && errno == EINTR { continue }
                if count <= 0 { return }
                rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
            }
        }
    }

    /// A number with commas between its thousands.
    static func grouped(_ number: Int) -> String {
        let digits = String(number)
        var text = ""
        for (i, digit) in digits.enumerated() {
            if i > 0 && (digits.count - i) % 3 == 0 { text += "," }
            text.append(digit)
        }
        return text
    }

    /// `1 hit`, `2,000 hits`
    static func count(_ number: Int, _ singular: String, _ plural: String) -> String {
        "\(grouped(number)) \(number == 1 ? singular : plural)"
    }

    /// A number with two decimals.
    static func decimals(_ number: Double) -> String {
        let hundredths = Int((number * 100).rounded())
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}
