import Testing

@testable import Screening

@Suite struct RecordDateTests {
    @Test(arguments: [
        ("2025-10-31", "2025-10-31"), ("2025/10/31", "2025-10-31"), ("20251031", "2025-10-31"),
        ("2025.10.31", "2025-10-31"), ("10/31/2025", "2025-10-31"), ("31/10/2025", "2025-10-31"),
        ("31.10.2025", "2025-10-31"), ("31-10-2025", "2025-10-31"), ("29-Nov-21", "2021-11-29"),
        ("29 November 2021", "2021-11-29"), ("Nov 29, 2021", "2021-11-29"), ("29-NOV-2021", "2021-11-29"),
        ("2025年10月31日", "2025-10-31"), ("2025年1月2日", "2025-01-02"), ("2025-10-31 14:05:00", "2025-10-31"),
        ("2025-10-31T14:05:00Z", "2025-10-31"), ("2025-10-31T14", "2025-10-31"),
        ("20251031140500", "2025-10-31"), ("10/31/2025 2:05 PM", "2025-10-31"),
        (" 2025-10-31 ", "2025-10-31"),
        ("1/1/2020", "2020-01-01"), ("31.10.2025 г.", "2025-10-31"), ("2025-Oct-31", "2025-10-31"),
        ("31/12/99", "1999-12-31"), ("05.10.2019", "2019-10-05"), ("2 sept 2020", "2020-09-02"),
    ])
    func oneDay(_ text: String, _ day: String) throws {
        let date = try #require(RecordDate(text), "\(text) is read")
        #expect(date.candidates.map(\.lowerBound.description) == [day])
        #expect(date.candidates.map(\.upperBound.description) == [day])
    }

    @Test(arguments: [
        ("Oct 2025", "2025-10-01", "2025-10-31"), ("2024-02", "2024-02-01", "2024-02-29"),
        ("202402", "2024-02-01", "2024-02-29"), ("Oct-25", "2025-10-01", "2025-10-31"),
        ("10/2025", "2025-10-01", "2025-10-31"),
        ("2025年10月", "2025-10-01", "2025-10-31"),
    ])
    func oneMonth(_ text: String, _ first: String, _ last: String) throws {
        let date = try #require(RecordDate(text))
        #expect(date.candidates.map(\.lowerBound.description) == [first])
        #expect(date.candidates.map(\.upperBound.description) == [last])
    }

    @Test func twoReadingsAreBothKept() throws {
        let date = try #require(RecordDate("05/10/2019"))
        #expect(Set(date.candidates.map(\.lowerBound.description)) == ["2019-10-05", "2019-05-10"])
    }

    @Test(arguments: [
        "", "NULL", "N/A", "-", "today", "2025", "13/13/2025", "31/02/2025", "2025-02-30", "00/00/0000",
        "12345678901234567890", "Q3 2025", "45961", "12", "1/2", "5 May", "2025-10-31-07-04-02-01-01-01",
        "xx 31 10 2025", "年", "\u{E5}",
    ])
    func unreadable(_ text: String) {
        #expect(RecordDate(text) == nil)
    }

    @Test func daysOfTheCalendar() {
        #expect(Day(iso: Array("2019-10-09".utf8))?.description == "2019-10-09")
        for text in ["2019-10-9", "2019-13-01", "2019-02-29", "2019/10/09", "20191009", "2019-1a-09"] {
            #expect(Day(iso: Array(text.utf8)) == nil, "\(text)")
        }
        #expect(Day(secondsSince1970: 0).description == "1970-01-01")
        #expect(Day(secondsSince1970: -1).description == "1969-12-31")
        #expect(Day(secondsSince1970: 951_782_400).description == "2000-02-29")
        #expect(Day(secondsSince1970: 1_570_579_200).description == "2019-10-09")
    }
}
