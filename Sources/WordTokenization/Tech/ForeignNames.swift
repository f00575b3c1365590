/// Foreign names whose parts are separated by a dot: 大卫·霍尔茨, 约翰·冯·诺依曼, 乔治·R·R·马丁.
package enum ForeignNames {
  /// The dots.
  package static let dots = "·‧・•"

  /// Joins the parts on both sides of the dot at a place, and those of further dots, into one token; gives its end, or
  /// `nil` where the dot is between other words.
  static func join(_ path: inout TokenPath, around dot: Int) -> Int? {
    guard dot > 0, isPart(path, path.start(endingAt: dot), dot), let firstEnd = partEnd(path, dot + 1) else {
      return nil
    }
    var start = path.start(endingAt: dot)
    while start > 0, path.isHan(start - 1) {
      let before = path.start(endingAt: start)
      guard path.all(before, start, have: .foreign), isNoCommonWord(path, before, start) else { break }
      start = before
    }
    // 让-雅克·卢梭
    while start > 1, path.byte(start - 1) == UInt8(ascii: "-") {
      let before = path.start(endingAt: start - 1)
      guard path.all(before, start - 1, have: .foreign) || path.isJean(before, start - 1) else { break }
      start = before
    }
    var end = firstEnd
    while true {
      while end < path.count, path.isHan(end), let next = partEnd(path, end), isNoCommonWord(path, end, next) {
        end = next
      }
      guard end < path.count, path.traits(end).contains(.nameDot) || path.byte(end) == UInt8(ascii: "-"),
        let next = partEnd(path, end + 1)
      else { break }
      end = next
    }
    path.join(start, end)
    return end
  }

  /// Where the token at the place ends, if all of it is spelled like a foreign name, or it is one Latin letter.
  private static func partEnd(_ path: borrowing TokenPath, _ start: Int) -> Int? {
    guard start < path.count else { return nil }
    if path.isInitial(start) { return start + 1 }
    let end = path.end(of: start)
    return isPart(path, start, end) ? end : nil
  }

  private static func isPart(_ path: borrowing TokenPath, _ start: Int, _ end: Int) -> Bool {
    path.all(start, end, have: .foreign) || end - start == 1 && path.traits(start).contains(.surname)
  }

  private static func isNoCommonWord(_ path: borrowing TokenPath, _ start: Int, _ end: Int) -> Bool {
    end - start == 1 || end - start <= 6 && path.isRarer(start, end, than: 2000)
  }
}
