import CSystem

/// SHA-256 (FIPS 180-4), so that a run can say byte for byte which list it used.
///
/// Weir's commands link neither Foundation nor a crypto library; a list is hashed once a run, at 2 GB/s where the
/// processor has instructions for it, else at some 200 MB/s.
public enum SHA256 {
    /// The digest of `bytes` as 64 lower-case hexadecimal digits.
    ///
    /// - Complexity: O(n).
    public static func hexDigest(of bytes: UnsafeBufferPointer<UInt8>) -> String {
        hexDigest(of: bytes, byInstructions: weir_has_sha256())
    }

    static func hexDigest(of bytes: UnsafeBufferPointer<UInt8>, byInstructions: Bool) -> String {
        var state = initialState
        let whole = bytes.count / blockSize * blockSize
        let compress = byInstructions ? compressByInstructions : compress
        compress(&state, UnsafeBufferPointer(rebasing: bytes[..<whole]))
        paddedTail(of: bytes, from: whole).withUnsafeBufferPointer { compress(&state, $0) }
        return hexadecimal(state)
    }

    /// The digest of an array of bytes.
    public static func hexDigest(of bytes: [UInt8]) -> String {
        bytes.withUnsafeBufferPointer { hexDigest(of: $0) }
    }

    private static let blockSize = 64

    /// What is left after the whole blocks, with the 1 bit, zeros and the message's length in bits behind it.
    private static func paddedTail(of bytes: UnsafeBufferPointer<UInt8>, from offset: Int) -> [UInt8] {
        var tail = Array(bytes[offset...])
        tail.append(0x80)
        while tail.count % blockSize != blockSize - 8 { tail.append(0) }
        let bits = UInt64(bytes.count) &* 8
        for shift in stride(from: 56, through: 0, by: -8) {
            tail.append(UInt8(truncatingIfNeeded: bits >> shift))
        }
        return tail
    }

    private static func compressByInstructions(
        _ state: inout [UInt32], _ blocks: UnsafeBufferPointer<UInt8>
    ) {
        guard let base = blocks.baseAddress else { return }
        weir_sha256(&state, base, blocks.count / blockSize, roundConstants)
    }

    private static func compress(_ state: inout [UInt32], _ blocks: UnsafeBufferPointer<UInt8>) {
        // Pointers, taken once: the checks of arrays and of lazy globals cost half the time.
        state.withUnsafeMutableBufferPointer { state in
            roundConstants.withUnsafeBufferPointer { constants in
                withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
                    for start in stride(from: 0, to: blocks.count, by: blockSize) {
                        expand(
                            UnsafeBufferPointer(rebasing: blocks[start..<start + blockSize]), into: schedule)
                        mix(schedule, into: state, constants)
                    }
                }
            }
        }
    }

    /// The 16 words of a block and the 48 that follow from them.
    private static func expand(
        _ block: UnsafeBufferPointer<UInt8>, into schedule: UnsafeMutableBufferPointer<UInt32>
    ) {
        for i in 0..<16 {
            schedule[i] =
                UInt32(block[4 * i]) << 24 | UInt32(block[4 * i + 1]) << 16
                | UInt32(block[4 * i + 2]) << 8 | UInt32(block[4 * i + 3])
        }
        for i in 16..<64 {
            let a = schedule[i - 15]
            let b = schedule[i - 2]
            let s0 = rotated(a, 7) ^ rotated(a, 18) ^ a >> 3
            let s1 = rotated(b, 17) ^ rotated(b, 19) ^ b >> 10
            schedule[i] = schedule[i - 16] &+ s0 &+ schedule[i - 7] &+ s1
        }
    }

    private static func mix(
        _ schedule: UnsafeMutableBufferPointer<UInt32>, into state: UnsafeMutableBufferPointer<UInt32>,
        _ constants: UnsafeBufferPointer<UInt32>
    ) {
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        for i in 0..<64 {
            let s1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
            let choice = (e & f) ^ (~e & g)
            let t1 = h &+ s1 &+ choice &+ constants[i] &+ schedule[i]
            let s0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
            let majority = (a & b) ^ (a & c) ^ (b & c)
            (h, g, f, e, d, c, b, a) = (g, f, e, d &+ t1, c, b, a, t1 &+ s0 &+ majority)
        }
        state[0] &+= a
        state[1] &+= b
        state[2] &+= c
        state[3] &+= d
        state[4] &+= e
        state[5] &+= f
        state[6] &+= g
        state[7] &+= h
    }

    private static func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 {
        word >> count | word << (32 - count)
    }

    private static func hexadecimal(_ state: [UInt32]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for word in state {
            for shift in stride(from: 28, through: 0, by: -4) {
                text.append(digits[Int(word >> UInt32(shift) & 15)])
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    // The first 32 bits of the fractional parts of the square roots of the first 8 primes, and of the cube roots
    // of the first 64: computed rather than copied; the standard's test vectors prove them right.
    private static let initialState: [UInt32] = firstPrimes(8).map { fractionBits(of: $0, root: 2) }
    private static let roundConstants: [UInt32] = firstPrimes(64).map { fractionBits(of: $0, root: 3) }

    private static func firstPrimes(_ count: Int) -> [UInt64] {
        var primes: [UInt64] = []
        var candidate: UInt64 = 2
        while primes.count < count {
            if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
            candidate += 1
        }
        return primes
    }

    /// The first 32 bits of the fraction of the square or cube root of `number`: the largest x with
    /// xʳᵒᵒᵗ ≤ number · 2^(32·root) is the root with 32 fractional bits.
    private static func fractionBits(of number: UInt64, root: Int) -> UInt32 {
        let target = UInt128(number) << UInt128(32 * root)
        var low: UInt128 = 0
        var high: UInt128 = 1 << 37
        while high - low > 1 {
            let middle = (low + high) / 2
            let power = root == 2 ? middle * middle : middle * middle * middle
            if power <= target { low = middle } else { high = middle }
        }
        return UInt32(truncatingIfNeeded: low)
    }
}
