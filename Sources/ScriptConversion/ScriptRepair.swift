public import TextOffsets

/// Makes half-converted text consistent: Traditional with Simplified characters left over, or with wrong ones put in.
///
/// ```swift
/// import ScriptConversion
/// import ScriptConversionTables
///
/// let repair = ScriptRepair(to: .taiwan, tables: .openCC)
/// print(repair.repair("這里的遊戲復雜，關系到范圍").text)  // 這裡的遊戲複雜，關係到範圍
/// ```
///
/// A character that is right in Traditional text stays, unless a word of the tables says that another one belongs there;
/// forms that are both in use (布 and 佈, 注 and 註) stay. To Simplified, everything Traditional is converted.
public struct ScriptRepair: Sendable {
  /// What the text becomes.
  public enum Target: Hashable, Sendable {
    /// Traditional in OpenCC's standard of characters.
    case traditional
    /// Traditional with the characters of Taiwan.
    case taiwan
    /// Traditional with the characters of Hong Kong.
    case hongKong
    /// Simplified.
    case simplified
  }

  private let target: Target
  private let punctuation: PunctuationRepair?
  private let converter: ScriptConverter
  private let simplifier: ScriptConverter
  private let variants: (ScriptConverter, ScriptConverter)

  /// Makes a repairer.
  ///
  /// - Parameters:
  ///   - target: what the text becomes.
  ///   - tables: the compiled dictionaries.
  ///   - repairsPunctuation: whether half-width marks between Chinese characters become full-width, and quotation marks
  ///     those of the target.
  ///   - userDictionaries: words laid over the tables, from Simplified to the target.
  public init(
    to target: Target, tables: ConversionTables, repairsPunctuation: Bool = false,
    userDictionaries: [UserDictionary] = []
  ) {
    self.target = target
    punctuation = repairsPunctuation ? PunctuationRepair(usesCornerBrackets: target != .simplified) : nil
    let configuration: ConversionConfiguration =
      switch target {
      case .traditional: .s2t
      case .taiwan: .s2tw
      case .hongKong: .s2hk
      case .simplified: .t2s
      }
    converter = ScriptConverter(
      configuration, tables: tables, rareResults: false, userDictionaries: userDictionaries)
    simplifier = ScriptConverter(.t2s, tables: tables, rareResults: false)
    variants = (ScriptConverter(.t2tw, tables: tables), ScriptConverter(.t2hk, tables: tables))
  }

  /// The repaired text, with its edits.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - ranges: ascending ranges to repair, such as the prose of a page; what lies outside stays. `nil` stands for all.
  ///   - words: ascending ranges of words; no entry of the tables matches across their ends. With words, characters are
  ///     repaired as well that were converted where they should not have been: 公裡 becomes 公里. A tokenizer finds them
  ///     best in what `ScriptConverter.convertCharacters(_:)` to Simplified gives, which has the same offsets.
  ///   - names: ascending ranges of names of people. Of these only characters change that no Traditional text has.
  public func repair(
    _ text: String, within ranges: [UTF8Range]? = nil, respecting words: [UTF8Range] = [],
    protecting names: [UTF8Range] = []
  ) -> Rewriting {
    var changes: [Change] = []
    if target == .simplified {
      let rewriting = converter.rewriting(text, within: ranges, respecting: words, protecting: names)
      if punctuation == nil { return rewriting }
      changes = rewriting.edits.map { Change($0.source, String(rewriting.text[$0.target])) }
    } else {
      changes = characterChanges(text, ranges, words, names)
    }
    if let punctuation {
      let marks = punctuation.changes(of: text, within: ScriptConverter.scopes(ranges, of: text))
      changes = (changes + marks).sorted { $0.range < $1.range }
    }
    return Self.apply(changes, to: text)
  }

  /// What replaces a range. A character's bytes lie in the string itself, so that it takes no memory of its own.
  struct Change {
    let range: UTF8Range
    let replacement: String

