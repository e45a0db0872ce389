/// The schemata and properties of FollowTheMoney that a list of parties is made of
/// (https://followthemoney.tech/explorer/schemata).
enum OpenSanctionsSchema {
    /// What is a party: it may be written as one in a record.
    static let parties: Set<String> = [
        "Person", "LegalEntity", "Organization", "Company", "PublicBody", "Vessel", "Airplane", "Vehicle",
    ]

    /// What belongs to a party and is added to it.
    static let facts: Set<String> = ["Sanction", "Identification", "Passport", "Address"]

    /// Where a party has the objects that belong to it, if they stand inside it.
    static let nested: [StaticString] = ["sanctions", "identification", "passports", "addressEntity"]

    /// The numbers of a party, with what the model calls them.
    static let identifiers: [(property: StaticString, title: String)] = [
        ("registrationNumber", "Registration number"), ("taxNumber", "Tax Number"), ("idNumber", "ID Number"),
        ("passportNumber", "Passport number"), ("socialSecurityNumber", "Social security number"),
        ("licenseNumber", "License Number"), ("vatCode", "V.A.T. Identifier"), ("uscCode", "USCC"),
        ("innCode", "INN"), ("ogrnCode", "OGRN"), ("okpoCode", "OKPO"), ("leiCode", "LEI"),
        ("dunsCode", "DUNS"),
        ("uniqueEntityId", "Unique Entity ID"), ("npiCode", "NPI"), ("swiftBic", "SWIFT/BIC"),
        ("cageCode", "CAGE"), ("voenCode", "VOEN"), ("irsCode", "IRS Number"),
        ("cikCode", "SEC Central Index Key"),
        ("jibCode", "JIB"), ("bikCode", "BIK"), ("imoNumber", "IMO Number"), ("mmsi", "MMSI"),
        ("callSign", "Call Sign"), ("crsNumber", "CRS Number"), ("serialNumber", "Serial Number"),
    ]

    /// Where a party says which country it is of, the nearest first.
    static let countries: [StaticString] = [
        "country", "jurisdiction", "mainCountry", "nationality", "citizenship", "flag",
    ]

    /// The parts of an address that has no `full` text.
    static let addressParts: [StaticString] = [
        "postOfficeBox", "street", "street2", "city", "postalCode", "region", "state", "country",
    ]
}
