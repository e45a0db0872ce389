/// Names of companies and persons in the encodings of Chinese, beside the same text as Unicode.
enum ChineseText {
    static let gb18030: [(text: String, hex: String)] = [
        ("杭州海康威视数字技术股份有限公司", "babcd6ddbaa3bfb5cdfecad3cafdd7d6bcbccaf5b9c9b7ddd3d0cfdeb9abcbbe"),
        ("新疆维吾尔自治区公安厅", "d0c2bdaeceaccee1b6fbd7d4d6cec7f8b9abb0b2ccfc"),
        ("上海依图网络科技有限公司", "c9cfbaa3d2c0cdbccdf8c2e7bfc6bcbcd3d0cfdeb9abcbbe"),
        ("王伟", "cdf5ceb0"),
        ("北京旷视科技有限公司（分公司）", "b1b1bea9bff5cad3bfc6bcbcd3d0cfdeb9abcbbea3a8b7d6b9abcbbea3a9"),
    ]

    static let big5: [(text: String, hex: String)] = [
        ("杭州海康威視數字技術股份有限公司", "aa43a67baefcb164abc2b5f8bcc6a672a7deb34eaad1a5f7a6b3adada4bda571"),
        ("新疆維吾爾自治區公安廳", "b773c3a6bafba75ebab8a6dbaa76b0cfa4bda677c655"),
        ("上海依圖網絡科技有限公司", "a457aefca8ccb9cfbaf4b5b8aceca7dea6b3adada4bda571"),
        ("王偉", "a4fdb0b6"),
        ("台灣積體電路製造股份有限公司", "a578c657bf6ec5e9b971b8f4bb73b379aad1a5f7a6b3adada4bda571"),
    ]

    /// The bytes that hexadecimal digits stand for.
    static func bytes(_ hex: String) -> [UInt8] {
        let digits = hex.utf8.map { UInt8(String(UnicodeScalar($0)), radix: 16)! }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }
}
