internal import TextOffsets

extension Document {
  /// The references to entities that `mentions` name in full, found between and behind them.
  ///
  /// A reference goes back to the last full name before it. Where several people share a given name or a surname, it is
  /// the one named last.
  mutating func references(to mentions: [(mention: Mention, entity: EntityKey)]) -> [Mention] {
    var patterns = ReferencePatterns()
    var antecedents: [EntityKey: [UTF8Range]] = [:]
    var references: [Mention] = []
    for (number, (mention, key)) in mentions.enumerated() where mention.level == 0 {
      antecedents[key, default: []].append(mention.range)
      if mention.type == .person {
        patterns.add(person: surface(mention.range), key)
        patterns.add(person: mention.name, key)
      } else if let definition = abbreviation(definedBehind: mention) {
        // The names are in order, so only the next one can lie in the brackets, and those nested in it.
        let next = mentions[(number + 1)...].first { $0.mention.level == 0 }
        if next?.mention.range.overlaps(definition.range) != true {
          references.append(self.mention(definition.range, .abbreviation, key, antecedent: mention.range))
        }
        patterns.add(definition.text, .abbreviation, key)
      }
    }
    guard !patterns.byFirst.isEmpty else { return references }
    let taken = (mentions.map(\.mention.range) + references.map(\.range)).sorted()
    for gap in scopes.removing(sorted: taken) {
      var index = folded.index(at: gap.start)
      let end = folded.index(at: gap.end)
      while index < end {
        guard patterns.mayBegin(with: folded.characters[index]),
          let reference = reference(at: index, end, patterns, antecedents)
        else {
          index += 1
          continue
        }
        references.append(reference)
        index = folded.index(at: reference.range.end)
      }
    }
    return references
  }

  /// The longest reference that begins at the character `index`.
  private mutating func reference(
    at index: Int, _ end: Int, _ patterns: ReferencePatterns, _ antecedents: [EntityKey: [UTF8Range]]
  ) -> Mention? {
    var best: (end: Int, kind: Mention.Kind, entity: EntityKey, antecedent: UTF8Range)?
    for pattern in patterns.byFirst[folded.characters[index]] ?? [] {
      guard let stop = self.end(of: pattern, at: index, before: end) else { continue }
      let start = folded.offsets[index]
      guard let antecedent = antecedents[pattern.entity]?.last(endingBy: start) else { continue }
      if let leader = best, (leader.end, leader.antecedent.start) >= (stop, antecedent.start) { continue }
      best = (stop, pattern.kind, pattern.entity, antecedent)
    }
    return best.map { mention(range(index..<$0.end), $0.kind, $0.entity, antecedent: $0.antecedent) }
  }

  /// Where the reference by `pattern` that begins at `index` ends; `nil` where it does not stand there.
  private func end(of pattern: ReferencePatterns.Pattern, at index: Int, before end: Int) -> Int? {
    let stop = index + pattern.characters.count
    guard stop <= end, folded.contains(pattern.characters, at: index) else { return nil }
    let offset = folded.offsets[index]
    if pattern.isCapitalised {
      let first = unsafe NameBoundary.scalar(at: offset, in: text)
      guard first?.properties.isUppercase ?? false,
        unsafe !(NameBoundary.scalar(before: offset, in: text)?.isWordCharacter ?? false),
        unsafe NameBoundary.holds(before: offset, in: text),
        unsafe NameBoundary.holds(behind: folded.offsets[stop], in: text)
      else { return nil }
      return stop
    }
    // 信任总部: a surname that ends a common word is none.
    let common = CommonWords.shared
    if pattern.kind == .honorific || pattern.kind == .given, index > 0,
      common.contains(folded.characters[index - 1], folded.characters[index])
    {
      return nil
    }
    switch pattern.kind {
    case .honorific: return titleEnd(at: stop, before: end)
    case .given where pattern.needsSupport:
      let name = index..<stop
      let hasTitle = titleEnd(at: stop, before: end) != nil
      return hasTitle || ContextWords.shared.word(of: .person, behind: name, in: folded) != nil ? stop : nil
    default: return stop
    }
  }

