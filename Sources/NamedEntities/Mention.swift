public import TextOffsets

/// A place in a text that names an entity.
public struct Mention: Hashable, Sendable {
  /// How the text refers to the entity.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// By its canonical name.
    case name
    /// By another name of the dictionary.
    case alias
    /// By the given name, after the full name.
    case given
    /// By the surname, after the full name.
    case surname
    /// By the surname with a title or a form of address, after the full name.
    case honorific
    /// By a short name that the document defined in brackets.
    case abbreviation
  }

  /// What spoke for or against a reading of an ambiguous name.
  public struct Evidence: Hashable, Sendable {
    /// The kinds of evidence.
    public enum Kind: String, Hashable, Sendable {
      /// A context cue of the entity.
      case cue
      /// An unambiguous name of the same entity in the document.
      case sameEntity
      /// A name of an entity it is related to.
      case relatedEntity
      /// A word that goes with entities of its type.
      case typeWord
      /// A word that goes with the everyday meaning, such as a measure word.
      case everydayWord
      /// Letter case as in the dictionary, or not.
      case letterCase
    }

    /// What kind of evidence it is.
    public let kind: Kind
    /// Where it stands.
    public let range: UTF8Range
    /// How much it counts, in units of log odds: positive speaks for the entity.
    public let weight: Double
  }

  /// Another entity that the name may mean.
  public struct Alternative: Hashable, Sendable {
    /// The id of the entity.
    public let entityID: String
    /// How likely it is, from 0 to 1.
    public let score: Double
  }

  /// The bytes of the name.
  public let range: UTF8Range
  /// The id of the entity.
  public let entityID: String
  /// What kind of thing the entity is.
  public let type: EntityType
  /// The canonical name of the entity.
  public let name: String
  /// How the text refers to it.
  public let kind: Kind
  /// 0, or 1 for a name inside of a longer one.
  public let level: Int
  /// How likely the entity is meant, from 0 to 1; 1 for names that mean nothing else.
  public internal(set) var score: Double = 1
  /// What the score of an ambiguous name rests on.
  public internal(set) var evidence: [Evidence] = []
  /// Other entities of the same name, the likeliest first.
  public internal(set) var alternatives: [Alternative] = []
  /// For a reference, the full name it goes back to.
  public internal(set) var antecedent: UTF8Range?
}
