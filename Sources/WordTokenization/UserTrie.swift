internal import CTokenizerKernels

/// The trie of a user's words, walked beside the lexicon's: a hash table from a node and a unit to the child.
///
/// It is built word by word in nanoseconds a unit, which a double array is not. What it says of a word replaces what the
/// lexicon says.
@safe
final class UserTrie: @unchecked Sendable {
  // Sound because all of it is written before a tokenizer that holds it exists, and never after.

  /// The weight of words without a frequency in the tech profile: better than any two words that cover the same text,
  /// worse than one longer word of the same kind.
  private static let strongestWeight = -4.0

  /// All that a walk reads, in one value: each access to a variable of an object is watched, which took a fifth of the time.
  private var nodes: Nodes
  private var kindNames: [String] = []
  private var kindIndex: [String: Int32] = [:]
  /// A Bloom filter of the first two units of words of two or more.
  let starts: UnsafeMutablePointer<UInt64>
  private var edges = RunEdges()
  /// What the words add to the sum of frequencies.
  private(set) var addedTotal = 0.0
  /// Whether words were removed, which the model must not join again either.
  private(set) var forcesSplits = false

  init(expecting words: Int) {
    nodes = Nodes(expecting: words)
    unsafe starts = .allocate(capacity: 1024)
    unsafe starts.initialize(repeating: 0, count: 1024)
  }

  deinit { unsafe starts.deallocate() }

  // MARK: Building

  /// Adds a word; `frequency` is `nil` for one that shall win, and 0 removes the word.
  func add(_ units: [UInt16], frequency: Int?, kind: String?) {
    guard let first = units.first else { return }
    let node = nodes.insert(units)
    if units.count > 1 {
      let bit = Self.startBit(first, units[1])
      unsafe starts[bit >> 6] |= 1 << UInt64(bit & 63)
    }
    nodes.frequencies[node] = frequency ?? Frequency.strongest
    addedTotal += Double(frequency ?? 0)
    if frequency == 0 { forcesSplits = true }
    if let kind {
      if kindIndex[kind] == nil {
        kindIndex[kind] = Int32(kindNames.count)
        kindNames.append(kind)
      }
      nodes.kinds[node] = kindIndex[kind]!
    }
    edges.insert(units)
  }

  /// Gives the words their scores, and single units theirs, in the tables of a tokenizer.
  func adjust(_ units: UnsafeMutablePointer<Double>, unitCount: Int, logTotal: Double) {
    nodes.weights = nodes.frequencies.map { frequency in
      switch frequency {
      case Frequency.strongest: Self.strongestWeight
      case Frequency.none, 0: -.infinity
      default: ztk_log(Double(frequency)) - logTotal
      }
    }
    let nodes = nodes
    for slot in nodes.keys.indices where nodes.keys[slot] >> 16 == 1 {
      let unit = Int(nodes.keys[slot] & 0xffff)
      let node = Int(nodes.children[slot])
      if nodes.frequencies[node] == Frequency.none || unit >= unitCount { continue }
      unsafe units[unit] = nodes.weights[node] > -.infinity ? nodes.weights[node] : Lattice.weak
    }
  }

  func insertEdges(into rows: inout RunEdges) {
    for place in edges.rows.indices { rows.rows[place] |= edges.rows[place] }
    rows.hasPlainWords = rows.hasPlainWords || edges.hasPlainWords
  }

  // MARK: Looking up

  @inline(__always)
  private static func startBit(_ first: UInt16, _ second: UInt16) -> Int {
    Int(ztk_start_bit(UInt32(first), UInt32(second)))
  }

  /// The frequency the user gave the word; 0 where it was removed, `nil` where nothing is said of it.
  func frequency(_ units: some Sequence<UInt16>) -> Int? {
    guard let node = nodes.find(units), nodes.frequencies[node] != Frequency.none else { return nil }
    return nodes.frequencies[node]
  }

  /// Whether a longer word starts with the units.
  func isPrefix(_ units: some Sequence<UInt16>) -> Bool { nodes.find(units).map { nodes.isParent[$0] } ?? false }

  /// The kind the user gave the word.
  func kind(_ units: some Sequence<UInt16>) -> String? {
    guard let node = nodes.find(units), nodes.kinds[node] >= 0 else { return nil }
    return kindNames[Int(nodes.kinds[node])]
  }

  /// Whether the units are a word; `nil` where nothing is said of them.
  func isWord(_ ids: UnsafePointer<UInt16>, _ start: Int, _ end: Int) -> Bool? {
    unsafe frequency(UnsafeBufferPointer(start: ids + start, count: end - start)).map { $0 != 0 }
  }

