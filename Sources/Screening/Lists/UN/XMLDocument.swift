import CExpat

/// Who is told of a document's elements in their order.
protocol XMLElementReader: AnyObject {
    /// An element begins.
    ///
    /// - Parameter line: from 1.
    func start(_ name: String, attributes: XMLAttributes, line: Int)
    /// A piece of text, which may be one of several in a row.
    func text(_ bytes: UnsafeBufferPointer<UInt8>)
    /// The element that began last and hasn't ended does.
    func end()
}

/// The attributes of an element, valid while it is told of.
struct XMLAttributes {
    fileprivate let pairs: weir_xml_attributes?

    /// The value of an attribute, or nil.
    subscript(_ name: String) -> String? {
        guard var pair = pairs else { return nil }
        while let key = pair[0], let value = pair[1] {
            if String(cString: key) == name { return String(cString: value) }
            pair += 2
        }
        return nil
    }
}

/// Reads XML by libexpat, and looks at what a document is before it is read.
enum XMLDocument {
    /// Tells a reader of all elements.
    ///
    /// - Throws: the line at which the document isn't well-formed, or declares entities.
    /// - Complexity: linear; nesting costs no stack.
    static func read(_ text: ListText, path: String, by reader: some XMLElementReader) throws(ScreeningError)
    {
        var handlers = weir_xml_handlers()
        handlers.start = { context, name, attributes, line in
            guard let name else { return }
            XMLDocument.receiver(context).reader.start(
                String(cString: name), attributes: XMLAttributes(pairs: attributes),
                line: Int(line) + XMLDocument.receiver(context).linesBefore)
        }
        handlers.text = { context, bytes, count in
            XMLDocument.receiver(context).reader.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
        }
        handlers.end = { context in XMLDocument.receiver(context).reader.end() }
        // The declaration must be the first thing to expat; files that were edited have white space before it.
        let document = text.bytes.drop { $0 == 32 || (9...13).contains($0) }
        let linesBefore = text.bytes[..<document.startIndex].count { $0 == 10 }
        let receiver = Receiver(reader, linesBefore: linesBefore)
        var failure = weir_xml_failure()
        let result = document.withUnsafeBufferPointer { bytes in
            withExtendedLifetime(receiver) {
                weir_xml_read(
                    bytes.baseAddress, Int64(bytes.count), &handlers,
                    Unmanaged.passUnretained(receiver).toOpaque(), &failure)
            }
        }
        if result == 0 { return }
        let reason = failure.reason.map { String(cString: $0) } ?? "not well-formed"
        throw ScreeningError(
            "\(path):\(Int(failure.line) + linesBefore): the XML can't be read: \(reason); expected is a whole, "
                + "well-formed document without entity declarations. Fetch the file again")
    }

    /// The name of the root element, or nil where the text doesn't begin as XML does.
    ///
    /// - Complexity: O(what stands before the root element).
    static func rootName(of text: ListText) -> String? {
        var rest = text.bytes
        while true {
            rest = rest.drop { $0 == 32 || (9...13).contains($0) }
            guard rest.first == UInt8(ascii: "<"), let second = rest.dropFirst().first else { return nil }
            switch second {
            case UInt8(ascii: "?"): rest = rest.behind("?>")
            case UInt8(ascii: "!"):
                if rest.starts(with: "<!--".utf8) {
                    rest = rest.behind("-->")
                } else {
                    // Declarations may stand inside in brackets.
                    let end = rest.firstIndex { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: ">") }
                    guard let end else { return nil }
                    rest = rest[end] == UInt8(ascii: "[") ? rest.behind("]").behind(">") : rest[(end + 1)...]
                }
            default:
                let name = rest.dropFirst().prefix { byte in
                    byte > 32 && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "/")
                }
                return name.isEmpty || name.count > 100 ? nil : String(decoding: name, as: UTF8.self)
            }
        }
    }

    /// A class around the reader, so that a pointer without a type leads to it.
    private final class Receiver {
        let reader: any XMLElementReader
        let linesBefore: Int

        init(_ reader: any XMLElementReader, linesBefore: Int) {
            self.reader = reader
            self.linesBefore = linesBefore
        }
    }

    private static func receiver(_ context: UnsafeMutableRawPointer?) -> Receiver {
        Unmanaged<Receiver>.fromOpaque(context!).takeUnretainedValue()
    }
}

extension ArraySlice<UInt8> {
    /// What stands behind the first occurrence of some ASCII; nothing where it doesn't occur.
    fileprivate func behind(_ end: StaticString) -> ArraySlice<UInt8> {
        let end = UnsafeBufferPointer(start: end.utf8Start, count: end.utf8CodeUnitCount)
        guard let first = end.first else { return self }
        var rest = self
        while let place = rest.firstIndex(of: first) {
            rest = rest[place...]
            if rest.starts(with: end) { return rest.dropFirst(end.count) }
            rest = rest.dropFirst()
        }
        return self[endIndex...]
    }
}
