import Glibc
import CSV
import Glibc

/// Writes shipment records to standard output.
struct RecordGenerator {
    private let records: Int
    private let distinct: Double
    private let planted: Double
    private var random: Randomness
    private var generator = NameGenerator()
    private var pool: [String] = []
    private var bytes: [UInt8] = []

    private static let header =
        "bill,date,shipper,shipper_country,consignee,consignee_address,notify_party,end_user,hs_code,goods,weight_kg,value_usd,planted\n"
    private static let countries = ["CN", "IN", "DE", "BR", "VN", "TR", "US", "NG", "MX", "ID"]
    private static let goods = [
        "GLAZED PORCELAIN TILES 600X600MM, 1.44 M2 A BOX", "COTTON KNITTED T-SHIRTS",
        "NETWORK CAMERAS, 4 MEGAPIXELS",
        "POLYPROPYLENE GRANULES", "PARTS OF MACHINES FOR WORKING STONE, N.E.S.", "SOLID STATE DRIVES 1TB",
    ]

    init(_ options: BenchOptions) {
        records = options.number("records", default: 1_000_000)
        distinct = options.number("distinct", default: 0.3)
        planted = options.number("planted", default: 0.005)
        random = Randomness(seed: options.number("seed", default: UInt64(20_191_009)))
    }

    mutating func run() {
        do {
            let planting = try PlantedNames()
            bytes += Array(RecordGenerator.header.utf8)
            for number in 0..<records {
                appendRecord(number, planting)
                if bytes.count > 1 << 20 { flush() }
            }
            flush()
        } catch {
            stop("\(error)")
        }
    }

    private mutating func appendRecord(_ number: Int, _ planting: PlantedNames) {
        var parties = (0..<4).map { _ in party() }
        var entity = ""
        if random.fraction() < planted {
            let plant = planting.next(&random)
            entity = plant.entity
            parties[random.below(4)] = plant.name
        }
        let day = random.below(28) + 1
        let month = random.below(12) + 1
        let fields = [
            "BL\(10_000_000 + number)", "\(2019 + random.below(5))-\(two(month))-\(two(day))", parties[0],
            random.pick(RecordGenerator.countries), parties[1],
            "\(random.below(900)) HARBOUR ROAD, UNIT \(random.below(80)), ZONE \(random.below(30))",
            parties[2], parties[3],
            "\(690_000 + random.below(9_999))", random.pick(RecordGenerator.goods), "\(random.below(90_000))",
            "\(random.below(900_000)).\(two(random.below(100)))", entity,
        ]
        for (place, field) in fields.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            Array(field.utf8).withUnsafeBufferPointer {
                CSVWriter.append(field: $0, to: &bytes, delimiter: UInt8(ascii: ","))
            }
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    /// A new name, or one written before.
    private mutating func party() -> String {
        if pool.isEmpty || random.fraction() < distinct {
            let name = generator.next(&random)
            pool.append(name)
            return name
        }
        return pool[random.skewed(pool.count)]
    }

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private mutating func flush() {
        bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let count = write(1, UnsafeRawBufferPointer(rebasing: rest).baseAddress!, rest.count)
                guard count > 0 else { stop("can't write: \(String(cString: strerror(errno)))") }
                rest = rest.dropFirst(count)
            }
        }
        bytes.removeAll(keepingCapacity: true)
    }
}
