import Foundation
import TestSupport
import Testing

@Suite struct CompileTests {
    private let directory: WorkDirectory

    init() throws {
        directory = try WorkDirectory()
        try directory.write(
            "entity_id,name\nE1,Acme Rockets Ltd\nE2,阿克米火箭\nE3,Mirador Optics\n", to: "list.csv")
        try directory.write("entity_id,name\nF1,Quartz Holding GmbH\n", to: "other.csv")
        try directory.write(
            "bill,consignee\n1,ACME ROCKET LTD\n2,Baker\n3,阿克米火箭有限公司\n4,QUARTZ HOLDING\n", to: "records.csv")
    }

    /// Another run of the command has another hash seed: nothing in the file may hang on that of its own.
    @Test func anotherRunFindsTheSame() throws {
        let compiled = try directory.weir("compile", "list.csv", "other.csv", "--output", "all.weir")
        #expect(compiled.status == 0 && compiled.output.isEmpty)
        #expect(compiled.errors == "weir: all.weir: 2 lists, 4 entities, 4 names, 1 MiB\n")
        let expected = try directory.weir(
            "screen", "--list", "list.csv", "--list", "other.csv", "--quiet", "records.csv")
        #expect(expected.lines.count == 4)
        for _ in 1...5 {
            let result = try directory.weir("screen", "--list", "all.weir", "--quiet", "records.csv")
            #expect(result.text == expected.text && result.errors == expected.errors)
        }
    }

    @Test func aLowerThresholdIsSaid() throws {
        _ = try directory.weir("compile", "list.csv", "--output", "all.weir", "--threshold", "0.8")
        let result = try directory.weir("screen", "--list", "all.weir", "--threshold", "0.7", "records.csv")
        #expect(result.status == 0)
        #expect(
            result.errors.contains(
                "weir: all.weir was compiled for scores from 0.8000 on, and 0.7000 is asked for; the names are indexed anew\n"
            ))
    }

    @Test func anEarlierFileIsReplacedWhole() throws {
        _ = try directory.weir("compile", "list.csv", "--output", "all.weir")
        let first = try directory.bytes("all.weir")
        let result = try directory.weir("compile", "missing.csv", "--output", "all.weir")
        #expect(result.status == 2)
        #expect(try directory.bytes("all.weir") == first)
        #expect(try directory.weir("compile", "other.csv", "--output", "all.weir").status == 0)
        #expect(try directory.bytes("all.weir") != first)
        #expect(try directory.shell("ls all.weir.*").status != 0)
    }

    /// Only root can, since the file is for reading.
    @Test func aFileThatIsCutWhileItIsInUse() throws {
        _ = try directory.weir("compile", "list.csv", "--output", "all.weir")
        let line =
            "(sleep 1; cat records.csv) | (weir screen --list all.weir -q > out; echo $? > code) & sleep 0.5; "
        let result = try directory.shell(line + "chmod u+w all.weir; truncate -s 4096 all.weir; wait")
        #expect(try directory.read("code") == "2\n")
        #expect(result.errors.contains("weir: a compiled list was cut short while it was in use"))
    }

    @Test func whatCannotBe() throws {
        #expect(try directory.weir("compile", "list.csv").errors.contains("no output is given"))
        #expect(try directory.weir("compile", "--output", "x.weir").errors.contains("no list is given"))
        let stream = try directory.weir("compile", "list.csv", "--output", "-")
        #expect(stream.status == 2 && stream.errors.contains("expected is a file"))
        let same = try directory.weir("compile", "list.csv", "--output", "list.csv")
        #expect(same.status == 2 && same.errors.contains("is also an input"))
        let folder = try directory.weir("compile", "list.csv", "--output", ".")
        #expect(folder.status == 2 && folder.errors.contains("is no file"))
        let nowhere = try directory.weir("compile", "list.csv", "--output", "no/such/folder/x.weir")
        #expect(nowhere.status == 2 && nowhere.errors.contains("can't be written"))
        _ = try directory.weir("compile", "list.csv", "--output", "all.weir")
        let pipe = try directory.shell("weir screen --list <(cat all.weir) records.csv")
        #expect(pipe.status == 2 && pipe.errors.contains("can only be used as a file"))
        let twice = try directory.weir("screen", "--list", "all.weir", "--list", "list.csv", "records.csv")
        #expect(twice.status == 2 && twice.errors.contains("has the same content"))
    }
}
