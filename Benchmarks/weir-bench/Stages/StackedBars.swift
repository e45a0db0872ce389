/// Bars that are divided into shares: an SVG that a browser shows as it is, on a light ground or a dark one.
struct StackedBars {
    struct Bar {
        let name: String
        /// What stands behind the bar.
        let remark: String
        /// Of the parts, in their order; together 1.
        let shares: [Double]
    }

    private static let colours = [
        "#3b82c4", "#7fb2dc", "#8a7a2c", "#d9822b", "#b5473c", "#3a9d5d", "#7cc29a", "#b0529f", "#5a6acf",
        "#808080",
    ]
    // In the picture's own units, some pixels.
    private static let left = 170.0
    private static let width = 420.0
    private static let right = 130.0
    private static let top = 78.0
    private static let step = 34.0
    private static let thickness = 20.0
    private static let legendStep = 72.0

    let title: String
    let parts: [String]
    let bars: [Bar]

    /// The picture.
    var svg: String {
        let width = Self.left + Self.width + Self.right
        let height = Self.top + Self.step * Double(bars.count) + 12
        var text = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(fixed(width, 0)) \(fixed(height, 0))" \
            width="\(fixed(width, 0))" height="\(fixed(height, 0))" role="img" font-family="sans-serif" \
            font-size="12" fill="#808080">
            <title>\(title)</title>
            <text x="12" y="24" font-size="16">\(title)</text>

            """
        for (place, part) in parts.enumerated() {
            let x = 12 + Self.legendStep * Double(place)
            text +=
                "<rect x=\"\(fixed(x, 0))\" y=\"42\" width=\"9\" height=\"9\" fill=\"\(colour(place))\"/>\n"
            text += "<text x=\"\(fixed(x + 12, 0))\" y=\"51\" font-size=\"11\">\(part)</text>\n"
        }
        for (place, bar) in bars.enumerated() {
            text += picture(of: bar, at: Self.top + Self.step * Double(place))
        }
        return text + "</svg>\n"
    }

    private func picture(of bar: Bar, at y: Double) -> String {
        let middle = fixed(y + Self.thickness / 2 + 4, 1)
        var text =
            "<text x=\"\(fixed(Self.left - 8, 0))\" y=\"\(middle)\" text-anchor=\"end\">\(escaped(bar.name))</text>\n"
        var x = Self.left
        for (place, share) in bar.shares.enumerated() where share > 0 {
            let width = share * Self.width
            text += "<rect x=\"\(fixed(x, 1))\" y=\"\(fixed(y, 1))\" width=\"\(fixed(width, 1))\""
            text += " height=\"\(fixed(Self.thickness, 0))\" fill=\"\(colour(place))\">"
            text += "<title>\(parts[place]): \(fixed(100 * share, 1)) %</title></rect>\n"
            x += width
        }
        return text + "<text x=\"\(fixed(x + 8, 1))\" y=\"\(middle)\">\(escaped(bar.remark))</text>\n"
    }

    private func colour(_ place: Int) -> String { Self.colours[place % Self.colours.count] }

    private func escaped(_ text: String) -> String {
        text.reduce(into: "") { $0 += $1 == "&" ? "&amp;" : $1 == "<" ? "&lt;" : String($1) }
    }
}
