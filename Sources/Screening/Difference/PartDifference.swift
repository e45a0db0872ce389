extension ListDifference {
    /// One thing that an entity had, or has, in one version only; or that it has in both, but not the same.
    public struct PartDifference: Sendable, Equatable {
        let field: EntityPart.Field
        /// Of a name its type (`alias`, `weak alias`), of an identifier what number it is, else empty.
        public let kind: String
        /// What it was; empty where there was nothing.
        public let old: String
        /// What it is; empty where there is nothing.
        public let new: String

        /// The field's name: `name`, `address`, `license_policy` …
        public var fieldName: String { field.title }

        /// What stands in one of two entities only; nil stands for none. What there can be only one of, such as the
        /// country, is one difference with both texts; of what there can be several each is one of its own.
        ///
        /// - Complexity: linear.
        static func between(_ old: Entity?, _ new: Entity?) -> [PartDifference] {
            let (had, has) = (old.map(EntityPart.all) ?? [], new.map(EntityPart.all) ?? [])
            let (hadSet, hasSet) = (Set(had), Set(has))
            var gone = had.filter { !hasSet.contains($0) }[...]
            var come = has.filter { !hadSet.contains($0) }[...]
            var differences: [PartDifference] = []
            for field in EntityPart.Field.allCases {
                let goneHere = gone.prefix { $0.field == field }
                let comeHere = come.prefix { $0.field == field }
                gone.removeFirst(goneHere.count)
                come.removeFirst(comeHere.count)
                // That it is on another list at all is said by the change.
                if field == .entityID && (old == nil || new == nil) { continue }
                if !field.isSet, let before = goneHere.first, let after = comeHere.first,
                    before.kind == after.kind
                {
                    differences.append(
                        PartDifference(field: field, kind: after.kind, old: before.text, new: after.text))
                    continue
                }
                differences += goneHere.map {
                    PartDifference(field: field, kind: $0.kind, old: $0.text, new: "")
                }
                differences += comeHere.map {
                    PartDifference(field: field, kind: $0.kind, old: "", new: $0.text)
                }
            }
            return differences
        }
    }
}