  /// The end of the title that begins at `index`.
  private func titleEnd(at index: Int, before end: Int) -> Int? {
    guard let title = PersonName.titles.first(where: { folded.contains($0, at: index) }) else { return nil }
    let stop = index + title.count
    guard stop <= end else { return nil }
    if stop < folded.characters.count, title.count == 1,
      PersonName.titleTraps.contains([folded.characters[index], folded.characters[stop]])
    {
      return nil
    }
    return stop
  }

  /// The short name that brackets define directly behind a full name: `北京智源人工智能研究院（智源）`, `…（简称“智源”）`.
  private func abbreviation(definedBehind mention: Mention) -> (text: String, range: UTF8Range)? {
    var index = folded.index(at: mention.range.end)
    // The folded forms of （ and ( are one.
    guard index < folded.characters.count, folded.characters[index] == 0x28 else { return nil }
    index += 1
    let isIntroduced = Self.introductions.contains { introduction in
      guard folded.contains(introduction, at: index) else { return false }
      index += introduction.count
      return true
    }
    while index < folded.characters.count, Self.quotationMarks.contains(folded.characters[index]) { index += 1 }
    let start = index
    while index < folded.characters.count, index - start <= 12, Self.isNamePart(folded.characters[index]) { index += 1 }
    let characters = folded.characters[start..<index]
    while index < folded.characters.count, Self.quotationMarks.contains(folded.characters[index]) { index += 1 }
    guard index < folded.characters.count, folded.characters[index] == 0x29, (2...12).contains(characters.count),
      isIntroduced || Self.isShort(Array(characters), of: mention.name.folded)
        || Self.isShort(Array(characters), of: surface(mention.range).folded)
    else { return nil }
    let range = range(start..<start + characters.count)
    return range.end <= scopeEnd(at: mention.range.start) ? (surface(range), range) : nil
  }

  /// What may introduce a short name, longer ones first.
  private static let introductions = ["以下简称", "下称", "简称", "英文简称", "缩写", "又称", "即"].map(\.folded)
  private static let quotationMarks = Set("“”\"「」『』‘’':： ".folded)

  private static func isNamePart(_ character: UInt32) -> Bool {
    guard let scalar = Unicode.Scalar(character) else { return false }
    return scalar.isIdeograph || scalar.isWordCharacter || scalar == "-"
  }

  /// Whether `short` takes its characters from `name`, in order and fewer of them, and begins like one of its words:
  /// 智源 of 北京智源人工智能研究院, TML of Thinking Machines Lab.
  private static func isShort(_ short: [UInt32], of name: [UInt32]) -> Bool {
    guard short.count < name.count else { return false }
    var rest = short[...]
    var isAtStart = true
    for character in name {
      let isSpace = Unicode.Scalar(character)?.isNameSeparator ?? false
      let isLatin = Unicode.Scalar(character)?.isWordCharacter ?? false
      // In a Latin name only the first letters of words count.
      if character == rest.first, isAtStart || !isLatin { rest.removeFirst() }
      isAtStart = isSpace
    }
    return rest.isEmpty
  }

  private func surface(_ range: UTF8Range) -> String {
    unsafe String(decoding: text[range.offsets], as: UTF8.self)
  }

  private mutating func mention(
    _ range: UTF8Range, _ kind: Mention.Kind, _ key: EntityKey, antecedent: UTF8Range
  ) -> Mention {
    let entity = entity(key)
    var mention = Mention(
      range: range, entityID: entity.id, type: entity.type, name: entity.name, kind: kind, level: 0)
    mention.antecedent = antecedent
    return mention
  }
}

extension [UTF8Range] {
  /// The last of the ranges, which are in order and do not overlap, that ends at `offset` or before. O(log n).
  fileprivate func last(endingBy offset: Int) -> UTF8Range? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].end <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? self[low - 1] : nil
  }
}
