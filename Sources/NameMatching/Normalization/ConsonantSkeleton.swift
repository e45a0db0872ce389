/// What is left of a word when it goes from one script to another and back: its consonants, by how they sound.
///
/// `Hikvision` becomes Хиквижн in Russian and هيكفيجن in Arabic, which ICU reads as `khikvizhn` and `hykfyjn`; all
/// three have the skeleton h-k-f-s-n.
enum ConsonantSkeleton {
    /// Fewer consonants than this are shared by too many words.
    private static let fewest = 4
    /// Stands before every skeleton: no word begins with it, so a skeleton is never taken for a word.
    private static let mark = UInt8(ascii: "~")

    /// The skeleton of lower-case ASCII letters, or nothing where it has too few consonants.
    ///
    /// - Complexity: O(letters).
    static func skeleton(of word: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        withSkeleton(of: word) { Array($0) }
    }

    /// Calls `body` with the skeleton of lower-case ASCII letters; with nothing where it has too few consonants.
    ///
    /// - Complexity: O(letters); nothing is allocated.
    @inline(__always)
    static func withSkeleton<Result>(
        of word: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: word.count + 1) { skeleton in
            skeleton[0] = mark
            var count = 1
            var place = 0
            while place < word.count {
                let next = place + 1 < word.count ? word[place + 1] : 0
                let (sound, width) = sound(word[place], next)
                if let sound, sound != skeleton[count - 1] {
                    skeleton[count] = sound
                    count += 1
                }
                place += width
            }
            return body(UnsafeBufferPointer(rebasing: skeleton[..<(count > fewest ? count : 0)]))
        }
    }

    /// The sound of a consonant, or of two letters that are one (nil of a vowel), and how many letters it took.
    private static func sound(_ letter: UInt8, _ next: UInt8) -> (UInt8?, Int) {
        let isFollowedByH = next == UInt8(ascii: "h")
        switch letter {
        case UInt8(ascii: "k") where isFollowedByH: return (UInt8(ascii: "h"), 2)
        case UInt8(ascii: "p") where isFollowedByH: return (UInt8(ascii: "f"), 2)
        case UInt8(ascii: "t") where next == UInt8(ascii: "s"): return (UInt8(ascii: "s"), 2)
        case UInt8(ascii: "s"), UInt8(ascii: "z"), UInt8(ascii: "j"):
            return (UInt8(ascii: "s"), isFollowedByH ? 2 : 1)
        case UInt8(ascii: "c"): return isFollowedByH ? (UInt8(ascii: "s"), 2) : (UInt8(ascii: "k"), 1)
        case UInt8(ascii: "q"), UInt8(ascii: "g"), UInt8(ascii: "x"): return (UInt8(ascii: "k"), 1)
        case UInt8(ascii: "v"), UInt8(ascii: "w"): return (UInt8(ascii: "f"), 1)
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
            UInt8(ascii: "y"):
            return (nil, 1)
        default: return (letter, 1)
        }
    }
}
