import CSystem
import TestSupport
import Testing

@testable import NameMatching

/// What the cache of names does in C, against loops.
@Suite struct ByteKernelTests {
    /// Every length, and a difference in every place.
    @Test func bytesAreComparedAndCopiedToTheLast() {
        var generator = SeededGenerator(seed: 1)
        for count in 0...100 {
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
            var copy = [UInt8](repeating: 7, count: count + 20)
            weir_copy_bytes(&copy, bytes, count)
            #expect(copy == bytes + [UInt8](repeating: 7, count: 20))
            #expect(weir_same_bytes(copy, bytes, count))
            for place in 0..<count {
                copy[place] ^= 1 << UInt8(place % 8)
                if weir_same_bytes(copy, bytes, count) { Issue.record("\(count) bytes, place \(place)") }
                copy[place] = bytes[place]
            }
        }
    }

    @Test func tagsAreFoundAndPutFirst() {
        var generator = SeededGenerator(seed: 2)
        // At the start of a cache line, as sets are.
        let tags = UnsafeMutableRawPointer.allocate(byteCount: 64, alignment: 64)
            .bindMemory(to: UInt32.self, capacity: 16)
        defer { UnsafeMutableRawPointer(tags).deallocate() }
        for place in 0..<16 { tags[place] = 99 }
        var expected = [UInt32](repeating: 99, count: 8)
        for _ in 0..<2_000 {
            // Few numbers, so that some stand there twice; tags that differ in one byte alone.
            let tag = UInt32(1) << UInt32.random(in: 0..<32, using: &generator)
            weir_put_first(tags, tag)
            expected = [tag] + expected.dropLast()
            #expect((0..<16).map { tags[$0] } == expected + [UInt32](repeating: 99, count: 8))
            for wanted in [tag, expected[7], 1, 1 << 31] {
                let bits = (0..<8).reduce(UInt32(0)) { $0 | (expected[$1] == wanted ? 1 << UInt32($1) : 0) }
                #expect(weir_equal_tags(tags, wanted) == bits)
            }
        }
    }

    /// Names that differ in one byte, of every length: sets and tags tell them apart.
    @Test func hashesHangOnEveryByte() {
        for count in 0...70 {
            var name = [UInt8](repeating: 65, count: count)
            var hashes: Set<UInt64> = [name.withUnsafeBufferPointer { NameCache.hash($0) }]
            for place in 0..<count {
                for bit in 0..<8 {
                    name[place] ^= 1 << UInt8(bit)
                    hashes.insert(name.withUnsafeBufferPointer { NameCache.hash($0) })
                    name[place] = 65
                }
            }
            #expect(hashes.count == 8 * count + 1)
        }
    }
}
