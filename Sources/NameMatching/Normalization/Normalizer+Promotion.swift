extension Normalizer {
    /// Takes a word for the brand that elsewhere would be a legal form, an article or part of an address, where the
    /// name has nothing else to go by: `ASA International`, `Group A.`, `The Plaza Group`.
    mutating func promoteWhereNothingIdentifies(_ name: inout NormalizedName) {
        var generics = 0
        var hasNumber = false
        for term in name.terms.buffer {
            if term.kind == .brand || term.kind == .place { return }
            if term.kind == .generic { generics += 1 }
            hasNumber = hasNumber || term.kind == .number && term.first > 0
        }
        if hasNumber, generics > 0 { return }
        guard generics < 2 else {
            promoteLegalFormInFront(&name)
            return
        }
        for place in name.terms.indices {
            let term = name.terms[place]
            guard
                term.kind == .address || term.kind == .noise || term.kind == .initial
                    || term.kind == .legal && place == 0,
                name.terms.count > 1, name.folded.units[Int(term.first)].kind == .latin
            else { continue }
            promote(place, of: &name)
        }
    }

    /// Takes a legal form in front of generic words alone, where it never stands, for the brand: `KK International Traders`.
    private mutating func promoteLegalFormInFront(_ name: inout NormalizedName) {
        let unit = name.folded.units[0]
        guard name.terms[0].kind == .legal, name.terms[0].last == 1, unit.kind == .latin, unit.node >= 0,
            let meaning = lexicon.meaning(at: unit.node), !meaning.standsBefore
        else { return }
        promote(0, of: &name)
    }

    private mutating func promote(_ place: Int, of name: inout NormalizedName) {
        name.terms[place].kind = .brand
        name.terms[place].concept = -1
        name.terms[place].weight = background.weight(
            of: name.folded.units[Int(name.terms[place].first)].key)
    }

    /// Takes the weight off what a name says twice: `Xinjiang Production and Construction Corps (XPCC)`.
    mutating func dropRepeats(_ name: inout NormalizedName) {
        for place in name.terms.indices.dropFirst() {
            let term = name.terms[place]
            let key = name.folded.units[Int(term.first)].key
            let isRepeated = name.terms[0..<place].contains { earlier in
                if term.concept >= 0 || earlier.concept >= 0 { return term.concept == earlier.concept }
                return term.kind == .brand && term.last - term.first == 1 && earlier.last - earlier.first == 1
                    && name.folded.units[Int(earlier.first)].key == key
            }
            if isRepeated { name.terms[place].weight = 0 }
        }
    }
}
