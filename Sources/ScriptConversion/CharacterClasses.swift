/// What each character of the Basic Multilingual Plane tells about the script of a text.
@safe
final class CharacterClasses: @unchecked Sendable {
  // Sound because the buffer is written in `init` only, and freed with the object.
  // In a byte: the class in the lowest bits, the script it speaks for, if any, and whether a term may begin there.
  static let other: UInt8 = 0
  static let simplified: UInt8 = 1
  static let traditional: UInt8 = 2
  static let taiwan: UInt8 = 3
  static let hongKong: UInt8 = 4
  static let shared: UInt8 = 5
  static let kana: UInt8 = 6
  static let japanese: UInt8 = 7
  static let classMask: UInt8 = 0x07
  static let speaksForSimplified: UInt8 = 0x10
  static let speaksForTraditional: UInt8 = 0x20
  static let scriptMask: UInt8 = 0x30
  /// Set where a regional term may begin.
  static let termStart: UInt8 = 0x80
  /// Where, behind the classes, stands whether a regional term may begin with two scalars, by `RegionalTerms.hash`.
  static let beginnings = 0x10000

  private let buffer: UnsafeMutableBufferPointer<UInt8>

  /// The class of U+0000.
  var start: UnsafePointer<UInt8> { unsafe UnsafePointer(buffer.baseAddress!) }

  init(tables: ConversionTables, terms: RegionalTerms) {
    unsafe buffer = .allocate(capacity: Self.beginnings + RegionalTerms.hashCount)
    unsafe buffer.initialize(repeating: Self.other)
    for scalar in 0x3041...0x30FF { unsafe buffer[scalar] = Self.kana }
    let toTaiwan = ScriptConverter(.s2tw, tables: tables)
    let toHongKong = ScriptConverter(.s2hk, tables: tables)
    let toSimplified = ScriptConverter(.t2s, tables: tables)
    let taiwan = ScriptConverter(.t2tw, tables: tables)
    let hongKong = ScriptConverter(.t2hk, tables: tables)
    let japanese = ScriptConverter(.jp2t, tables: tables)
    for scalar in Array(UInt32(0x3400)..<0xA000) {
      // A form that both regions write is none of the mainland's alone, whatever the standard in between.
      let isSimplified = toTaiwan.changes(scalar) && toHongKong.changes(scalar)
      let isTraditional = toSimplified.changes(scalar)
      var kind = Self.shared
      if isSimplified && !isTraditional && !Ambiguous.characters.contains(scalar) {
        kind = Self.simplified
      } else if isTraditional && !isSimplified && !Ambiguous.inSimplified.contains(scalar) {
        kind = Self.traditional
      } else if japanese.changes(scalar) && !isSimplified && !isTraditional {
        kind = Self.japanese
      }
      unsafe buffer[Int(scalar)] = kind
    }
    // Where the two regions write a character in different ways, each form tells its region.
    for scalar in Array(UInt32(0x3400)..<0xA000) {
      let forms = (taiwan.single(scalar), hongKong.single(scalar))
      guard forms.0 != forms.1 else { continue }
      for (form, kind) in [(forms.0, Self.taiwan), (forms.1, Self.hongKong)] {
        guard form < 0x10000, toSimplified.changes(form) else { continue }
        unsafe buffer[Int(form)] = kind
      }
    }
    for scalar in 0..<0x10000 {
      let kind = unsafe buffer[scalar]
      if kind == Self.simplified { unsafe buffer[scalar] |= Self.speaksForSimplified }
      if Self.traditional...Self.hongKong ~= kind { unsafe buffer[scalar] |= Self.speaksForTraditional }
    }
    for scalar in terms.starts where scalar < 0x10000 { unsafe buffer[Int(scalar)] |= Self.termStart }
    for hash in terms.hashes { unsafe buffer[Self.beginnings + hash] = 1 }
  }

  deinit { unsafe buffer.deallocate() }
}

/// Characters that are a Simplified form of others, and correct in Traditional text as well.
enum Ambiguous {
  static let characters = Set(
    "丑丰于云仆伙余佣准几凶划占厂厘台吁吃后咨咸唇夸尸岩岳帘干征斗朴杠杰涂涌淀游熏皂辟郁采里雇范党苹荐适胜挂柜极据万与么叶"
      .unicodeScalars.map(\.value))

  /// Characters that are a Traditional form of others, and occur in Simplified text as well: 昇腾, 乾坤, 瞭望.
  static let inSimplified = Set("昇乾夥瞭藉覆麽喆堃淼甯著".unicodeScalars.map(\.value))
}
