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
    classes = CharacterClasses(tables: tables, termStarts: terms.starts)
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
    while place < scope.end {
      let lead = unsafe UInt32(text[place])
      guard lead & 0xF0 == 0xE0 else {
        if lead < 0x80, place + 8 <= scope.end {
          let block = unsafe UnsafeRawPointer(text + place).loadUnaligned(as: UInt64.self)
          place += max((block & 0x8080_8080_8080_8080).trailingZeroBitCount >> 3, 1)
        } else {
          place += unsafe UTF8Scalar.count(lead: text[place])
        }
        continue
      }
      let scalar = unsafe (lead & 0x0F) << 12 | UInt32(text[place + 1] & 0x3F) << 6 | UInt32(text[place + 2] & 0x3F)
      let kind = unsafe classes[Int(scalar)]
      census.add(kind, at: place)
      if kind >= CharacterClasses.termStart, place >= termsEnd,
        let term = unsafe terms.longest(text + place, place, to: scope.end)
      {
        census.terms.append(term)
        termsEnd = term.range.end
      }
      place += 3
    }
  }
}

/// The counts and spans so far.
private struct Census {
  private var kinds = [Int](repeating: 0, count: 16)
  private var spans: [ScriptReport.Span] = []
  private var spanKind: UInt8 = 0
  private var spanStart = 0
  private var spanEnd = 0
  private var spanCount = 0
  var terms: [ScriptReport.Term] = []

  @inline(__always)
  mutating func add(_ kind: UInt8, at place: Int) {
    kinds[Int(kind & 0x0F)] &+= 1
    let script = CharacterClasses.script(of: kind)
    guard script != 0 else { return }
    if script != spanKind {
      closeSpan()
      spanKind = script
      spanStart = place
      spanCount = 0
    }
    spanEnd = place + 3
    spanCount += 1
  }

  private mutating func closeSpan() {
    guard spanKind != 0 else { return }
    let script: ScriptReport.Script = spanKind == CharacterClasses.simplified ? .simplified : .traditional
    spans.append(.init(range: UTF8Range(start: spanStart, end: spanEnd), script: script, count: spanCount))
  }

  var report: ScriptReport {
    var closed = self
    closed.closeSpan()
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
      confidence: confidence, counts: counts, spans: closed.spans, terms: terms)
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
