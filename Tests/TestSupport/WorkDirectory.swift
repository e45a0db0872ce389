import Foundation

/// A folder of its own for a test that runs the real command; removed with the value.
public final class WorkDirectory: Sendable {
    public let url: URL

    public init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("weir-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// The absolute path of a file in the folder.
    public func path(_ name: String) -> String { url.appendingPathComponent(name).path }

    @discardableResult
    public func write(_ text: String, to name: String) throws -> String {
        try write(Data(text.utf8), to: name)
    }

    @discardableResult
    public func write(_ bytes: Data, to name: String) throws -> String {
        try bytes.write(to: url.appendingPathComponent(name))
        return path(name)
    }

    public func read(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: url.appendingPathComponent(name)), as: UTF8.self)
    }

    public func bytes(_ name: String) throws -> Data {
        try Data(contentsOf: url.appendingPathComponent(name))
    }

    public func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

    /// Runs `weir` in the folder.
    ///
    /// - Parameters:
    ///   - input: what stands on standard input; it is at its end otherwise.
    ///   - environment: added to the test's own.
    public func weir(
        _ arguments: String..., input: String = "", environment: [String: String] = [:]
    ) throws -> CommandResult {
        try run(Weir.binary.path, arguments, input: Data(input.utf8), environment: environment)
    }

    /// Runs `weir` with arguments from a list.
    public func weir(
        arguments: [String], input: Data = Data(), environment: [String: String] = [:]
    ) throws -> CommandResult {
        try run(Weir.binary.path, arguments, input: input, environment: environment)
    }

    /// Runs a line of shell in the folder, in which `weir` is the real command.
    public func shell(_ line: String) throws -> CommandResult {
        let folder = Weir.binary.deletingLastPathComponent().path
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        return try run("/bin/bash", ["-c", line], input: Data(), environment: ["PATH": "\(folder):\(path)"])
    }

    /// Streams go through files: a pipe that nobody empties would stop the command.
    private func run(
        _ executable: String, _ arguments: [String], input: Data, environment: [String: String]
    ) throws -> CommandResult {
        let number = UUID().uuidString
        let streams = try ["in", "out", "err"].map { name -> FileHandle in
            let url = url.appendingPathComponent(".\(number).\(name)")
            try (name == "in" ? input : Data()).write(to: url)
            return try name == "in" ? FileHandle(forReadingFrom: url) : FileHandle(forWritingTo: url)
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: executable)
        process.arguments = arguments
        process.currentDirectoryURL = url
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = streams[0]
        process.standardOutput = streams[1]
        process.standardError = streams[2]
        try process.run()
        process.waitUntilExit()
        for stream in streams { try stream.close() }
        let result = CommandResult(
            status: process.terminationReason == .exit
                ? process.terminationStatus : 128 + process.terminationStatus,
            output: try bytes(".\(number).out"), errors: try read(".\(number).err"))
        for name in ["in", "out", "err"] {
            try FileManager.default.removeItem(at: url.appendingPathComponent(".\(number).\(name)"))
        }
        return result
    }
}

/// What a command said and how it ended.
public struct CommandResult: Sendable {
    /// The exit code; 128 and the signal's number where a signal ended it.
    public let status: Int32
    public let output: Data
    public let errors: String

    public var text: String { String(decoding: output, as: UTF8.self) }
    /// The lines of standard output without their ends.
    public var lines: [String] {
        var lines = text.components(separatedBy: "\n")
        if lines.last == "" { lines.removeLast() }
        return lines
    }
}

/// The command under test.
public enum Weir {
    /// The binary of the build that the tests belong to.
    public static let binary: URL = {
        let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        let folders =
            [own, URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()]
            + ["debug", "release"].map { SharedData.packageRoot.appendingPathComponent(".build/\($0)") }
        for folder in folders {
            let url = folder.appendingPathComponent("weir")
            if FileManager.default.isExecutableFile(atPath: url.path) { return url.resolvingSymlinksInPath() }
        }
        fatalError("the weir binary isn't built; run swift build first")
    }()
}
