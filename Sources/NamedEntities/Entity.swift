/// One entry of a dictionary: a thing with a stable id, and every name it goes by.
///
/// A name is written once, in the script it usually appears in: matching folds Simplified, Traditional and variant
/// characters, full and half width, and letter case. Only names that truly differ (輝達 and 英偉達) are written apart.
public struct Entity: Hashable, Sendable {
  /// Another name of the entity.
  public struct Alias: Hashable, Sendable {
    /// How an alias relates to the canonical name.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
      /// Any other name.
      case other
      /// A shorter name.
      case short
      /// A longer, official name.
      case full
      /// A name of the past.
      case former
      /// A name in Latin letters of an entity whose canonical name is Chinese.
      case latin
      /// A name in Chinese of an entity whose canonical name is in Latin letters.
      case translation
      /// A name people give in fun or affection.
      case nickname
      /// The name used in another region.
      case regional
      /// What speech recognition makes of the name.
      case asr
      /// A known misspelling.
      case misspelling
      /// Not a name: text in which the name's characters mean something else (阿里山 is not 阿里). It is matched like
      /// a name, the longest wins, and nothing is reported.
      case not
    }

    /// The name as written.
    public var text: String
    /// How it relates to the canonical name.
    public var kind: Kind
    /// Whether letters must have the case they are written in.
    public var isCaseSensitive: Bool
    /// Whether this name also means something else, and so needs context.
    public var isAmbiguous: Bool

    /// Makes an alias.
    public init(
      _ text: String, kind: Kind = .other, isCaseSensitive: Bool = false, isAmbiguous: Bool = false
    ) {
      self.text = text
      self.kind = kind
      self.isCaseSensitive = isCaseSensitive
      self.isAmbiguous = isAmbiguous
    }
  }

  /// A fact that ties two entities together, such as founder, employer, maker, parent.
  public struct Relation: Hashable, Sendable {
    /// What the other entity is to this one's world, in the words of the source.
    public var kind: String
    /// The id of the other entity.
    public var target: String

    /// Makes a relation.
    public init(kind: String, target: String) {
      self.kind = kind
      self.target = target
    }
  }

  /// The identity: stable, unique in a dictionary, such as `com.zhipu`.
  public var id: String
  /// What kind of thing it is.
  public var type: EntityType
  /// A finer kind, free text: `model`, `chip`, `university`, `fund` …
  public var subtype: String?
  /// The canonical name.
  public var name: String
  /// The other names.
  public var aliases: [Alias] = []
  /// The language of the canonical name, as BCP 47.
  public var language: String?
  /// The region it belongs to, as ISO 3166.
  public var region: String?
  /// Ids in other bases, such as `wikidata`.
  public var externalIDs: [String: String] = [:]
  /// Ties to other entities.
  public var relations: [Relation] = []
  /// Whether the canonical name also means something else, and so needs context.
  public var isAmbiguous = false
  /// Words whose presence nearby speaks for this entity where a name is ambiguous.
  public var cues: [String] = []
  /// Whether the letters of every name must have the case they are written in.
  public var isCaseSensitive = false
  /// Where the entry comes from.
  public var source: String
  /// The licence of the entry, as SPDX.
  public var license: String

  /// Makes an entity with one name; set the other properties as needed.
  public init(id: String, type: EntityType, name: String, source: String = "user", license: String = "none") {
    self.id = id
    self.type = type
    self.name = name
    self.source = source
    self.license = license
  }
}
