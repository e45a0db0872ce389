import Dispatch
import Synchronization

/// Work on many elements that workers share out among themselves.
enum Parallel {
    /// The results for 0..<count in their order, whatever worker made them.
    ///
    /// - Parameters:
    ///   - workers: at least 1.
    ///   - body: the results of a range, one or none or several an element, in order.
    static func map<Result: Sendable>(
        _ count: Int, workers: Int, _ body: @escaping @Sendable (Range<Int>) -> [Result]
    ) -> [Result] {
        // Parts are small enough that none of the workers waits long for the last one.
        let length = max(1, min(512, count / (workers * 4)))
        let partCount = (count + length - 1) / length
        let next = Atomic(0)
        let results = Mutex([[Result]](repeating: [], count: partCount))
        let group = DispatchGroup()
        for number in 0..<workers {
            // A queue each: a concurrent queue may take a core to be busy and never start its second thread.
            DispatchQueue(label: "weir.parallel.\(number)").async(group: group) {
                while true {
                    let part = next.wrappingAdd(1, ordering: .relaxed).oldValue
                    guard part < partCount else { return }
                    let made = body(part * length..<min(count, (part + 1) * length))
                    results.withLock { $0[part] = made }
                }
            }
        }
        group.wait()
        return results.withLock { $0 }.flatMap(\.self)
    }
}
