import CSV
import Glibc
import NameMatching

/// Screens the records of chunks, one worker's: it owns a matcher, whose caches serve chunk after chunk.
struct RecordScreener: ~Copyable {
    private var matcher: Matcher
    private let catalog: ListCatalog
    private let options: ScreeningOptions
    private var nameScratch: [UInt8] = []
    private var scratch: [UInt8] = []
    /// What rows are made of for the file in work.
    private var rows: (file: Int, hit: HitRow, record: RecordRow)?

    /// How much of a rejected record is shown.
    static let rejectTextBytes = 500

    init(index: NameIndex, catalog: ListCatalog, options: ScreeningOptions) {
        matcher = Matcher(index: index)
        self.catalog = catalog
        self.options = options
    }

    /// What has been done with names so far.
    var statistics: MatcherStatistics { matcher.statistics }

    /// Screens a chunk of a file.
    mutating func screen(_ chunk: Chunk, of file: InputFile) -> ChunkResult {
        let start = monotonicNanoseconds()
        if rows?.file != file.index {
            rows = (
                file.index, HitRow(file: file, options: options), RecordRow(file: file, options: options)
            )
        }
        var result = ChunkResult(file: file, counts: Counts(lists: catalog.lists.count))
        result.linesSkipped = chunk.linesSkipped
        if let malformed = chunk.malformed {
            result.counts.read = 1
            chunk.withBytes { reject(malformed, record: $0, linesBefore: 0, in: &result) }
            result.lines = malformed.lineCount
        } else {
            screenRecords(of: chunk, in: file, into: &result)
        }
        result.lines += chunk.linesSkipped
        result.nanoseconds = monotonicNanoseconds() - start
        return result
    }

    private mutating func screenRecords(
        of chunk: Chunk, in file: InputFile, into result: inout ChunkResult
    ) {
        guard let layout = file.layout else { return }
        let isValid = chunk.withBytes { isValidUTF8($0) }
        var cursor = RecordCursor(chunk)
        while cursor.next() {
            result.counts.read += 1
            let record = cursor.recordWithLineEnd
            if !isValid, let position = firstInvalidUTF8(record) {
                let malformed = Malformed.undecodable(
                    record: record, position: position, byteOffset: chunk.byteOffset + cursor.recordOffset,
                    lineCount: cursor.lineCount - cursor.linesBefore, encoding: file.encoding)
                reject(malformed, record: cursor.record, linesBefore: cursor.linesBefore, in: &result)
                // Nothing behind the first reject is written: the run ends there.
                if options.isStrict { break }
                continue
            }
            if cursor.fieldCount != layout.columns.count { result.counts.ragged += 1 }
            screenRecord(cursor, layout: layout, into: &result)
        }
        result.lines = cursor.lineCount
    }

    private mutating func screenRecord(
        _ cursor: borrowing RecordCursor, layout: Layout, into result: inout ChunkResult
    ) {
        let emit = options.emit
        var best: Hit?
        for column in layout.parties where column.index < cursor.fieldCount {
            let field = cursor.field(column.index)
            guard field.hasEscapes else {
                screenParty(field.bytes, column, cursor, layout, &best, &result)
                continue
            }
            // Taken out of self while self is at work, and put back with its memory.
            var name: [UInt8] = []
            swap(&name, &nameScratch)
            name.removeAll(keepingCapacity: true)
            field.append(to: &name)
            name.withUnsafeBufferPointer { screenParty($0, column, cursor, layout, &best, &result) }
            swap(&name, &nameScratch)
        }
        guard emit != .hits, let rows else { return }
        if emit == .records || (best != nil) == (emit == .flagged) {
            rows.record.append(cursor, best: best, scratch: &scratch, to: &result.bytes)
        }
    }

    private mutating func screenParty(
        _ name: UnsafeBufferPointer<UInt8>, _ column: PartyColumn, _ cursor: borrowing RecordCursor,
        _ layout: Layout, _ best: inout Hit?, _ result: inout ChunkResult
    ) {
        guard PartyCell.holdsName(name) else { return }
        result.counts.parties += 1
        let matches = matcher.matches(name)
        if matches.isEmpty { return }
        for match in matches.prefix(options.top ?? .max) {
            let hit = Hit(
                match, column: column, date: date(of: cursor, layout), catalog: catalog, options: options)
            result.counts.hitsByRole[column.role.place] += 1
            result.counts.hitsByList[catalog.entries[Int(match.entity)].list] += 1
            result.counts.hitsByBand[hit.band.place] += 1
            if best.map({ match.score > $0.match.score }) ?? true { best = hit }
            guard options.emit == .hits, let rows else { continue }
            rows.hit.append(hit, name: name, cursor: cursor, scratch: &scratch, to: &result.bytes)
            result.rows.append(ChunkResult.Row(record: result.counts.read, end: result.bytes.count))
        }
    }

    /// The record's date; read only for hits, which are few.
    private func date(of cursor: borrowing RecordCursor, _ layout: Layout) -> RecordDate? {
        guard let place = layout.date, place < cursor.fieldCount else { return nil }
        return RecordDate(cell: cursor.field(place).bytes)
    }

    private func reject(
        _ malformed: Malformed, record: UnsafeBufferPointer<UInt8>, linesBefore: Int,
        in result: inout ChunkResult
    ) {
        result.counts.rejected += 1
        result.rejects.append(
            ChunkResult.Reject(
                record: result.counts.read, linesBefore: linesBefore, malformed: malformed,
                text: RecordScreener.text(of: record)))
    }

    /// The first bytes of a record as valid UTF-8, cut between two characters.
    private static func text(of record: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var count = min(record.count, rejectTextBytes)
        // Not inside a character: back over the bytes that continue one.
        while count < record.count && count > 0 && record[count] & 0xC0 == 0x80 { count -= 1 }
        let text = String(decoding: record.prefix(count), as: UTF8.self)
        return Array(text.utf8)
    }
}

extension Role {
    /// The role's place in `Role.allCases`.
    var place: Int { Role.allCases.firstIndex(of: self) ?? 0 }
}

extension Band {
    /// The band's place in `Band.allCases`.
    var place: Int { self == .strong ? 0 : 1 }
}

/// Nanoseconds of a clock that only goes forward.
func monotonicNanoseconds() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}
