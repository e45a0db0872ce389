import Dispatch
import Synchronization

/// Two pieces of work that know nothing of each other.
enum SideBySide {
    /// The results of both, the first of another thread where there is one to spare.
    static func run<First: Sendable, Second>(
        isParallel: Bool, _ first: @escaping @Sendable () -> First, _ second: () -> Second
    ) -> (First, Second) {
        guard isParallel else { return (first(), second()) }
        let made = Mutex<First?>(nil)
        let group = DispatchGroup()
        DispatchQueue(label: "weir.beside").async(group: group) {
            let result = first()
            made.withLock { $0 = result }
        }
        let result = second()
        group.wait()
        return (made.withLock { $0 }!, result)
    }
}
