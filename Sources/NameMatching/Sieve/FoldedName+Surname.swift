extension FoldedName {
    /// Whether the name may be a person's of a family name that is read in a way of its own.
    var mayHoldSurname: Bool {
        guard (2...4).contains(units.count), units[0].kind == .han else { return false }
        return (1...2).contains { length in
            length < units.count && HanTable.shared.surnameReading(key(ofUnits: 0, to: length)) != nil
        }
    }
}
