import CData

extension EntityList {
    /// What stands for the path of the list in the binary.
    static let builtInPath = "(built-in)"

    /// Whether it is the list in the binary.
    public var isBuiltIn: Bool { path == EntityList.builtInPath }

    /// The list in the binary: the 28 entities that the rule of 9 October 2019 (84 FR 54002) added to the Entity
    /// List, from `Data/entities.csv`.
    public static func builtIn() throws(ScreeningError) -> EntityList {
        let data = weir_data_entities()
        let bytes = Array(UnsafeBufferPointer(start: data.bytes, count: Int(data.count)))
        return try EntityList(bytes: bytes, name: "entity-list-2019-10-09", path: builtInPath)
    }
}