  /// The score and length of the best word at the first of `ids`, the lexicon's words included.
  func bestWord(
    _ ids: UnsafePointer<UInt16>, _ scores: UnsafePointer<Double>, _ bestLength: inout UInt32, _ tables: ScoringTables
  ) -> Double {
    unsafe nodes.bestWord(ids, scores, &bestLength, tables)
  }

  /// Splits the words that the model joined between two places, if they were removed.
  func splitForced(_ workspace: borrowing Workspace, _ start: Int, _ end: Int) {
    let bits = unsafe workspace.tokenBits
    var first = start
    while first < end {
      var last = first + 1
      while unsafe last < end && bits[last >> 6] >> UInt64(last & 63) & 1 == 0 { last += 1 }
      if unsafe isWord(workspace.ids, first, last) == false {
        for place in first..<last { unsafe bits[place >> 6] |= 1 << UInt64(place & 63) }
      }
      first = last
    }
  }
}

/// What a node says of the word that ends there.
private enum Frequency {
  /// Nothing: the lexicon decides.
  static let none = -1
  /// It wins over whatever else its text could be.
  static let strongest = -2
}

/// The nodes of the trie, the root first.
private struct Nodes {
  /// A node and a unit; nodes are counted from 1 here, so that no key is 0.
  private(set) var keys: [UInt64]
  private(set) var children: [Int32]
  private var mask: Int
  var frequencies: [Int] = [Frequency.none]
  var kinds: [Int32] = [-1]
  var weights: [Double] = []
  private(set) var isParent: [Bool] = [false]

  init(expecting words: Int) {
    var size = 64
    while size < 6 * words { size *= 2 }
    keys = Array(repeating: 0, count: size)
    children = Array(repeating: 0, count: size)
    mask = size - 1
  }

  /// The slot of the child of a node by a unit, or the free slot where it belongs.
  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 32) & mask
    while keys[slot] != 0 && keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  /// The child of a node; -1 where there is none.
  @inline(__always)
  private func child(of node: Int, _ unit: UInt16) -> Int {
    let slot = slot(of: UInt64(node + 1) << 16 | UInt64(unit))
    return keys[slot] == 0 ? -1 : Int(children[slot])
  }

  /// The node of a word, made where there is none.
  mutating func insert(_ units: [UInt16]) -> Int {
    var node = 0
    for unit in units {
      isParent[node] = true
      let key = UInt64(node + 1) << 16 | UInt64(unit)
      let slot = slot(of: key)
      if keys[slot] == key {
        node = Int(children[slot])
        continue
      }
      node = frequencies.count
      keys[slot] = key
      children[slot] = Int32(node)
      frequencies.append(Frequency.none)
      kinds.append(-1)
      isParent.append(false)
      if 2 * node > keys.count { grow() }
    }
    return node
  }

  private mutating func grow() {
    let (oldKeys, oldChildren) = (keys, children)
    keys = Array(repeating: 0, count: 2 * oldKeys.count)
    children = Array(repeating: 0, count: 2 * oldKeys.count)
    mask = keys.count - 1
    for (key, child) in zip(oldKeys, oldChildren) where key != 0 {
      let slot = slot(of: key)
      keys[slot] = key
      children[slot] = child
    }
  }

  /// The node of a word, or of the beginning of one; `nil` where there is none.
  func find(_ units: some Sequence<UInt16>) -> Int? {
    var node = 0
    for unit in units {
      node = child(of: node, unit)
      if node < 0 { return nil }
    }
    return node
  }

  /// See `UserTrie.bestWord`.
  func bestWord(
    _ ids: UnsafePointer<UInt16>, _ scores: UnsafePointer<Double>, _ bestLength: inout UInt32, _ tables: ScoringTables
  ) -> Double {
    var best = unsafe tables.units[Int(ids[0])] + scores[1]
    var length = 1
    var own = child(of: 0, unsafe ids[0])
    var other = unsafe tables.pair(ids[0], ids[1])
    var end = 1
    repeat {
      if own >= 0 { own = child(of: own, unsafe ids[end]) }
      end += 1
      var weight = unsafe tables.weights[other.weightClass]
      if own >= 0, frequencies[own] != Frequency.none { weight = weights[own] }
      let score = unsafe weight + scores[end]
      if score >= best { (best, length) = (score, end) }
      other = unsafe tables.child(other, ids[end])
    } while end < 255 && (own > 0 && isParent[own] || other.bits != 0)
    bestLength = UInt32(length)
    return best
  }
}
