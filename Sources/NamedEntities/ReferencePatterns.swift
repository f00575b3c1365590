internal import TextOffsets

/// What a document may call the entities it has named in full: given names, surnames, surnames with titles, short names
/// it defined in brackets.
struct ReferencePatterns {
  /// One way to refer.
  struct Pattern {
    let characters: [UInt32]
    let kind: Mention.Kind
    let entity: Document.EntityKey
    /// Whether the first letter must be a capital.
    let isCapitalised: Bool
    /// Whether the characters are a common word too, so that a title or a speaker's verb must follow.
    let needsSupport: Bool
  }

  /// The patterns by their first character.
  private(set) var byFirst: [UInt32: [Pattern]] = [:]
  /// A bit for the low bits of each first character, to pass over most of a text.
  private var filter = [Bool](repeating: false, count: 1024)
  private var seen = Set<Key>()

  private struct Key: Hashable {
    let characters: [UInt32]
    let kind: Mention.Kind
    let entity: Document.EntityKey
  }

  /// Whether any pattern may begin with `character`.
  func mayBegin(with character: UInt32) -> Bool { filter[Int(character & 1023)] }

  /// Adds the references to a person named in full.
  mutating func add(person name: String, _ entity: Document.EntityKey) {
    guard let parts = PersonName(name) else { return }
    add(parts.given, .given, entity)
    if parts.surnameStandsAlone {
      add(parts.surname, .surname, entity)
    } else {
      // The title is looked for where the surname is found.
      add(parts.surname, .honorific, entity)
    }
  }

  /// Adds one way to refer.
  mutating func add(_ text: String, _ kind: Mention.Kind, _ entity: Document.EntityKey) {
    let characters = text.folded
    guard let first = characters.first,
      seen.insert(Key(characters: characters, kind: kind, entity: entity)).inserted
    else { return }
    let isLatin = text.unicodeScalars.first?.isWordCharacter ?? false
    byFirst[first, default: []].append(
      Pattern(
        characters: characters, kind: kind, entity: entity, isCapitalised: isLatin,
        needsSupport: kind == .given && CommonWords.shared.contains(characters)))
    filter[Int(first & 1023)] = true
  }
}
