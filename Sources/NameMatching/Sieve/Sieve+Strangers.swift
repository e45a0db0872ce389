extension Sieve {
    /// How many units from the first on are surely inside the name that the cell begins with, so that a brand among
    /// them which meets nothing speaks against a match; 0 where that can't be told.
    ///
    /// After a legal form, an address word, a comma or the like they might not count, nor beside a name that follows
    /// `on behalf of`, nor as the last word of a cut field, nor in another script.
    func countStrangers(_ name: borrowing FoldedName) -> Int {
        var count = 0
        var isInside = true
        for place in name.units.indices {
            let unit = name.units[place]
            let marks = units[place].marks
            if unit.followsSlash || unit.kind == .han { return 0 }
            if marks.contains(.leadsToNoise), place + 1 < units.count,
                units[place + 1].marks.contains(.isContinuing)
            {
                return 0
            }
            isInside =
                isInside && !marks.contains(.mayEnd) && !unit.startsLine && !unit.followsComma
                && !unit.isInBrackets
            if isInside, place < name.units.count - 1 { count = place + 1 }
        }
        return count
    }
}
