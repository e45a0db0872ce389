import CSV

/// A value of JSON, for accounts that are written once; members keep their order.
enum JSONValue {
    case string(String)
    case integer(Int)
    case number(Double)
    case boolean(Bool)
    case null
    case array([JSONValue])
    case object([(String, JSONValue)])

    /// A string, or null where there is none.
    static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

    /// The value as text with two spaces an indentation and a line end behind it.
    var text: [UInt8] { ended(indentation: 0) }

    /// The value as one line with its end.
    var line: [UInt8] { ended(indentation: nil) }

    private func ended(indentation: Int?) -> [UInt8] {
        var bytes: [UInt8] = []
        append(to: &bytes, indentation: indentation)
        bytes.append(UInt8(ascii: "\n"))
        return bytes
    }

    /// - Parameter indentation: nil: all in one line.
    private func append(to bytes: inout [UInt8], indentation: Int?) {
        switch self {
        case .string(let string): JSONWriter.append(string: string, to: &bytes)
        case .integer(let number): bytes.append(contentsOf: String(number).utf8)
        // Infinity and not-a-number have no form in JSON.
        case .number(let number): bytes.append(contentsOf: number.isFinite ? "\(number)".utf8 : "null".utf8)
        case .boolean(let value): bytes.append(contentsOf: value ? "true".utf8 : "false".utf8)
        case .null: bytes.append(contentsOf: "null".utf8)
        case .array(let values):
            JSONValue.append(values, between: "[", "]", to: &bytes, indentation) { value, bytes in
                value.append(to: &bytes, indentation: indentation.map { $0 + 1 })
            }
        case .object(let members):
            JSONValue.append(members, between: "{", "}", to: &bytes, indentation) { member, bytes in
                JSONWriter.append(string: member.0, to: &bytes)
                bytes.append(contentsOf: indentation == nil ? ":".utf8 : ": ".utf8)
                member.1.append(to: &bytes, indentation: indentation.map { $0 + 1 })
            }
        }
    }

    private static func append<Element>(
        _ elements: [Element], between open: String, _ close: String, to bytes: inout [UInt8],
        _ indentation: Int?,
        element: (Element, inout [UInt8]) -> Void
    ) {
        func breakLine(_ depth: Int) {
            guard let indentation else { return }
            bytes.append(UInt8(ascii: "\n"))
            bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * (indentation + depth)))
        }
        bytes.append(contentsOf: open.utf8)
        for (i, item) in elements.enumerated() {
            if i > 0 { bytes.append(UInt8(ascii: ",")) }
            breakLine(1)
            element(item, &bytes)
        }
        if !elements.isEmpty { breakLine(0) }
        bytes.append(contentsOf: close.utf8)
    }
}
