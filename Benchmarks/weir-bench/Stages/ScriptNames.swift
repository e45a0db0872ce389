import CSV

/// The distinct party names of a generated file by script.
struct ScriptNames {
    private(set) var lists = WritingSystem.allCases.map { _ in NameList() }

    /// - Parameter most: of each script; 0: all.
    init(_ path: String, most: Int) {
        var distinct = DistinctBytes(foldsCase: false)
        var name: [UInt8] = []
        do throws(InputError) {
            var reader = try RecordReader(path: path, encoding: .utf8, delimiter: UInt8(ascii: ","))
            var columns: [Int]?
            while let chunk = try reader.next() {
                var cursor = RecordCursor(chunk)
                while cursor.next() {
                    guard let columns else {
                        let header = (0..<cursor.fieldCount).map {
                            String(decoding: cursor.field($0).bytes, as: UTF8.self)
                        }
                        columns = GeneratedFile.parties.compactMap { header.firstIndex(of: $0) }
                        continue
                    }
                    for column in columns where column < cursor.fieldCount {
                        name.removeAll(keepingCapacity: true)
                        cursor.field(column).append(to: &name)
                        name.withUnsafeBufferPointer {
                            if !$0.isEmpty, distinct.insert($0) { take($0, most) }
                        }
                    }
                }
            }
        } catch {
            stop("\(error)")
        }
    }

    private mutating func take(_ name: UnsafeBufferPointer<UInt8>, _ most: Int) {
        let place = WritingSystem.allCases.firstIndex(of: WritingSystem(name)) ?? 0
        if most == 0 || lists[place].count < most { lists[place].append(name) }
    }
}
