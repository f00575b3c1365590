internal import TextOffsets

/// Versions that belong to a name: the number behind a family of models, devices or operating systems, with the words
/// that grade it. `Claude 4.5 Opus`, `Windows 11` and `iPhone 17 Pro` are one name where the dictionary lists only the
/// family; `Swift 6` and `FlagOS1.6` are a name and a release.
enum VersionedNames {
  /// The subtypes whose versions are products of their own.
  private static let families: Set<String> = [
    "model", "os", "chip", "phone", "console", "device", "tablet", "computer", "car", "robot",
  ]

  /// Words that grade a version.
  private static let grades = Set(
    """
    pro max ultra plus mini nano lite air turbo flash preview thinking instruct chat base coder vision omni opus sonnet haiku se fe ti super \
    promax deluxe edge fold flip
    """.split(separator: " ").map(\.folded))

  /// What makes a number a count and not a version.
  private static let units = Set("年月日号天个亿万千百元倍位名家种台款次小分秒周岁人％%:/".folded)

  /// The end of the name of a family that `entity` is and that ends at `index`, with its version; `nil` where no version
  /// follows.
  static func end(of entity: Entity, at index: Int, in text: FoldedText) -> Int? {
    guard entity.type == .product, let subtype = entity.subtype, families.contains(subtype),
      let last = entity.name.unicodeScalars.last, !last.isDecimalDigit,
      var end = versionEnd(at: index, in: text)
    else { return nil }
    for _ in 0..<2 {
      guard let next = gradeEnd(at: end, in: text) else { break }
      end = next
    }
    return end
  }

  private static func separatorEnd(at index: Int, in text: FoldedText) -> Int {
    guard index < text.characters.count else { return index }
    return text.characters[index] == 0x20 || text.characters[index] == 0x2D ? index + 1 : index
  }

  private static func versionEnd(at index: Int, in text: FoldedText) -> Int? {
    var index = separatorEnd(at: index, in: text)
    if index < text.characters.count, text.characters[index] == 0x76 { index += 1 }
    let start = index
    index = digitsEnd(at: index, in: text)
    guard index > start, index - start < 4 else { return nil }
    while index + 1 < text.characters.count, text.characters[index] == 0x2E {
      let end = digitsEnd(at: index + 1, in: text)
      guard end > index + 1 else { break }
      index = end
    }
    // One letter may grade a number: `GPT-4o`, `iPhone 16e`.
    if index < text.characters.count, (0x61...0x7A).contains(text.characters[index]) { index += 1 }
    guard index < text.characters.count else { return index }
    let next = text.characters[index]
    if Unicode.Scalar(next)?.isWordCharacter ?? false { return nil }
    let behind = separatorEnd(at: index, in: text)
    return behind < text.characters.count && units.contains(text.characters[behind]) ? nil : index
  }

  private static func digitsEnd(at index: Int, in text: FoldedText) -> Int {
    var index = index
    while index < text.characters.count, (0x30...0x39).contains(text.characters[index]) { index += 1 }
    return index
  }

  private static func gradeEnd(at index: Int, in text: FoldedText) -> Int? {
    let start = separatorEnd(at: index, in: text)
    guard start > index else { return nil }
    var end = start
    while end < text.characters.count, Unicode.Scalar(text.characters[end])?.isWordCharacter ?? false { end += 1 }
    return grades.contains(Array(text.characters[start..<end])) ? end : nil
  }
}
