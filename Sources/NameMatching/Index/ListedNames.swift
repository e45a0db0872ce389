import Dispatch
import Synchronization

/// The names of a list, which several threads read in parts.
///
/// What is made of a name doesn't hang on the others, but for the numbers of faces, which are given out in the order of the
/// names. So each part is read by itself, and parts are put together in their order: what comes out is what one thread
/// would have made, whoever read what.
final class ListedNames: Sendable {
    /// How many names a part has: so few that it stays in a core's cache until it is put to the others, and so many that
    /// most words of a part are looked up in it.
    static let partLength = 256
    /// For fewer names a thread would begin when the first has nearly done.
    static let fewest = 2_048

    /// One thread puts together what all have read, and more than these would wait for it.
    private static let mostWorkers = 4

    private let names: [ListedName]
    private let lexicon: Lexicon
    private let background: BackgroundWords
    private let partCount: Int
    /// Parts take turns in them: one is read into when the part that it held has been put to the others.
    private let slots: [Slot]
    /// Counts the slots that nobody has taken.
    private let free: DispatchSemaphore
    private let next = Atomic(0)

    /// A part, which one thread after the other has for its own.
    private final class Slot: @unchecked Sendable {
        var entries = EntryBuilder(names: partLength)
        let isRead = DispatchSemaphore(value: 0)
    }

    /// Reads all names of a list.
    ///
    /// - Parameter workers: how many threads read at most, this one among them; at least 1.
    static func read(
        _ names: [ListedName], _ lexicon: Lexicon, _ background: BackgroundWords, workers: Int
    ) -> EntryBuilder {
        if workers > 1, names.count >= fewest {
            let workers = min(workers, mostWorkers)
            return ListedNames(names, lexicon, background, workers: workers).read(workers: workers)
        }
        var entries = EntryBuilder(names: names.count)
        var reader = EntryReader(lexicon: lexicon, background: background)
        for number in names.indices { reader.read(names[number], number: number, into: &entries) }
        return entries
    }

    private init(_ names: [ListedName], _ lexicon: Lexicon, _ background: BackgroundWords, workers: Int) {
        self.names = names
        self.lexicon = lexicon
        self.background = background
        partCount = (names.count + ListedNames.partLength - 1) / ListedNames.partLength
        slots = (0..<workers * 3).map { _ in Slot() }
        free = DispatchSemaphore(value: slots.count)
    }

    private func read(workers: Int) -> EntryBuilder {
        let group = DispatchGroup()
        for number in 1..<workers {
            // A queue each: a concurrent queue may take a core to be busy and never start its second thread.
            DispatchQueue(label: "weir.names.\(number)").async(group: group) { [self] in
                var reader = EntryReader(lexicon: lexicon, background: background)
                repeat { free.wait() } while readNext(&reader)
            }
        }
        var entries = EntryBuilder(names: names.count)
        var reader = EntryReader(lexicon: lexicon, background: background)
        for part in 0..<partCount {
            let slot = slots[part % slots.count]
            // Where the others are behind, this thread reads too.
            while slot.isRead.wait(timeout: .now()) == .timedOut {
                guard free.wait(timeout: .now()) == .success, readNext(&reader) else {
                    slot.isRead.wait()
                    break
                }
            }
            entries.append(slot.entries)
            free.signal()
        }
        group.wait()
        return entries
    }

    /// Reads the next part into its slot, for which `free` has been waited; false where there is none left.
    private func readNext(_ reader: inout EntryReader) -> Bool {
        let part = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard part < partCount else {
            free.signal()
            return false
        }
        let slot = slots[part % slots.count]
        slot.entries.removeAll()
        let first = part * ListedNames.partLength
        for number in first..<min(first + ListedNames.partLength, names.count) {
            reader.read(names[number], number: number, into: &slot.entries)
        }
        slot.isRead.signal()
        return true
    }
}
