public import TextOffsets

/// Tells Simplified, Traditional, mixed and Japanese text apart, with the evidence.
///
/// ```swift
/// import ScriptConversion
/// import ScriptConversionTables
///
/// let report = ScriptDetector(tables: .openCC).detect("這个軟體很好用")
/// print(report.script, report.counts.simplified, report.counts.traditional)  // mixed 1 2
/// ```
///
/// One pass over the UTF-8. A value is made in about a millisecond; keep it.
public struct ScriptDetector: Sendable {
  private let classes: CharacterClasses
  private let terms: RegionalTerms

  /// Makes a detector: a character tells what it tells by how the tables convert it.
  public init(tables: ConversionTables) {
    terms = RegionalTerms(tables: tables)
    classes = CharacterClasses(tables: tables, terms: terms)
  }

  /// Looks at `text`, or at a range of it.
  public func detect(_ text: String, within range: UTF8Range? = nil) -> ScriptReport {
    let scope = text.scope(of: range)
    var census = Census()
    unsafe text.utf8.span.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      unsafe count(base, scope, &census)
    }
    return census.report
  }

  private func count(_ text: UnsafePointer<UInt8>, _ scope: UTF8Range, _ census: inout Census) {
    let classes = unsafe classes.start
    var place = scope.start
    var termsEnd = 0
    // All of these are locals, so that they stay in registers. `kinds` holds a byte for each class.
    var kinds: UInt64 = 0
    var untilFlush = 255
    var spanScript: UInt8 = 0
    var tellingEnd = 0
    var telling = 0
    while place < scope.end {
      let lead = unsafe UInt32(text[place])
      guard lead & 0xF0 == 0xE0 else {
        place =
          unsafe lead < 0x80 ? Self.endOfASCII(text, place, scope.end) : place &+ UTF8Scalar.count(lead: text[place])
        continue
      }
      let scalar = unsafe (lead & 0x0F) << 12 | UInt32(text[place &+ 1] & 0x3F) << 6 | UInt32(text[place &+ 2] & 0x3F)
      let kind = unsafe classes[Int(scalar)]
      kinds &+= 1 &<< UInt64((kind & CharacterClasses.classMask) &<< 3)
      untilFlush &-= 1
      if untilFlush == 0 {
        census.add(kinds)
        (kinds, untilFlush) = (0, 255)
      }
      // Which characters tell cannot be foreseen, so only a change of script is a branch, and what depends on it is
      // selected by arithmetic, of which the compiler makes none.
      let script = kind & CharacterClasses.scriptMask
      if script & ~spanScript != 0 {
        census.openSpan(of: script, at: place, after: tellingEnd, telling)
        spanScript = script
      }
      let tells = Int((script &>> 4 | script &>> 5) & 1)
      tellingEnd ^= (tellingEnd ^ (place &+ 3)) & (0 &- tells)
      telling &+= tells
      if kind >= CharacterClasses.termStart, place >= termsEnd, scope.end - place >= 6,
        unsafe classes[CharacterClasses.beginnings + RegionalTerms.hash(text + place)] != 0,
        let term = unsafe terms.longest(text + place, place, to: scope.end)
      {
        census.terms.append(term)
        termsEnd = term.range.end
      }
      place &+= 3
    }
    census.add(kinds)
    census.closeSpan(at: tellingEnd, telling)
  }

  /// Where the ASCII from `start` ends.
  @inline(__always)
  private static func endOfASCII(_ text: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var place = start
    while place + 32 <= end {
      let block = unsafe UnsafeRawPointer(text + place).loadUnaligned(as: SIMD4<UInt64>.self)
      if block & SIMD4(repeating: 0x8080_8080_8080_8080) != .zero { break }
      place += 32
    }
    while place + 8 <= end {
      let block = unsafe UnsafeRawPointer(text + place).loadUnaligned(as: UInt64.self) & 0x8080_8080_8080_8080
      place += block.trailingZeroBitCount >> 3
      if block != 0 { return place }
    }
    while place < end, unsafe text[place] < 0x80 { place += 1 }
    return place
  }
}

/// The counts and spans so far.
private struct Census {
  /// By class.
  private var kinds = InlineArray<8, Int>(repeating: 0)
  private var spans: [ScriptReport.Span] = []
  private var spanScript: UInt8 = 0
  private var spanStart = 0
  /// How many characters told before the span began.
  private var toldBefore = 0
  var terms: [ScriptReport.Term] = []

  /// Adds counts of a byte each.
  @inline(never)
  mutating func add(_ packed: UInt64) {
    for kind in 0..<8 { kinds[kind] += Int(packed >> (8 * UInt64(kind)) & 0xFF) }
  }

  /// Begins a span at `place`, where `telling` characters have told, the last of which ends at `end`.
  @inline(never)
  mutating func openSpan(of script: UInt8, at place: Int, after end: Int, _ telling: Int) {
    closeSpan(at: end, telling)
    spanScript = script
    spanStart = place
    toldBefore = telling
  }

  mutating func closeSpan(at end: Int, _ telling: Int) {
    guard spanScript != 0 else { return }
    let script: ScriptReport.Script = spanScript == CharacterClasses.speaksForSimplified ? .simplified : .traditional
    spans.append(
      .init(range: UTF8Range(start: spanStart, end: end), script: script, count: telling - toldBefore))
  }

  var report: ScriptReport {
    var counts = ScriptReport.Counts()
    counts.simplified = kinds[Int(CharacterClasses.simplified)]
    counts.taiwan = kinds[Int(CharacterClasses.taiwan)]
    counts.hongKong = kinds[Int(CharacterClasses.hongKong)]
    counts.traditional = kinds[Int(CharacterClasses.traditional)] + counts.taiwan + counts.hongKong
    counts.shared = kinds[Int(CharacterClasses.shared)]
    counts.kana = kinds[Int(CharacterClasses.kana)]
    counts.japanese = kinds[Int(CharacterClasses.japanese)]
    let (script, confidence) = counts.verdict
    let regional = counts.taiwan != counts.hongKong && (script == .traditional || script == .mixed)
    return ScriptReport(
      script: script, region: regional ? (counts.taiwan > counts.hongKong ? .taiwan : .hongKong) : nil,
      confidence: confidence, counts: counts, spans: spans, terms: terms)
  }
}

extension ScriptReport.Counts {
  /// The script, and how sure that is.
  fileprivate var verdict: (ScriptReport.Script, Double) {
    let han = simplified + traditional + shared + japanese
    if kana * 10 > han && kana > 1 || japanese > simplified + traditional {
      return (.japanese, Double(kana + japanese) / Double(kana + han))
    }
    let telling = simplified + traditional
    guard telling > 0 else { return (.none, han == 0 ? 1 : 0) }
    let minority = min(simplified, traditional)
    // One character in thirty, and more than one unless the text is short, is no accident.
    let share = Double(minority) / Double(telling)
    let amount = Double(telling) / Double(telling + 2)
    if share > 1.0 / 30, minority > 1 || telling < 20 { return (.mixed, amount) }
    return (simplified > traditional ? .simplified : .traditional, (1 - share) * amount)
  }
}
