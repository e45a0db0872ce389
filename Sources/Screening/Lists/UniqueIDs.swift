/// Keys of entities of a list that has none of its own, or not surely.
struct UniqueIDs {
    /// For each key how often it was asked for.
    private var uses: [String: Int] = [:]

    /// The key itself; where it has been given, with the first of the endings that makes it a new one, else with a
    /// number from 2.
    ///
    /// - Complexity: O(bytes) expected.
    mutating func id(_ key: String, else endings: [String] = []) -> String {
        let candidates = [key] + endings.filter { !$0.isEmpty }.map { "\(key)/\($0)" }
        for candidate in candidates where uses[candidate] == nil {
            uses[candidate] = 1
            return candidate
        }
        var number = uses[key, default: 1]
        while true {
            number += 1
            let candidate = "\(key)/\(number)"
            if uses[candidate] == nil {
                uses[key] = number
                uses[candidate] = 1
                return candidate
            }
        }
    }
}
