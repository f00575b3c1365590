internal import DataArtifact

/// The numbering of characters that a dictionary's trie is labelled with: one class for all characters that fold
/// together, and classes for what stands in no name.
///
/// The order carries meaning, so that the scanner asks with one comparison:
///
/// | classes | characters |
/// |---|---|
/// | 0 | in no name |
/// | 1 | separators |
/// | 2 | word characters in no name |
/// | 3 ..< `wordLimit` | word characters in names |
/// | `wordLimit`… | other characters in names |
///
/// Characters that alone are a name have the classes `singles`, which straddle `wordLimit`.
enum CharacterClass {
  static let none: UInt16 = 0
  static let separator: UInt16 = 1
  static let otherWord: UInt16 = 2
  static let firstOfNames: UInt16 = 3
}

/// A character outside of the Basic Multilingual Plane, and its class.
struct SupplementaryClass: BitwiseCopyable {
  let scalar: UInt32
  let characterClass: UInt32
}

/// Gives classes to the characters of a dictionary's names, frequent ones first, so that labels are small.
struct CharacterClassesBuilder {
  private var counts: [UInt32: Int] = [:]
  private var basicCounts = [Int32](repeating: 0, count: 0x1_0000)
  private var basicSingles = Set<UInt32>()

  /// Counts the characters of one key.
  mutating func add(_ key: some Collection<UInt32>) {
    for character in key {
      if character <= 0xFFFF { basicCounts[Int(character)] += 1 } else { counts[character, default: 0] += 1 }
    }
    if key.count == 1, let only = key.first { basicSingles.insert(only) }
  }

  /// Numbers the classes.
  func build() -> CharacterClassTable {
    var all = counts.map { (character: $0.key, count: $0.value) }
    for (character, count) in basicCounts.enumerated() where count > 0 {
      all.append((UInt32(character), Int(count)))
    }
    func section(_ character: UInt32) -> Int {
      let isWord = Unicode.Scalar(character)?.isWordCharacter ?? false
      return switch (isWord, basicSingles.contains(character)) {
      case (true, false): 0
      case (true, true): 1
      case (false, true): 2
      case (false, false): 3
      }
    }
    let sorted = all.map { (section: section($0.character), $0.character, $0.count) }
      .sorted { ($0.section, $1.2, $0.1) < ($1.section, $0.2, $1.1) }
    precondition(sorted.count < 0xFFF0, "a dictionary has fewer than 65,000 different characters")

    var table = CharacterClassTable()
    var sizes = [0, 0, 0, 0]
    var classOf: [UInt32: UInt16] = [:]
    var basicClassOf = [UInt16](repeating: 0, count: 0x1_0000)
    for (index, entry) in sorted.enumerated() {
      let number = CharacterClass.firstOfNames + UInt16(index)
      sizes[entry.section] += 1
      if entry.1 <= 0xFFFF { basicClassOf[Int(entry.1)] = number } else { classOf[entry.1] = number }
    }
    table.wordLimit = CharacterClass.firstOfNames + UInt16(sizes[0] + sizes[1])
    let singlesStart = CharacterClass.firstOfNames + UInt16(sizes[0])
    table.singles = singlesStart..<singlesStart + UInt16(sizes[1] + sizes[2])
    table.count = Int(CharacterClass.firstOfNames) + sorted.count

    let folding = CharacterFolding.shared
    for value in 0...0xFFFF {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let known = basicClassOf[Int(folding.basic[value])]
      table.basic[value] =
        scalar.isNameSeparator
        ? CharacterClass.separator
        : known != 0 ? known : scalar.isWordCharacter ? CharacterClass.otherWord : CharacterClass.none
    }
    var supplementary = classOf
    for (variant, canonical) in folding.supplementary {
      let known = canonical <= 0xFFFF ? basicClassOf[Int(canonical)] : classOf[canonical] ?? 0
      if known != 0 { supplementary[variant] = known }
    }
    table.supplementary = supplementary.sorted { $0.key < $1.key }
      .map { .init(scalar: $0.key, characterClass: UInt32($0.value)) }
    return table
  }
}

/// The finished numbering.
struct CharacterClassTable {
  /// The class of each character of the Basic Multilingual Plane.
  var basic = [UInt16](repeating: CharacterClass.none, count: 0x1_0000)
  /// The classes of characters beyond it, in ascending order.
  var supplementary: [SupplementaryClass] = []
  /// The first class that is no word character's.
  var wordLimit = CharacterClass.firstOfNames
  /// The classes of characters that alone are a name.
  var singles: Range<UInt16> = 0..<0
  /// The number of classes.
  var count = 0

  /// The class of a folded character.
  func callAsFunction(_ character: UInt32) -> UInt16 {
    if character <= 0xFFFF { return basic[Int(character)] }
    var low = 0
    var high = supplementary.count
    while low < high {
      let middle = (low + high) / 2
      if supplementary[middle].scalar < character { low = middle + 1 } else { high = middle }
    }
    guard low < supplementary.count, supplementary[low].scalar == character else { return CharacterClass.none }
    return UInt16(supplementary[low].characterClass)
  }
}
