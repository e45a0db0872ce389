import CSV
import Testing

@testable import Screening

@Suite struct LayoutTests {
    private func layout(
        _ text: String, parties: [String] = [], date: String? = nil, keep: [String] = [],
        keepsAll: Bool = false,
        hasHeader: Bool = true
    ) throws -> Layout {
        var request = Layout.Request()
        request.parties = try parties.map { try PartyRequest(parsing: $0) }
        request.date = date
        request.keep = keep
        request.keepsAll = keepsAll
        request.hasHeader = hasHeader
        let records = HeadRecord.first(Layout.searchedRecords, of: Array(text.utf8), dialect: Dialect())
        return try Layout(request, records: records, path: "in.csv")
    }

    private func message(_ body: () throws -> Layout) -> String {
        do {
            _ = try body()
            return "no error"
        } catch {
            return "\(error)"
        }
    }

    @Test func titleLinesAreLeftOut() throws {
        let layout = try self.layout(
            "\n,,Tiles of 2025,\nSource:,customs,,\n\nID,SHIPPER,CONSIGNEE,X\r\n1,a,b,c\n")
        #expect(layout.headerLine == 5)
        #expect(layout.recordsToSkip == 3)
        #expect(layout.columns == ["ID", "SHIPPER", "CONSIGNEE", "X"])
        #expect(layout.headerBytes == Array("ID,SHIPPER,CONSIGNEE,X\r\n".utf8))
        #expect(layout.headerLineEndCount == 2)
        #expect(
            layout.parties == [
                PartyColumn(index: 1, name: "SHIPPER", role: .shipper),
                PartyColumn(index: 2, name: "CONSIGNEE", role: .consignee),
            ])
    }

    @Test func theHeaderStandsAmongTheFirst20Records() throws {
        let title = String(repeating: "title\n", count: 19)
        #expect(try layout(title + "CONSIGNEE\nx\n").headerLine == 20)
        #expect(
            message { try layout("title\n" + title + "CONSIGNEE\nx\n") }.contains("no column is recognised"))
    }

    @Test func namedPartiesFindTheFirstLineThatHasAll() throws {
        let text = "Name,of,table\nname,CONSIGNEE\nNAME,consignee,Name\n"
        let exact = try layout(text, parties: ["Name=buyer", "consignee"])
        #expect(exact.headerLine == 3)
        #expect(exact.parties.map(\.index) == [1, 2])
        #expect(exact.parties.map(\.role) == [.other, .buyer])
        // As written on no line, but on the second without regard to case.
        let almost = try layout(text, parties: ["NAME=buyer", "Consignee=end_user"])
        #expect(almost.headerLine == 2)
        #expect(almost.parties.map(\.role) == [.buyer, .endUser])
    }

    @Test func aHeaderThatTwoColumnsShareMeansBoth() throws {
        let layout = try self.layout("NAME,X,NAME\n", parties: ["NAME=buyer"])
        #expect(layout.parties.map(\.index) == [0, 2])
    }

    @Test func datesAndKeptColumns() throws {
        let layout = try self.layout(
            "CONSIGNEE,Bill No,DATE\n", date: "date", keep: ["bill no", "DATE", "DATE"])
        #expect(layout.date == 2)
        #expect(layout.kept == [1, 2])
        #expect(try self.layout("CONSIGNEE,A\n", keep: ["A"], keepsAll: true).kept == [0, 1])
    }

    @Test func withoutHeaderColumnsAreNumbers() throws {
        let layout = try self.layout("a,b,c\n", parties: ["3=buyer", "1"], date: "2", hasHeader: false)
        #expect(layout.columns == ["1", "2", "3"])
        #expect(layout.parties.map(\.index) == [0, 2])
        #expect(layout.parties.map(\.name) == ["1", "3"])
        #expect(layout.date == 1)
        #expect(layout.recordsToSkip == 0)
        #expect(layout.headerLine == nil)
    }

    @Test func aRecordThatTheHeadHasInPartIsNoHeader() throws {
        let rest = String(repeating: "x", count: 64 << 10)
        #expect(message { try layout("CONSIGNEE,A\(rest)") }.contains("longer than any header"))
        // Of one without header only the columns that are seen are known.
        let partial = try layout("a,b\(rest)", parties: ["9"], hasHeader: false)
        #expect(partial.parties.map(\.index) == [8])
    }

    @Test func errorsShowTheHeaderAndWhatToGive() {
        let none = message { try layout("some title\nA,Bee,C\n1,2,3\n") }
        #expect(
            none.contains(
                "in.csv: no column is recognised as a party in the first 3 records. Line 2 reads: A, Bee, C.")
        )
        #expect(none.contains("--party 'A=consignee'"))
        let unknown = message { try layout("A,CONSIGNEE_NAME\n", parties: ["CONSIGNE_NAME"]) }
        #expect(
            unknown.contains("no column is called “CONSIGNE_NAME” (--party). Did you mean “CONSIGNEE_NAME”?"))
        #expect(unknown.contains("The columns in line 1 are: A, CONSIGNEE_NAME"))
        let date = message { try layout("CONSIGNEE,SHIP_DATE\n", date: "SHIPDATE") }
        #expect(date.contains("no column is called “SHIPDATE” (--date). Did you mean “SHIP_DATE”?"))
        #expect(message { try layout("CONSIGNEE\n", keep: ["Q"]) }.contains("“Q” (--keep)"))
        #expect(message { try layout("NAME\n", parties: ["NAME", "name=buyer"]) }.contains("twice"))
        #expect(
            message { try layout("a,b\n", parties: ["3"], hasHeader: false) }.contains(
                "--party names column 3, but"))
        #expect(message { try layout("a,b\n", parties: ["x"], hasHeader: false) }.contains("numbers from 1"))
        #expect(message { try layout("a,b\n", parties: ["0"], hasHeader: false) }.contains("numbers from 1"))
    }

    @Test func partyRequests() throws {
        #expect(try PartyRequest(parsing: "A") == PartyRequest(column: "A", role: .other))
        #expect(try PartyRequest(parsing: "A=B=end_user") == PartyRequest(column: "A=B", role: .endUser))
        for (text, expected) in [
            ("A=byer", "did you mean buyer?"), ("=buyer", "is empty"), ("", "is empty"), ("A=", "is no role"),
        ] {
            do {
                _ = try PartyRequest(parsing: text)
                Issue.record("\(text) was taken")
            } catch {
                #expect(error.message.contains(expected), "\(error.message)")
            }
        }
    }
}

@Suite struct PartyCellTests {
    @Test(arguments: [
        "", " ", "-", "--", ".", "NULL", "null", " N/A ", "n.a.", "NA", "None", "NIL", "nan", "\t", "(null)",
        "*", "NULL        ", "\"N/A\"       ", "(NULL)------", "....... none ...", "N A N       ",
    ])
    func placeholders(_ text: String) {
        #expect(!Array(text.utf8).withUnsafeBufferPointer(PartyCell.holdsName))
    }

    @Test(arguments: ["A", "9.0", "NULLA", "Nana", "N A S A", "Ä", "中", "NANA CO", "Nil Ltd", "nulls", "0"])
    func names(_ text: String) {
        #expect(Array(text.utf8).withUnsafeBufferPointer(PartyCell.holdsName))
    }
}

@Suite struct SpellingTests {
    @Test(
        arguments: [
            ("threshhold", "threshold"), ("tresh", "threshold"), ("CONSIGNEE", "consignee_name"),
            ("emti", "emit"),
            ("zzz", nil), ("", nil),
        ] as [(String, String?)])
    func nearest(_ word: String, _ expected: String?) {
        #expect(Spelling.nearest(to: word, among: ["threshold", "emit", "consignee_name"]) == expected)
    }
}
