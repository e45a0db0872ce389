import Foundation
import TestSupport
import Testing

@testable import Screening

/// The measure of screening: its counts are those of a run, and its times are of the stages.
@Suite struct StageMeterTests {
    private let work: WorkDirectory
    private let catalog: ListCatalog

    init() throws {
        work = try WorkDirectory()
        catalog = try ListCatalog([try EntityList.builtIn()])
    }

    private func shipments(records: Int) -> Data {
        var data = Data("NO,SHIPPER,CONSIGNEE\n".utf8)
        for number in 0..<records {
            switch number % 10 {
            case 3: data += Data("\(number),IFLYTEK,\"Smith, \"\"Jack\"\"\"\n".utf8)
            case 5: data += Data("\(number),Acme".utf8) + Data([0xC3, 0x28]) + Data(",Baker\n".utf8)
            case 7: data += Data("\(number),N/A\n".utf8)
            case 8: data += Data("\(number),Stone \(number),\"HANGZHOU\nHIKVISION\"\n".utf8)
            default: data += Data("\(number),Acme \(number),Baker\n".utf8)
            }
        }
        return data
    }

    /// Passes and a run read the same records: what one of them left out would show in the counts.
    @Test func everyPassDoesWhatARunDoes() throws {
        let path = try work.write(shipments(records: 500), to: "in.csv")
        var options = ScreeningOptions()
        options.encoding = .utf8
        options.chunkBytes = 1_000
        let summary = try Screener(catalog: catalog, options: options).run(
            inputs: [path], output: work.path("out.csv"))
        let pass = StagePass(
            inputs: [path, path],
            index: NameIndex(names: catalog.names, threshold: options.threshold, words: options.words),
            catalog: catalog, options: options, countAllocations: nil)
        let whole = try pass.runWhole(limit: .records(.max))
        #expect(whole.isWhole)
        #expect(whole.counts.read == 2 * summary.counts.read)
        #expect(whole.counts.rejected == 2 * summary.counts.rejected)
        #expect(whole.counts.parties == 2 * summary.counts.parties)
        #expect(whole.counts.hitsByList == summary.counts.hitsByList.map { 2 * $0 })
        let clock = StageClock(countAllocations: nil)
        let timed = try pass.runTimed(limit: .records(.max), clock: clock)
        #expect(timed.statistics == whole.statistics)
        #expect(timed.counts.hitsByList == whole.counts.hitsByList)
        for stage in ScreeningStage.common.dropFirst() {
            let part = try pass.run(upTo: stage, limit: .chunks(whole.chunks))
            #expect(part.counts.read == whole.counts.read)
            #expect(part.counts.rejected == whole.counts.rejected)
            #expect(part.counts.ragged == whole.counts.ragged)
            #expect(part.counts.parties == whole.counts.parties)
            #expect(part.bytes == whole.bytes)
            #expect(part.statistics.names == (stage == .cells ? 0 : whole.counts.parties))
        }
        for stage in ScreeningStage.allCases {
            #expect(
                (clock.nanoseconds[stage.place] > 0) == !ScreeningStage.common.contains(stage), "\(stage)")
        }
    }

    @Test func theReportAddsUp() throws {
        let path = try work.write(shipments(records: 500), to: "in.csv")
        var options = ScreeningOptions()
        options.encoding = .utf8
        options.chunkBytes = 1_000
        var measured = StageMeter.Options()
        measured.runs = 2
        let report = try StageMeter(catalog: catalog, options: options).measure([path], measured)
        #expect(report.rows.map(\.stage) == ScreeningStage.allCases)
        #expect(abs(report.rows.reduce(0) { $0 + $1.share } - 1) < 1e-9)
        #expect(abs(report.rows.reduce(0) { $0 + $1.seconds } - report.seconds) < 1e-9)
        #expect(report.isWhole)
        #expect(report.counts.read == 500)
        #expect(report.namesRead + report.statistics.cacheHits == report.counts.parties)
        #expect(report.rounds.count == 2)
        #expect(report.peakBytes > 1 << 20)
        #expect(report.indexSeconds > 0)

        measured.records = 40
        measured.runs = 1
        let part = try StageMeter(catalog: catalog, options: options).measure([path], measured)
        #expect(!part.isWhole)
        #expect((40..<200).contains(part.counts.read))
    }

    @Test func allocationsAreCountedByStage() throws {
        let path = try work.write(shipments(records: 200), to: "in.csv")
        nonisolated(unsafe) var calls = 0
        let counter: () -> Int = {
            calls += 1
            return calls
        }
        var options = ScreeningOptions()
        options.encoding = .utf8
        let meter = StageMeter(catalog: catalog, options: options, countAllocations: counter)
        var measured = StageMeter.Options()
        measured.runs = 1
        let report = try meter.measure([path], measured)
        #expect(report.rows.allSatisfy { $0.allocations != nil })
        let plain = try StageMeter(catalog: catalog, options: options).measure([path], measured)
        #expect(plain.rows.allSatisfy { $0.allocations == nil })
    }

    @Test func aPipeIsRefused() throws {
        let meter = StageMeter(catalog: catalog, options: ScreeningOptions())
        #expect(throws: ScreeningError.self) { try meter.measure(["-"]) }
    }

    @Test func medians() {
        #expect(StageReport.median([3, 1, 2]) == 2)
        #expect(StageReport.median([4, 1, 2, 3]) == 2.5)
        #expect(StageReport.median([]) == 0)
    }
}
