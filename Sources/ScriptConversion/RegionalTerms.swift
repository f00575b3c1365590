internal import TextOffsets

/// The terms of all classes in both scripts, to be found in text.
struct RegionalTerms: Sendable {
  private struct Entry {
    let bytes: [UInt8]
    let isTaiwanese: Bool
    let counterpart: String
  }

  private let entries: [UInt32: [Entry]]

  init(tables: ConversionTables) {
    let simplify = ScriptConverter(.t2s, tables: tables)
    let traditional = ScriptConverter(.s2tw, tables: tables)
    var entries: [UInt32: [Entry]] = [:]
    func add(_ word: String, _ isTaiwanese: Bool, _ counterpart: String) {
      guard let first = word.unicodeScalars.first?.value, first >= 0x3400, word.unicodeScalars.count > 1 else { return }
      entries[first, default: []].append(
        Entry(bytes: Array(word.utf8), isTaiwanese: isTaiwanese, counterpart: counterpart))
    }
    for (mainland, taiwan) in RegionalTermClass.allCases.flatMap(\.pairs) {
      let inSimplified = simplify.convert(taiwan)
      let inTraditional = traditional.convert(mainland)
      // The same word in two scripts tells nothing.
      if inSimplified == mainland || inTraditional == taiwan { continue }
      add(mainland, false, inSimplified)
      if inTraditional != mainland { add(inTraditional, false, taiwan) }
      add(taiwan, true, inTraditional)
      if inSimplified != taiwan { add(inSimplified, true, mainland) }
    }
    self.entries = entries.mapValues { $0.sorted { $1.bytes.count < $0.bytes.count } }
  }

  /// The scalars with which terms begin.
  var starts: Set<UInt32> { Set(entries.keys) }

  /// The hashes of the first two scalars of the terms: few characters that begin one go on like one.
  var hashes: Set<Int> {
    Set(entries.values.joined().map { unsafe $0.bytes.withUnsafeBufferPointer { unsafe Self.hash($0.baseAddress!) } })
  }

  static let hashCount = 4096

  /// A hash of the two scalars of three bytes at `text`.
  @inline(__always)
  static func hash(_ text: UnsafePointer<UInt8>) -> Int {
    unsafe Int(text[2] & 0x3F) << 6 ^ Int(text[1] & 0x3F) ^ Int(text[5] & 0x3F) ^ Int(text[4] & 0x3F) << 4
  }

  /// The longest term at `text`, which is at `place` of a text that ends at `end`.
  @inline(never)
  func longest(_ text: UnsafePointer<UInt8>, _ place: Int, to end: Int) -> ScriptReport.Term? {
    let scalar = unsafe UInt32(text[0] & 0x0F) << 12 | UInt32(text[1] & 0x3F) << 6 | UInt32(text[2] & 0x3F)
    for entry in entries[scalar] ?? [] where entry.bytes.count <= end - place {
      guard entry.bytes.indices.allSatisfy({ unsafe text[$0] == entry.bytes[$0] }) else { continue }
      return ScriptReport.Term(
        range: UTF8Range(start: place, end: place + entry.bytes.count), isTaiwanese: entry.isTaiwanese,
        counterpart: entry.counterpart)
    }
    return nil
  }
}
