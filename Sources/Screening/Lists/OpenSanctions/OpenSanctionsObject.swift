/// An object of the FollowTheMoney model: an id, a schema, and properties that each have several values.
struct OpenSanctionsObject {
    let id: String
    let schema: String
    private let properties: JSONNode?
    private let whole: JSONNode

    /// Nil where the value is no object with a schema.
    init?(_ value: JSONNode) {
        guard value.kind == .object, let schema = value["schema"]?.text else { return nil }
        id = value["id"]?.text ?? ""
        self.schema = schema
        let properties = value["properties"]
        self.properties = properties?.kind == .object ? properties : nil
        whole = value
    }

    /// Whether the file says that the object is none of those that it is about.
    var isNoTarget: Bool { whole["target"]?.isFalse ?? false }

    /// A text that stands beside the properties.
    func text(_ member: StaticString) -> String? { whole[member]?.text }

    /// The texts of an array that stands beside the properties.
    func texts(beside member: StaticString) -> [String] { whole[member]?.elements.compactMap(\.text) ?? [] }

    /// The texts among a property's values.
    func texts(_ property: StaticString) -> [String] {
        values(property).compactMap { OpenSanctionsObject.text($0) }
    }

    /// The ids that a property refers to; of objects inside, theirs.
    func references(_ property: StaticString) -> [String] {
        values(property).compactMap { OpenSanctionsObject.text($0["id"] ?? $0) }
    }

    private static func text(_ value: JSONNode) -> String? {
        guard let text = value.text?.trimmed, !text.isEmpty else { return nil }
        return text
    }

    /// The objects that stand inside as a property's values.
    func objects(_ property: StaticString) -> [OpenSanctionsObject] {
        values(property).compactMap { OpenSanctionsObject($0) }
    }

    /// How many values of a property are no text.
    func wrongValues(_ property: StaticString) -> Int {
        values(property).count { $0.text == nil && $0.kind != .null }
    }

    /// A property's values, or the one that stands in place of the array.
    private func values(_ property: StaticString) -> [JSONNode] {
        guard let value = properties?[property] else { return [] }
        return value.kind == .array ? Array(value.elements) : [value]
    }

    /// An address in one line.
    var address: String {
        if let full = texts("full").first { return full }
        let parts = OpenSanctionsSchema.addressParts.flatMap { texts($0) }
        return parts.isEmpty ? text("caption") ?? "" : parts.joined(separator: ", ")
    }
}
