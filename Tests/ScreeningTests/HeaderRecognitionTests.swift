import Foundation
import Screening
import TestSupport
import Testing

@Suite struct HeaderRecognitionTests {
    @Test(arguments: [
        (
            Role.shipper,
            "SHIPPER Shipper SHIPPER_NAME RAW_SHIPPER_NAME H_Shipper_Unified shipperName CONSIGNOR 发货人 發貨人 托运人"
        ),
        (
            .exporter,
            "EXPORTER EXPORTER_NAME_EN EXPORTER_NAME_VN STD_EXPORTER_NAME exportador 出口商 экспортёр ihracatçı"
        ),
        (
            .supplier,
            "SUPPLIER SUPPLIER_NAME STD_SUPPLIER_NAME Suppliers proveedor fornecedor Fournisseur 供应商 供應商"
        ),
        (.seller, "seller SellerName vendedor Продавец 卖方 賣方"),
        (.manufacturer, "MANUFACTURER MANUFACTURER_NAME fabricante 生产商 制造商 製造商 изготовитель"),
        (
            .consignee,
            "CONSIGNEE CONSIGNEE_NAME_EN ConsigneeName consignees CNEE consignatario Destinataire 收货人 收貨人 грузополучатель"
        ),
        (.importer, "IMPORTER IMPORTERNAME IMPORTER_NAME_VN importador Importateur 进口商 進口商"),
        (.buyer, "BUYER BUYER_NAME BUYER_NAME_EN buyer_2 comprador 买方 買方 покупатель"),
        (.purchaser, "PURCHASER PurchaserName 采购商 採購商"),
        (.intermediateConsignee, "INTERMEDIATE_CONSIGNEE intermediateConsigneeName 中间收货人 中間收貨人"),
        (.ultimateConsignee, "ULTIMATE_CONSIGNEE_NAME ultimateConsignee 最终收货人 最終收貨人"),
        (.endUser, "END_USER EndUser END_USER_NAME enduser 最终用户 最終用戶 最终用户名称"),
        (
            .notifyParty,
            "NOTIFY NOTIFY_PARTY NORTIFY_PARTY_NAME RAW_NOTIFY_PARTY_NAME notifyParty1 通知方 通知人 被通知人"
        ),
        (
            .forwarder,
            "FORWARDER FREIGHT_FORWARDER DECLARANT_NAME CLEARING_AGENT_NAME CUSTOMS_BROKER_NAME CHA_NAME AGENT_NAME 货代 報關行"
        ),
        (.carrier, "CARRIER Carrier TRANSPORT_COMPANY H_Carrier_Unified 承运人 承運人 船公司 перевозчик"),
        (.bank, "BANK ISSUING_BANK BankName banco 银行 開證行"),
        (.other, "CONTRACT_HOLDER_NAME TRUSTEE_NAME CONTRACTORS_NAME_AND_LOCATION COMPANY_NAME"),
    ])
    func oneWordHeaders(_ role: Role, _ headers: String) {
        for header in headers.split(separator: " ") {
            #expect(HeaderRecognition.role(ofHeader: String(header)) == role, "\(header)")
        }
    }

    @Test(arguments: [
        ("Notify Party", Role.notifyParty), ("Consignee Unified", .consignee), ("CHA NAME", .forwarder),
        ("Importer of Record", .importer), ("Ship To", .consignee), ("Sold-To Party", .buyer),
        ("Consignee Name and Address", .consignee), ("Consignee Name & Address", .consignee),
        ("Notify Party Name/Address", .notifyParty), ("End-User", .endUser), ("End user's name", .endUser),
        ("  Buyer  ", .buyer), ("收货人名称", .consignee), ("收货人 名称", .consignee),
        ("收货人/Consignee", .consignee), ("Consignee (收货人)", .consignee), ("发货人英文名称", .shipper),
        ("买方（公司名称）", .buyer), ("Nombre del importador", .importer),
        ("Razón social del exportador", .exporter),
        ("Nome do Importador", .importer), ("Raison sociale de l'importateur", .importer),
        ("Destinatário", .consignee), ("Наименование получателя", .consignee),
        ("Also Notify Party", .notifyParty),
        ("Agente de aduanas", .forwarder), ("CUSTOM AGENCY NAME EN", .forwarder), ("STD SUPPLIER", .supplier),
    ])
    func headersOfSeveralWords(_ header: String, _ role: Role) {
        #expect(HeaderRecognition.role(ofHeader: header) == role)
    }

    @Test(arguments: [
        "", " ", "_", "123", "CONSIGNEE_COUNTRY", "CONSIGNEE_ADDRESS", "Consignee D-U-N-S®",
        "H_Consignee_Match_Method",
        "H_Consignee_Dict_Key", "H_Consignee_Primary_Region", "INDICATOR_OF_TRUE_BUYER", "SHIPPING_PORT",
        "IMPORTER_ID",
        "IMPORTER_TIN", "IMPORTER_PHONE_NO", "IMPORTER_ADDRESS_EN", "EXPORTER_CODE", "EXPORTER_POSTAL_CODE",
        "SUPPLIER_UUID", "BUYER_CITY", "RUC_IMPORTER_ID", "VERIF_EXPORTER_ID", "COUNTRY_OF_EXPORTER",
        "WAREHOUSE_OF_IMPORTER", "DECLARANT_CODE", "CARRIER_SASC_CODE", "CUSTOMS_OFFICE_NAME", "VESSEL_NAME",
        "VESSEL",
        "NAME", "DATE", "EXPORT_DATE", "IMPORT_TYPE", "EXPORT_PURPOSE", "PORT_OF_SHIPMENT", "TRANSPORT",
        "SHIP",
        "收货人地址", "收货国家", "发货日期", "收货人 Country", "收货人/Consignee Country", "进口日期", "Notify Party Address",
    ])
    func noParty(_ header: String) {
        #expect(HeaderRecognition.role(ofHeader: header) == nil)
    }

