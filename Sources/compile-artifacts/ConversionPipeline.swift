/// Dictionaries that answer together, by OpenCC's two policies.
indirect enum ConversionMatcher {
  case leaf(ConversionDictionary)
  /// The first member that has any match answers, even if a later one has a longer match.
  case shortCircuit([ConversionMatcher])
  /// The longest match answers; of equally long ones, the earlier member's.
  case union([ConversionMatcher])

  var dictionaries: [ConversionDictionary] {
    switch self {
    case .leaf(let dictionary): [dictionary]
    case .shortCircuit(let members), .union(let members): members.flatMap(\.dictionaries)
    }
  }
}

/// What a matcher answers about a text of which only a prefix is known.
struct ConversionAnswer {
  /// The match, provided that the unknown rest does not go on with a scalar of `next`.
  var match: (count: Int, value: Scalars)?
  /// How far any dictionary was walked.
  var depth = 0
  /// The scalars under which the answer could be another one.
  var next: Scalars = []
}

extension ConversionMatcher {
  func answer(_ text: Scalars, from start: Int, to end: Int) -> ConversionAnswer {
    switch self {
    case .leaf(let dictionary):
      let walk = dictionary.walk(text, from: start, to: end)
      return ConversionAnswer(match: walk.match, depth: walk.depth, next: walk.next.map(Scalars.init) ?? [])
    case .shortCircuit(let members):
      var result = ConversionAnswer()
      for member in members {
        let answer = member.answer(text, from: start, to: end)
        result.depth = max(result.depth, answer.depth)
        result.next += answer.next
        if answer.match != nil {
          result.match = answer.match
          return result
        }
      }
      return result
    case .union(let members):
      var result = ConversionAnswer()
      for member in members {
        let answer = member.answer(text, from: start, to: end)
        result.depth = max(result.depth, answer.depth)
        result.next += answer.next
        if let match = answer.match, match.count > (result.match?.count ?? 0) { result.match = match }
      }
      return result
    }
  }
}

/// One configuration of OpenCC as data: cut by `segments`, rewrite by `first`, rewrite the result by `second`.
struct ConversionPipeline {
  let name: String
  private let segments: ConversionMatcher?
  private let first: ConversionMatcher
  private let second: ConversionMatcher?
  /// For each scalar, those that the first stage may turn into text that begins with it.
  private let sources: [UInt32: Set<UInt32>]
  /// Every scalar with which something that is not copied can begin.
  let starts: Set<UInt32>

  init(
    _ name: String, segments: ConversionMatcher? = nil, first: ConversionMatcher, second: ConversionMatcher? = nil
  ) {
    self.name = name
    self.segments = segments
    self.first = first
    self.second = second
    var sources: [UInt32: Set<UInt32>] = [:]
    var starts: Set<UInt32> = []
    for entry in first.dictionaries.flatMap(\.entries) {
      sources[entry.value[0], default: []].insert(entry.key[0])
      starts.insert(entry.key[0])
    }
    for entry in segments?.dictionaries.flatMap(\.entries) ?? [] { starts.insert(entry.key[0]) }
    for entry in second?.dictionaries.flatMap(\.entries) ?? [] {
      starts.insert(entry.key[0])
      starts.formUnion(sources[entry.key[0]] ?? [])
    }
    self.sources = sources
    self.starts = starts
  }

  /// What happens first at a place where the whole pipeline stands between two pieces of its work.
  struct Decision {
    /// How many scalars of input are dealt with.
    var count: Int
    /// What they become.
    var output: Scalars
    /// The scalars that, coming after the known text, could lead to another decision; some may stand here twice.
    var next: Scalars
  }

  /// Decides about the beginning of a text that starts with `known`, supposing that none of `next` follows it.
  ///
  /// The decision ends at the first place where input cut into segments, input matched by the first stage, and the first
  /// stage's output matched by the second all come to an end together. Since nothing before such a place has any say
  /// in what happens after it, converting a text is a sequence of such decisions.
  func decide(_ known: Scalars) -> Decision {
    var next: Scalars = []
    if let segments {
      let segment = segments.answer(known, from: 0, to: known.count)
      next += segment.next
      if let match = segment.match {
        let output = rewrite(rewrite(Scalars(known[..<match.count]), by: first), by: second)
        return Decision(count: match.count, output: output, next: next)
      }
    }

    var consumed = 0
    var middle: Scalars = []  // what the first stage made of known[..<consumed]
    var tokenEnds: [(known: Int, middle: Int)] = []
    var rewritten = 0  // how much of `middle` the second stage has dealt with
    var output: Scalars = []
    while true {
      let token = firstToken(known, at: consumed, &next)
      consumed += token.count
      middle += token.value
      tokenEnds.append((consumed, middle.count))
      guard let second else { return Decision(count: consumed, output: middle, next: next) }
      while rewritten < middle.count {
        let answer = second.answer(middle, from: rewritten, to: middle.count)
        if !answer.next.isEmpty {
          // A phrase of the second stage may go on in what the first stage makes of the input to come.
          if consumed == known.count {
            for output in answer.next { next += sources[output] ?? [] }
            next += answer.next
          } else if !segmentStarts(known, at: consumed) {
            break
          }
        }
        let match = answer.match ?? (1, [middle[rewritten]])
        for end in tokenEnds where rewritten < end.middle && end.middle < rewritten + match.count {
          // The phrase would have to end here, if a segment started.
          _ = segmentStarts(known, at: end.known, &next)
        }
        output += match.value
        rewritten += match.count
        if let end = tokenEnds.first(where: { $0.middle == rewritten }) {
          return Decision(count: end.known, output: output, next: next)
        }
      }
    }
  }

  /// What the first stage does at `start`, which lies in no segment that a dictionary knows.
  private func firstToken(_ known: Scalars, at start: Int, _ next: inout Scalars) -> (count: Int, value: Scalars) {
    // A match ends at the latest where the next segment starts.
    let free = first.answer(known, from: start, to: known.count)
    let place = (start + 1..<max(start + free.depth, start + 1)).first { segmentStarts(known, at: $0) }
    let answer = place.map { first.answer(known, from: start, to: $0) } ?? free
    let match = answer.match ?? (1, [known[start]])
    if place == nil { next += free.next }
    for inside in start + 1..<start + match.count { _ = segmentStarts(known, at: inside, &next) }
    return match
  }

  private func segmentStarts(_ known: Scalars, at place: Int) -> Bool {
    segments?.answer(known, from: place, to: known.count).match != nil
  }

  /// Whether a segment starts at `place`, and with what to come one would.
  private func segmentStarts(_ known: Scalars, at place: Int, _ next: inout Scalars) -> Bool {
    guard let answer = segments?.answer(known, from: place, to: known.count) else { return false }
    if answer.match == nil { next += answer.next }
    return answer.match != nil
  }

  /// One stage over a whole text.
  private func rewrite(_ text: Scalars, by matcher: ConversionMatcher?) -> Scalars {
    guard let matcher else { return text }
    var result: Scalars = []
    var place = 0
    while place < text.count {
      let match = matcher.answer(text, from: place, to: text.count).match ?? (1, [text[place]])
      result += match.value
      place += match.count
    }
    return result
  }
}
