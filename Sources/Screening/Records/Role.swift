/// What a party does in the transaction that a record describes.
///
/// The names are those of the command line and of the `role` column of the hits. Several come from the Export
/// Administration Regulations (15 CFR 748.5: purchaser, intermediate and ultimate consignee, end-user), the
/// others from customs declarations and bills of lading.
public enum Role: String, Sendable, CaseIterable, Hashable {
    case shipper, exporter, supplier, seller, manufacturer
    case consignee, importer, buyer, purchaser
    case intermediateConsignee = "intermediate_consignee"
    case ultimateConsignee = "ultimate_consignee"
    case endUser = "end_user"
    case notifyParty = "notify_party"
    case forwarder, carrier, bank, other

    /// Whether the party receives the goods in the sense of 15 CFR 748.5(c)–(f): purchaser, intermediate
    /// consignee, ultimate consignee, end-user, under the names that customs records give them.
    public var receivesGoods: Bool {
        switch self {
        case .consignee, .importer, .buyer, .purchaser, .intermediateConsignee, .ultimateConsignee, .endUser:
            true
        case .shipper, .exporter, .supplier, .seller, .manufacturer, .notifyParty, .forwarder, .carrier,
            .bank,
            .other:
            false
        }
    }

    /// Whether the goods come from the party.
    public var suppliesGoods: Bool {
        switch self {
        case .shipper, .exporter, .supplier, .seller, .manufacturer: true
        case .consignee, .importer, .buyer, .purchaser, .intermediateConsignee, .ultimateConsignee, .endUser,
            .notifyParty, .forwarder, .carrier, .bank, .other:
            false
        }
    }
}
