import NamedEntities

/// The matching rules once more, written for clarity alone: every name is tried at every place.
///
/// It knows the folding of the characters the random tests use, and nothing of the library's tables.
struct BruteForce {
  struct Name {
    let text: [Unicode.Scalar]
    let isCaseSensitive: Bool
  }

  let names: [Name]

  static let groups = ["台臺檯", "华華", "云雲", "发發髮", "aAａＡ", "bBｂ", "éÉeE", "1１"]
  static let separators: Set<Unicode.Scalar> = [" ", "-", "·", "\u{3000}"]

  static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    groups.first { $0.unicodeScalars.contains(scalar) }?.unicodeScalars.first ?? scalar
  }

  static func isWord(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return false }
    return "aAａＡbBｂéÉeE1１2_".unicodeScalars.contains(scalar)
  }

  static func isDigit(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { "1１2".unicodeScalars.contains($0) } ?? false
  }

  static func isHan(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) || scalar == "𠮷" }

  /// The ranges, as indices of scalars, of the leftmost and longest names.
  func matches(in text: [Unicode.Scalar]) -> [Range<Int>] {
    var matches: [Range<Int>] = []
    var start = 0
    while start < text.count {
      if let end = names.compactMap({ end(of: $0, at: start, in: text) }).max() {
        matches.append(start..<end)
        start = end
      } else {
        start += 1
      }
    }
    return matches
  }

  /// Where `name` ends if it stands at `start`.
  private func end(of name: Name, at start: Int, in text: [Unicode.Scalar]) -> Int? {
    var place = start
    var last: Unicode.Scalar?
    var separated = false
    for scalar in name.text {
      if Self.separators.contains(scalar) {
        separated = true
        continue
      }
      if let last, place < text.count, Self.separators.contains(text[place]) {
        guard separated || Self.mayDivide(last, scalar) else { return nil }
        place += 1
      }
      guard place < text.count, Self.fold(text[place]) == Self.fold(scalar) else { return nil }
      if name.isCaseSensitive, Self.caseDiffers(text[place], scalar) { return nil }
      place += 1
      last = scalar
      separated = false
    }
    return isBounded(start..<place, in: text) ? place : nil
  }

  private static func caseDiffers(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
    left != right && right.properties.isCased && left.value != right.value + 0xFEE0
      && left.value + 0xFEE0 != right.value
  }

  private static func mayDivide(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
    if isWord(left) != isWord(right) { return isHan(left) || isHan(right) }
    guard isWord(left), !isDigit(left) else { return false }
    return isDigit(right) || (left.properties.isLowercase && right.properties.isUppercase)
  }

  private func isBounded(_ range: Range<Int>, in text: [Unicode.Scalar]) -> Bool {
    func at(_ index: Int) -> Unicode.Scalar? { text.indices.contains(index) ? text[index] : nil }
    let first = at(range.lowerBound)
    let before = at(range.lowerBound - 1)
    if Self.isWord(first) {
      if Self.isWord(before) || before == "@" { return false }
      if before == ".", Self.isWord(at(range.lowerBound - 2)) { return false }
    }
    let last = at(range.upperBound - 1)
    guard Self.isWord(last) else { return true }
    let behind = at(range.upperBound)
    if behind == "." || behind == "@" { return !Self.isWord(at(range.upperBound + 1)) }
    guard Self.isWord(behind) else { return true }
    guard Self.isDigit(behind), !Self.isDigit(last), last != "_" else { return false }
    var place = range.upperBound
    while Self.isDigit(at(place)) || (at(place) == "." && Self.isDigit(at(place + 1))) { place += 1 }
    return !Self.isWord(at(place))
  }
}
