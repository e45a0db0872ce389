import TestSupport
import Testing

/// Every mistake on the command line, and what is said of it: the option, what was found, what was expected.
@Suite struct UsageErrorTests {
    @Test(arguments: [
        ("scren", "“scren” is no command (did you mean screen?); expected is one of screen, "),
        ("file.csv", "To screen a file: weir screen file.csv"),
        ("--threshold 0.5", "“--threshold” stands before a command"),
        ("help scren", "“scren” is no command (did you mean screen?)"),
        ("help screen lists", "weir help takes one argument, but “lists” was given as well"),
        ("lists x.csv", "the list x.csv cannot be opened"),
        ("man screen", "weir man takes no arguments"),
        ("completions", "weir completions needs a shell: bash, zsh or fish"),
        (
            "completions tcsh",
            "“tcsh” is no shell that weir has completions for; expected is bash, zsh or fish"
        ),
        ("completions bash zsh", "weir completions takes one argument"),
        ("screen --treshold 0.5", "--treshold is no option of weir screen (did you mean --threshold?)"),
        ("screen --zzzzzz", "--zzzzzz is no option of weir screen; `weir help screen` lists them"),
        ("screen -x", "-x is no option of weir screen"),
        ("lists --emit hits", "--emit is no option of weir lists"),
        ("screen --list", "--list needs a value: --list PATH"),
        ("screen -o", "-o needs a value: -o PATH"),
        ("screen --strict=yes", "--strict takes no value, but “yes” was given"),
        ("screen --no-header=", "--no-header takes no value"),
        ("screen --threshold 0.5 --threshold 0.6", "--threshold is given twice"),
        ("screen --output a --output b", "--output is given twice"),
        ("screen --threshold 2", "--threshold is “2”; expected is a number from 0 to 1"),
        ("screen --threshold -0.1", "--threshold is “-0.1”; expected is a number from 0 to 1"),
        ("screen --threshold high", "--threshold is “high”; expected is a number from 0 to 1"),
        ("screen --threshold nan", "--threshold is “nan”; expected is a number from 0 to 1"),
        ("screen --threshold=", "--threshold is “”; expected is a number from 0 to 1"),
        (
            "screen --emit hit",
            "--emit is “hit”; expected is one of hits, records, flagged, unmatched (did you mean hits?)"
        ),
        ("screen --format xml", "--format is “xml”; expected is one of csv, jsonl"),
        (
            "screen --direction out",
            "--direction is “out”; expected is one of export, reexport, transfer, import"
        ),
        ("screen --top 0", "--top is “0”; expected is a whole number from 1"),
        ("screen --top many", "--top is “many”; expected is a whole number from 1"),
        ("screen --workers 0", "--workers is “0”; expected is a whole number from 1 to 1024"),
        ("screen --workers 1.5", "--workers is “1.5”; expected is a whole number"),
        ("screen --max-record-bytes 0", "--max-record-bytes is “0”; expected is a whole number from 1"),
        ("screen --max-record-bytes 1M", "--max-record-bytes is “1M”; expected is a whole number"),
        (
            "screen --delimiter ab",
            "--delimiter is “ab”; expected is one ASCII character other than the quote"
        ),
        (
            "screen --delimiter \"",
            "--delimiter is “\"”; expected is one ASCII character other than the quote"
        ),
        ("screen --delimiter é", "--delimiter is “é”; expected is one ASCII character"),
        ("screen --encoding klingon", "--encoding is “klingon”; expected is one of utf-8, utf-16le"),
        ("screen --party", "--party needs a value: --party COLUMN[=ROLE]"),
        (
            "screen --party A=byer",
            "--party: “byer” in “A=byer” is no role (did you mean buyer?); expected is one of shipper"
        ),
        ("screen --party =buyer", "--party: the column in “=buyer” is empty"),
        ("screen --no-header", "--no-header needs --party"),
        ("screen - -", "- (standard input) is given twice"),
        ("screen --summary -", "--summary is “-”; expected is a file"),
        ("screen --rejects -", "--rejects is “-”; expected is a file"),
        ("screen --rejects x --summary x", "--summary and --rejects are the same file, “x”"),
        ("screen --output x --summary x", "--output and --summary are the same file, “x”"),
    ])
    func mistake(_ line: String, _ message: String) throws {
        let work = try WorkDirectory()
        let result = try work.weir(arguments: line.split(separator: " ").map(String.init))
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(result.errors.hasPrefix("weir: "))
        #expect(result.errors.contains(message), "\(result.errors)")
        #expect(result.errors.split(separator: "\n").count == 1)
    }

    /// Mistakes that show only in the input or the list.
    @Test(arguments: [
        (
            ["--party", "CONSIGNE"],
            "no column is called “CONSIGNE” (--party). Did you mean “CONSIGNEE”? The columns in line 1 are: BILL_NO, SHIPPER"
        ),
        (["--date", "DAY"], "no column is called “DAY” (--date)."),
        (["--keep", "BILLNO"], "no column is called “BILLNO” (--keep). Did you mean “BILL_NO”?"),
        (
            ["--no-header", "--party", "CONSIGNEE"],
            "with --no-header columns are numbers from 1, but --party names “CONSIGNEE”"
        ),
        (["--no-header", "--party", "6"], "--party names column 6, but the first record has 5 columns"),
        (["--party", "SHIPPER", "--party", "shipper=buyer"], "--party names the column “SHIPPER” twice"),
        (["--delimiter", ";"], "no column is recognised as a party"),
        (["--list", "none.csv"], "the list none.csv cannot be opened: No such file"),
        (["--list", "."], "the list . is a directory"),
        (
            ["--list", "in.csv"],
            "in.csv:1: this is no list that Weir can read; it begins with “BILL_NO,SHIPPER"
        ),
        (["--list", "empty.csv"], "the list empty.csv is empty"),
        (["--list", "nameless.csv"], "the list nameless.csv holds no names"),
        (["--list", "list.csv", "--list", "copy.csv"], "the list copy.csv has the same content as list.csv"),
        (["--output", "nowhere/out.csv"], "nowhere/out.csv can't be opened for writing"),
        (["--rejects", "nowhere/out.csv"], "nowhere/out.csv can't be opened for writing"),
        (["--summary", "nowhere/out.json"], "nowhere/out.json can't be opened for writing"),
        (["--output", "in.csv"], "in.csv is also an input"),
        (["--summary", "./in.csv"], "in.csv is also an input"),
        (["missing.csv"], "missing.csv"),
    ])
    func mistakeInTheFiles(_ arguments: [String], _ message: String) throws {
        let work = try WorkDirectory()
        try work.write(Samples.shipments, to: "in.csv")
        try work.write(Samples.list, to: "list.csv")
        try work.write(Samples.list, to: "copy.csv")
        try work.write("", to: "empty.csv")
        try work.write("entity_id,name\n", to: "nameless.csv")
        let result = try work.weir(arguments: ["screen", "in.csv"] + arguments)
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains(message), "\(result.errors)")
        #expect(try work.read("in.csv") == Samples.shipments)
    }
}
