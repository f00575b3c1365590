internal import TextOffsets

extension DictionarySource {
  /// Everything wrong or doubtful in the source, in the order of the source.
  ///
  /// Errors are what keeps the source from being compiled: text that cannot be read, an id that comes twice, a name that
  /// is empty or too long. Warnings are what probably was not meant: a name twice in an entry, a name that another entry
  /// has too, one character, a common word, mixed scripts, a needless alias, an unknown target of a relation or change.
  ///
  /// - Parameter base: the dictionary that the source will be layered over, for clashes with its names.
  public func lint(against base: EntityDictionary? = nil) -> [Problem] {
    var lint = DictionaryLint(self, base: base)
    return lint.run()
  }
}

/// One check of a source.
private struct DictionaryLint {
  private let source: DictionarySource
  private let base: EntityDictionary?
  private var problems: [DictionarySource.Problem]
  private var owners: [[UInt32]: (id: String, name: String, isAmbiguous: Bool, relatives: [String])] = [:]
  private var ids = Set<String>()

  init(_ source: DictionarySource, base: EntityDictionary?) {
    self.source = source
    self.base = base
    problems = source.problems
  }

  mutating func run() -> [DictionarySource.Problem] {
    for located in source.entries {
      guard case .entity(let entity) = located.entry else { continue }
      if !ids.insert(entity.id).inserted {
        add(.error, located, "the id \(entity.id) comes twice", "give one of them another id", entity.id)
      }
    }
    for located in source.entries {
      switch located.entry {
      case .entity(let entity): check(entity, located)
      case .change(let change): check(change, located)
      }
    }
    return problems.sorted { ($0.position.line, $0.position.column) < ($1.position.line, $1.position.column) }
  }

  private mutating func check(_ change: EntityChange, _ located: DictionarySource.Located) {
    if let base, base.entity(id: change.id) == nil {
      add(.warning, located, "nothing below has the id \(change.id)", "look it up with `dictionary show`", change.id)
    }
    for alias in change.addedAliases { check(alias.text, alias.isAmbiguous, alias.kind, located) }
  }

  private mutating func check(_ entity: Entity, _ located: DictionarySource.Located) {
    check(entity.name, entity.isAmbiguous, .other, located)
    var own = [NameKey(entity.name).characters: entity.name]
    for alias in entity.aliases {
      check(alias.text, alias.isAmbiguous, alias.kind, located)
      let key = NameKey(alias.text).characters
      if let same = own[key] {
        add(
          .warning, located, "\"\(alias.text)\" folds to the same as \"\(same)\"",
          "leave it out: script, width, case and spaces are folded", alias.text)
      }
      own[key] = alias.text
    }
    for (key, name) in own {
      claim(key, name, entity, located)
    }
    if entity.isAmbiguous && entity.cues.isEmpty {
      add(
        .warning, located, "\"\(entity.name)\" is ambiguous and has no cues",
        "list words that stand near it in its sense",
        entity.name)
    }
    for relation in entity.relations where !ids.contains(relation.target) && base?.entity(id: relation.target) == nil {
      add(
        .warning, located, "no entry has the id \(relation.target) of a relation", "add the entry or mend the id",
        relation.target)
    }
  }

  /// Notes who has a name, and warns where somebody else has it and neither says it is ambiguous. A company and its
  /// product may share a name: entries of which one has a relation to the other are meant to.
  private mutating func claim(
    _ key: [UInt32], _ name: String, _ entity: Entity, _ located: DictionarySource.Located
  ) {
    let isAmbiguous =
      name == entity.name
      ? entity.isAmbiguous : entity.aliases.contains { $0.text == name && ($0.isAmbiguous || $0.kind == .not) }
    var other = owners[key]
    if other == nil, let base {
      other = base.entities(named: name).first { $0.id != entity.id && !ids.contains($0.id) }
        .map { ($0.id, $0.name, false, $0.relations.map(\.target)) }
    }
    let relatives = entity.relations.map(\.target)
    if let other, !isAmbiguous, !other.isAmbiguous, other.id != entity.id,
      !relatives.contains(other.id), !other.relatives.contains(entity.id)
    {
      add(
        .warning, located, "\"\(name)\" is a name of \(other.id) (\(other.name)) too",
        "mark one \"ambiguous\" with cues, or take it from one of them", name)
    }
    if owners[key] == nil { owners[key] = (entity.id, entity.name, isAmbiguous, relatives) }
  }

  private mutating func check(
    _ name: String, _ isAmbiguous: Bool, _ kind: Entity.Alias.Kind, _ located: DictionarySource.Located
  ) {
    let key = NameKey(name)
    if key.characters.isEmpty {
      return add(.error, located, "a name has nothing but separators", "write the name", name)
    }
    if key.characters.count > DictionaryCompiler.longestName {
      return add(
        .error, located, "a name has more than \(DictionaryCompiler.longestName) characters", "shorten it", name)
    }
    if name.unicodeScalars.first?.properties.isWhitespace ?? false
      || name.unicodeScalars.last?.properties.isWhitespace ?? false
    {
      add(.warning, located, "\"\(name)\" has white space at an end", "take it away", name)
    }
    if kind == .not || isAmbiguous { return }
    if key.characters.count == 1 {
      add(.warning, located, "\"\(name)\" has one character", "mark it \"ambiguous\" with cues, or leave it out", name)
    } else if CommonWords.shared.contains(key.characters) {
      add(.warning, located, "\"\(name)\" is a common word", "mark it \"ambiguous\" with cues", name)
    }
    if let mixed = MixedScript(name) {
      add(
        .warning, located, "\"\(name)\" mixes Simplified (\(mixed.simplified)) and Traditional (\(mixed.traditional))",
        "write it in one script: matching folds the other", name)
    }
  }

  /// Adds a problem at the place of `text` in the entry, or at the entry's start.
  private mutating func add(
    _ severity: DictionarySource.Problem.Severity, _ located: DictionarySource.Located, _ reason: String,
    _ suggestion: String, _ text: String
  ) {
    problems.append(
      .init(
        severity, at: source.lines.position(of: source.offset(of: text, in: located.range)), reason: reason,
        suggestion: suggestion))
  }
}

/// A name with a character only Simplified text has and one only Traditional text has.
private struct MixedScript {
  let simplified: Character
  let traditional: Character

  /// Characters that fold to another one and are yet written in Simplified text: 昇腾, 哪吒, 饿了么, 乾隆.
  private static let alsoSimplified = Set("昇吒么乾".unicodeScalars)

  init?(_ name: String) {
    let folding = CharacterFolding.shared
    let ideographs = name.unicodeScalars.filter(\.isIdeograph)
    guard
      let traditional = ideographs.first(where: {
        folding.fold($0) != $0.value && !Self.alsoSimplified.contains($0)
      }),
      let simplified = ideographs.first(where: { HanVariants.simplifiedOnly.unicodeScalars.contains($0) })
    else { return nil }
    self.simplified = Character(simplified)
    self.traditional = Character(traditional)
  }
}

extension DictionarySource {
  /// Where `text` stands in the entry at `range`, or the start of the entry.
  fileprivate func offset(of text: String, in range: UTF8Range) -> Int {
    let needle = Array(text.utf8)
    let hay = Array(self.text[range].utf8)
    guard !needle.isEmpty, hay.count >= needle.count else { return range.start }
    for start in 0...hay.count - needle.count where hay[start] == needle[0] {
      if hay[start..<start + needle.count].elementsEqual(needle) { return range.start + start }
    }
    return range.start
  }
}
