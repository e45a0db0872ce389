/// Formats of files that aren't text, known by their first bytes: what a message says of them.
struct FileFormat {
    /// What the file is, such as "compressed with gzip".
    let description: String
    /// What to do about it; `FILE` stands for the file.
    let advice: String

    /// The format that bytes start with, or nil where they may be text.
    init?(startOf bytes: [UInt8]) {
        if Self.isBzip2(bytes) {
            description = "compressed with bzip2"
            advice = Self.pipe("bzip2 -dc FILE")
            return
        }
        guard let entry = Self.known.first(where: { bytes.starts(with: $0.magic) }) else { return nil }
        description = entry.description
        advice = entry.advice
    }

    /// Magic numbers from the formats' specifications: RFC 1952 (gzip), RFC 8878 (zstd), the bzip2 and xz
    /// file formats, PKWARE's APPNOTE (zip), LZ4 frame, 7-Zip, [MS-CFB] (old Excel), PDF, Parquet, SQLite.
    private static let known: [(magic: [UInt8], description: String, advice: String)] = [
        ([0x1F, 0x8B], "compressed with gzip", pipe("gzip -dc FILE")),
        ([0x28, 0xB5, 0x2F, 0xFD], "compressed with zstd", pipe("zstd -dc FILE")),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "compressed with xz", pipe("xz -dc FILE")),
        ([0x04, 0x22, 0x4D, 0x18], "compressed with lz4", pipe("lz4 -dc FILE")),
        (
            [0x50, 0x4B, 0x03, 0x04], "a zip archive or an Excel workbook (.xlsx)",
            "save the sheet as CSV, or pipe a zipped CSV through unzip: unzip -p FILE | weir screen -"
        ),
        (Array("7z".utf8) + [0xBC, 0xAF, 0x27, 0x1C], "a 7z archive", pipe("7z x -so FILE")),
        (
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
            "an Excel workbook (.xls) or another Office file",
            "save the sheet as CSV"
        ),
        (Array("%PDF-".utf8), "a PDF document", "export its table as CSV"),
        (Array("PAR1\u{15}".utf8), "a Parquet file", "export it as CSV"),
        (Array("SQLite format 3\0".utf8), "an SQLite database", "export the table as CSV"),
        ([0xFF, 0xFE, 0x00, 0x00], "text in UTF-32", pipe("iconv -f UTF-32 -t UTF-8 FILE")),
        ([0x00, 0x00, 0xFE, 0xFF], "text in UTF-32", pipe("iconv -f UTF-32 -t UTF-8 FILE")),
    ]

    /// bzip2's own mark, `BZh`, might be a word: a digit and a block's or the end's first byte follow it.
    private static func isBzip2(_ bytes: [UInt8]) -> Bool {
        bytes.count >= 5 && bytes.starts(with: "BZh".utf8) && (0x31...0x39).contains(bytes[3])
            && (bytes[4] == 0x31 || bytes[4] == 0x17)
    }

    private static func pipe(_ command: String) -> String { "pipe it through \(command) | weir screen -" }
}
