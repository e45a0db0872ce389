@testable import Screening

/// Small lists in the structured formats, made up.
enum StructuredSamples {
    static let unXML = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <!-- made up -->
        <CONSOLIDATED_LIST xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" dateGenerated="2026-02-27T00:00:09Z">
          <INDIVIDUALS>
            <INDIVIDUAL>
              <DATAID>100</DATAID>
              <FIRST_NAME>JAN</FIRST_NAME>
              <SECOND_NAME>van
                  der</SECOND_NAME>
              <FOURTH_NAME>Test &amp; Sohn</FOURTH_NAME>
              <UN_LIST_TYPE>DRC</UN_LIST_TYPE>
              <REFERENCE_NUMBER>CDi.900 </REFERENCE_NUMBER>
              <LISTED_ON>2012-12-31-05:00</LISTED_ON>
              <NAME_ORIGINAL_SCRIPT>يان</NAME_ORIGINAL_SCRIPT>
              <COMMENTS1>A comment.</COMMENTS1>
              <NATIONALITY><VALUE>Rwanda</VALUE><VALUE>Burundi</VALUE></NATIONALITY>
              <LIST_TYPE><VALUE>UN List</VALUE></LIST_TYPE>
              <LAST_DAY_UPDATED><VALUE>2016-10-13</VALUE></LAST_DAY_UPDATED>
              <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Jan Test</ALIAS_NAME></INDIVIDUAL_ALIAS>
              <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>JT</ALIAS_NAME><NOTE>old</NOTE></INDIVIDUAL_ALIAS>
              <INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
              <INDIVIDUAL_ADDRESS><STREET>1 Road</STREET><CITY>Goma</CITY><COUNTRY>Rwanda</COUNTRY><NOTE>2016</NOTE>
              </INDIVIDUAL_ADDRESS>
              <INDIVIDUAL_ADDRESS><NOTE>In prison</NOTE></INDIVIDUAL_ADDRESS>
              <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>OB 12</NUMBER>
              </INDIVIDUAL_DOCUMENT>
              <INDIVIDUAL_DOCUMENT/>
            </INDIVIDUAL>
          </INDIVIDUALS>
          <ENTITIES>
            <ENTITY>
              <DATAID>101</DATAID>
              <FIRST_NAME>ACME MINING</FIRST_NAME>
              <UN_LIST_TYPE>DPRK</UN_LIST_TYPE>
              <REFERENCE_NUMBER>KPe.900</REFERENCE_NUMBER>
              <LISTED_ON>2014-06-30</LISTED_ON>
              <ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>AM Co; AMC</ALIAS_NAME></ENTITY_ALIAS>
              <ENTITY_ALIAS><QUALITY>f.k.a.</QUALITY><ALIAS_NAME>Old Acme</ALIAS_NAME></ENTITY_ALIAS>
              <ENTITY_ADDRESS><CITY>Pyongyang</CITY><ZIP_CODE>12</ZIP_CODE><COUNTRY>DPRK</COUNTRY></ENTITY_ADDRESS>
            </ENTITY>
            <ENTITY><DATAID>102</DATAID><FIRST_NAME/></ENTITY>
          </ENTITIES>
        </CONSOLIDATED_LIST>

