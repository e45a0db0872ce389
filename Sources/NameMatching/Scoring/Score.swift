/// How strongly a name speaks for a listed name, from 0 (nothing in common) to 1 (the same name).
///
/// Kept as a whole number of ten-thousandths, so that a score is the same on every machine, compares
/// exactly and prints without rounding surprises.
public struct Score: Sendable, Hashable, Comparable {
    /// The score times 10,000: 0…10,000.
    public let tenThousandths: Int32

    /// Takes a score in ten-thousandths; values outside 0…10,000 are moved to the nearest end.
    public init(tenThousandths: Int32) {
        self.tenThousandths = min(max(tenThousandths, 0), 10_000)
    }

    /// Takes a score as a fraction, 0…1, rounded to the nearest ten-thousandth.
    public init(_ value: Double) {
        self.init(tenThousandths: Int32((min(max(value, 0), 1) * 10_000).rounded()))
    }

    /// The score as a fraction, 0…1.
    public var value: Double { Double(tenThousandths) / 10_000 }

    public static func < (left: Score, right: Score) -> Bool { left.tenThousandths < right.tenThousandths }

    /// Appends the score with four decimals, such as `0.9312`.
    public func append(to bytes: inout [UInt8]) {
        var rest = tenThousandths
        bytes.append(UInt8(ascii: "0") + UInt8(rest / 10_000))
        bytes.append(UInt8(ascii: "."))
        var unit: Int32 = 1_000
        while unit > 0 {
            rest %= unit * 10
            bytes.append(UInt8(ascii: "0") + UInt8(rest / unit))
            unit /= 10
        }
    }
}

extension Score: CustomStringConvertible {
    public var description: String {
        var bytes: [UInt8] = []
        append(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
