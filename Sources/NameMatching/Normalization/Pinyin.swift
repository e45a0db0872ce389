import Glibc

/// Latin letters read as Mandarin syllables.
enum Pinyin {
    /// The fewest syllables of pinyin that a word can be read as (`wulumuqi`: 4), or 0 where it can't.
    ///
    /// - Complexity: O(letters).
    static func syllables(_ word: UnsafeBufferPointer<UInt8>) -> Int {
        guard (2...40).contains(word.count) else { return 0 }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: word.count + 1) { fewest in
            fewest.initialize(repeating: .max)
            fewest[0] = 0
            let trie = SyllableTrie.shared
            for start in 0..<word.count where fewest[start] < .max - 1 {
                trie.forEachEnd(of: word, from: start) { fewest[$0] = min(fewest[$0], fewest[start] + 1) }
            }
            return fewest[word.count] == .max ? 0 : Int(fewest[word.count])
        }
    }

    /// Writes the ü of `lv`, `nv`, `lyu` and `nyu`, as people spell it, as the readings of characters do: `lu`, `nu`.
    ///
    /// What isn't pinyin changes too, in the same way wherever it stands.
    static func writeUmlautsAsU(_ letters: inout Scratch<UInt8>, from start: Int) {
        let text = UnsafeMutableBufferPointer(start: letters.base + start, count: letters.count - start)
        letters.truncate(to: start + writeUmlautsAsU(text))
    }

    /// Writes the ü of letters as u, in place; the answer is how many letters there are then.
    static func writeUmlautsAsU(_ letters: UnsafeMutableBufferPointer<UInt8>) -> Int {
        guard
            memchr(letters.baseAddress!, Int32(UInt8(ascii: "v")), letters.count) != nil
                || memchr(letters.baseAddress!, Int32(UInt8(ascii: "y")), letters.count) != nil
        else { return letters.count }
        var end = 0
        var place = 0
        while place < letters.count {
            var letter = letters[place]
            if place > 0, letters[place - 1] == UInt8(ascii: "l") || letters[place - 1] == UInt8(ascii: "n") {
                if letter == UInt8(ascii: "v") {
                    letter = UInt8(ascii: "u")
                } else if letter == UInt8(ascii: "y"), place + 1 < letters.count,
                    letters[place + 1] == UInt8(ascii: "u")
                {
                    letter = UInt8(ascii: "u")
                    place += 1
                }
            }
            letters[end] = letter
            end += 1
            place += 1
        }
        return end
    }
}
