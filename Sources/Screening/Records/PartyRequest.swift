/// A column that somebody names as a party's, as `--party COLUMN[=ROLE]` has it.
public struct PartyRequest: Sendable, Equatable {
    /// The column's header, or its number from 1 where the input has no header.
    public var column: String
    /// What the party does; `other` where nobody says.
    public var role: Role

    public init(column: String, role: Role = .other) {
        self.column = column
        self.role = role
    }

    /// Reads `COLUMN[=ROLE]`. What stands behind the last `=` is the role, so a column whose own name has one must
    /// be given with its role.
    ///
    /// - Throws: where the role is none.
    public init(parsing text: String) throws(ScreeningError) {
        guard let equals = text.lastIndex(of: "=") else {
            self.init(column: text)
            guard !text.isEmpty else {
                throw ScreeningError("the column is empty; expected is COLUMN[=ROLE]")
            }
            return
        }
        let name = String(text[text.index(after: equals)...])
        guard let role = Role(rawValue: name) else {
            let roles = Role.allCases.map(\.rawValue)
            let meant = Spelling.nearest(to: name, among: roles).map { " (did you mean \($0)?)" } ?? ""
            throw ScreeningError(
                "“\(name)” in “\(text)” is no role\(meant); expected is one of \(roles.joined(separator: " "))"
            )
        }
        guard equals != text.startIndex else {
            throw ScreeningError("the column in “\(text)” is empty; expected is COLUMN[=ROLE]")
        }
        self.init(column: String(text[..<equals]), role: role)
    }
}
