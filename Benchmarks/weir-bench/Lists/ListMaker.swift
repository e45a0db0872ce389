import CSV
import Screening

/// Makes lists of growing size in Weir's own format; each holds the built-in one whole, so that what is planted from
/// it is on every list.
struct ListMaker {
    struct Name {
        var entity: String
        var text: String
        var kind: String
    }

    private static let sizes = [300, 5_000]
    private static let largest = 50_000

    private let folder: String
    private let seed: UInt64
    private let builtIn: [Name]
    /// The first list and all lists together, without entities that the built-in list has.
    private let first: [Name]
    private let all: [Name]

    init(_ options: BenchOptions) throws(ScreeningError) {
        guard let output = options.text("output") else { options.fail("lists wants --output") }
        folder = output
        seed = options.number("seed", default: 1)
        builtIn = ListMaker.names(of: try EntityList.builtIn())
        var known = Set(builtIn.map { $0.text.lowercased() })
        var lists: [[Name]] = []
        for path in options.all("list") {
            lists.append(ListMaker.without(&known, ListMaker.names(of: try EntityList(path: path))))
        }
        if let path = options.text("sdn") {
            var reader = OFACReader()
            do {
                try reader.read(names: path)
                if let aliases = options.text("alt") { try reader.read(aliases: aliases) }
            } catch { stop("\(error)") }
            lists.append(ListMaker.without(&known, reader.names))
        }
        all = lists.flatMap(\.self)
        first = lists.first ?? []
    }

    func run() throws(ScreeningError) {
        FileBytes.makeFolder(folder)
        write(builtIn, to: "28-entities")
        let given = all.prefix(ListMaker.largest - builtIn.count)
        var large = builtIn + given
        large += try mutants(count: ListMaker.largest - large.count)
        large += ListMaker.madeUp(count: ListMaker.largest - large.count, seed: seed)
        for size in ListMaker.sizes {
            let names = size - builtIn.count <= first.count ? first : Array(large.dropFirst(builtIn.count))
            write(builtIn + spread(names, count: size - builtIn.count), to: "\(size)")
        }
        if !first.isEmpty { write(builtIn + first, to: "whole") }
        write(large, to: "\(ListMaker.largest)")
    }

    /// The built-in list and names that nobody bears: a list of any size where no other is at hand.
    static func madeUpList(count: Int, seed: UInt64) throws(ScreeningError) -> [UInt8] {
        let builtIn = names(of: try EntityList.builtIn())
        return csv(builtIn + madeUp(count: count - builtIn.count, seed: seed))
    }

    private static func madeUp(count: Int, seed: UInt64) -> [Name] {
        guard count > 0 else { return [] }
        // Other names than a file of the same seed has.
        var source = NameSource(seed: seed &+ 0x6C69_7374, newShare: 1)
        var buffer = ByteBuffer()
        return (1...count).map { number in
            buffer.removeAll()
            source.append(to: &buffer, quoted: false)
            return Name(
                entity: "MADE-UP-\(number)", text: String(decoding: buffer.from(0), as: UTF8.self),
                kind: "primary")
        }
    }

    private static func names(of list: EntityList) -> [Name] {
        list.entities.flatMap { entity in
            entity.names.map { Name(entity: entity.id, text: $0.text, kind: "\($0.kind)") }
        }
    }

    /// The names of entities none of whose names is known from a list before: every hit would come twice.
    private static func without(_ known: inout Set<String>, _ names: [Name]) -> [Name] {
        let twice = Set(names.filter { known.contains($0.text.lowercased()) }.map(\.entity))
        let rest = names.filter { !twice.contains($0.entity) }
        known.formUnion(rest.map { $0.text.lowercased() })
        return rest
    }

    /// So many names, in groups of entities that lie evenly over the list.
    private func spread(_ names: [Name], count: Int) -> [Name] {
        var starts: [Int] = []
        for place in names.indices where place == 0 || names[place].entity != names[place - 1].entity {
            starts.append(place)
        }
        let step = max(1, names.count / count)
        var chosen: [Name] = []
        for offset in 0..<step {
            for entity in stride(from: offset, to: starts.count, by: step) {
                let end = entity + 1 < starts.count ? starts[entity + 1] : names.count
                for place in starts[entity]..<end where chosen.count < count { chosen.append(names[place]) }
            }
        }
        return chosen
    }

    /// Changed names of the lists, each as an entity of its own, where there are not names enough.
    private func mutants(count: Int) throws(ScreeningError) -> [Name] {
        guard count > 0, !all.isEmpty else { return [] }
        // Some twelve mutants come of a name; a self-test of few names is quick.
        let base = spread(all, count: min(all.count, count / 8 + 50))
        let catalog = try ListCatalog([
            EntityList(bytes: ListMaker.csv(base), name: "base", path: "(base)")
        ])
        var options = SelfTest.Options()
        options.seed = seed
        var known = Set((builtIn + all).map { $0.text.lowercased() })
        var made: [Name] = []
        for outcome in SelfTest(catalog: catalog, options: options).run().outcomes where made.count < count {
            guard known.insert(outcome.mutant.lowercased()).inserted else { continue }
            made.append(Name(entity: "MUTANT-\(made.count + 1)", text: outcome.mutant, kind: "primary"))
        }
        return made
    }

    private static func csv(_ names: [Name]) -> [UInt8] {
        var bytes = Array("entity_id,name,name_type\n".utf8)
        for name in names {
            CSVWriter.append(field: name.entity, to: &bytes)
            bytes.append(UInt8(ascii: ","))
            CSVWriter.append(field: name.text, to: &bytes)
            bytes += Array(",\(name.kind)\n".utf8)
        }
        return bytes
    }

    private func write(_ names: [Name], to name: String) {
        let path = "\(folder)/\(name).csv"
        FileBytes.write(ListMaker.csv(names), to: path)
        print("\(path): \(names.count) names of \(Set(names.map(\.entity)).count) entities")
    }
}
