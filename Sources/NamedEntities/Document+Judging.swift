internal import TextOffsets

/// How names with more than one meaning are judged.
///
/// Each reading starts from prior log odds and gains or loses by the evidence around it; the sum becomes a score between
/// 0 and 1. The weights are few and round: they order readings, they do not pretend to be a trained model.
enum Weight {
  /// An ambiguous name without any context.
  static let ambiguousPrior = -1.0
  /// One of several readings, none of which is ambiguous by itself.
  static let sharedPrior = 0.5
  /// A name of two Han characters that may be an accident of its neighbours.
  static let shortNamePrior = 1.5
  static let nearCue = 1.8
  static let furtherNearCue = 0.6
  static let distantCue = 0.7
  static let sameEntity = 2.5
  /// The same name, clear from its context, elsewhere.
  static let clearElsewhere = 1.0
  static let relatedEntity = 1.5
  static let typeWord = 1.2
  static let everydayWord = -2.5
  static let exactCase = 1.0
  static let otherCase = -0.8
  /// The first character is the end of a common word.
  static let cutsWordBefore = -3.5
  /// The last character is the start of a common word.
  static let cutsWordBehind = -1.0

  /// The probability of log odds. Rational, as the library has no exponential function; monotonic, ½ at 0.
  static func probability(_ logOdds: Double) -> Double {
    guard logOdds.isFinite else { return logOdds > 0 ? 1 : 0 }
    let magnitude = abs(logOdds) + logOdds * logOdds / 2
    let half = magnitude / (1 + magnitude) / 2
    return logOdds >= 0 ? 0.5 + half : 0.5 - half
  }
}

extension Document {
  /// A reading with what speaks for it.
  struct Judgement {
    var reading: Reading
    var entity: Entity
    var logOdds: Double
    var evidence: [Mention.Evidence] = []

    var score: Double { Weight.probability(logOdds) }

    mutating func add(_ kind: Mention.Evidence.Kind, _ range: UTF8Range, _ weight: Double) {
      evidence.append(.init(kind: kind, range: range, weight: weight))
      logOdds += weight
    }
  }

  /// Whether a name needs no judgement: it has one meaning, and its neighbours make no other word with it.
  func isCertain(_ name: Name) -> Bool {
    name.readings.count == 1 && !name.readings[0].isAmbiguous && cutWords(of: name).isEmpty
  }

  /// Judges the readings of all names, the likeliest first.
  ///
  /// - Parameter certain: the first certain name of each entity that has one.
  mutating func judge(_ names: [Name], certain: [EntityKey: UTF8Range]) -> [[Judgement]] {
    var all = names.map { name in
      isCertain(name)
        ? [Judgement(reading: name.readings[0], entity: entity(name.readings[0].entity), logOdds: .infinity)]
        : judge(name, certain: certain)
    }
    // A document that clearly means an entity once means it elsewhere too.
    var clear: [EntityKey: UTF8Range] = [:]
    for (name, judgements) in zip(names, all) where judgements[0].score >= 0.75 {
      clear[judgements[0].reading.entity, default: name.range] = min(
        clear[judgements[0].reading.entity] ?? name.range, name.range)
    }
    for index in all.indices where all[index].contains(where: { $0.score < 0.75 }) {
      for place in all[index].indices {
        let entity = all[index][place].reading.entity
        guard certain[entity] == nil, let clearest = clear[entity], clearest != names[index].range else { continue }
        all[index][place].add(.sameEntity, clearest, Weight.clearElsewhere)
      }
      all[index] = Self.sorted(all[index])
    }
    return all
  }

  /// Judges the readings of a name, the likeliest first.
  private mutating func judge(_ name: Name, certain: [EntityKey: UTF8Range]) -> [Judgement] {
    let characters = folded.index(at: name.range.start)..<folded.index(at: name.range.end)
    let cuts = cutWords(of: name)
    var judgements: [Judgement] = []
    for reading in name.readings {
      let prior =
        reading.isAmbiguous
        ? Weight.ambiguousPrior : name.readings.count > 1 ? Weight.sharedPrior : Weight.shortNamePrior
      var judgement = Judgement(reading: reading, entity: entity(reading.entity), logOdds: prior)
      for cut in cuts { judgement.add(.everydayWord, cut.range, cut.weight) }
      weighCues(&judgement, at: characters)
      weighEntities(&judgement, certain: certain)
      weighNeighbours(&judgement, at: characters)
      if reading.isAmbiguous { weighCase(&judgement, of: name) }
      judgements.append(judgement)
    }
    return Self.sorted(judgements)
  }

  /// The order of readings is that of the layers and of the dictionary; it decides where the scores do not.
  private static func sorted(_ judgements: [Judgement]) -> [Judgement] {
    judgements.enumerated()
      .sorted { ($1.element.logOdds, $0.offset) < ($0.element.logOdds, $1.offset) }.map(\.element)
  }

