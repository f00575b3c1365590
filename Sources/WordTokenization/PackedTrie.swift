/// The trie of a lexicon, packed for reading: the words of one unit are a table, the beginnings of all others by their
/// first two units a perfect hash table, and all that is deeper a double array.
struct PackedTrie {
  /// For each unit, the weight class of the word that it alone is.
  private(set) var singleClasses: [UInt16]
  /// For each unit, 1 if longer words start with it.
  private(set) var beginnings: [UInt8]
  let pairs: PairTable
  private(set) var nodes: [LexiconNode]

  /// Packs sorted, distinct words of at least one unit.
  init(_ words: [(units: [UInt16], weightClass: Int)], unitCount: Int) {
    singleClasses = Array(repeating: 0, count: unitCount)
    beginnings = Array(repeating: 0, count: unitCount)
    let tree = Tree(words)
    // Larger families first: they are hard to fit, and single children fill the gaps they leave.
    let families = tree.children.indices.filter { tree.depth[$0] > 1 && !tree.children[$0].isEmpty }
      .sorted { (-tree.children[$0].count, $0) < (-tree.children[$1].count, $1) }
    var packer = Packer()
    var bases = [Int](repeating: 0, count: tree.label.count)
    for family in families { bases[family] = packer.place(tree.children[family].map { tree.label[$0] }) }

    let packed = { (node: Int, label: UInt16) in
      let signature = tree.children[node].reduce(into: UInt16(0)) { $0 |= 1 << (tree.label[$1] & 15) }
      return LexiconNode(label: label, weightClass: tree.weightClass[node], base: bases[node], signature: signature)
    }
    nodes = Array(repeating: .empty, count: packer.end + Int(UnitID.limit))
    for child in families.lazy.flatMap({ tree.children[$0] }) {
      nodes[bases[tree.parent[child]] + Int(tree.label[child])] = packed(child, tree.label[child])
    }
    for single in tree.children[0] {
      singleClasses[Int(tree.label[single])] = UInt16(tree.weightClass[single])
      beginnings[Int(tree.label[single])] = tree.children[single].isEmpty ? 0 : 1
    }
    pairs = PairTable(
      tree.children[0].flatMap { single in
        tree.children[single].map { pair in
          (tree.label[single], tree.label[pair], { label in packed(pair, label) })
        }
      })
  }
}

/// The trie before packing; node 0 is the root.
private struct Tree {
  var label: [UInt16] = [0]
  var weightClass: [Int] = [0]
  var depth: [Int] = [0]
  var parent: [Int] = [0]
  var children: [[Int]] = [[]]

  init(_ words: [(units: [UInt16], weightClass: Int)]) {
    // The nodes along the previous word: sorted words share their beginnings with their neighbours.
    var path = [0]
    var previous: [UInt16] = []
    for word in words {
      let common = zip(word.units, previous).prefix { $0 == $1 }.count
      path.removeSubrange((common + 1)...)
      for unit in word.units[common...] {
        children[path.last!].append(label.count)
        parent.append(path.last!)
        path.append(label.count)
        label.append(unit)
        weightClass.append(0)
        depth.append(path.count - 1)
        children.append([])
      }
      weightClass[path.last!] = word.weightClass
      previous = word.units
    }
  }
}

/// Finds places for families of children in a double array.
private struct Packer {
  private var used: [Bool] = []
  private var usedBases: [Bool] = []
  private var firstFree = 0
  /// Where the search for families of the last size goes on: before it they did not fit.
  private var hint = (size: 0, slot: 0)
  /// Behind all children.
  private(set) var end = 0

  /// A base of its own for a family with the given labels, in ascending order.
  mutating func place(_ labels: [UInt16]) -> Int {
    let first = Int(labels[0])
    if hint.size != labels.count { hint = (labels.count, firstFree) }
    var slot = max(hint.slot, first + 1)
    while true {
      while slot < used.count && used[slot] { slot += 1 }
      let base = slot - first
      if !isTaken(base), labels.dropFirst().allSatisfy({ isFree(base + Int($0)) }) {
        hint.slot = max(hint.slot, slot - 4096)
        take(base, labels)
        return base
      }
      slot += 1
    }
  }

  private func isTaken(_ base: Int) -> Bool { base < usedBases.count && usedBases[base] }
  private func isFree(_ slot: Int) -> Bool { slot >= used.count || !used[slot] }

  private mutating func take(_ base: Int, _ labels: [UInt16]) {
    let last = base + Int(labels.last!)
    if last >= used.count { used += Array(repeating: false, count: max(last + 1 - used.count, 1 << 16)) }
    if base >= usedBases.count { usedBases += Array(repeating: false, count: max(base + 1 - usedBases.count, 1 << 16)) }
    for label in labels { used[base + Int(label)] = true }
    usedBases[base] = true
    end = max(end, last + 1)
    while firstFree < used.count && used[firstFree] { firstFree += 1 }
  }
}
