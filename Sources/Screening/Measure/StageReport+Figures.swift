import CSV

extension StageReport {
    /// The report as figures with names, in a fixed order; times in seconds, sizes in bytes, shares 0…1.
    private var figures: [(String, JSONValue)] {
        var figures: [(String, JSONValue)] = [
            ("entities", .integer(entities)),
            ("listed_names", .integer(listedNames)),
            ("runs", .integer(runs)),
            ("whole", .boolean(isWhole)),
            ("bytes", .integer(bytes)),
            ("records", .integer(counts.read)),
            ("rejected", .integer(counts.rejected)),
            ("parties", .integer(counts.parties)),
            ("seen_before", .integer(statistics.cacheHits)),
            ("names_read", .integer(namesRead)),
            ("past_the_sieve", .integer(statistics.sifted)),
            ("candidates", .integer(statistics.candidates)),
            ("scored", .integer(statistics.scored)),
            ("hits", .integer(counts.hits)),
            ("seconds", .number(seconds)),
            ("spread", .number(spread)),
            ("records_per_second", .number(recordsPerSecond)),
            ("parties_per_second", .number(partiesPerSecond)),
            ("bytes_per_second", .number(bytesPerSecond)),
            ("index_seconds", .number(indexSeconds)),
            ("peak_bytes", .integer(peakBytes)),
        ]
        for row in rows {
            let name = String(row.stage.rawValue.map { $0 == "-" ? "_" : $0 })
            figures.append(("\(name)_seconds", .number(row.seconds)))
            figures.append(("\(name)_share", .number(row.share)))
        }
        return figures
    }

    /// CSV with one figure a row: `figure,value`.
    public var csv: [UInt8] {
        var bytes = Array("figure,value\n".utf8)
        for (name, value) in figures {
            CSVWriter.append(field: name, to: &bytes)
            bytes.append(UInt8(ascii: ","))
            bytes += value.line
        }
        return bytes
    }

    /// One JSON object in a line: the figures, and the files as `files`.
    public var jsonLine: [UInt8] {
        JSONValue.object([("files", .array(inputs.map(JSONValue.string)))] + figures).line
    }
}
