import NameMatching

/// What runs: part of every account, since results are only as reproducible as their engine.
public enum Product {
    /// The version of Weir.
    public static let version = "0.1.0"
    /// The version of the Unicode library that names are normalised with, such as `72.1`.
    public static var icuVersion: String { UnicodeEngine.icuVersion }
}