    init(_ range: UTF8Range, _ replacement: String) {
      self.range = range
      self.replacement = replacement
    }
  }

  /// Simplifies the text character by character, converts it back by words, and compares.
  private func characterChanges(
    _ text: String, _ ranges: [UTF8Range]?, _ words: [UTF8Range], _ names: [UTF8Range]
  ) -> [Change] {
    let simplified = simplifier.convertCharacters(text)
    let rewriting = converter.rewriting(simplified, within: ranges, respecting: words, protecting: names)
    let (old, new) = (text.utf8.span, rewriting.text.utf8.span)
    var changes: [Change] = []
    var names = RangeCursor(names)
    var place = 0
    for edit in rewriting.edits {
      // Where the words leave what the characters by themselves would not, an earlier conversion may have gone too far.
      if !words.isEmpty {
        addOverconverted(old, simplified, UTF8Range(start: place, end: edit.source.start), &names, &changes)
      }
      place = edit.source.end
      addRepairs(old, edit.source, new, edit.target, inName: names.touch(edit.source), &changes)
    }
    if !words.isEmpty {
      addOverconverted(old, simplified, UTF8Range(start: place, end: old.count), &names, &changes)
    }
    return changes
  }

  /// Adds what an edit says about characters that need repair. An edit that changes how many there are, says nothing.
  @inline(__always)
  private func addRepairs(
    _ old: Span<UInt8>, _ source: UTF8Range, _ new: Span<UInt8>, _ target: UTF8Range, inName: Bool,
    _ changes: inout [Change]
  ) {
    let isWord = source.count > UTF8Scalar.count(lead: old[source.start])
    let known = changes.count
    var (place, newPlace) = (source.start, target.start)
    while place < source.end && newPlace < target.end {
      let (before, count) = Self.scalar(old, place)
      let (after, newCount) = Self.scalar(new, newPlace)
      if before != after, inName ? isLeftOver(before) : needsRepair(before, to: after, isWord: isWord) {
        changes.append(Change(UTF8Range(start: place, end: place + count), Self.string(after)))
      }
      place += count
      newPlace += newCount
    }
    if place != source.end || newPlace != target.end { changes.removeSubrange(known...) }
  }

  /// Adds the Traditional characters in a range for which words have the Simplified form that stands there in both
  /// scripts: 公裡 is 公里.
  private func addOverconverted(
    _ old: Span<UInt8>, _ simplified: String, _ range: UTF8Range, _ names: inout RangeCursor, _ changes: inout [Change]
  ) {
    let plain = simplified.utf8.span
    var place = range.start
    while place < range.end {
      let (before, count) = Self.scalar(old, place)
      let (after, _) = Self.scalar(plain, place)
      let here = UTF8Range(start: place, end: place + count)
      if before != after, converter.changes(after), !names.touch(here), needsRepair(before, to: after, isWord: true),
        !beginsWord(simplified, here, with: before)
      {
        changes.append(Change(here, Self.string(after)))
      }
      place += count
    }
  }

  /// Whether the tables have a word from `range` on that becomes one with the given character: in 女皇後來, 後來 is as good a
  /// word as 皇后.
  private func beginsWord(_ simplified: String, _ range: UTF8Range, with character: UInt32) -> Bool {
    let rest = String(
      String.UnicodeScalarView(
        simplified[UTF8Range(start: range.start, end: simplified.utf8.count)].unicodeScalars.prefix(4)))
    return converter.longestEntry(in: rest) > range.count
      && converter.convert(rest).unicodeScalars.first?.value == character
  }

