/// Finds the entity that a row belongs to by its key: open addressing over the entities themselves.
struct EntityPlaces {
    /// One more than an entity's place; 0 where none is.
    private var slots = [Int32](repeating: 0, count: 1 << 10)
    private var count = 0
    /// A secret of this run, so that nobody can choose keys that all fall into one place.
    private let seed = UInt64.random(in: .min ... .max)

    /// The place of the entity with a key; `entities.count`, and from now on so, where there is none.
    ///
    /// - Parameter nearby: a place that is looked at first, or -1.
    /// - Complexity: O(bytes) expected.
    mutating func place(of id: UnsafeBufferPointer<UInt8>, _ entities: [Entity], nearby: Int) -> Int {
        if nearby >= 0, entities[nearby].id.isBytes(id) { return nearby }
        if (count + 1) * 2 > slots.count { grow(entities) }
        var slot = Int(truncatingIfNeeded: hash(id)) & (slots.count - 1)
        while slots[slot] > 0 {
            let place = Int(slots[slot]) - 1
            if entities[place].id.isBytes(id) { return place }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = Int32(entities.count + 1)
        count += 1
        return entities.count
    }

    private mutating func grow(_ entities: [Entity]) {
        slots = [Int32](repeating: 0, count: slots.count * 4)
        for place in entities.indices {
            var id = entities[place].id
            var slot = id.withUTF8 { Int(truncatingIfNeeded: hash($0)) } & (slots.count - 1)
            while slots[slot] > 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(place + 1)
        }
    }

    private func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let raw = UnsafeRawBufferPointer(bytes)
        var hash = EntityPlaces.mix(seed ^ UInt64(raw.count))
        var place = 0
        while raw.count - place >= 8 {
            hash = EntityPlaces.mix(hash ^ raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            place += 8
        }
        var rest: UInt64 = 0
        while place < raw.count {
            rest = rest << 8 | UInt64(raw[place])
            place += 1
        }
        return EntityPlaces.mix(hash ^ rest)
    }

    private static func mix(_ number: UInt64) -> UInt64 {
        let product = number.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return product.high ^ product.low
    }
}
