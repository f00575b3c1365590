public import TextOffsets

/// What a text tells about its script.
public struct ScriptReport: Hashable, Sendable {
  /// The script of a text or of a part of it.
  public enum Script: String, Hashable, Sendable {
    /// Simplified Chinese.
    case simplified
    /// Traditional Chinese.
    case traditional
    /// Both, each more often than by accident.
    case mixed
    /// Kana, or characters that only Japan uses.
    case japanese
    /// Nothing that tells: no Chinese characters, or only such as both scripts share.
    case none
  }

  /// Whose Traditional characters they are.
  public enum Region: String, Hashable, Sendable {
    /// As written in Taiwan: 裡, 啟, 說.
    case taiwan
    /// As written in Hong Kong: 裏, 啓, 説.
    case hongKong
  }

  /// How many characters of each kind there are.
  public struct Counts: Hashable, Sendable {
    /// Characters of Simplified Chinese alone.
    public var simplified = 0
    /// Characters of Traditional Chinese alone.
    public var traditional = 0
    /// Chinese characters that tell nothing.
    public var shared = 0
    /// Traditional characters in a form of Taiwan.
    public var taiwan = 0
    /// Traditional characters in a form of Hong Kong.
    public var hongKong = 0
    /// Hiragana and katakana.
    public var kana = 0
    /// Characters that only Japan uses.
    public var japanese = 0

    /// Makes zero counts.
    public init() {}
  }

  /// A part of the text whose evidence all points to one script.
  public struct Span: Hashable, Sendable {
    /// From the first to the last character that tells.
    public let range: UTF8Range
    /// `simplified` or `traditional`.
    public let script: Script
    /// How many characters tell.
    public let count: Int
  }

  /// A word that one side of the strait uses.
  public struct Term: Hashable, Sendable {
    /// Where it stands.
    public let range: UTF8Range
    /// Whether Taiwan uses it; else the mainland does.
    public let isTaiwanese: Bool
    /// The other side's word, in the script that the word is written in; Traditional where both write it alike.
    public let counterpart: String
  }

  /// What the characters say.
  public let script: Script
  /// Whose forms prevail in Traditional text, where some tell.
  public let region: Region?
  /// From 0 to 1: how one-sided the evidence is, and how much there is of it.
  public let confidence: Double
  /// The characters, counted.
  public let counts: Counts
  /// The evidence, in order; neighbouring spans differ in script.
  public let spans: [Span]
  /// Words that tell where a text comes from, whatever its characters: 程式 in a Simplified text was written in Taiwan.
  public let terms: [Term]
}
