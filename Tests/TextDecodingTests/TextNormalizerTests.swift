import Testing
import TextDecoding
import TextOffsets

@Suite struct TextNormalizerTests {
  @Test(arguments: [
    (NormalizationForm.nfc, "cafe\u{301}", "café"), (.nfc, "\u{F900}\u{2F00}", "豈\u{2F00}"), (.nfc, "Ａ①", "Ａ①"),
    (.nfkc, "ＡＩ①㎞ｶﾞ，", "AI1kmガ,"), (.nfkc, "\u{2F00}", "一"),
    (.halfWidth, "ＡＩ，２０２６\u{3000}①ｶ。", "AI,2026 ①ｶ。"), (.fullWidth, "AI, 1。", "ＡＩ，\u{3000}１。"),
    (.ideographs, "\u{F900}\u{2F00}\u{2F800}Ａe\u{301}", "豈一丽Ａe\u{301}"),
  ])
  func forms(form: NormalizationForm, text: String, expected: String) {
    let result = TextNormalizer(form).normalize(text)
    #expect(Array(result.text.utf8) == Array(expected.utf8))
    #expect(applying(result.edits, of: result.text, to: text) == Array(expected.utf8))
  }

  @Test func cleanTextHasNoEdits() {
    for form in NormalizationForm.allCases where form != .fullWidth {
      #expect(TextNormalizer(form).normalize("中关村的夜晚。\n").edits.isEmpty)
      #expect(TextNormalizer(form).normalize("").text == "")
    }
  }

  @Test func offsetsSurvive() {
    let text = "关于ＡＩ的ｅ\u{301}"
    let result = TextNormalizer(.nfkc).normalize(text)
    #expect(result.text == "关于AI的é")
    #expect(text[result.edits.sourceRange(of: UTF8Range(start: 6, end: 8))] == "ＡＩ")
    #expect(result.text[result.edits.targetRange(of: UTF8Range(start: 6, end: 12))] == "AI")
    #expect(text[result.edits.sourceRange(of: UTF8Range(start: 11, end: 13))] == "ｅ\u{301}")
  }

  /// Full-width ASCII folds as Unicode's compatibility mappings say, and widening is its inverse.
  @Test func widthAgreesWithNFKC() {
    let ascii = String(String.UnicodeScalarView((0x20...0x7E).map { Unicode.Scalar($0) }))
    let wide = TextNormalizer(.fullWidth).normalize(ascii).text
    #expect(wide.unicodeScalars.allSatisfy { $0.value >= 0x3000 })
    #expect(TextNormalizer(.nfkc).normalize(wide).text == ascii)
    #expect(TextNormalizer(.halfWidth).normalize(wide).text == ascii)
  }

  /// The edits rebuild the target from the source for random strings of what composes, decomposes and stays.
  @Test func editsRebuildTheTarget() {
    var generator = SystemRandomNumberGenerator()
    let parts = ["中", "Ａ", "e", "\u{301}", "\u{327}", "①", "\u{F900}", "𠮷", "ｶ", "ﾞ", "\u{1100}", "\u{1161}", "a", "👍"]
    for _ in 0..<300 {
      let text = (0..<20).map { _ in parts.randomElement(using: &generator) ?? "" }.joined()
      for form in NormalizationForm.allCases {
        let result = TextNormalizer(form).normalize(text)
        #expect(applying(result.edits, of: result.text, to: text) == Array(result.text.utf8), "\(form) \(text)")
        #expect(TextNormalizer(form).normalize(result.text).text == result.text)
      }
    }
  }

  @Test func hostileRunsOfMarksCostNoMore() {
    let text = "a" + String(repeating: "\u{301}\u{327}", count: 200_000)
    #expect(TextNormalizer(.nfc).normalize(text).text.unicodeScalars.count == 400_000)
  }

  /// The target that the edits describe, with the replaced bytes taken from `target`.
  private func applying(_ edits: Edits, of target: String, to source: String) -> [UInt8] {
    let sourceBytes = Array(source.utf8)
    let targetBytes = Array(target.utf8)
    var result: [UInt8] = []
    var done = 0
    for edit in edits {
      result += sourceBytes[done..<edit.source.start]
      #expect(result.count == edit.target.start)
      result += targetBytes[edit.target.offsets]
      done = edit.source.end
    }
    return result + sourceBytes[done...]
  }
}
