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
  ///   - words: ascending ranges of words; no entry of the tables matches across their ends.
  ///   - names: ascending ranges of names of people, which stay as they are.
  public func repair(
    _ text: String, within ranges: [UTF8Range]? = nil, respecting words: [UTF8Range] = [],
    protecting names: [UTF8Range] = []
  ) -> Rewriting {
    var edits: [(range: UTF8Range, replacement: String)] = []
    if target == .simplified {
      let rewriting = converter.rewriting(text, within: ranges, respecting: words, protecting: names)
      edits = rewriting.edits.map { ($0.source, String(rewriting.text[$0.target])) }
    } else {
      edits = characterEdits(text, ranges, words, names)
    }
    if let punctuation {
      let marks = punctuation.edits(of: text, within: ScriptConverter.scopes(ranges, of: text))
      edits = (edits + marks).sorted { $0.range < $1.range }
    }
    return Self.apply(edits, to: text)
  }

  /// Simplifies the text character by character, converts it back by words, and compares.
  private func characterEdits(
    _ text: String, _ ranges: [UTF8Range]?, _ words: [UTF8Range], _ names: [UTF8Range]
  ) -> [(range: UTF8Range, replacement: String)] {
    let simplified = simplifier.convertingScalars(text)
    let rewriting = converter.rewriting(simplified, within: ranges, respecting: words, protecting: names)
    var edits: [(range: UTF8Range, replacement: String)] = []
    var names = names[...]
    for edit in rewriting.edits {
      while let name = names.first, name.end <= edit.source.start { names.removeFirst() }
      if let name = names.first, name.overlaps(edit.source) { continue }
      let old = text[edit.source].unicodeScalars
      let new = rewriting.text[edit.target].unicodeScalars
      guard old.count == new.count else { continue }
      let isWord = old.count > 1
      var place = edit.source.start
      for (oldScalar, newScalar) in zip(old, new) {
        let range = UTF8Range(start: place, end: place + String(oldScalar).utf8.count)
        place = range.end
        if needsRepair(oldScalar.value, to: newScalar.value, isWord: isWord) {
          edits.append((range, String(newScalar)))
        }
      }
    }
    return edits
  }

  private func needsRepair(_ old: UInt32, to new: UInt32, isWord: Bool) -> Bool {
    if old == new || old < 0x3400 { return false }
    if simplifier.changes(old) {
      // Traditional, but another character than the word has: an earlier conversion guessed wrong, unless the two are
      // forms of one character.
      guard isWord else { return false }
      return variants.0.single(old) != variants.0.single(new) && variants.1.single(old) != variants.1.single(new)
        && !Choices.contains(new, old)
    }
    if isWord { return !Choices.contains(old, new) }
    return !Choices.unclear.contains(old)
  }

  private static func apply(_ changes: [(range: UTF8Range, replacement: String)], to text: String) -> Rewriting {
    var result = ""
    result.reserveCapacity(text.utf8.count + text.utf8.count / 16)
    var edits = Edits()
    var place = 0
    for change in changes where change.range.start >= place {
      result += text[UTF8Range(start: place, end: change.range.start)]
      result += change.replacement
      edits.append(
        gap: change.range.start - place, sourceCount: change.range.count, targetCount: change.replacement.utf8.count)
      place = change.range.end
    }
    result += text[UTF8Range(start: place, end: text.utf8.count)]
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
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  static func contains(_ first: UInt32, _ second: UInt32) -> Bool {
    guard let first = Unicode.Scalar(first), let second = Unicode.Scalar(second) else { return false }
    return pairs.contains(String(String.UnicodeScalarView([first, second])))
  }

  /// Characters that, outside of a known word, may be right as they are.
  static let unclear = Set("丑丰云仆余佣凶占台吁吃咨咸唇尸岩岳干征斗朴杠杰涂淀辟郁厘".unicodeScalars.map(\.value))
}

extension ScriptConverter {
  /// The text with each scalar converted by itself where that keeps its three bytes; offsets stay.
  fileprivate func convertingScalars(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    result.reserveCapacity(text.unicodeScalars.count)
    for scalar in text.unicodeScalars {
      let value = scalar.value
      let isHan = 0x3400..<0xA000 ~= value
      result.append(isHan ? Unicode.Scalar(single(value)) ?? scalar : scalar)
    }
    return String(result)
  }
}
