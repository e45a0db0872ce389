/// Entities or names of lists: in an array, or in a compiled list, from where each is read when it is asked for.
public struct ListElements<Element: Sendable>: RandomAccessCollection, Sendable {
    private enum Storage {
        case array([Element])
        case compiled(count: Int, element: @Sendable (Int) -> Element)
    }

    private let storage: Storage

    init(_ elements: [Element]) { storage = .array(elements) }

    init(count: Int, element: @escaping @Sendable (Int) -> Element) {
        storage = .compiled(count: count, element: element)
    }

    /// All elements; those of an array without a copy.
    public var all: [Element] {
        switch storage {
        case .array(let elements): elements
        case .compiled: Array(self)
        }
    }

    public var startIndex: Int { 0 }

    public var endIndex: Int {
        switch storage {
        case .array(let elements): elements.count
        case .compiled(let count, _): count
        }
    }

    /// - Complexity: O(1) from an array; from a compiled list O(letters of the element), some µs.
    public subscript(place: Int) -> Element {
        switch storage {
        case .array(let elements): return elements[place]
        case .compiled(let count, let element):
            precondition(place >= 0 && place < count)
            return element(place)
        }
    }
}

extension ListElements: Equatable where Element: Equatable {
    public static func == (left: ListElements, right: ListElements) -> Bool { left.elementsEqual(right) }
}
