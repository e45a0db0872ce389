/// What is done with a name as it is written.
extension Sieve {
    /// Takes a name as far as it will be looked at first, and begins to load what will be looked up for its words.
    ///
    /// - Complexity: O(bytes).
    mutating func take(
        _ bytes: UnsafeBufferPointer<UInt8>, into name: inout UnreadName, _ normalizer: inout Normalizer
    ) {
        name.isPlain =
            coarse.isUseful
            && (name.plain.take(bytes)
                || PlainName.mayHaveAccents(bytes) && name.plain.take(bytes, normalizer.foldTable()))
        if name.isPlain {
            coarse.prefetch(name.plain)
        } else {
            normalizer.fold(bytes, into: &name.folded)
            prefetch(name.folded)
        }
    }

    /// Says which listed names a name could reach the threshold with; it is folded where some are left.
    ///
    /// - Parameter bytes: the name as written.
    /// - Complexity: O(words) for names that show nothing.
    mutating func sift(
        _ name: inout UnreadName, bytes: UnsafeBufferPointer<UInt8>, _ normalizer: inout Normalizer,
        _ nearWords: inout NearWords
    ) -> Verdict {
        if name.isPlain {
            if coarse.rulesOut(name.plain, &cache, &normalizer, &nearWords) { return .nothing }
            normalizer.fold(bytes, into: &name.folded)
        }
        return sift(&name.folded, bytes: bytes, &normalizer, &nearWords)
    }

    /// Begins to load what will be looked up for the units of a name.
    @inline(__always)
    private mutating func prefetch(_ name: borrowing FoldedName) {
        if coarse.isUseful {
            coarse.prefetch(name)
            return
        }
        cache.layOut()
        let last = name.text.count - Beginnings.width
        for place in name.units.indices {
            cache.prefetch(name.units[place])
            let start = Int(name.units[place].start)
            if start <= last { vocabulary.beginnings.prefetch(name.text.base + start) }
        }
    }
}
