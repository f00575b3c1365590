/// How well a text agrees with what Chinese pages hold: the bits a simple model needs to write it down.
///
/// Han characters cost by their rank in ``FrequentCharacters``, by Zipf's law; what pages rarely hold costs more. The model
/// compares readings of **the same bytes**: the right one is cheapest, since wrong ones scatter over rare characters.
struct Likelihood {
  /// The cost of bytes that stand for no character.
  static let invalidSequence = 48

  /// Bits by code point, for the Basic Multilingual Plane.
  private let bits: [UInt8]

  /// The model. It is made when bytes first leave doubt.
  static let shared = Likelihood()

  private init() {
    var bits = [UInt8](repeating: 24, count: 0x10000)
    func set(_ range: ClosedRange<Int>, _ cost: UInt8) { for point in range { bits[point] = cost } }
    set(0x00...0x1F, 40)  // control characters but for line ends and tabulators
    set(0x20...0x7E, 5)
    for point in [0x09, 0x0A, 0x0D, 0x20] { bits[point] = 4 }
    set(0x7F...0x9F, 40)
    set(0xA0...0x24F, 12)  // accented Latin
    set(0x370...0x7FF, 11)  // Greek, Cyrillic, Hebrew, Arabic
    set(0x2010...0x2026, 9)  // dashes, quotation marks, ellipsis
    set(0x2190...0x25FF, 15)  // arrows, operators, shapes
    set(0x3000...0x3011, 10)  // ideographic space to lenticular brackets
    for point in [0x3001, 0x3002] { bits[point] = 5 }
    set(0x3041...0x30FF, 15)  // kana
    set(0x3400...0x4DBF, 26)  // extension A
    set(0x4E00...0x9FA5, 18)  // Han of Unicode 1.1
    set(0xD800...0xDFFF, 40)
    set(0xE000...0xF8FF, 36)  // private use
    set(0xFF01...0xFF5E, 10)  // full-width forms
    for point in [0xFF0C, 0xFF1A, 0xFF01, 0xFF1F, 0xFF08, 0xFF09] { bits[point] = 6 }
    for point in [0xFFFE, 0xFFFF] { bits[point] = 40 }
    for table in [FrequentCharacters.simplified, FrequentCharacters.traditional] {
      for (rank, scalar) in table.unicodeScalars.enumerated() {
        // p(rank) ≈ 1 / (8 · (rank + 8)), in whole bits.
        let cost = UInt8(3 + Int.bitWidth - (rank + 8).leadingZeroBitCount)
        bits[Int(scalar.value)] = min(bits[Int(scalar.value)], cost)
      }
    }
    self.bits = bits
  }

  /// The bits that `text` costs.
  func cost(of text: String) -> Int {
    var cost = 0
    for scalar in text.unicodeScalars { cost += scalar.value < 0x10000 ? Int(bits[Int(scalar.value)]) : 24 }
    return cost
  }
}
