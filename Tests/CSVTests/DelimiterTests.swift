import Foundation
import Testing
import TestSupport

@testable import CSV

@Suite struct DelimiterTests {
    @Test(arguments: [
        ("a,b,c\n1,2,3\n", ","),
        ("a;b;c\n1;2;3\n", ";"),
        ("a\tb\tc\n1\t2\t3\n", "\t"),
        ("a|b|c\n1|2|3\n", "|"),
        ("a;b\n", ";"),
        ("a;b", ";"),
        // Decimal commas.
        ("name;value\nACME;1,5\nX;2,25\nY;3,0\n", ";"),
        ("name;value;weight\nACME;1,5;2,5\nX;2,25;1,0\nY;3,0;7,5\n", ";"),
        // Semicolons in a file with commas, outside and inside quotes.
        ("name,address,country\nACME,1 MAIN ST; FLOOR 2,US\nB,X; Y; Z,DE\nC,;,FR\n", ","),
        ("name,goods\n\"A\",\"tiles; slabs\"\n\"B\",\"x; y\"\n\"C\",\"z; w\"\n", ","),
        ("\"a,b\";\"c,d\"\n\"1,2\";\"3,4\"\n\"1,2\";\"3,4\"\n", ";"),
        // Bars and commas in the fields of a file with tabs.
        ("name\tgoods\nACME CO., LTD\tA|B\nB CO., LTD\tC|D\n", "\t"),
        // Line ends in quotes.
        ("a;b\n\"x\ny,z\";2\n\"p,\nq\";3\n", ";"),
        // Title lines.
        (",,,,DATA,,,,\nA,B,C,D,E,F,G,H,I\n1,2,3,4,5,6,7,8,9\n", ","),
        ("Exports of 2020, all ports\n\nname;value;port\nACME;1;X\nB;2;Y\nC;3;Z\n", ";"),
        // Ragged.
        ("a,b,c\n1,2\n1,2,3,4\n1\n1,2,3\n", ","),
        // One column.
        ("name\nACME\nB\n", ","),
        ("name\nACME; B\nC\nD\nE\nF\nG\n", ","),
        ("name\nACME CO., LTD\nB CO., LTD\nC\n", ","),
        ("", ","),
        ("\n\n", ","),
    ])
    func recognizes(_ text: String, _ delimiter: String) {
        let found = DelimiterRecognition.recognize(Array(text.utf8), isWhole: true)
        #expect(found == delimiter.utf8.first, "\(text)")
    }

    /// The real customs files are all parted by commas.
    @Test(.enabled(if: SharedData.folder != nil, "the real customs files are not here"))
    func sharedCustomsFilesAreCommasInUTF8() throws {
        let folder = try #require(SharedData.folder).appendingPathComponent("customs")
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        where file.pathExtension == "csv" {
            let reader = try RecordReader(path: file.path)
            let delimiter = reader.dialect.delimiter
            let encoding = reader.encoding
            #expect(delimiter == UInt8(ascii: ","), "\(file.lastPathComponent)")
            #expect(encoding == .utf8, "\(file.lastPathComponent)")
        }
    }
}
