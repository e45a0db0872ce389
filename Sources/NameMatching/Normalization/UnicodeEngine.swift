import CICU

/// The Unicode library that names are normalised with.
public enum UnicodeEngine {
    /// ICU's version, such as `72.1`: part of what makes a result reproducible.
    public static var icuVersion: String { String(cString: weir_icu_version()) }
}
