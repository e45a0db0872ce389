/// The command line as the system hands it over.
enum RawArguments {
    /// The arguments behind the command's own name.
    ///
    /// - Throws: where one isn't valid UTF-8: Swift would replace what it can't read, and another name be looked for,
    ///   or another file.
    static func read() throws(UsageError) -> [String] {
        var arguments: [String] = []
        for place in 1..<max(1, Int(CommandLine.argc)) {
            guard let bytes = CommandLine.unsafeArgv[place] else { break }
            guard let argument = String(validatingCString: bytes) else {
                throw UsageError(
                    "argument \(place), “\(Console.printable(String(cString: bytes)))”, isn't valid UTF-8; expected "
                        + "is UTF-8. A file of such a name can be read from standard input: weir COMMAND < FILE"
                )
            }
            arguments.append(argument)
        }
        return arguments
    }
}
