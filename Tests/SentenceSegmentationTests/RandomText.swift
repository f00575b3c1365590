/// Texts made at random from what sentences are made of, so that every mark meets every other.
struct RandomText {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private static let fragments = [
    "我们看见了", "他说", "问", "。", "！", "？", "，", "、", "：", "；", "……", "——", "“", "”", "‘", "’", "「", "」", "『", "』", "（", "）",
    "《", "》", "【", "】", "\"", "(", ")", "[", "]", "*", "**", "`", "#", "-", "1.", "（1）", "①", "一、", " ", "  ",
    "\u{3000}", "\u{A0}",
    "\n", "\n", "\n\n", "\r\n", "\r", ".", "!", "?", "a", "The end", "U.S.", "3.14", "https://a.b/c?d=e.f", "x@y.zz",
    "![](u)", "😀",
    "👨‍👩‍👧", "主持人", "\0", "[^1]", "</b>", "> ", "| a |", "---", "```", "的", "\u{301}", "\u{10FFFF}",
  ]

  mutating func next(upTo bound: Int) -> Int {
    // A linear congruential generator's upper bits (Knuth, MMIX).
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }

  /// A text of up to `count` fragments.
  mutating func text(_ count: Int) -> String {
    var text = ""
    for _ in 0..<next(upTo: count + 1) { text += Self.fragments[next(upTo: Self.fragments.count)] }
    return text
  }
}
