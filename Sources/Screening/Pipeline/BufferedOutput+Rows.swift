extension BufferedOutput {
    /// Takes the bytes of a row.
    ///
    /// - Returns: false where whoever read the output has gone.
    mutating func write(_ row: [UInt8]) throws(ScreeningError) -> Bool {
        try reportingFailure { output throws(Failure) in try output.append(row) }
    }

    /// Writes what has been taken, for readers that wait for it.
    ///
    /// - Returns: false where whoever read the output has gone.
    mutating func release() throws(ScreeningError) -> Bool {
        try reportingFailure { output throws(Failure) in try output.flush() }
    }

    /// Writes the rest and closes the file.
    mutating func end() throws(ScreeningError) {
        _ = try reportingFailure { output throws(Failure) in try output.finish() }
    }

    private mutating func reportingFailure(
        _ body: (inout BufferedOutput) throws(Failure) -> Void
    ) throws(ScreeningError) -> Bool {
        do throws(Failure) {
            try body(&self)
            return true
        } catch {
            switch error {
            case .closed: return false
            case .failed(let error): throw error
            }
        }
    }
}
