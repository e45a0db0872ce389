/// Sorts texts by their bytes: by the first eight without a comparison, digit by digit from the last one on.
enum BeginningOrder {
    /// A text's number, and its first eight bytes, zeros behind shorter ones, the first byte highest.
    struct Text {
        var beginning: UInt64
        var number: Int32

        init(_ bytes: UnsafeBufferPointer<UInt8>, number: Int32) {
            var beginning: UInt64 = 0
            for place in 0..<8 {
                beginning = beginning << 8 | (place < bytes.count ? UInt64(bytes[place]) : 0)
            }
            self.beginning = beginning
            self.number = number
        }
    }

    /// Puts texts in order.
    ///
    /// - Parameter areInOrder: whether a text, by its number, stands before another that begins as it does.
    /// - Complexity: O(n), but for texts that begin with the same eight bytes.
    static func sort(_ texts: inout Scratch<Text>, by areInOrder: (Int32, Int32) -> Bool) {
        var other = Scratch<Text>(capacity: texts.count)
        _ = other.extend(by: texts.count)
        var next = Scratch<Int32>(repeating: 0, count: 257)
        for shift in stride(from: UInt64(0), to: 64, by: 8) {
            next.fill(0, count: 257)
            for place in texts.indices { next[digit(texts[place], shift) + 1] += 1 }
            for digit in 0..<256 { next[digit + 1] += next[digit] }
            for place in texts.indices {
                let digit = digit(texts[place], shift)
                other[Int(next[digit])] = texts[place]
                next[digit] += 1
            }
            swap(&texts, &other)
        }
        var first = 0
        while first < texts.count {
            var last = first + 1
            while last < texts.count, texts[last].beginning == texts[first].beginning { last += 1 }
            if last - first > 1 {
                var equal = UnsafeMutableBufferPointer(start: texts.base + first, count: last - first)
                equal.sort { areInOrder($0.number, $1.number) }
            }
            first = last
        }
    }

    @inline(__always)
    private static func digit(_ text: Text, _ shift: UInt64) -> Int {
        Int(text.beginning >> shift & 0xFF)
    }
}
