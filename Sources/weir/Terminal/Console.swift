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

    /// A number of 0 or more with so many decimals.
    static func decimals(_ number: Double, _ count: Int = 2) -> String {
        var unit = 1
        for _ in 0..<count { unit *= 10 }
        let whole = Int((number * Double(unit)).rounded())
        let rest = String(whole % unit)
        return "\(whole / unit)." + String(repeating: "0", count: count - rest.count) + rest
    }

    /// A name above what is said of it: in one line, of no more than a screen's width or two.
    static func heading(_ name: String) -> String {
        name.isEmpty ? "(empty)" : TextTable.cut(printable(name), at: 160)
    }

    /// What is said below the heading of a name in which there is nothing to go by.
    static let nothingRead = "  no letter or digit: nothing that could match\n"

    /// Text that others wrote as a terminal may show it: control codes, which could move or recolour what stands
    /// there, and marks that turn the direction of what follows are spelled out.
    static func printable(_ text: String) -> String {
        var shown = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069:
                shown.append(
                    contentsOf: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".unicodeScalars)
            default: shown.append(scalar)
            }
        }
        return String(shown)
    }
}
