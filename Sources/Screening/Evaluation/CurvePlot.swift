import NameMatching

/// Precision, recall and F1 over the threshold as a picture: an SVG that a browser shows as it is.
///
/// It has no background and only colours that can be read on light and dark ones; curves differ in their dashes too.
public struct CurvePlot: Sendable {
    private struct Curve {
        let name: String
        let colour: String
        let dashes: String
        let value: @Sendable (Evaluation.Point) -> Double
    }

    private static let curves = [
        Curve(name: "precision", colour: "#3b82c4", dashes: "", value: \.precision),
        Curve(name: "recall", colour: "#d9822b", dashes: "7 3", value: \.recall),
        Curve(name: "F1", colour: "#3a9d5d", dashes: "2 3", value: \.f1),
    ]

    // In the picture's own units, some pixels.
    private static let width = 740.0
    private static let height = 460.0
    private static let left = 64.0
    private static let top = 64.0
    private static let plotWidth = 520.0
    private static let plotHeight = 330.0
    private static let neutral = "#808080"
    /// How far apart the points of a curve are, in ten-thousandths of the threshold.
    private static let step = 50

    private let evaluation: Evaluation
    private let threshold: Score

    /// - Parameter threshold: the one that is marked.
    public init(_ evaluation: Evaluation, threshold: Score = NameIndex.defaultThreshold) {
        self.evaluation = evaluation
        self.threshold = threshold
    }

    /// The picture, UTF-8.
    ///
    /// - Complexity: two million additions.
    public var svg: [UInt8] {
        var text = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.number(Self.width)) \(Self.number(Self.height))" \
            width="\(Self.number(Self.width))" height="\(Self.number(Self.height))" role="img" \
            font-family="sans-serif" font-size="13" fill="\(Self.neutral)">
            <title>Precision, recall and F1 over the threshold</title>

            """
        text += Self.label("Precision, recall and F1 over the threshold", Self.left, 26, size: 16)
        text += Self.label(account, Self.left, 46)
        text += grid
        for curve in Self.curves { text += line(of: curve) }
        text += mark + best + legend
        return Array((text + "</svg>\n").utf8)
    }

    private var account: String {
        let area = evaluation.areaUnderCurve.map { "AUC \(Score($0))" } ?? "AUC unknown: all labels are alike"
        return "\(area); \(evaluation.matchCount) matching pairs, \(evaluation.otherCount) others"
    }

    /// Axes from 0 to 1, a line and a number every tenth.
    private var grid: String {
        var text = "<g stroke=\"\(Self.neutral)\" stroke-opacity=\"0.3\">\n"
        for tenth in 0...10 {
            let place = Double(tenth) / 10
            text += Self.line(from: (place, 0), to: (place, 1)) + Self.line(from: (0, place), to: (1, place))
        }
        text += "</g>\n<g stroke=\"\(Self.neutral)\">\n"
        text += Self.line(from: (0, 0), to: (1, 0)) + Self.line(from: (0, 0), to: (0, 1)) + "</g>\n"
        for tenth in 0...10 {
            let (x, y) = Self.place(Double(tenth) / 10, Double(tenth) / 10)
            let number = Self.number(Double(tenth) / 10)
            text += Self.label(number, x, Self.top + Self.plotHeight + 18, anchor: "middle")
            text += Self.label(number, Self.left - 8, y + 4, anchor: "end")
        }
        return text
            + Self.label("threshold", Self.left + Self.plotWidth / 2, Self.height - 24, anchor: "middle")
    }

    private func line(of curve: Curve) -> String {
        let points = evaluation.points(step: Self.step).map { point in
            let (x, y) = Self.place(point.threshold.value, curve.value(point))
            return "\(Self.number(x)),\(Self.number(y))"
        }
        return "<polyline fill=\"none\" stroke=\"\(curve.colour)\" stroke-width=\"2\"\(Self.dashes(curve)) "
            + "points=\"\(points.joined(separator: " "))\"/>\n"
    }

    /// The default threshold: a line from top to bottom, named at its upper end.
    private var mark: String {
        let (x, y) = Self.place(threshold.value, 1)
        return "<g stroke=\"\(Self.neutral)\" stroke-width=\"1.5\" stroke-dasharray=\"4 4\">\n"
            + Self.line(from: (threshold.value, 0), to: (threshold.value, 1)) + "</g>\n"
            + Self.label("default \(threshold)", x, y - 6, anchor: "middle")
    }

    private var best: String {
        let point = evaluation.best
        let (x, y) = Self.place(point.threshold.value, point.f1)
        return "<circle cx=\"\(Self.number(x))\" cy=\"\(Self.number(y))\" r=\"4.5\" fill=\"none\" "
            + "stroke=\"\(Self.curves[2].colour)\" stroke-width=\"2\"><title>best F1 \(Score(point.f1)) at "
            + "\(point.threshold)</title></circle>\n"
    }

    private var legend: String {
        let x = Self.left + Self.plotWidth + 16
        let atDefault = evaluation.point(at: threshold)
        let point = evaluation.best
        var y = Self.top + 10
        var text = ""
        func add(_ line: String, indented: Double = 0) {
            text += Self.label(line, x + indented, y)
            y += 20
        }
        for curve in Self.curves {
            text +=
                "<line x1=\"\(Self.number(x))\" y1=\"\(Self.number(y - 4))\" x2=\"\(Self.number(x + 26))\" "
                + "y2=\"\(Self.number(y - 4))\" stroke=\"\(curve.colour)\" stroke-width=\"2\"\(Self.dashes(curve))/>\n"
            add(curve.name, indented: 34)
        }
        y += 12
        add("at \(threshold):")
        for curve in Self.curves { add("\(curve.name) \(Score(curve.value(atDefault)))") }
        y += 12
        add("best F1 \(Score(point.f1))")
        add("at \(point.threshold) (circle)")
        return text
    }

    private static func dashes(_ curve: Curve) -> String {
        curve.dashes.isEmpty ? "" : " stroke-dasharray=\"\(curve.dashes)\""
    }

    /// Where a threshold and a share stand in the picture, whose y grows downwards.
    private static func place(_ threshold: Double, _ share: Double) -> (x: Double, y: Double) {
        (left + threshold * plotWidth, top + (1 - share) * plotHeight)
    }

    private static func line(from start: (Double, Double), to end: (Double, Double)) -> String {
        let (a, b) = (place(start.0, start.1), place(end.0, end.1))
        return
            "<line x1=\"\(number(a.x))\" y1=\"\(number(a.y))\" x2=\"\(number(b.x))\" y2=\"\(number(b.y))\"/>\n"
    }

    /// Text without characters that XML takes for its own.
    private static func label(
        _ text: String, _ x: Double, _ y: Double, anchor: String = "start", size: Int? = nil
    ) -> String {
        let size = size.map { " font-size=\"\($0)\"" } ?? ""
        return "<text x=\"\(number(x))\" y=\"\(number(y))\" text-anchor=\"\(anchor)\"\(size)>\(text)</text>\n"
    }

    /// A number with at most one decimal.
    private static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
}