  /// The scalar at `place` and the number of its bytes.
  @inline(__always)
  private static func scalar(_ text: Span<UInt8>, _ place: Int) -> (UInt32, Int) {
    let lead = UInt32(text[place])
    func tail(_ index: Int) -> UInt32 { UInt32(text[place + index] & 0x3F) }
    switch UTF8Scalar.count(lead: text[place]) {
    case 1: return (lead, 1)
    case 2: return ((lead & 0x1F) << 6 | tail(1), 2)
    case 3: return ((lead & 0x0F) << 12 | tail(1) << 6 | tail(2), 3)
    default: return ((lead & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
    }
  }

  private static func string(_ scalar: UInt32) -> String {
    Unicode.Scalar(scalar).map { String($0) } ?? ""
  }

  private func needsRepair(_ old: UInt32, to new: UInt32, isWord: Bool) -> Bool {
    if old == new || old < 0x3400 { return false }
    if simplifier.changes(old) {
      // Traditional, but another character than the word has: an earlier conversion guessed wrong, unless the two are
      // forms of one character.
      guard isWord else { return false }
      return variants.0.single(old) != variants.0.single(new) && variants.1.single(old) != variants.1.single(new)
        && !Choices.contains(new, old) && !Choices.contains(old, new)
    }
    if isWord { return !Choices.contains(old, new) }
    return !Choices.unclear.contains(old)
  }

  /// Whether Traditional text never has the character, not even in a name.
  private func isLeftOver(_ scalar: UInt32) -> Bool {
    converter.changes(scalar) && !simplifier.changes(scalar) && !Ambiguous.characters.contains(scalar)
  }

  private static func apply(_ changes: [Change], to text: String) -> Rewriting {
    var edits = Edits()
    let result = unsafe text.utf8.span.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return "" }
      var output = ChunkedOutput(size: bytes.count, piece: ScriptConverter.piece)
      var place = 0
      for change in changes where change.range.start >= place {
        unsafe output.copy(base, from: place, to: change.range.start)
        output.append(change.replacement)
        edits.append(
          gap: change.range.start - place, sourceCount: change.range.count,
          targetCount: change.replacement.utf8.count)
        place = change.range.end
      }
      unsafe output.copy(base, from: place, to: bytes.count)
      return output.finish()
    }
    return Rewriting(text: result, edits: edits)
  }
}

/// Characters between which Traditional text may choose.
private enum Choices {
  /// Pairs of which the first may stand for the second in the words that have it.
  private static let pairs = Set(
    """
    布佈 占佔 注註 周週 志誌 回迴 扎紮 欲慾 借藉 台臺 台檯 污汙 啟啓 熏燻 熏薰 仿彷 家傢 具俱 秘祕 泛氾 念唸 核覈 群羣 峰峯 床牀
    才纔 板闆 杯盃 果菓 采寀 梁樑 弦絃 岩巖 唇脣 吃喫 挂掛 克剋 酸痠 修脩 症癥 卷捲 折摺 托託 幸倖 背揹 局侷 巨鉅 仇讎 舍捨 栗慄
    沾霑 凌淩 向嚮 同衕 胡衚 困睏 席蓆 彩綵 愈癒 抵牴 拐柺 搜蒐 旋鏇 雇僱 佣傭 厘釐 跡迹 蹟跡 跡蹟 鑒鑑 鑑鑒 線綫 裡裏 着著
    暗闇 嘗嚐 燻薰 蹤踪 鍊煉 鍊鏈 煙菸 贊讚 讚贊 嘆歎 歎嘆 了瞭 匯彙 坐座 蕩盪 盡儘 儘盡 扣釦 兇凶 凶兇 併並
    """.split(whereSeparator: \.isWhitespace).map { pair in
      pair.unicodeScalars.reduce(UInt64(0)) { $0 << 32 | UInt64($1.value) }
    })

  static func contains(_ first: UInt32, _ second: UInt32) -> Bool {
    pairs.contains(UInt64(first) << 32 | UInt64(second))
  }

  /// Characters that, outside of a known word, may be right as they are.
  static let unclear = Set("丑丰云仆余佣凶占台吁吃咨咸唇尸岩岳干征斗朴杠杰涂淀辟郁厘".unicodeScalars.map(\.value))
}
