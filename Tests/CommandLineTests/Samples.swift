import Foundation
import TestSupport

/// Inputs and lists that the tests share. The names are the lists' own, letter by letter: how well others match is
/// not for these tests to say.
enum Samples {
    /// Four records: hits in the first and third, two in the fourth.
    static let shipments = """
        BILL_NO,SHIPPER,CONSIGNEE,NOTIFY PARTY,DATE
        B1,Acme Ceramics,IFLYTEK,NULL,2020-01-05
        B2,Acme Ceramics,Baker Stone,,2020-01-06
        B3,"Yitu Technologies",Baker Stone,-,2018-05-01
        B4,Acme Ceramics,"Dahua Technology",IFLYTEK,NULL

        """

    static let list = """
        entity_id,name,name_type,listed_on,delisted_on,license_requirement
        Z-1,Zorbax Kilmar,primary,2020-01-01,2022-01-01,All items
        Z-1,Vexolin Trantor,alias,,,
        A-2,"Quibbler, Fandango",primary,,,

        """

    static let hitColumns =
        "record,column,role,name,entity_id,entity,alias,score,reason,list,listed_on,in_force,restricted,file,band"
}

extension CommandResult {
    /// Standard output as rows of CSV with the header's names.
    var table: [[String: String]] {
        let rows = SharedData.plainRows(of: output)
        guard let header = rows.first else { return [] }
        return rows.dropFirst().map { row in
            Dictionary(zip(header, row), uniquingKeysWith: { first, _ in first })
        }
    }

    /// One column of standard output.
    func column(_ name: String) -> [String] { table.map { $0[name] ?? "no such column" } }

    /// Standard output as lines of JSON.
    var objects: [[String: Any]] {
        get throws {
            try lines.map { line in
                try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
            }
        }
    }
}

extension WorkDirectory {
    /// A file of JSON.
    func json(_ name: String) throws -> [String: Any] {
        try JSONSerialization.jsonObject(with: bytes(name)) as? [String: Any] ?? [:]
    }
}
