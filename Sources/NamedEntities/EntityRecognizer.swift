public import TextOffsets

/// Finds the entities a document mentions, by one or more layers of dictionaries.
///
/// ```swift
/// let recognizer = EntityRecognizer(TechEntities.dictionary)
/// for mention in recognizer.mentions(in: article) { print(mention.name, mention.type, article[mention.range]) }
/// ```
///
/// Immutable, cheap to copy, and safe to share between threads: a program that edits its dictionary makes a new
/// recognizer and puts it in the place of the old one.
public struct EntityRecognizer: Sendable {
  /// What to look for.
  public struct Options: Sendable {
    /// Whether names inside of longer names are mentions too, with level 1: 清华大学 in 清华大学基础模型实验室.
    public var findsNestedNames = false
    /// Whether given names, surnames with titles, and short names defined in brackets refer back to full names.
    public var resolvesReferences = true
    /// The score an ambiguous name needs to count as a mention; what stays below is in `Recognition.doubtful`.
    public var minimumScore = 0.5

    /// The options' default values.
    public init() {}
  }

  let layers: [Layer]

  /// Recognizes by one dictionary.
  public init(_ dictionary: EntityDictionary) { self.init(layers: [dictionary]) }

  /// Recognizes by several dictionaries, of which later ones go before earlier ones: an entity of a later layer replaces
  /// that of the same id, its changes apply to the earlier ones, and where the same words are a name in two layers the
  /// later layer says what they mean.
  ///
  /// Costs microseconds, plus a look-up for each entity of the smaller of two layers.
  public init(layers: [EntityDictionary]) { self.layers = Layer.stack(layers) }

  /// The entity with the given id, after the changes of the layers.
  public func entity(id: String) -> Entity? {
    for layer in layers {
      if let number = layer.dictionary.number(ofID: id), !layer.deadEntities.contains(UInt32(number)) {
        return layer.dictionary.entity(at: number)
      }
    }
    return nil
  }

  /// The entities that have `name` as a name, folded as in matching, or as their id, after the changes of the layers.
  public func entities(named name: String) -> [Entity] {
    if let entity = entity(id: name) { return [entity] }
    return layers.flatMap { layer in
      layer.dictionary.entities(named: name).filter { entity in
        layer.dictionary.number(ofID: entity.id).map { !layer.deadEntities.contains(UInt32($0)) } ?? false
      }
    }
  }

  /// The mentions in `text`, in order.
  ///
  /// Of names that overlap, the leftmost counts, and of those that start together the longest; an ambiguous name takes
  /// part before its context is judged. Nested names follow the name they lie in.
  ///
  /// - Parameters:
  ///   - text: any text.
  ///   - range: the part to look at; characters outside still count for boundaries. `nil` means all.
  ///   - masked: ranges in which no name is looked for, such as code, URLs and keys; no name reaches into one. In any
  ///     order; they may overlap.
  ///   - options: what to look for.
  public func mentions(
    in text: String, within range: UTF8Range? = nil, masking masked: [UTF8Range] = [], options: Options = .init()
  ) -> [Mention] {
    recognize(in: text, within: range, masking: masked, options: options).mentions
  }

  /// The mentions in `text`, and the ambiguous names whose context does not speak for an entity.
  ///
  /// Parameters as those of `mentions(in:within:masking:options:)`.
  public func recognize(
    in text: String, within range: UTF8Range? = nil, masking masked: [UTF8Range] = [], options: Options = .init()
  ) -> Recognition {
    let scopes = [text.scope(of: range)].removing(sorted: masked.sorted())
    var text = text
    return text.withUTF8 { bytes in
      var document = unsafe Document(self, bytes, scopes: scopes)
      return document.recognize(options)
    }
  }
}

/// What a recognizer found.
public struct Recognition: Sendable {
  /// The mentions, in order.
  public internal(set) var mentions: [Mention] = []
  /// Ambiguous names that score below the minimum, in order: probably something else is meant.
  public internal(set) var doubtful: [Mention] = []
}

extension [UTF8Range] {
  /// The parts of the ranges, which are in order and do not overlap, that none of the sorted `holes` covers. Linear.
  func removing(sorted holes: [UTF8Range]) -> [UTF8Range] {
    let holes = holes.joined
    var parts: [UTF8Range] = []
    var next = 0
    for range in self {
      var start = range.start
      while next < holes.count, holes[next].end <= start { next += 1 }
      while next < holes.count, holes[next].start < range.end {
        if holes[next].start > start { parts.append(UTF8Range(start: start, end: holes[next].start)) }
        start = holes[next].end
        // A hole that reaches beyond the range is there for the next one too.
        if start > range.end { break }
        next += 1
      }
      if start < range.end { parts.append(UTF8Range(start: start, end: range.end)) }
    }
    return parts
  }

  /// The sorted ranges with those that touch or overlap made one.
  private var joined: [UTF8Range] {
    var joined: [UTF8Range] = []
    for range in self {
      if let last = joined.last, range.start <= last.end {
        joined[joined.count - 1].end = Swift.max(last.end, range.end)
      } else {
        joined.append(range)
      }
    }
    return joined
  }
}
