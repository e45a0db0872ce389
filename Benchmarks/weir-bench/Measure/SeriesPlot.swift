import Glibc

/// Series of points on two logarithmic axes: an SVG that a browser shows as it is.
///
/// It has no background and only colours that can be read on light and dark ones; series differ in their dashes too.
struct SeriesPlot {
    struct Series {
        let name: String
        let points: [(x: Double, y: Double)]
    }

    private static let styles = [
        ("#3b82c4", ""), ("#d9822b", "7 3"), ("#3a9d5d", "2 3"), ("#b0529f", "9 3 2 3"), ("#8a7a2c", "4 2"),
        ("#5a6acf", "1 2"),
    ]
    // In the picture's own units, some pixels.
    private static let width = 740.0
    private static let height = 460.0
    private static let left = 84.0
    private static let top = 64.0
    private static let plotWidth = 460.0
    private static let plotHeight = 330.0
    private static let neutral = "#808080"

    private let title: String
    private let xTitle: String
    private let yTitle: String
    private let series: [Series]
    /// The powers of ten that each axis spans.
    private let xRange: ClosedRange<Double>
    private let yRange: ClosedRange<Double>

    init(title: String, x: String, y: String, series: [Series]) {
        self.title = title
        xTitle = x
        yTitle = y
        self.series = series.map { series in
            Series(
                name: series.name,
                points: series.points.filter { $0.x > 0 && $0.y > 0 }.sorted { $0.x < $1.x })
        }.filter { !$0.points.isEmpty }
        let points = self.series.flatMap(\.points)
        xRange = SeriesPlot.decades(points.map(\.x))
        yRange = SeriesPlot.decades(points.map(\.y))
    }

    private static func decades(_ values: [Double]) -> ClosedRange<Double> {
        guard let least = values.min(), let most = values.max() else { return 0...1 }
        let start = floor(log10(least))
        return start...max(start + 1, ceil(log10(most)))
    }

    /// The picture.
    var svg: String {
        var text = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.number(Self.width)) \(Self.number(Self.height))" \
            width="\(Self.number(Self.width))" height="\(Self.number(Self.height))" role="img" \
            font-family="sans-serif" font-size="13" fill="\(Self.neutral)">
            <title>\(Self.escaped(title))</title>

            """
        text += Self.label(title, Self.left, 30, size: 16)
        text += Self.label(yTitle, Self.left, 52)
        text += grid
        for (place, one) in series.enumerated() { text += line(one, place) }
        return text + legend + "</svg>\n"
    }

    private var grid: String {
        var text = "<g stroke=\"\(Self.neutral)\" stroke-opacity=\"0.3\">\n"
        var labels = ""
        for decade in stride(from: xRange.lowerBound, through: xRange.upperBound, by: 1) {
            let x = horizontal(decade)
            text += Self.line(x, Self.top, x, Self.top + Self.plotHeight)
            labels += Self.label(Self.power(decade), x, Self.top + Self.plotHeight + 18, anchor: "middle")
        }
        for decade in stride(from: yRange.lowerBound, through: yRange.upperBound, by: 1) {
            let y = vertical(decade)
            text += Self.line(Self.left, y, Self.left + Self.plotWidth, y)
            labels += Self.label(Self.power(decade), Self.left - 8, y + 4, anchor: "end")
        }
        return text + "</g>\n" + labels
            + Self.label(xTitle, Self.left + Self.plotWidth / 2, Self.height - 24, anchor: "middle")
    }

    private func line(_ series: Series, _ place: Int) -> String {
        let (colour, dashes) = Self.styles[place % Self.styles.count]
        let places = series.points.map { (horizontal(log10($0.x)), vertical(log10($0.y)), $0) }
        let points = places.map { "\(Self.number($0.0)),\(Self.number($0.1))" }.joined(separator: " ")
        var text =
            "<polyline fill=\"none\" stroke=\"\(colour)\" stroke-width=\"2\"\(Self.dash(dashes)) points=\"\(points)\"/>\n"
        for (x, y, point) in places {
            text += "<circle cx=\"\(Self.number(x))\" cy=\"\(Self.number(y))\" r=\"3.5\" fill=\"\(colour)\">"
            text +=
                "<title>\(Self.escaped(series.name)): \(grouped(point.x)), \(grouped(point.y))</title></circle>\n"
        }
        return text
    }

    private var legend: String {
        let x = Self.left + Self.plotWidth + 16
        var text = ""
        for (place, one) in series.enumerated() {
            let (colour, dashes) = Self.styles[place % Self.styles.count]
            let y = Self.top + 10 + 20 * Double(place)
            text +=
                "<g stroke=\"\(colour)\" stroke-width=\"2\"\(Self.dash(dashes))>\n\(Self.line(x, y - 4, x + 26, y - 4))</g>\n"
            text += Self.label(one.name, x + 34, y)
        }
        return text
    }

    private func horizontal(_ power: Double) -> Double {
        Self.left + (power - xRange.lowerBound) / (xRange.upperBound - xRange.lowerBound) * Self.plotWidth
    }

    /// The picture's y grows downwards.
    private func vertical(_ power: Double) -> Double {
        Self.top + (1 - (power - yRange.lowerBound) / (yRange.upperBound - yRange.lowerBound))
            * Self.plotHeight
    }

    private static func power(_ decade: Double) -> String {
        decade < 0 ? fixed(pow(10, decade), Int(-decade)) : grouped(pow(10, decade))
    }

    private static func dash(_ dashes: String) -> String {
        dashes.isEmpty ? "" : " stroke-dasharray=\"\(dashes)\""
    }

    private static func line(_ x: Double, _ y: Double, _ x2: Double, _ y2: Double) -> String {
        "<line x1=\"\(number(x))\" y1=\"\(number(y))\" x2=\"\(number(x2))\" y2=\"\(number(y2))\"/>\n"
    }

    private static func label(
        _ text: String, _ x: Double, _ y: Double, anchor: String = "start", size: Int? = nil
    ) -> String {
        let size = size.map { " font-size=\"\($0)\"" } ?? ""
        return
            "<text x=\"\(number(x))\" y=\"\(number(y))\" text-anchor=\"\(anchor)\"\(size)>\(escaped(text))</text>\n"
    }

    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            default: escaped.append(character)
            }
        }
        return escaped
    }

    /// A number with at most one decimal.
    private static func number(_ value: Double) -> String {
        let text = fixed(value, 1)
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
