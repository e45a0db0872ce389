// swift-tools-version: 6.2
import PackageDescription

// CI builds with warnings as errors; a newer compiler's new warning must not keep a user from building.
let strict = Context.environment["WEIR_WARNINGS_AS_ERRORS"] != nil

let package = Package(
    name: "weir",
    products: [
        .executable(name: "weir", targets: ["weir"]),
        .library(name: "NameMatching", targets: ["NameMatching"]),
        .library(name: "Screening", targets: ["Screening"]),
    ],
    targets: [
        .target(
            name: "CICU",
            linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]),
        .target(name: "CData"),
        // Linked as archives, so that the command needs neither library where it runs.
        .target(name: "CExpat", linkerSettings: [.linkedLibrary(":libexpat.a")]),
        .target(name: "CJSON", linkerSettings: [.linkedLibrary(":libjansson.a")]),
        .target(name: "CScan"),
        .target(name: "CSystem"),
        .target(name: "CSV", dependencies: ["CICU", "CScan"]),
        .target(name: "NameMatching", dependencies: ["CICU", "CData", "CSystem"]),
        .target(
            name: "Screening", dependencies: ["CSV", "NameMatching", "CData", "CExpat", "CJSON", "CSystem"]),
        .executableTarget(name: "weir", dependencies: ["Screening", "CSystem"]),
        .target(name: "CBench", path: "Benchmarks/CBench"),
        .executableTarget(
            name: "weir-bench", dependencies: ["Screening", "NameMatching", "CSV", "CScan", "CBench"],
            path: "Benchmarks/weir-bench"),
        .target(name: "TestSupport", path: "Tests/TestSupport"),
        .testTarget(name: "CSVTests", dependencies: ["CSV", "CScan", "TestSupport"]),
        .testTarget(
            name: "NameMatchingTests",
            dependencies: ["NameMatching", "CICU", "CData", "CSystem", "TestSupport"],
            exclude: ["Cases"]),
        .testTarget(name: "ScreeningTests", dependencies: ["Screening", "CSystem", "TestSupport"]),
        .testTarget(name: "CommandLineTests", dependencies: ["TestSupport"]),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .c2x
)

if strict {
    for target in package.targets {
        target.swiftSettings = (target.swiftSettings ?? []) + [.treatAllWarnings(as: .error)]
        target.cSettings = (target.cSettings ?? []) + [.treatAllWarnings(as: .error)]
    }
}
