import Testing
import TextOffsets

@Suite struct EditsTests {
  /// 软件工程 → 軟體工程學: one replacement of two characters, one insertion at the end.
  private var example: Edits {
    var edits = Edits()
    edits.append(gap: 0, sourceCount: 6, targetCount: 6)
    edits.append(gap: 6, sourceCount: 0, targetCount: 3)
    return edits
  }

  @Test func listsItsChanges() {
    #expect(
      Array(example) == [
        .init(source: .init(0..<6), target: .init(0..<6)), .init(source: .init(12..<12), target: .init(12..<15)),
      ])
  }

  @Test func mapsRangesOutward() {
    #expect(example.sourceRange(of: .init(3..<9)) == .init(0..<9))
    #expect(example.targetRange(of: .init(0..<3)) == .init(0..<6))
    #expect(example.sourceRange(of: .init(12..<15)) == .init(12..<12))
    #expect(Edits().sourceRange(of: .init(3..<9)) == .init(3..<9))
  }

  /// Random changes, each offset outside of them mapped there and back, against a walk over all of them.
  @Test func mapsLikeAPlainWalk() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<20 {
      var edits = Edits()
      for _ in 0..<Int.random(in: 0...400, using: &random) {
        edits.append(
          gap: .random(in: 1...70_000, using: &random), sourceCount: .random(in: 1...9, using: &random),
          targetCount: Int.random(in: 0...50, using: &random) == 0 ? 70_000 : .random(in: 0...9, using: &random))
      }
      let all = Array(edits)
      for edit in all {
        #expect(edits.sourceRange(of: edit.target).overlapsOrTouches(edit.source))
        #expect(edits.targetRange(of: edit.source) == edit.target)
        // The byte before a change is unchanged, so it maps exactly.
        let before = UTF8Range(start: edit.source.start - 1, end: edit.source.start)
        let moved = before.shifted(by: edit.target.start - edit.source.start)
        #expect(edits.targetRange(of: before) == moved)
        #expect(edits.sourceRange(of: moved) == before)
      }
    }
  }
}

extension UTF8Range {
  fileprivate func overlapsOrTouches(_ other: UTF8Range) -> Bool { start <= other.end && other.start <= end }
}