        """

    static let jsonObject = """
        {"list_id": "bis-entity-list", "source_file": "Supplement No. 4 to Part 744.txt", "extracted": "2026-07-09",
         "count": 4, "entities": [
          {"name": "Acme Ltd", "aliases": ["Acme Co", "Acme Co", "AL"], "country": "China",
           "address": "1 Road,\\n Beijing", "status": null, "effective_date": "10/9/19",
           "federal_register": "84 FR 54004, 10/9/19.\\n85 FR 34505, 6/5/20", "notes": "For all items", "x": [1.5, true]},
          {"name": "Zeta", "aliases": [], "country": "China", "address": null, "effective_date": "June 21, 2022",
           "identifiers": ["INN: 7707083893", "12", 7]},
          {"name": "Zeta", "aliases": [], "country": "Iran", "address": null, "effective_date": "soon",
           "federal_register": "73 FR 54508.\\n74 FR 8184, 2/24/09"},
          {"name": "Zeta", "aliases": [], "country": "Iran", "address": "2 Road", "effective_date": null,
           "federal_register": "85 FR 34505, 6/5/20.\\n84 FR 54002 10/9/19"}
        ]}
        """

    static let jsonArray = """
        [{"entity_name": "Beta Corporation", "aliases": ["贝塔公司"], "addresses": ["1 Street", "2 Street"],
          "country": "xy", "id": "xy-1", "list_id": "xy-watch-list", "source_list_name": "Watch List",
          "entity_type": "organization", "date_added": "2026-02-24", "last_verified": "2026-07-19",
          "source_url": "https://example.org/1", "reason": "made up"},
         {"entity_name": "", "aliases": ["Gamma", "G"], "addresses": [], "id": 7},
         {"entity_name": "", "aliases": [], "addresses": ["Country Delta Institute"], "id": "xy-3"}]
        """

    static let openSanctions = """
        {"id":"addr-1","caption":"1 Road","schema":"Address","properties":{"full":["1 Road, Minsk"],"country":["by"]}}
        {"id":"NK-1","caption":"Acme LLC","schema":"Company","datasets":["xy_list"],"last_change":"2026-01-02T03:04:05",\
        "target":true,"properties":{"name":["ООО Акме","Acme LLC"],"alias":["Acme"],"weakAlias":["AC"],\
        "previousName":["Old Acme"],"topics":["sanction"],"jurisdiction":["by"],"addressEntity":["addr-1"],\
        "address":["PO Box 1"],"registrationNumber":["123"],"taxNumber":["77"],"uscCode":["91110000MA005UCQ5P"]}}
        {"id":"s-1","caption":"X","schema":"Sanction","properties":{"entity":["NK-1"],"startDate":["2020-05"],\
        "program":["BELARUS"],"authority":["Y"]}}
        {"id":"s-2","schema":"Sanction","properties":{"entity":["NK-1"],"listingDate":["2019-03-04"],\
        "program":["RUSSIA"],"endDate":["2021-01-01"],"unscId":["KPe.1"]}}
        {"id":"NK-2","caption":"Jane Roe","schema":"Person","properties":{"name":["Jane Roe"],"nationality":["us","au"]}}
        {"id":"p-1","schema":"Passport","properties":{"holder":["NK-2"],"number":["A 1"],"type":["Passport"]}}
        {"id":"s-3","schema":"Sanction","properties":{"entity":["NK-2"],"endDate":["2022-02-02"]}}
        {"id":"o-1","schema":"Ownership","properties":{"owner":["NK-2"],"asset":["NK-1"]}}
        {"id":"V-1","caption":"SEA BIRD","schema":"Vessel","properties":{"name":["SEA BIRD"],"imoNumber":["IMO9000001"],\
        "flag":["pa"],"sanctions":[{"id":"s-4","schema":"Sanction","properties":{"startDate":["2023-01-02"]}}]}}
        """

    static let all: [(format: ListFormat, text: String)] = [
        (.unXML, unXML), (.jsonObject, jsonObject), (.jsonArray, jsonArray), (.openSanctions, openSanctions),
    ]

    static func list(_ text: String) throws -> EntityList {
        try EntityList(bytes: Array(text.utf8), name: "sample", path: "sample.txt")
    }

    /// The message of the error with which a list is refused.
    static func message(_ bytes: [UInt8]) -> String {
        do {
            _ = try EntityList(bytes: bytes, name: "sample", path: "sample.txt")
            return "no error"
        } catch {
            return error.message
        }
    }

    /// What was left out of a list: how often, by reason.
    static func skips(_ list: EntityList) -> [String: Int] {
        Dictionary(list.skips.skips.map { ($0.reason, $0.count) }, uniquingKeysWith: +)
    }
}