    /// Several roles in one header: the first counts, if every part is a party.
    @Test(arguments: [
        ("Shipper/Exporter", Role.shipper), ("Shipper or Exporter", .shipper),
        ("Importer / Consignee Name", .importer),
        ("发货人/出口商", .shipper), ("Shipper (Exporter)", .shipper), ("荷受人", .consignee), ("수하인", .consignee),
    ])
    func severalRoles(header: String, role: Role) {
        #expect(HeaderRecognition.role(ofHeader: header) == role)
    }

    @Test(arguments: ["Consignee/Country", "Consignee (Country)", "Shipper or Port", "Country/Port"])
    func aPartThatIsNoPartyMakesNone(header: String) {
        #expect(HeaderRecognition.role(ofHeader: header) == nil)
    }

    /// What a person finds in the headers of the 92 real files: every column that names a party, and no other.
    @Test(
        .enabled(if: SharedData.folder != nil, "the real customs files aren't here"))
    func sharedCustomsFilesShowEveryPartyColumn() throws {
        let folder = try #require(SharedData.folder).appendingPathComponent("customs")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
            $0.hasSuffix(".csv")
        }
        #expect(files.count == 92)
        var found: [String: Set<String>] = [:]
        for file in files {
            let catalog = try ListCatalog([try EntityList.builtIn()])
            let columns = try partyColumns(folder.appendingPathComponent(file).path, catalog)
            #expect(!columns.isEmpty, "\(file)")
            for column in columns { found[column.role, default: []].insert(column.name) }
        }
        #expect(found == Self.realColumns)
    }

    private static let realColumns: [String: Set<String>] = [
        "shipper": ["H_Shipper_Unified", "RAW_SHIPPER_NAME", "SHIPPER_NAME", "Shipper", "Shipper Unified"],
        "exporter": [
            "EXPORTER", "EXPORTER_NAME", "EXPORTER_NAME_EN", "EXPORTER_NAME_VN", "STD_EXPORTER_NAME",
        ],
        "supplier": [
            "STD SUPPLIER", "STD_SUPPLIER_NAME", "SUPPLIER", "SUPPLIER NAME", "SUPPLIER NAME EN",
            "SUPPLIER_NAME",
            "SUPPLIER_NAME_EN",
        ],
        "manufacturer": ["MANUFACTURER"],
        "consignee": [
            "CONSIGNEE NAME", "CONSIGNEE_NAME", "CONSIGNEE_NAME_EN", "Consignee", "Consignee Unified",
            "H_Consignee_Unified", "RAW_CONSIGNEE_NAME",
        ],
        "importer": [
            "IMPORTER", "IMPORTER NAME", "IMPORTER NAME EN", "IMPORTERNAME", "IMPORTER_NAME",
            "IMPORTER_NAME_EN",
            "IMPORTER_NAME_VN", "STD_IMPORTER_NAME",
        ],
        "buyer": ["BUYER_NAME", "BUYER_NAME_EN", "STD_BUYER_NAME"],
        "notify_party": [
            "NORTIFY_PARTY_NAME", "NOTIFY_PARTY_NAME", "Notify Party", "Notify Unified",
            "RAW_NOTIFY_PARTY_NAME",
        ],
        "forwarder": [
            "AGENT_NAME", "CHA NAME", "CLEARING_AGENCY_NAME", "CLEARING_AGENT_NAME", "CUSTOM AGENCY NAME",
            "CUSTOM AGENCY NAME EN", "CUSTOMS_AGENCY", "CUSTOMS_AGENCY_EN", "CUSTOMS_AGENT",
            "CUSTOMS_BROKER_NAME",
            "CUSTOMS_DECLARANT_NAME", "DECLARANT_NAME", "FORWARDER", "SHIPPING_AGENCY",
        ],
        "carrier": ["CARRIER", "Carrier", "H_Carrier_Unified", "TRANSPORT_COMPANY"],
        "bank": ["BANK"],
        "other": [
            "COMMERCIAL_DEPOSIT", "CONTRACTORS_NAME_AND_LOCATION", "CONTRACT_HOLDER_NAME",
            "H_Consignee_Ultimate_Parent", "H_Shipper_Ultimate_Parent", "TRUSTEE_NAME",
        ],
    ]
}

/// The party columns of a file as a run finds them.
private func partyColumns(_ path: String, _ catalog: ListCatalog) throws -> [(name: String, role: String)] {
    let work = try WorkDirectory()
    var options = ScreeningOptions()
    options.threshold = Score(1)
    let summary = try Screener(catalog: catalog, options: options).run(
        inputs: [path], output: work.path("hits.csv"))
    let account = try #require(
        try JSONSerialization.jsonObject(with: Data(summary.json)) as? [String: Any])
    let files = try #require(account["files"] as? [[String: Any]])
    let columns = try #require(files[0]["party_columns"] as? [[String: String]])
    return columns.map { ($0["column"] ?? "", $0["role"] ?? "") }
}
