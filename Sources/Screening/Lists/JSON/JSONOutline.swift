/// What a JSON text is, told from its first objects without reading it as a whole.
struct JSONOutline {
    /// Whether the text is an array; else it is an object.
    let isArray: Bool
    /// The names of the members of the object, or of the array's first objects, in their order.
    private(set) var names: [String] = []

    /// How many objects of an array are looked at.
    private static let objectLimit = 16
    /// How many different names are kept, and of how many bytes.
    private static let nameLimit = 64

    /// The outline of a text that begins with `{` or `[`, or nil for another.
    ///
    /// It need not be JSON as a whole: what it is of and where it breaks is the reader's to say.
    ///
    /// - Parameter name: where it is met looking stops.
    /// - Complexity: O(bytes) at worst; nesting costs no stack.
    init?(_ bytes: ArraySlice<UInt8>, until name: String? = nil) {
        let text = bytes.drop { $0 == 32 || (9...13).contains($0) }
        guard text.first == UInt8(ascii: "{") || text.first == UInt8(ascii: "[") else { return nil }
        isArray = text.first == UInt8(ascii: "[")
        let nameDepth = isArray ? 2 : 1
        var (depth, objects) = (0, 0)
        var string: Range<Int>?
        var place = text.startIndex
        while place < text.endIndex {
            switch text[place] {
            case UInt8(ascii: "\""):
                let start = place + 1
                place = start
                while place < text.endIndex, text[place] != UInt8(ascii: "\"") {
                    place += text[place] == UInt8(ascii: "\\") ? 2 : 1
                }
                string = start..<min(place, text.endIndex)
            case UInt8(ascii: ":"):
                if depth == nameDepth, let string, string.count <= JSONOutline.nameLimit {
                    let found = String(decoding: text[string], as: UTF8.self)
                    let isWanted = found == name
                    if isWanted || names.count < JSONOutline.nameLimit, !names.contains(found) {
                        names.append(found)
                    }
                    if isWanted { return }
                }
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if depth == 1 { objects += 1 }
                if depth <= 0 || isArray && objects == JSONOutline.objectLimit { return }
            default: break
            }
            place += 1
        }
    }
}
