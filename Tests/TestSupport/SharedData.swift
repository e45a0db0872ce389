import Foundation

/// Real lists, customs files and labelled names that some tests run on; they stand beside the project, not in it.
public enum SharedData {
    /// The folder of the shared data, or nil where it doesn't exist: `WEIR_SHARED`, else `../shared/data`.
    public static let folder: URL? = {
        let environment = ProcessInfo.processInfo.environment["WEIR_SHARED"]
        let url =
            environment.map { URL(fileURLWithPath: $0) }
            ?? packageRoot.deletingLastPathComponent().appendingPathComponent("shared/data")
        return FileManager.default.fileExists(atPath: url.path) ? url : nil
    }()

    /// The root folder of this package.
    public static let packageRoot: URL = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}
