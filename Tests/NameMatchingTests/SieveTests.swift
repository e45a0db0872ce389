import Testing

@testable import NameMatching

/// What the sieve must not lose: names that show a listed one only by several words together, or by reading.
struct SieveTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let listed: [String]
        let names: [String]
        var testDescription: String { names[0] }
    }

    /// Each is a way in which words alone say less than the name read whole.
    static let cases = [
        // Words taken apart, and pieces that meet their neighbours.
        Case(
            listed: ["Hikvision", "Hikvision Digital"],
            names: ["HIK VISIONTECHNOLOGY LTD", "HIKVISIONDIGITALTECHNOLOGY"]),
        Case(listed: ["Huawei Tech", "Huawei"], names: ["HUAWEICOMPANY TECH", "HUAWEITECH COLTD"]),
        Case(listed: ["Beltechexport, CJSC"], names: ["Beltchexport, CJSC", "BELTECHEXPROT CJSC"]),
        // Legal forms in front, apart and glued to what they stand before.
        Case(
            listed: ["Technology Services", "Digital Trading"],
            names: [
                "LIMITED COMPANYTECHNOLOGYSERVICES", "LLC COMPANYTECHNOLOGY SERVICES LTD",
                "LTD COMPANYDIGITAL TRADING",
                "COMPANYDIGITALTRADING LTD", "LIMITED LIABILITY COMPANYDIGITALTRADING OF XYZZY",
            ]),
        // Other terms met by a join alone.
        Case(
            listed: ["Alpha Sense Time", "Alpha Sensetime"],
            names: ["ALPHA SENSETIME", "ALPHA SENSE TIME", "ALPHASENSE TIME"]),
        // The end of a field.
        Case(
            listed: ["Hangzhou Hikvision Digital Technology Co., Ltd."],
            names: ["HANGZHOU HIKVISI", "HANGZHOU HIKVISION DIGITAL TECHNOLO", "HANGZHOU HIKVISION DIG"]),
        Case(listed: ["Rosneft"], names: ["ROSNEFT PUBLIC JOINT ST", "ROSNEFT PUBLIC JOINT"]),
        // Numbers in words and figures.
        Case(
            listed: ["38th Research Institute", "No. 13 Research Institute", "中国电子科技集团第十三研究所"],
            names: [
                "THIRTY EIGHTH RESEARCH INSTITUTE", "THIRTY 8 RESEARCH INSTITUTE", "RESEARCH INSTITUTE NO 13",
                "XIII RESEARCH INSTITUTE", "第13研究所", "第十三研究所",
            ]),
        // Family names and characters read otherwise.
        Case(listed: ["Zeng Guofan", "Shan Yu"], names: ["曾国藩", "单雨", "曾國藩"]),
        Case(listed: ["Chongqing Changan", "Dahua", "Xianda"], names: ["重庆长安", "达华", "大华", "西安达"]),
        // Letters between slashes, letters apart.
        Case(
            listed: ["Xerxes", "Ahuawei", "Srl Foo"],
            names: ["M/S XERXES", "C/O XERXES", "Y A HUAWEI", "S.R.L. FOO", "A. HUAWEI"]),
        // Spaced, unspaced and spelled otherwise.
        Case(
            listed: ["Lucheng Dianzi", "Alexei Petrov", "上海绿城电子有限公司"],
            names: [
                "LV CHENG DIANZI", "LVCHENGDIANZI", "LYU CHENG DIAN ZI", "ALEKSEY PETROV",
                "shanghailuchengdianziyouxiangongsi",
            ]),
        // What identifies is light beside what is said: other words, twice, in brackets, behind.
        Case(
            listed: ["Plastik", "LLC Center", "Acme, 12 Foobar Road", "Machine Building Plant Arsenal"],
            names: [
                "PLASTIK", "XYZZY PLASTIK LTD", "CENTER CENTER LLC", "XYZZY TRADERS C/O PLASTIK", "ACME",
                "FOOBAR ROAD",
                "ARSENAL MACHINE BUILDING PLANT", "PLASTIK, XYZZY", "XYZZY (PLASTIK)", "XYZZY\nPLASTIK",
                "XYZZY ON BEHALF OF LLC CENTER",
            ]),
        // A legal form or an article in front, which may be the brand and ends no name; strangers behind it and at the
        // end.
        Case(
            listed: ["LLC Center", "THE BASE", "OOO Neft", "KK International Traders", "The LLC Marine"],
            names: [
                "LLC CENTER", "LLC XYZZY", "LLC XYZZY CENTER", "LLC XYZZY LLC CENTER", "THE XYZZY BASE",
                "THE BASE",
                "ООО НЕФТЬ", "OOO NEFT XYZZYPLUGH", "THE LLC MARINE", "THE MARINE XYZZY LLC",
                "LLC CO XYZZY CENTER",
                "KK ON BEHALF OF INTERNATIONAL TRADERS", "ON BEHALF OF LLC CENTER", "M/S LLC CENTER",
                "ON BEHALF OF XYZZY KK INTERNATIONAL TRADERS", "XYZZY IMPORT AND EXPORT LLC CENTER",
                "LIMITED LIABILITY COMPANY CENTER", "LIMITED LIABILITY COMPANY XYZZY CENTER",
                "(LLC) XYZZY, CENTER",
            ]),
        // What is left over on both sides, and the end of a field that may be left of a listed word.
        Case(
            listed: [
                "Light Cloud Tec hnology", "Scitech Transport Lim ited", "Foobar Plugh Hospital",
                "Plant No. 38",
                "Foobar Electronics Institute",
            ],
            names: [
                "LIGHT CLOUD TECHNOLOGY", "XYZZY TECHNOLOGY CO LTD", "LIGHT XYZZY CLOUD TECHNOLOGY",
                "SCITECH TRANSPORT LIMITED", "SCITECH LIMITED", "XYZZY TRANSPORT LIMITED",
                "FOOBAR HOSPITAL XYZZY",
                "FOOBAR PLUGH UNIVERSITY", "FOOBAR PLUGH HOSPI", "FOOBAR PLUGHS HOSPITA", "PLANT 38",
                "PLANT 39",
                "XYZZY PLANT", "PLANT THIRTY EIGHT", "FOOBAR SOFTWARE INSTITUTE",
                "FOOBAR ELECTRONICS INSTITUTE XYZ",
            ]),
        // Met by part of a longer term, whose first word is nothing that is listed: a legal form, a city.
        Case(
            listed: [
                "Aktsionernoe Obshchestvo Polimer", "Joint Stock Company Avtomatika", "Anshi Asia Pacific",
            ],
            names: [
                "Xyzzy Otkrytoe Aktsionernoe Obshchestvo", "XYZZY, ZAKRYTOE AKTSIONERNOE OBSHCHESTVO",
                "Priborostroeniya Konstruktorskoe Byuro Otkrytoe Aktsionernoe Obshchestvo",
                "XYZZY CLOSED JOINT STOCK COMPANY", "XI AN SHI XYZZY MICROELECTRONICS", "XI AN SHI XYZZY",
            ]),
        Case(
            listed: ["J. Smith", "John A. Smith", "A. B."],
            names: ["JOHN SMITH", "J SMITH", "A. B.", "SMITH, J.", "JOHN ADAM SMITH"]),
        Case(listed: ["Вектор", "Hikvision"], names: ["ХИКВИЖН", "VEKTOR", "Хиквижн Диджитал", "هيكفيجن"]),
        Case(
            listed: ["新疆维吾尔自治区公安厅", "Urumqi Public Security Bureau"],
            names: ["新疆公安厅", "WULUMUQI PSB", "乌鲁木齐市公安局", "URUMQI"]),
    ]

    @Test(arguments: cases, [0.0, 0.3, 0.5, 0.5001, 0.75, 0.97, 1.0])
    func agreesWithTheReference(_ one: Case, threshold: Double) {
        let names = one.listed.enumerated().map { ListedName(entity: Int32($0.offset), text: $0.element) }
        let index = NameIndex(names: names, threshold: Score(threshold))
        LosslessTests.expectAgreement(index, one.names, "threshold \(threshold)")
    }

    /// Very many persons are found by an initial and another name.
    @Test(arguments: [0.3, 0.6, 0.75, 0.9]) func crowdsAgree(threshold: Double) {
        let given = ["Abdul", "Ahmed", "Anton", "Maria", "Mehmet", "Ali", "Satar", "Pyotr", "Jan", "A."]
        let names = (0..<300).map { number in
            let last = ["Maghoura", "Mangal", "Mehaqqani", "Mozadran", "Mibrahim"][number / 60]
            let words = [
                given[number % 10], given[number / 10 % 6],
                last + ["", "i", "ov", "zai", "nur", "par"][number / 10 % 6],
            ]
            return ListedName(entity: Int32(number), text: words.joined(separator: " "))
        }
        let index = NameIndex(names: names, threshold: Score(threshold))
        let initials = [true, false].map {
            index.vocabulary.find(.initial(UInt8(ascii: "m"), isListed: $0))
        }
        #expect(threshold > 0.8 || initials.contains { $0 >= 0 && index.sieve.doors.crowd($0) != nil })
        let asked = names.prefix(40).flatMap { name in
            let words = name.text.split(separator: " ")
            return [
                name.text, "\(words[0].first!) \(words[1]) \(words[2])",
                "\(words[0]) \(words[1].first!). \(words[2])",
                "\(words[0].first!) \(words[1].first!) \(words[2])", "\(words[2]) \(words[0])",
                "\(words[0])\(words[1]) \(words[2])", "\(words[0].first!) \(words[2])", "A B Xyzzy",
            ]
        }
        LosslessTests.expectAgreement(index, asked, "crowds, threshold \(threshold)")
    }

    /// Cells of very many words take no more than their share, and lose nothing.
    @Test func longCellsAgree() {
        let names = [
            ListedName(entity: 0, text: "Hangzhou Hikvision"),
            ListedName(entity: 1, text: "Research Institute of Machines"),
        ]
        let index = NameIndex(names: names)
        let words = [
            "machine", "research", "university", "institute", "of", "co", "ltd", "hikvision", "xyzzy",
        ]
        let cells = (0..<4).map { start in
            (0..<600).map { words[($0 * 7 + start) % words.count] }.joined(separator: " ")
        }
        LosslessTests.expectAgreement(index, cells, "long cells")
    }
}
