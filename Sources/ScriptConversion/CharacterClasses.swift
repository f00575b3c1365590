/// What each character of the Basic Multilingual Plane tells about the script of a text.
@safe
final class CharacterClasses: @unchecked Sendable {
  // Sound because the buffer is written in `init` only, and freed with the object.
  static let other: UInt8 = 0
  static let simplified: UInt8 = 1
  static let traditional: UInt8 = 2
  static let taiwan: UInt8 = 3
  static let hongKong: UInt8 = 4
  static let shared: UInt8 = 5
  static let kana: UInt8 = 6
  static let japanese: UInt8 = 7
  /// Set where a regional term may begin.
  static let termStart: UInt8 = 0x80

  private let buffer: UnsafeMutableBufferPointer<UInt8>

  /// The class of U+0000.
  var start: UnsafePointer<UInt8> { unsafe UnsafePointer(buffer.baseAddress!) }

  /// The script that a class speaks for: `simplified`, `traditional` or 0.
  @inline(__always)
  static func script(of kind: UInt8) -> UInt8 {
    let kind = kind & 0x0F
    return kind == simplified ? simplified : (kind >= traditional && kind <= hongKong ? traditional : 0)
  }

  init(tables: ConversionTables, termStarts: Set<UInt32>) {
    unsafe buffer = .allocate(capacity: 0x10000)
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
    for scalar in termStarts where scalar < 0x10000 { unsafe buffer[Int(scalar)] |= Self.termStart }
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

extension ScriptConverter {
  /// What a scalar of three bytes of UTF-8 becomes by itself, where that is one of three bytes too; else itself.
  func single(_ scalar: UInt32) -> UInt32 {
    let bytes: [UInt8] = [
      UInt8(0xE0 | scalar >> 12), UInt8(0x80 | scalar >> 6 & 0x3F), UInt8(0x80 | scalar & 0x3F),
    ]
    let entry = unsafe bytes.withUnsafeBufferPointer { unsafe table.entry($0.baseAddress!).entry }
    guard entry.isThreeBytes else { return scalar }
    let value = entry.value
    return (value & 0x0F) << 12 | (value >> 8 & 0x3F) << 6 | value >> 16 & 0x3F
  }

  func changes(_ scalar: UInt32) -> Bool { single(scalar) != scalar }
}
