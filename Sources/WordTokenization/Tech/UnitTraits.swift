/// What the rules of the tech profile know of single characters, by unit.
struct UnitTraits: Sendable {
  /// A set of traits.
  struct Traits: OptionSet, Sendable {
    let rawValue: UInt8
    /// A surname of one character.
    static let surname = Traits(rawValue: 1)
    /// A word of its own that is never part of an unknown word.
    static let function = Traits(rawValue: 2)
    /// A character that foreign names are spelled with.
    static let foreign = Traits(rawValue: 4)
    /// The dot inside of foreign names.
    static let nameDot = Traits(rawValue: 8)
  }

  private var table: [UInt8] = []

  /// Traits of nothing.
  init() {}

  /// The traits of the characters, by the table of units.
  init(_ codes: UnsafePointer<UInt16>) {
    table = Array(repeating: 0, count: Int(UnitID.limit))
    unsafe set(PersonNames.surnames, .surname, codes)
    unsafe set(UnknownWords.functionWords, .function, codes)
    unsafe set(ForeignNames.characters, .foreign, codes)
    unsafe set(ForeignNames.dots, .nameDot, codes)
  }

  private mutating func set(_ characters: String, _ traits: Traits, _ codes: UnsafePointer<UInt16>) {
    for scalar in characters.unicodeScalars where scalar.value < 0x10000 {
      let unit = unsafe codes[Int(scalar.value)]
      if unit != UnitID.separator && unit != UnitID.unknownHan { table[Int(unit)] |= traits.rawValue }
    }
  }

  /// The traits of a unit.
  subscript(unit: UInt16) -> Traits { Traits(rawValue: table[Int(unit)]) }
}
