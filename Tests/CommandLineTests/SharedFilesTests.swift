import Foundation
import TestSupport
import Testing

/// The main job on real customs files: every record of every file is accounted for.
@Suite struct SharedFilesTests {
    private let work: WorkDirectory

    init() throws { work = try WorkDirectory() }

    /// Counts of a parser of a few lines against the account of the run: nothing is lost, nothing is invented, and
    /// none of the built-in list's parties is in files in which there are none.
    @Test(.enabled(if: SharedData.folder != nil, "the real customs files are not here"))
    func sharedCustomsFilesAreAllAccountedFor() throws {
        let folder = try #require(SharedData.folder).appendingPathComponent("customs")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "csv" }.sorted { $0.path < $1.path }
        #expect(files.count == 92)
        let result = try work.weir(arguments: ["screen", "--summary", "sum.json"] + files.map(\.path))
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.lines.count == 1, "a hit in the background: \(result.text)")
        let summary = try #require(
            try JSONSerialization.jsonObject(with: work.bytes("sum.json")) as? [String: Any])
        let accounts = try #require(summary["files"] as? [[String: Any]])
        #expect(accounts.count == files.count)
        var total = 0
        for (file, account) in zip(files, accounts) {
            let counts = try #require(account["records"] as? [String: Int])
            let expected = try records(in: file)
            #expect(counts["read"] == expected, "\(file.lastPathComponent)")
            #expect(counts["screened"]! + counts["rejected"]! == expected, "\(file.lastPathComponent)")
            total += expected
        }
        let all = try #require(summary["records"] as? [String: Int])
        #expect(all["read"] == total)
        #expect(total > 26_000)
    }

    /// The rows of a file without blank lines, its header, and the title line that some files have above it.
    private func records(in file: URL) throws -> Int {
        var data = try Data(contentsOf: file)
        if data.starts(with: [0xEF, 0xBB, 0xBF]) { data = data.dropFirst(3) }
        let rows = SharedData.plainRows(of: data).filter { $0 != [""] }
        let hasTitle = rows[0].count { !$0.isEmpty } <= 1
        return rows.count - (hasTitle ? 2 : 1)
    }
}
