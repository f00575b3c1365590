/// Lays a set of keys out as a double array.
///
/// Children of one node ("a family") are placed together, at the first base where all of them fit. Since a unit does not
/// name its parent, families can be placed in any order: large ones first, while there is room, and the many single
/// children last, into what is left, in the order of the keys, so that a word's last characters lie together.
package struct DoubleArrayBuilder {
  /// The children of one node: a slice of the lists below.
  private var familyStarts: [Int] = []
  private var labels: [UInt32] = []
  /// The family below each child, or the value below a child with label 0.
  private var below: [UInt32] = []

  /// The units that were laid out.
  package private(set) var units: [DoubleArray.Unit] = []
  /// The base of the root.
  package private(set) var root: UInt32 = 0

  /// Lays out `keys`.
  ///
  /// - Parameters:
  ///   - labels: the labels of all keys, one key after the other, each from 1 to 2²⁴ - 1.
  ///   - ends: the end of each key in `labels`; keys are in ascending order of their labels, unique and not empty.
  ///   - values: the value of each key.
  /// - Complexity: linear in the labels, times the number of places tried for the larger families.
  package init(labels: [UInt32], ends: [Int], values: [UInt32]) {
    precondition(ends.count == values.count, "each key has one value")
    collectFamilies(labels: labels, ends: ends, values: values)
    place()
  }

  /// Finds every node's children, breadth first, so that the family of the root is number 0.
  private mutating func collectFamilies(labels keys: [UInt32], ends: [Int], values: [UInt32]) {
    // A node is the range of keys that share a prefix of `depth` labels.
    var nodes: [(first: Int, last: Int, depth: Int)] = [(0, ends.count, 0)]
    var next = 0
    while next < nodes.count {
      let node = nodes[next]
      next += 1
      familyStarts.append(labels.count)
      var key = node.first
      while key < node.last {
        let start = key == 0 ? 0 : ends[key - 1]
        if ends[key] - start == node.depth {
          labels.append(0)
          below.append(values[key])
          key += 1
          continue
        }
        let label = keys[start + node.depth]
        precondition(label > 0 && label < 1 << 24, "labels run from 1 to 2²⁴ - 1")
        var end = key + 1
        while end < node.last, keys[ends[end - 1] + node.depth] == label { end += 1 }
        labels.append(label)
        below.append(UInt32(nodes.count))
        nodes.append((key, end, node.depth + 1))
        key = end
      }
    }
    familyStarts.append(labels.count)
  }

  private mutating func place() {
    let familyCount = familyStarts.count - 1
    var bases = [UInt32](repeating: 0, count: familyCount)
    var room = Room(labelLimit: (labels.max() ?? 0) + 1)
    let sizes = (0..<familyCount).map { familyStarts[$0 + 1] - familyStarts[$0] }
    // A stable sort by size keeps the order of the keys among families of one size.
    for family in (0..<familyCount).sorted(by: { (sizes[$1], $0) < (sizes[$0], $1) }) {
      bases[family] = room.takeBase(for: labels[familyStarts[family]..<familyStarts[family + 1]])
    }
    root = bases.first ?? 0

    units = Array(repeating: .init(base: 0, label: DoubleArray.emptyLabel), count: room.count)
    for family in 0..<familyCount {
      for child in familyStarts[family]..<familyStarts[family + 1] {
        let label = labels[child]
        units[Int(bases[family] ^ label)] = .init(
          base: label == 0 ? below[child] : bases[Int(below[child])], label: label)
      }
    }
  }
}

/// Which places and which bases are taken.
private struct Room {
  private var takenUnits = BitSet()
  private var takenBases = BitSet()
  /// The lowest word of `takenUnits` that may still have room.
  private var firstOpenWord = 0
  /// How many searches in vain a word has seen since it was last passed.
  private var misses = 0
  /// `base ^ label` stays within the aligned block of this size that the base lies in.
  private let block: Int
  /// The number of units up to the end of the last block in use.
  private(set) var count = 0

  init(labelLimit: UInt32) {
    var block = 1
    while block < Int(labelLimit) { block *= 2 }
    self.block = block
  }

  mutating func takeBase(for family: ArraySlice<UInt32>) -> UInt32 {
    guard let first = family.first else { return 0 }
    var word = firstOpenWord
    while true {
      var free = ~takenUnits.word(word)
      if free == 0 && word == firstOpenWord { firstOpenWord += 1 }
      while free != 0 {
        let place = word * 64 + free.trailingZeroBitCount
        free &= free - 1
        let base = UInt32(place) ^ first
        if !takenBases.contains(Int(base)), family.allSatisfy({ !takenUnits.contains(Int(base ^ $0)) }) {
          take(base, for: family)
          return base
        }
      }
      word += 1
      // A family that fits nowhere near the front would be tried there again and again; after enough vain searches
      // the front word counts as full. What is lost is less than one place in fifty.
      if word > firstOpenWord + 16 {
        misses += 1
        if misses > 64 {
          firstOpenWord += 1
          misses = 0
        }
      }
    }
  }

  private mutating func take(_ base: UInt32, for family: ArraySlice<UInt32>) {
    takenBases.insert(Int(base))
    for label in family { takenUnits.insert(Int(base ^ label)) }
    count = max(count, (Int(base) / block + 1) * block)
  }
}

/// A set of small integers that grows as needed.
private struct BitSet {
  private var words: [UInt64] = []

  func word(_ index: Int) -> UInt64 { index < words.count ? words[index] : 0 }

  func contains(_ member: Int) -> Bool { word(member / 64) >> UInt64(member % 64) & 1 == 1 }

  mutating func insert(_ member: Int) {
    if member / 64 >= words.count { words += repeatElement(0, count: max(member / 64 + 1 - words.count, words.count)) }
    words[member / 64] |= 1 << UInt64(member % 64)
  }
}
