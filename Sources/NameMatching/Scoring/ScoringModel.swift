/// The numbers that the score is made with, in thousandths unless said otherwise.
///
///     score = met / (met + strictness · (missing + extra + contradiction))
///
/// Every penalty is at least zero, `missing` counts each listed word's weight that wasn't met at least once, and
/// strictness is at least 1: so a score is never over (weight met) / (weight of the listed name), the bound that the
/// index filters by.
enum ScoringModel {
    /// A brand that is missing says more against a match than its weight says for it.
    static let missingBrand: Int64 = 1_500
    static let missingOther: Int64 = 1_000

    /// Evidence from which the identity is beyond doubt, and up to which it is not worth anything.
    static let fullEvidence: Int64 = 900
    static let noEvidence: Int64 = 300
    /// How sure, in thousandths between the two, a match is that explanations don't call doubtful.
    static let fewEvidence: Int64 = 500
    /// What it proves that listed words were met written as one: `sensetime` for `Sense Time` is nobody else's word.
    static let joinedEvidence: Int64 = 400
    /// What it proves that a brand and what it does were met whole: `Dahua Technology`, not just `Dahua`.
    static let completeEvidence: Int64 = 150
    /// What it proves that a brand met in another script with what it does or where it is.
    static let translatedEvidence: Int64 = 600
    /// What it proves that a place was met with what stands there: there is one such bureau.
    static let bureauEvidence: Int64 = 300
    /// Evidence from which a brand alone, with nothing beside it, is a short form of the whole name. Han characters that
    /// are met whole need none.
    static let shortFormEvidence: Int64 = 800
    /// Strictness where there is no evidence, and where there is all.
    static let strictest: Int64 = 3_000
    static let mildest: Int64 = 1_000

    /// What words of the screened name that meet nothing cost, by where they stand.
    static let extraInside: Int64 = 450
    static let extraBesideSure: Int64 = 250
    /// Another place beside a brand: a branch.
    static let extraPlaceBeside: Int64 = 100
    static let extraBesideUnsure: Int64 = 800
    /// A generic word where the listed name is in another script: it may be one of those that are missing.
    static let extraTranslated: Int64 = 50
    static let extraTail: Int64 = 50
    /// A region that the listed place lies in.
    static let extraRegion: Int64 = 20
    /// The most that words beside a match of full evidence cost together, as a part of what was met.
    static let mostBeside: Int64 = 300
    static let mostBesideUnsure: Int64 = 3_000

    /// How sure a match is by its evidence, in thousandths.
    @inline(__always)
    static func sureness(evidence: Int64) -> Int64 {
        min(max((evidence - noEvidence) * 1_000 / (fullEvidence - noEvidence), 0), 1_000)
    }

    @inline(__always)
    static func strictness(_ sureness: Int64) -> Int64 {
        strictest - (strictest - mildest) * sureness / 1_000
    }

    /// What words beside the match cost.
    @inline(__always)
    static func besidePart(_ sureness: Int64) -> Int64 {
        extraBesideUnsure - (extraBesideUnsure - extraBesideSure) * sureness / 1_000
    }

    /// The most that they cost together, as a part of what was met.
    @inline(__always)
    static func mostBeside(_ sureness: Int64) -> Int64 {
        mostBesideUnsure - (mostBesideUnsure - mostBeside) * sureness / 1_000
    }

    /// What is left over on both sides speaks against a match, by class.
    static let brandContradiction: Int64 = 1_000
    static let genericContradiction: Int64 = 500
    static let translatedContradiction: Int64 = 0
    static let placeContradiction: Int64 = 300

    /// What the score is multiplied by.
    static let noIdentity: Int64 = 500
    static let otherPlace: Int64 = 600
    /// Generic words alone that aren't the same words in the same order.
    static let looseGeneric: Int64 = 750
    static let otherPerson: Int64 = 750
    /// A brand that sounds like the listed one's, and does something that the listed name doesn't say.
    static let unconfirmed: Int64 = 900
    /// Common words that together are a brand, in another order: `TIME SENSE` is not `Sense Time`.
    static let swappedWords: Int64 = 700
    /// The weight from which on a word says who is meant in whatever order.
    static let rareWord: Int32 = 800
    static let partOfBrand: Int64 = 700
    static let streetName: Int64 = 700
    static let otherNumber: Int64 = 500
    static let missingNumber: Int64 = 850
    /// A name that many others may have is no strong hit even where it is met whole, and proves nothing about a name that
    /// says more.
    static let weakName: Int64 = 900
    /// The same of a person's name where the screened one is a firm's.
    static let weakNameOfFirm: Int64 = 720

    /// The least similarity with which a word of so many letters met proves what it proves when met exactly.
    static let longWord = 9
    static let surelyMet: Int64 = 775
    /// The least similarity with which a brand counts as met.
    static let brandMet: Int32 = 700
    /// The least score, in ten-thousandths, of names that are equal when written without spaces.
    static func least(_ essence: EssenceMatch) -> Int64 {
        switch essence {
        case .none: 0
        case .shortReading: 8_000
        case .reading: 9_300
        case .letters: 9_700
        }
    }
    /// What the Han characters of a name's run count together as words nobody asked for.
    static let hanExtra: Int64 = 500
}
