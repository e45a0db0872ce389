/// Makes up company names such as customs records hold: their vocabulary keeps growing, a fifth isn't ASCII.
struct NameGenerator {
    private var brands: [String] = []
    private var hanBrands: [String] = []

    private static let onsets = [
        "b", "br", "c", "ch", "d", "dr", "f", "g", "gr", "h", "k", "kr", "l", "m", "n", "p", "pr", "r", "s",
        "sh", "st",
        "t", "tr", "v", "w", "z",
    ]
    private static let vowels = ["a", "e", "i", "o", "u", "ai", "ei", "ia", "ou", "ua"]
    private static let codas = ["", "", "", "l", "m", "n", "r", "s", "t", "x", "ng", "nd"]
    private static let accented = ["é", "ü", "ñ", "ç", "ö", "ã", "í", "š", "ł", "ø"]
    private static let generics = [
        "TRADING", "INTERNATIONAL", "INDUSTRIAL", "CERAMICS", "TEXTILE", "LOGISTICS", "ELECTRONICS",
        "TECHNOLOGY",
        "GROUP", "IMPORT EXPORT", "IMP & EXP", "MACHINERY", "FOODS", "PLASTICS", "GARMENTS",
        "DIGITAL TECHNOLOGY",
        "SERVICES", "HOLDINGS", "BUILDING MATERIALS", "CHEMICAL", "STEEL", "FURNITURE", "AUTO PARTS",
        "SHIPPING",
    ]
    private static let legal = [
        "CO., LTD", "CO LTD", "LTD", "LIMITED", "INC.", "LLC", "S.A.", "SA DE CV", "GMBH", "PVT LTD",
        "SDN BHD", "SRL",
        "LTDA", "B.V.", "CORP", "",
    ]
    private static let places = [
        "SHANGHAI", "GUANGZHOU", "NINGBO", "MUMBAI", "LAGOS", "LIMA", "IZMIR", "HANOI", "DUBAI", "ROTTERDAM",
        "FOSHAN",
        "XIAMEN", "QINGDAO", "HANGZHOU", "KARACHI", "SANTOS",
    ]
    private static let hanPlaces = ["上海", "广州市", "宁波", "佛山市", "厦门", "青岛", "深圳市", "浙江", "江苏", "广东"]
    private static let hanCharacters = Array("新华永盛金龙安泰宏达瑞丰远大星辰东方恒信嘉美康利佳亿卓越鑫源博海天成").map(String.init)
    private static let hanGenerics = ["科技", "贸易", "电子", "陶瓷", "国际贸易", "进出口", "机械", "实业", "纺织", "化工"]
    private static let hanLegal = ["有限公司", "股份有限公司", "有限责任公司", "集团有限公司"]
    private static let cyrillic = [
        "Вектор", "Сфера", "Техно", "Строй", "Альфа", "Меридиан", "Орион", "Ресурс", "Логист",
    ]

    /// A name that was most likely never made before.
    mutating func next(_ random: inout Randomness) -> String {
        switch random.below(100) {
        case 0..<10: han(&random)
        case 10..<16: latin(&random, accent: NameGenerator.accented)
        case 16..<20:
            "ООО \"\(random.pick(NameGenerator.cyrillic))\(random.pick(NameGenerator.cyrillic).lowercased()) \(random.below(9_000))\""
        default: latin(&random, accent: [])
        }
    }

    private mutating func latin(_ random: inout Randomness, accent: [String]) -> String {
        var words: [String] = []
        if random.below(4) == 0 { words.append(random.pick(NameGenerator.places)) }
        for _ in 0...random.below(2) { words.append(brand(&random).uppercased()) }
        if !accent.isEmpty { words[words.count - 1] += random.pick(accent).uppercased() }
        for _ in 0...random.below(2) { words.append(random.pick(NameGenerator.generics)) }
        words.append(random.pick(NameGenerator.legal))
        return words.joined(separator: " ")
    }

    /// A word of names: usually one seen before, common ones more often.
    private mutating func brand(_ random: inout Randomness) -> String {
        if !brands.isEmpty && random.below(100) < 82 { return brands[random.skewed(brands.count)] }
        var word = ""
        for _ in 0...(1 + random.below(2)) {
            word +=
                random.pick(NameGenerator.onsets) + random.pick(NameGenerator.vowels)
                + random.pick(NameGenerator.codas)
        }
        brands.append(word)
        return word
    }

    private mutating func han(_ random: inout Randomness) -> String {
        var brand = ""
        for _ in 0..<(2 + random.below(2)) { brand += random.pick(NameGenerator.hanCharacters) }
        return random.pick(NameGenerator.hanPlaces) + brand + random.pick(NameGenerator.hanGenerics)
            + random.pick(NameGenerator.hanLegal)
    }
}
