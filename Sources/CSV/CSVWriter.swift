/// Writes fields as CSV, quoted only where they must be.
public enum CSVWriter {
    /// Adds a field, in quotes if it has a delimiter, a quote, a CR or an LF.
    ///
    /// A record of one empty field needs `appendOnly(field:to:delimiter:)`: an empty line is no record.
    /// - Parameters:
    ///   - field: the value's bytes.
    ///   - output: receives the field after what it holds.
    ///   - delimiter: the byte that the caller puts between fields.
    public static func append(
        field: UnsafeBufferPointer<UInt8>, to output: inout [UInt8], delimiter: UInt8 = UInt8(ascii: ",")
    ) {
        var quotes = 0
        var mustQuote = false
        for byte in field {
            if byte == Byte.quote { quotes &+= 1 }
            mustQuote = mustQuote || byte == delimiter || byte == Byte.cr || byte == Byte.lf
        }
        guard mustQuote || quotes > 0 else {
            output.append(contentsOf: field)
            return
        }
        output.append(Byte.quote)
        if quotes == 0 {
            output.append(contentsOf: field)
        } else {
            for byte in field {
                if byte == Byte.quote { output.append(Byte.quote) }
                output.append(byte)
            }
        }
        output.append(Byte.quote)
    }

    /// Adds a field, in quotes if it has a delimiter, a quote, a CR or an LF.
    public static func append(
        field: [UInt8], to output: inout [UInt8], delimiter: UInt8 = UInt8(ascii: ",")
    ) {
        field.withUnsafeBufferPointer { append(field: $0, to: &output, delimiter: delimiter) }
    }

    /// Adds a field, in quotes if it has a delimiter, a quote, a CR or an LF.
    public static func append(
        field: String, to output: inout [UInt8], delimiter: UInt8 = UInt8(ascii: ",")
    ) {
        var field = field
        field.withUTF8 { append(field: $0, to: &output, delimiter: delimiter) }
    }

    /// Adds the only field of a record: in quotes too if it is empty.
    public static func appendOnly(
        field: UnsafeBufferPointer<UInt8>, to output: inout [UInt8], delimiter: UInt8 = UInt8(ascii: ",")
    ) {
        if field.isEmpty {
            output.append(Byte.quote)
            output.append(Byte.quote)
        } else {
            append(field: field, to: &output, delimiter: delimiter)
        }
    }
}
