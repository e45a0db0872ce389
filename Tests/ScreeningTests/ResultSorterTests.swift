import CSV
import Dispatch
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Screening

@Suite struct ResultSorterTests {
    /// Results that many threads bring in any order are written in the order of the input, each once.
    @Test(arguments: [1, 2, 3, 4, 5])
    func anyOrderOfArrivalGivesTheSameBytes(_ seed: UInt64) throws {
        let work = try WorkDirectory()
        var options = ScreeningOptions()
        options.emit = .unmatched
        let path = try work.write("CONSIGNEE\n", to: "in.csv")
        let file = try OpenInput(index: 0, path: path, options: options).file
        let writer = ResultWriter(
            output: try BufferedOutput(path: work.path("out.csv")), rejects: nil, inputs: 1, lists: 1,
            options: options)
        let sorter = ResultSorter(writer)
        let count = 500
        var generator = SeededGenerator(seed: seed)
        let order = (0..<count).shuffled(using: &generator)
        let written = Mutex<[Int]>([])
        DispatchQueue.concurrentPerform(iterations: count) { i in
            var result = ChunkResult(file: file, counts: Counts(lists: 1))
            result.bytes = Array("\(order[i])\n".utf8)
            result.counts.read = order[i]
            _ = sorter.deposit(result, sequence: order[i]) { done in
                written.withLock { $0.append(done.counts.read) }
            }
        }
        sorter.withWriter { $0.finish(succeeded: true) }
        #expect(written.withLock { $0 } == Array(0..<count))
        #expect(try work.read("out.csv") == (0..<count).map { "\($0)\n" }.joined(), "seed \(seed)")
    }
}
