import NameMatching

// So that a user of this library need not import the one below.
public typealias NameReader = NameMatching.NameReader
public typealias NameReading = NameMatching.NameReading
public typealias TermClass = NameMatching.TermClass

extension NameReading {
    /// The reading as one line of JSON, UTF-8.
    ///
    /// - Parameter name: the name as it was written.
    public func jsonLine(of name: String) -> [UInt8] {
        JSONValue.object([
            ("name", .string(name)),
            ("terms", .array(terms.map(NameReading.json))),
            ("may_be_cut", .boolean(mayBeCut)),
            ("truncated", .boolean(isTruncated)),
        ]).line
    }

    private static func json(_ term: Term) -> JSONValue {
        .object([
            ("text", .string(term.text)),
            ("pinyin", .text(term.pinyin)),
            ("class", .string(term.kind.name)),
            ("concept", .text(term.concept)),
            ("weight", .number(term.weight)),
            ("tail", .boolean(term.isTail)),
            ("repeat", .boolean(term.isRepeat)),
            ("misspelled", .boolean(term.isMisspelled)),
            ("segment", .integer(term.segment)),
        ])
    }
}

extension JSONValue {
    /// A string, or null where it is empty.
    static func text(_ text: String) -> JSONValue { text.isEmpty ? .null : .string(text) }
}
