import WordTokenization

/// jieba's algorithm in its plainest form, over dictionaries of strings: the reference that the engine must equal.
struct PlainJieba {
  var frequencies: [String: Int] = [:]
  var total = 0
  /// Start scores, transitions ("BE", …) and emissions of the model.
  var starts: [Character: Double]
  var transitions: [String: Double]
  var emissions: [Character: [Unicode.Scalar: Double]]
  static let unseen = -3.14e100
  private static let predecessors: [Character: String] = ["B": "ES", "M": "MB", "S": "SE", "E": "BM"]

  /// The tokens of the precise mode.
  func cut(_ text: String, joinsUnknown: Bool) -> [String] {
    let scalars = Array(text.unicodeScalars)
    var tokens: [String] = []
    var place = 0
    while place < scalars.count {
      let start = place
      while place < scalars.count && Self.isBlock(scalars[place]) { place += 1 }
      if place > start {
        tokens += cutBlock(Array(scalars[start..<place]), joinsUnknown)
      } else if scalars[place] == "\r" && place + 1 < scalars.count && scalars[place + 1] == "\n" {
        tokens.append("\r\n")
        place += 2
      } else {
        tokens.append(String(scalars[place]))
        place += 1
      }
    }
    return tokens
  }

  private func cutBlock(_ block: [Unicode.Scalar], _ joinsUnknown: Bool) -> [String] {
    var tokens: [String] = []
    var run: [Unicode.Scalar] = []
    func flush() {
      defer { run = [] }
      let word = Self.string(run[...])
      if run.count < 2 || !joinsUnknown {
        if !run.isEmpty { tokens.append(word) }
      } else if frequencies[word, default: 0] > 0 {
        tokens += run.map { String($0) }
      } else {
        tokens += cutUnknown(run)
      }
    }
    for word in bestPath(block) {
      if word.count == 1, joinsUnknown || Self.isAlnum(word[word.startIndex]) {
        run.append(word[word.startIndex])
      } else {
        flush()
        tokens.append(Self.string(word))
      }
    }
    flush()
    return tokens
  }

  private func bestPath(_ block: [Unicode.Scalar]) -> [ArraySlice<Unicode.Scalar>] {
    let logTotal = logarithm(Double(total))
    var route = [(Double, Int)](repeating: (0, 0), count: block.count + 1)
    for start in block.indices.reversed() {
      var ends: [Int] = []
      for end in start + 1...block.count {
        guard let frequency = frequencies[Self.string(block[start..<end])] else { break }
        if frequency > 0 { ends.append(end) }
      }
      if ends.isEmpty { ends = [start + 1] }
      route[start] =
        ends.map { end in
          let frequency = frequencies[Self.string(block[start..<end]), default: 0]
          return (logarithm(Double(frequency == 0 ? 1 : frequency)) - logTotal + route[end].0, end)
        }.max { $0 < $1 }!
    }
    var words: [ArraySlice<Unicode.Scalar>] = []
    var place = 0
    while place < block.count {
      words.append(block[place..<route[place].1])
      place = route[place].1
    }
    return words
  }

  private func cutUnknown(_ run: [Unicode.Scalar]) -> [String] {
    var tokens: [String] = []
    var place = 0
    while place < run.count {
      var end = place
      while end < run.count && Self.isHan(run[end]) { end += 1 }
      if end > place {
        tokens += viterbi(Array(run[place..<end]))
        place = end
        continue
      }
      while end < run.count && Self.isAlnum(run[end]) { end += 1 }
      if end > place {
        if end + 1 < run.count, run[end] == ".", ("0"..."9").contains(run[end + 1]) {
          end += 1
          while end < run.count && ("0"..."9").contains(run[end]) { end += 1 }
        }
        if end < run.count, run[end] == "%" { end += 1 }
      } else {
        while end < run.count && !Self.isAlnum(run[end]) && !Self.isHan(run[end]) { end += 1 }
      }
      tokens.append(Self.string(run[place..<end]))
      place = end
    }
    return tokens
  }

  private func viterbi(_ run: [Unicode.Scalar]) -> [String] {
    var scores: [Character: Double] = [:]
    var paths: [Character: String] = [:]
    for state in "BMES" {
      scores[state] = starts[state]! + (emissions[state]![run[0]] ?? Self.unseen)
      paths[state] = String(state)
    }
    for scalar in run.dropFirst() {
      var (nextScores, nextPaths) = (scores, paths)
      for state in "BMES" {
        let best = Self.predecessors[state]!.map { before in
          let transition = transitions[String([before, state])] ?? Self.unseen
          return (scores[before]! + transition + (emissions[state]![scalar] ?? Self.unseen), before)
        }.max { $0 < $1 }!
        nextScores[state] = best.0
        nextPaths[state] = paths[best.1]! + String(state)
      }
      (scores, paths) = (nextScores, nextPaths)
    }
    let last = "ES".map { (scores[$0]!, $0) }.max { $0 < $1 }!.1
    var words: [String] = []
    var word = ""
    for (scalar, state) in zip(run, paths[last]!) {
      word.unicodeScalars.append(scalar)
      if state == "E" || state == "S" {
        words.append(word)
        word = ""
      }
    }
    return word.isEmpty ? words : words + [word]
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  static func isHan(_ scalar: Unicode.Scalar) -> Bool { (0x4e00...0x9fd5).contains(scalar.value) }

  static func isAlnum(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
  }

  private static func isBlock(_ scalar: Unicode.Scalar) -> Bool {
    isHan(scalar) || isAlnum(scalar) || "+#&._%-".unicodeScalars.contains(scalar)
  }
}
