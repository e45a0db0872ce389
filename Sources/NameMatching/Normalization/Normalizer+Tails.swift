import CData

extension Normalizer {
    /// The weight of an address word that is part of a name, in thousandths.
    private static let addressWeight: Int32 = 300
    /// How many terms a house number and the name of a street are at most, before the word for the street.
    private static let longestStreetName = 4

    private static let addressMarks: KeyTable = {
        var table = KeyTable(capacity: 32)
        EmbeddedData(weir_data_address_marks()).forEachRow { table.insert(WordKey(text: $0[0]), 1) }
        return table
    }()

    /// Marks what stands after the end of a name: after a legal form, an address word or a line break, and parts
    /// between commas that are an address, a place or an addressee.
    ///
    /// An address word before the legal form is a word of the name: `Apex Square Ltd`.
    mutating func markTails(_ name: inout NormalizedName) {
        let lastLegal = name.terms.buffer.lastIndex { $0.kind == .legal } ?? -1
        var inTail = false
        var inAddress = false
        // Up to where a part between commas is none of the name's, though what follows may be.
        var partEnd = 0
        var metName = false
        // `Scientific Production Company Vostok`: a legal form behind generic words alone ends no name.
        var metIdentity = false
        var segment: UInt8 = 0
        for place in name.terms.indices {
            let term = name.terms[place]
            let first = name.folded.units[Int(term.first)]
            if first.startsLine { inTail = true }
            // `C/O`, `ON BEHALF OF`: what follows is a name again.
            if term.kind == .noise, term.last - term.first > 1 || first.followsSlash {
                inTail = false
                inAddress = false
                if metName { segment = min(segment + 1, 63) }
            }
            name.terms[place].segment = segment
            if term.kind == .address {
                if place < lastLegal, !inTail, !inAddress {
                    name.terms[place].weight = Normalizer.addressWeight
                } else if lexicon.isAttention(term.concept), !metName {
                    partEnd = endOfPart(from: place, of: name)
                } else {
                    inAddress = inAddress || metName
                }
            } else if metName, !inAddress, inTail || place > lastLegal {
                inAddress = beginsAddress(at: place, of: name)
                if first.followsComma, isPlaceAlone(from: place, of: name) {
                    partEnd = endOfPart(from: place, of: name)
                }
            }
            name.terms[place].isTail = inTail || inAddress || place < partEnd
            name.terms[place].isAddress = inAddress || place < partEnd
            // `WUHAN BRANCH`, 武汉分公司: the place is the branch's.
            if lexicon.isBranch(term.concept), place > 0, name.terms[place - 1].kind == .place, place > 1 {
                name.terms[place - 1].isTail = true
            }
            if term.kind == .legal && metIdentity { inTail = true }
            let identifies = (term.kind == .brand || term.kind == .place) && place >= partEnd
            metIdentity = metIdentity || identifies
            metName = metName || identifies || term.kind == .generic && place >= partEnd
        }
    }

    /// Where the part that a term stands in ends: at the next comma or line break.
    private mutating func endOfPart(from place: Int, of name: borrowing NormalizedName) -> Int {
        var end = place + 1
        while end < name.terms.count {
            let first = name.folded.units[Int(name.terms[end].first)]
            if first.followsComma || first.startsLine { break }
            end += 1
        }
        return end
    }

    /// Whether a term is a house number, or the first after a comma, and a street or the like follows.
    private mutating func beginsAddress(at place: Int, of name: borrowing NormalizedName) -> Bool {
        let term = name.terms[place]
        guard term.kind == .number || name.folded.units[Int(term.first)].followsComma else { return false }
        let endOfPart = endOfPart(from: place, of: name)
        let end = min(endOfPart, place + 1 + Normalizer.longestStreetName)
        if name.terms[place..<end].contains(where: { $0.kind == .address }) { return true }
        let units = Int(term.first)..<Int(name.terms[endOfPart - 1].last)
        return name.folded.units[units].contains {
            $0.kind == .han && Normalizer.addressMarks.find($0.key) >= 0
        }
    }

    /// Whether the part that begins at a term is a place or several and nothing else.
    private mutating func isPlaceAlone(from place: Int, of name: borrowing NormalizedName) -> Bool {
        name.terms[place..<endOfPart(from: place, of: name)].allSatisfy {
            $0.kind == .place || $0.kind == .admin || $0.kind == .number
        }
    }
}
