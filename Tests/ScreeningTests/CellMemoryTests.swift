import Testing

@testable import Screening

@Suite struct CellMemoryTests {
    /// Cells of all sizes, some larger than a block, keep their bytes until all are forgotten.
    @Test func cellsKeepTheirBytes() {
        var memory = CellMemory()
        for round in 0..<3 {
            var cells: [(start: UnsafeMutablePointer<UInt8>, count: Int)] = []
            for number in 0..<400 {
                let count = number % 50 == 49 ? 40_000 : number * 7 % 300
                let start = memory.take(count)
                start.update(repeating: UInt8(truncatingIfNeeded: number + round), count: count)
                cells.append((start, count))
            }
            for (number, cell) in cells.enumerated() {
                let bytes = UnsafeBufferPointer(start: cell.start, count: cell.count)
                #expect(bytes.allSatisfy { $0 == UInt8(truncatingIfNeeded: number + round) })
            }
            memory.removeAll()
        }
    }
}
