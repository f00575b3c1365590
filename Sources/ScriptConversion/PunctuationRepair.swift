internal import TextOffsets

/// Half-width marks among Chinese characters, and quotation marks of the other script.
struct PunctuationRepair: Sendable {
  /// Whether quotations stand in 「」 and 『』; else in “” and ‘’.
  let usesCornerBrackets: Bool

  /// The changes of marks in `ranges`, in order.
  func changes(of text: String, within ranges: [UTF8Range]) -> [ScriptRepair.Change] {
    var changes: [ScriptRepair.Change] = []
    for range in ranges {
      var place = range.start
      var before: Unicode.Scalar?
      var rest = text[range].unicodeScalars.makeIterator()
      var next = rest.next()
      while let scalar = next {
        next = rest.next()
        let count = UTF8.width(scalar)
        if let mark = replacement(for: scalar, before, next) {
          changes.append(.init(UTF8Range(start: place, end: place + count), mark))
        }
        place += count
        before = scalar
      }
    }
    return changes
  }

  @inline(__always)
  private func replacement(for mark: Unicode.Scalar, _ before: Unicode.Scalar?, _ after: Unicode.Scalar?) -> String? {
    // Nearly all text is Chinese characters, which need no look into the tables.
    if Self.isCharacter(mark) { return nil }
    if let quotation = Self.quotations[mark], quotation.isCorner != usesCornerBrackets { return quotation.other }
    guard let fullWidth = Self.fullWidth[mark] else { return nil }
    // Among Latin letters and digits a half-width mark is right.
    let opens = mark == "("
    guard let inner = opens ? after : before, Self.isHan(inner) else { return nil }
    return fullWidth
  }

  private static func isCharacter(_ scalar: Unicode.Scalar) -> Bool { 0x3400..<0xA000 ~= scalar.value }

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
