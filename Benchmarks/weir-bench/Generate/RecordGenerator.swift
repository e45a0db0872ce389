import Glibc
import Screening

/// Writes shipment records with four parties each.
struct RecordGenerator: ~Copyable {
    struct Settings {
        var records = 1_000_000
        /// The share of party names that occur for the first time, 0…1; at 1 no name comes twice.
        var distinct = 0.3
        /// The share of records with a name of the lists, 0…1.
        var planted = 0.005
        /// Lists to plant names of; none: the built-in one.
        var lists: [String] = []
        var seed: UInt64 = 20_191_009
        var script = NameScript.any
    }

    private let settings: Settings
    private var random: Randomness
    private var source: NameSource
    private var planted: PlantedNames
    private var bytes = ByteBuffer(capacity: 2 << 20)

    private static let header: StaticString = """
        bill,date,shipper,shipper_country,consignee,consignee_address,notify_party,end_user,hs_code,goods,\
        weight_kg,value_usd,phenomenon,planted

        """
    private static let countries: [StaticString] = [
        "CN", "IN", "DE", "BR", "VN", "TR", "US", "NG", "MX", "ID",
    ]
    private static let goods: [StaticString] = [
        "\"GLAZED PORCELAIN TILES 600X600MM, 1.44 M2 A BOX\"", "COTTON KNITTED T-SHIRTS FOR MEN AND BOYS",
        "\"NETWORK CAMERAS, 4 MEGAPIXELS, WITH POWER SUPPLY\"", "POLYPROPYLENE GRANULES IN BAGS OF 25 KG",
        "\"PARTS OF MACHINES FOR WORKING STONE, N.E.S.\"", "SOLID STATE DRIVES 1TB",
        "\"WOODEN FURNITURE FOR BEDROOMS, UNASSEMBLED\"", "PNEUMATIC TYRES FOR BUSES AND LORRIES",
    ]

    init(_ settings: Settings) throws(ScreeningError) {
        self.settings = settings
        random = Randomness(seed: settings.seed)
        source = NameSource(seed: settings.seed, newShare: settings.distinct, script: settings.script)
        planted = PlantedNames(
            of: try ListCatalog(paths: settings.lists), seed: settings.seed,
            atLeast: Int(Double(settings.records) * settings.planted * 1.1))
        for name in planted.all { source.reserve(name) }
    }

    mutating func run(to descriptor: Int32) {
        bytes.append(RecordGenerator.header)
        for number in 0..<settings.records {
            append(number)
            if bytes.count > 1 << 20 { bytes.flush(to: descriptor) }
        }
        bytes.flush(to: descriptor)
    }

    private mutating func append(_ number: Int) {
        let plant = random.happens(settings.planted) ? planted.next(mayRepeat: settings.distinct < 1) : nil
        let place = plant == nil ? -1 : random.below(4)
        bytes.append("BL")
        bytes.append(10_000_000 + number)
        separate()
        bytes.append(2_019 + random.below(6))
        bytes.append("-")
        bytes.append(1 + random.below(12), width: 2)
        bytes.append("-")
        bytes.append(1 + random.below(28), width: 2)
        separate()
        appendParty(place == 0 ? plant : nil)
        bytes.append(RecordGenerator.countries[random.below(RecordGenerator.countries.count)])
        separate()
        appendParty(place == 1 ? plant : nil)
        bytes.append("\"")
        bytes.append(1 + random.below(900))
        bytes.append(" HARBOUR ROAD, DISTRICT 7, UNIT ")
        bytes.append(1 + random.below(80))
        bytes.append("\"")
        separate()
        appendParty(place == 2 ? plant : nil)
        appendParty(place == 3 ? plant : nil)
        bytes.append(10_000_000 + random.below(87_000_000))
        separate()
        bytes.append(RecordGenerator.goods[random.below(RecordGenerator.goods.count)])
        separate()
        bytes.append(1 + random.below(90_000))
        separate()
        bytes.append(1 + random.below(900_000))
        bytes.append(".")
        bytes.append(random.below(100), width: 2)
        separate()
        if let plant { bytes.append(Array(plant.phenomenon.utf8)) }
        separate()
        if let plant { bytes.append(Array(plant.entity.utf8)) }
        bytes.append("\n")
    }

    private mutating func appendParty(_ plant: PlantedNames.Planted?) {
        if let plant {
            var name = plant.name
            name.withUTF8 { bytes.append(field: $0) }
        } else {
            source.append(to: &bytes)
        }
        separate()
    }

    private mutating func separate() { bytes.append(UInt8(ascii: ",")) }
}

extension RecordGenerator.Settings {
    init(_ options: BenchOptions) {
        records = options.number("records", default: records)
        distinct = options.number("distinct", default: distinct)
        planted = options.number("planted", default: planted)
        lists = options.all("list")
        seed = options.number("seed", default: seed)
        guard (0...1).contains(distinct), (0...1).contains(planted) else {
            options.fail("--distinct and --planted are shares, 0 to 1")
        }
    }
}
