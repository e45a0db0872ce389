import CSystem
import Screening

extension Command {
    /// `weir screen`
    static let screen = Command(
        name: "screen", summary: "Screen the parties in trade records against lists.", operands: "[FILE…]",
        details: [
            "Reads records as CSV from the files or standard input (-) and writes to standard output one row for "
                + "each party that meets an entity on a list: record, column, role, name, entity_id, entity, alias, "
                + "score, reason, list, listed_on, in_force, restricted, file, band. Nothing else is written "
                + "there; messages go to standard error.",
            "The band sorts hits for whoever reads them: strong (from a score of \(Band.strongFrom) on) is the name "
                + "itself or nearly so, possible a name with other words beside it or without some of its own.",
            "Which columns hold parties is recognised from the header; --party says it by hand. Results never "
                + "depend on the number of workers.",
            "Whether a listing was in force on a record's day (--date) is said only where every reading of the "
                + "date agrees: 05/10/2019 may be of May or of October.",
            "A file in another encoding than UTF-8 is recognised too; what is copied from it comes out as UTF-8 "
                + "without byte order mark. Cells that are empty or say NULL, N/A, NONE, NIL or - hold no party. A "
                + "record with too few or too many fields is screened on the columns that it has. An input with "
                + "nothing in it has no records, which is no error.",
            "Exit: 0 done, 1 hits under --fail-on-hit, 2 could not run, 3 done but records were rejected.",
        ],
        options: ScreenOptions.table,
        examples: [
            ("weir screen shipments.csv", "Hits against the built-in list."),
            (
                "gzip -dc big.csv.gz | weir screen - --emit flagged > flagged.csv",
                "Only the records with a hit, as they are."
            ),
            (
                "weir screen --party RECEIVER=consignee --keep BILL_NO --list list.csv *.csv",
                "Another list, a column named by hand, and a number to join on."
            ),
        ]
    ) { arguments in
        weir_begin_building()
        let request = try ScreenOptions(arguments)
        return try ScreenRun(request).run()
    }
}