  /// The common words that a short Han name shares a character with.
  private func cutWords(of name: Name) -> [(range: UTF8Range, weight: Double)] {
    let start = folded.index(at: name.range.start)
    let end = folded.index(at: name.range.end)
    guard end - start == 2, Unicode.Scalar(folded.characters[start])?.isIdeograph ?? false else { return [] }
    var cuts: [(range: UTF8Range, weight: Double)] = []
    let common = CommonWords.shared
    if start > 0, common.contains(folded.characters[start - 1], folded.characters[start]) {
      cuts.append((range(start - 1..<start + 1), Weight.cutsWordBefore))
    }
    if end < folded.characters.count, common.contains(folded.characters[end - 1], folded.characters[end]) {
      cuts.append((range(end - 1..<end + 1), Weight.cutsWordBehind))
    }
    return cuts
  }

  /// Cues within a sentence or two count more than those elsewhere.
  private mutating func weighCues(_ judgement: inout Judgement, at name: Range<Int>) {
    let near = max(0, name.lowerBound - 60)..<min(folded.characters.count, name.upperBound + 60)
    var nearby = 0
    var distant: UTF8Range?
    for cue in judgement.entity.cues.map(\.folded) where !cue.isEmpty {
      let place =
        folded.firstIndex(of: cue, in: near.lowerBound..<name.lowerBound)
        ?? folded.firstIndex(of: cue, in: name.upperBound..<near.upperBound)
      if let place {
        guard nearby < 3 else { continue }
        judgement.add(
          .cue, range(place..<place + cue.count), nearby == 0 ? Weight.nearCue : Weight.furtherNearCue)
        nearby += 1
      } else if distant == nil, let place = firstPlace(of: cue), !(place..<place + cue.count).overlaps(name) {
        distant = range(place..<place + cue.count)
      }
    }
    if nearby == 0, let distant { judgement.add(.cue, distant, Weight.distantCue) }
  }

  /// Certain names of the same entity, and of entities it is related to, anywhere in the document.
  private mutating func weighEntities(_ judgement: inout Judgement, certain: [EntityKey: UTF8Range]) {
    if let place = certain[judgement.reading.entity] { judgement.add(.sameEntity, place, Weight.sameEntity) }
    if let related = relatedPlace(of: judgement.reading.entity, judgement.entity, certain: certain) {
      judgement.add(.relatedEntity, related, Weight.relatedEntity)
    }
  }

  /// Where `word` stands first in the document; looked for once.
  private mutating func firstPlace(of word: [UInt32]) -> Int? {
    if let known = firstPlaces[word] { return known }
    let place = folded.firstIndex(of: word, in: 0..<folded.characters.count)
    firstPlaces[word] = .some(place)
    return place
  }

  /// Where an entity that has a relation with `entity` is named first; looked for once.
  private mutating func relatedPlace(
    of key: EntityKey, _ entity: Entity, certain: [EntityKey: UTF8Range]
  ) -> UTF8Range? {
    if let known = relatedPlaces[key] { return known }
    let targets = Set(entity.relations.map(\.target))
    var related: UTF8Range?
    for (other, place) in certain where other != key {
      let candidate = self.entity(other)
      guard targets.contains(candidate.id) || candidate.relations.contains(where: { $0.target == entity.id })
      else { continue }
      if related.map({ place < $0 }) ?? true { related = place }
    }
    relatedPlaces[key] = .some(related)
    return related
  }

  /// Words directly beside the name.
  private func weighNeighbours(_ judgement: inout Judgement, at name: Range<Int>) {
    if let word = ContextWords.shared.word(of: judgement.entity.type, beside: name, in: folded) {
      judgement.add(.typeWord, range(word), Weight.typeWord)
    }
    if judgement.reading.isAmbiguous, let word = ContextWords.shared.everydayWord(beside: name, in: folded) {
      judgement.add(.everydayWord, range(word), Weight.everydayWord)
    }
  }

  /// For names with capitals: written so, or not.
  private func weighCase(_ judgement: inout Judgement, of name: Name) {
    guard let written = judgement.entity.name(judgement.reading.alias),
      written.unicodeScalars.contains(where: { $0.properties.isUppercase })
    else { return }
    let spelling = unsafe Spelling(text, name.range.offsets)
    let isExact = spelling.isOf(name: written, caseSensitive: true)
    judgement.add(.letterCase, name.range, isExact ? Weight.exactCase : Weight.otherCase)
  }

  /// The bytes of a range of folded characters.
  func range(_ characters: Range<Int>) -> UTF8Range {
    UTF8Range(start: folded.offsets[characters.lowerBound], end: folded.offsets[characters.upperBound])
  }
}
