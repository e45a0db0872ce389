import Glibc
import NameMatching

/// A file that `weir compile` wrote: lists and the index of their names, used as they lie in the file.
final class CompiledLists: Sendable {
    /// A name as it lies in the file.
    struct NameRow: BitwiseCopyable {
        var entity: Int32
        var text: UInt32
        var flags: UInt32

        private static let isPerson: UInt32 = 1 << 8

        static func flags(of name: ListedName) -> UInt32 {
            UInt32(NameFlags.number(kind: name.kind, isWeak: name.isWeak)) | (name.isPerson ? isPerson : 0)
        }

        func name(_ texts: CompiledTexts) -> ListedName {
            let (kind, isWeak) = NameFlags.meaning(of: Int(flags & ~NameRow.isPerson))
            return ListedName(
                entity: entity, text: texts[Int(text)], kind: kind, isWeak: isWeak,
                isPerson: flags & NameRow.isPerson != 0)
        }
    }

    /// What is known of each list; the entities are read when they are asked for.
    var lists: [EntityList] { (0..<heads.count).map(list) }

    private let file: MappedFile
    private let path: String
    private let header: CompiledHeader
    private let heads: [ListHead]
    private let texts: CompiledTexts
    private nonisolated(unsafe) let words: UnsafeBufferPointer<UInt32>
    /// By entity: where it begins among the words.
    private nonisolated(unsafe) let start: UnsafeBufferPointer<UInt32>
    private nonisolated(unsafe) let listOfEntity: UnsafeBufferPointer<UInt32>
    private nonisolated(unsafe) let names: UnsafeBufferPointer<NameRow>
    /// Stands before the index.
    private nonisolated(unsafe) let indexReader: SectionReader

    /// Opens a compiled list.
    ///
    /// - Returns: nil where the file is something else.
    /// - Throws: where it is damaged, cut off, or of another version.
    /// - Complexity: O(bytes), for the checksum; nothing is copied.
    static func open(_ path: String) throws(ScreeningError) -> CompiledLists? {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        // Whoever reads it as another list says why it can't be opened.
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        var beginning = [UInt8](repeating: 0, count: MemoryLayout.size(ofValue: CompiledHeader.magic))
        guard pread(descriptor, &beginning, beginning.count, 0) == beginning.count,
            CompiledHeader.begins(beginning)
        else { return nil }
        guard let file = MappedFile(descriptor: descriptor, count: Int(status.st_size)) else {
            throw ScreeningError("the list \(path) cannot be mapped into memory: \(systemMessage())")
        }
        return try CompiledLists(file, path: path)
    }

    private init(_ file: MappedFile, path: String) throws(ScreeningError) {
        self.file = file
        self.path = path
        header = try CompiledHeader.read(file.bytes, path: path)
        var reader = SectionReader(
            UnsafeRawBufferPointer(rebasing: file.bytes[CompiledHeader.size...]))
        do throws(SectionReader.Mismatch) {
            texts = CompiledTexts(start: try reader.read(), bytes: try reader.read())
            let headWords: UnsafeBufferPointer<UInt32> = try reader.read()
            var headReader = EntityWordsReader(headWords, texts, from: 0)
            heads = headReader.elements { ListHead(&$0) }
            words = try reader.read()
            start = try reader.read()
            listOfEntity = try reader.read()
            names = try reader.read()
            indexReader = reader
        } catch {
            throw ScreeningError(
                "\(path): the compiled list has another layout than this Weir writes; compile it again")
        }
    }

    // MARK: As lists

    private func list(_ number: Int) -> EntityList {
        let head = heads[number]
        // Of one list, which most files hold, all entities are its own.
        let own = heads.count == 1 ? nil : listOfEntity.indices.filter { listOfEntity[$0] == number }
        return EntityList(
            head, path: "\(path) (\(head.path))",
            entities: ListElements(count: own?.count ?? start.count) { self.entity(own?[$0] ?? $0) })
    }

    private func entity(_ number: Int) -> Entity {
        var reader = EntityWordsReader(words, texts, from: Int(start[number]))
        return reader.entity()
    }

    // MARK: As a catalog

    var entries: ListElements<ListCatalog.Entry> {
        ListElements(count: start.count) {
            ListCatalog.Entry(entity: self.entity($0), list: Int(self.listOfEntity[$0]))
        }
    }

    var listedNames: ListElements<ListedName> {
        ListElements(count: names.count) {
            self.names[$0].name(self.texts)
        }
    }

    /// Why the index in the file can't serve; nil where it does.
    func objection(threshold: Score, words: Words) -> String? {
        let own = Score(tenThousandths: Int32(truncatingIfNeeded: header.threshold))
        if threshold < own {
            return "\(path) was compiled for scores from \(own) on, and \(threshold) is asked for"
        }
        guard CompiledHeader.fingerprint(of: words) == header.fingerprint else {
            return "\(path) was compiled with other --words, or by another version of Weir or ICU"
        }
        return nil
    }

    /// The index in the file; nil where it can't serve.
    func index(threshold: Score, words: Words) -> NameIndex? {
        guard objection(threshold: threshold, words: words) == nil else { return nil }
        var reader = indexReader
        return try? NameIndex(&reader, in: file, threshold: threshold, words: words)
    }
}
