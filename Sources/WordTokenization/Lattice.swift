internal import CTokenizerKernels

/// The best path through the lattice of words: the heart of the tokenizer.
///
/// The lattice has an edge for every word of the lexicon that stands in the text, and the path with the highest sum of
/// log probabilities is the tokenization. It is found from right to left: the score of a place is the best, over all words
/// that start there, of the word's weight plus the score of the place behind it. Equal scores go to the longer word, and
/// sums are taken in the reference's order. Words are found by walking the trie while scoring, so the lattice itself is
/// never stored.
///
/// The loop itself is in C (`lattice.c`): words of one, two and three units are looked up and scored without a branch, since
/// whether there is one is what no predictor can learn; only where the signature of the third node allows a fourth unit,
/// at one place of thirty, does the walk go on. Where a user's words may start, the walk is `UserTrie.bestWord`.
enum Lattice {
  /// The weight of a unit that is a word only where no other word starts, and of attached runs, which are scored apart.
  static let weak = ZTK_WEAK
  /// What a separator costs in the profile whose words may contain separators. In the other it is 0, which starts the
  /// sums anew.
  static let separatorWeight = -0.5

  /// Writes for each of the first `count` units the length, in units, of the best word that starts there.
  ///
  /// O(count × the longest word); in practice O(count).
  static func score(_ workspace: borrowing Workspace, count: Int, _ tables: ScoringTables) {
    let scores = unsafe workspace.scores
    // Behind the end stand separators, with which no word goes on.
    for place in count..<count + 3 { unsafe scores[place] = 0 }
    unsafe ztk_score(tables.lattice, workspace.ids, workspace.starts, scores, workspace.lengths, count)
  }

  /// Whether the units from `start` up to `end` are a word of the lexicon, or of the user's.
  static func isWord(_ ids: UnsafePointer<UInt16>, _ start: Int, _ end: Int, _ tables: ScoringTables) -> Bool {
    if let user = tables.user, let isWord = unsafe user.isWord(ids, start, end) { return isWord }
    guard end - start > 1 else {
      let unit = unsafe Int(ids[start])
      return unsafe unit < tables.lexicon.unitCount && tables.lexicon.singleClasses[unit] != 0
    }
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
  /// What the loop in C reads. Sound because the tables own it and their parts live as long.
  static func makeLattice(_ tables: ScoringTables) -> UnsafePointer<ztk_lattice> {
    let lattice = UnsafeMutablePointer<ztk_lattice>.allocate(capacity: 1)
    unsafe lattice.initialize(
      to: ztk_lattice(
        units: tables.units, weights: tables.weights, buckets: tables.buckets, pairs: tables.pairs,
        nodes: tables.nodes, user_starts: tables.user?.starts,
        best_word: { context, ids, scores, length in
          let tables = unsafe Unmanaged<ScoringTables>.fromOpaque(context).takeUnretainedValue()
          return unsafe tables.user!.bestWord(ids, scores, &length.pointee, tables)
        },
        context: Unmanaged.passUnretained(tables).toOpaque(), unknown_weight: tables.unknownWeight))
    return unsafe UnsafePointer(lattice)
  }

  /// The node for two units.
  @inline(__always)
  func pair(_ first: UInt16, _ second: UInt16) -> LexiconNode {
    unsafe LexiconNode(bits: ztk_pair(pairs, buckets, UInt32(first), UInt32(second)))
  }

  /// The node behind `node` by a further unit.
  @inline(__always)
  func child(_ node: LexiconNode, _ unit: UInt16) -> LexiconNode {
    node.mayContinue(with: unit)
      ? unsafe LexiconNode(bits: ztk_child(nodes, node.base, UInt32(unit))) : LexiconNode(bits: 0)
  }
}
