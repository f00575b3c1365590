internal import CTokenizerKernels

/// The best path through the lattice of words: the heart of the tokenizer.
///
/// The lattice has an edge for every word of the lexicon that stands in the text, and the path with the highest sum of
/// log probabilities is the tokenization. It is found from right to left: the score of a place is the best, over all words
/// that start there, of the word's weight plus the score of the place behind it. Equal scores go to the longer word, and
/// sums are taken in the reference's order. Words are found by walking the trie while scoring, so the lattice itself is
/// never stored.
///
/// Most places have the word of one unit and at most one of two, which are scored without a branch, since whether there
/// is one is what no predictor can learn. Only where the signature of the pair allows a third unit does the walk go on.
enum Lattice {
  /// The weight of a unit that is a word only where no other word starts, and of attached runs, which are scored apart.
  static let weak = -1e280
  /// Scores below this contain `weak`.
  private static let weakLimit = -1e270
  /// What a separator costs in the profile whose words may contain separators.
  static let separatorWeight = -0.5

  /// Writes for each of the first `count` units the length, in units, of the best word that starts there.
  ///
  /// O(count × the longest word); in practice O(count).
  static func score(_ workspace: borrowing Workspace, count: Int, _ tables: ScoringTables) {
    let ids = unsafe workspace.ids
    let scores = unsafe workspace.scores
    let lengths = unsafe workspace.lengths
    let units = unsafe tables.units
    let weights = unsafe tables.weights
    let pairs = unsafe tables.pairs
    let displacements = unsafe tables.displacements
    let nodes = unsafe tables.nodes
    let user = tables.user

    // Behind the end stand two separators, with which no word goes on.
    var (nextID, afterID): (UInt16, UInt16) = (0, 0)
    var (nextScore, afterScore) = (0.0, 0.0)
    unsafe scores[count] = 0
    var place = count - 1
    while place >= 0 {
      let id = unsafe ids[place]
      let weight = unsafe units[Int(id)]
      let pair = unsafe LexiconNode(bits: ztk_pair(pairs, displacements, UInt32(id), UInt32(nextID)))
      let one = weight + nextScore
      let two = unsafe weights[pair.weightClass] + afterScore
      var best = ztk_max(one, two)
      var length: UInt8 = two >= one ? 2 : 1

      if pair.mayContinue(with: afterID) {
        var node = pair
        var end = place + 2
        repeat {
          node = unsafe LexiconNode(bits: ztk_child(nodes, node.base, UInt32(ids[end])))
          if node.bits == 0 { break }
          end += 1
          let more = unsafe weights[node.weightClass] + scores[end]
          if more >= best {
            best = more
            length = UInt8(truncatingIfNeeded: end - place)
          }
        } while unsafe node.mayContinue(with: ids[end])
      }
      if let user, user.mayStart(id, nextID) {
        (best, length) = user.bestWord(at: place, workspace, tables)
      }
      if best < weakLimit {
        length = 1
        best = nextScore
        let characters = unsafe id == UnitID.attachedRun ? workspace.starts[place + 1] - workspace.starts[place] : 1
        for _ in 0..<characters { best += tables.unknownWeight }
      }
      best = ztk_reset_unless(best, weight)

      unsafe scores[place] = best
      unsafe lengths[place] = length
      (nextID, afterID) = (id, nextID)
      (nextScore, afterScore) = (best, nextScore)
      place -= 1
    }
  }

  /// Whether the units from `start` up to `end` are a word of the lexicon, or of the user's.
  static func isWord(_ ids: UnsafePointer<UInt16>, _ start: Int, _ end: Int, _ tables: ScoringTables) -> Bool {
    if let user = tables.user, let isWord = unsafe user.isWord(ids, start, end) { return isWord }
    guard end - start > 1 else { return unsafe tables.lexicon.singleClasses[Int(ids[start])] != 0 }
    return unsafe weight(ids, start, end, tables) > -.infinity
  }

  /// The weight of the two or more units from `start` up to `end` as a word of the lexicon; minus infinity for none.
  static func weight(_ ids: UnsafePointer<UInt16>, _ start: Int, _ end: Int, _ tables: ScoringTables) -> Double {
    var node = unsafe tables.pair(ids[start], ids[start + 1])
    for place in start + 2..<max(end, start + 2) {
      guard unsafe node.mayContinue(with: ids[place]) else { return -.infinity }
      node = unsafe LexiconNode(bits: ztk_child(tables.nodes, node.base, UInt32(ids[place])))
    }
    return unsafe tables.weights[node.weightClass]
  }
}

extension ScoringTables {
  /// The node for two units.
  @inline(__always)
  func pair(_ first: UInt16, _ second: UInt16) -> LexiconNode {
    unsafe LexiconNode(bits: ztk_pair(pairs, displacements, UInt32(first), UInt32(second)))
  }

  /// The node behind `node` by a further unit.
  @inline(__always)
  func child(_ node: LexiconNode, _ unit: UInt16) -> LexiconNode {
    node.mayContinue(with: unit)
      ? unsafe LexiconNode(bits: ztk_child(nodes, node.base, UInt32(unit))) : LexiconNode(bits: 0)
  }
}
