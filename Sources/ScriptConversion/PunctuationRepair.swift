internal import TextOffsets

/// Half-width marks among Chinese characters, and quotation marks of the other script.
struct PunctuationRepair: Sendable {
  /// Whether quotations stand in 「」 and 『』; else in “” and ‘’.
  let usesCornerBrackets: Bool

  /// The changes of marks in `ranges`, in order.
  func edits(of text: String, within ranges: [UTF8Range]) -> [(range: UTF8Range, replacement: String)] {
    var edits: [(range: UTF8Range, replacement: String)] = []
    for range in ranges {
      var place = range.start
      var before: Unicode.Scalar?
      let scalars = Array(text[range].unicodeScalars)
      for (index, scalar) in scalars.enumerated() {
        let count = String(scalar).utf8.count
        let after = index + 1 < scalars.count ? scalars[index + 1] : nil
        if let mark = replacement(for: scalar, before, after) {
          edits.append((UTF8Range(start: place, end: place + count), mark))
        }
        place += count
        before = scalar
      }
    }
    return edits
  }

  private func replacement(for mark: Unicode.Scalar, _ before: Unicode.Scalar?, _ after: Unicode.Scalar?) -> String? {
    if let quotation = Self.quotations[mark], quotation.isCorner != usesCornerBrackets { return quotation.other }
    guard let fullWidth = Self.fullWidth[mark] else { return nil }
    // Among Latin letters and digits a half-width mark is right.
    let opens = mark == "("
    guard let inner = opens ? after : before, Self.isHan(inner) else { return nil }
    return fullWidth
  }

  private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3400..<0xA000, 0x3001...0x301F, 0xFF01...0xFF20: true
    default: false
    }
  }

  private static let fullWidth: [Unicode.Scalar: String] = [
    ",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）",
  ]

  private static let quotations: [Unicode.Scalar: (other: String, isCorner: Bool)] = [
    "“": ("「", false), "”": ("」", false), "‘": ("『", false), "’": ("』", false),
    "「": ("“", true), "」": ("”", true), "『": ("‘", true), "』": ("’", true),
  ]
}
