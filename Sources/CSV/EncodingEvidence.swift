/// How much a sample looks like Chinese in an encoding of two bytes a character.
///
/// Nearly every byte sequence is valid in these encodings, so validity says little. What tells is how often
/// the characters are in the part of the code for frequent ones (GB 2312's first level has 3,755, Big5's
/// 5,401: more than 95 % of running text; by chance 20 to 40 %), and that Chinese characters stand next to
/// each other, where the accented letters of a European language stand between ASCII letters.
struct DoubleByteEvidence {
    let encoding: TextEncoding
    private var characters = 0
    private var frequent = 0
    private var invalid = 0
    /// Characters with a second byte in the lower half of the frequent part's range, which Chinese has often
    /// and single-byte Cyrillic, two letters read as one character, has not.
    private var lowerTrails = 0

    /// - Parameter encoding: `.gb18030` or `.big5`.
    init(_ encoding: TextEncoding, in sample: [UInt8]) {
        self.encoding = encoding
        var position = 0
        /// The end of the last character of two bytes, and whether it stood alone so far.
        var lastEnd = -1
        var isLastUncounted = false
        while position < sample.count {
            guard sample[position] >= 0x80 else {
                position += 1
                continue
            }
            let length =
                encoding == .big5 ? Self.big5Length(sample, position) : Self.gb18030Length(sample, position)
            guard length > 0 else {
                if length < 0 { invalid += 1 }
                position += max(1, -length)
                continue
            }
            characters += 1
            let (lead, trail) = (sample[position], sample[position + 1])
            if length == 2 && (encoding == .big5 ? Self.isFrequentBig5(lead) : Self.isFrequentGB(lead, trail))
            {
                let touches = lastEnd == position
                let followsLetter = position > 0 && isASCIILetter(sample[position - 1])
                if touches {
                    frequent += isLastUncounted ? 2 : 1
                    isLastUncounted = false
                } else if trail >= 0x80 && !followsLetter {
                    frequent += 1
                    isLastUncounted = false
                } else {
                    isLastUncounted = true
                }
                lastEnd = position + 2
            }
            if trail < 0xC0 { lowerTrails += 1 }
            position += length
        }
    }

    /// The share of characters that are frequent ones and stand as Chinese does, 0...1.
    var share: Double { characters == 0 ? 0 : Double(frequent) / Double(characters + 2 * invalid) }

    var isConvincing: Bool {
        // By chance 16 characters without a lower trail byte are one case in a thousand.
        share >= 0.6 && invalid * 20 <= characters && (characters < 16 || lowerTrails > 0)
    }

    /// The length of the sequence at a position; 0 where the sample cuts it off, minus 1 where it isn't
    /// valid.
    private static func gb18030Length(_ bytes: [UInt8], _ position: Int) -> Int {
        guard (0x81...0xFE).contains(bytes[position]) else { return -1 }
        guard position + 1 < bytes.count else { return 0 }
        switch bytes[position + 1] {
        case 0x40...0x7E, 0x80...0xFE: return 2
        case 0x30...0x39:
            guard position + 3 < bytes.count else { return 0 }
            return (0x81...0xFE).contains(bytes[position + 2]) && (0x30...0x39).contains(bytes[position + 3])
                ? 4 : -1
        default: return -1
        }
    }

    private static func big5Length(_ bytes: [UInt8], _ position: Int) -> Int {
        guard (0x81...0xFE).contains(bytes[position]) else { return -1 }
        guard position + 1 < bytes.count else { return 0 }
        switch bytes[position + 1] {
        case 0x40...0x7E, 0xA1...0xFE: return 2
        default: return -1
        }
    }

    /// Punctuation and full width (rows 1 and 3), and the first level of hanzi (rows 16 to 55).
    private static func isFrequentGB(_ lead: UInt8, _ trail: UInt8) -> Bool {
        trail >= 0xA1 && (lead == 0xA1 || lead == 0xA3 || (0xB0...0xD7).contains(lead))
    }

    /// Punctuation and full width, and the first level of hanzi.
    private static func isFrequentBig5(_ lead: UInt8) -> Bool { (0xA1...0xC6).contains(lead) }
}

/// How much a sample looks like a European language in Windows-1252.
struct Windows1252Evidence {
    private var plausible = 0
    private var implausible = 0

    init(_ sample: [UInt8]) {
        for (index, byte) in sample.enumerated() where byte >= 0x80 {
            let before = index > 0 ? sample[index - 1] : Byte.lf
            let after = index + 1 < sample.count ? sample[index + 1] : Byte.lf
            switch Self.isPlausible(byte, before: before, after: after) {
            case true: plausible += 1
            case false: implausible += 1
            }
        }
    }

    var isConvincing: Bool { plausible > implausible }

    private static func isPlausible(_ byte: UInt8, before: UInt8, after: UInt8) -> Bool {
        let (followsLetter, precedesLetter) = (isLetter(before), isLetter(after))
        switch byte {
        case 0x81, 0x8D, 0x8F, 0x90, 0x9D: return false
        // ÿ and þ are rare but as stray bytes common.
        case 0xFE, 0xFF: return followsLetter && precedesLetter
        // Letters, also the few below 0xC0. Alone between blanks only à, À, É, é and the like are words.
        case 0x8A, 0x8C, 0x8E, 0x9A, 0x9C, 0x9E, 0x9F, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0xFD:
            return followsLetter || precedesLetter || before == 0x20 && after == 0x20
        // An apostrophe, and signs that stand behind a word or a number.
        case 0x92, 0x99, 0xAA, 0xAE, 0xB0, 0xBA: return true
        // Quotes, dashes, currency and the like don't stand inside a word.
        case 0x80, 0x82...0x89, 0x8B, 0x91, 0x93...0x98, 0x9B: return !(followsLetter && precedesLetter)
        case 0xA0...0xBF: return true
        default: return !(followsLetter && precedesLetter)
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        isASCIILetter(byte) || (0xC0...0xFD).contains(byte) && byte != 0xD7 && byte != 0xF7
    }
}

private func isASCIILetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
