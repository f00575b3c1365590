/// Lays a set of keys out as a double array.
///
/// Children of one node ("a family") are placed together, at the first base where all of them fit. Since a unit does not
/// name its parent, families can be placed in any order: large ones first, while there is room, and the many single
/// children last, into what is left.
package struct DoubleArrayBuilder {
  /// The children of one node: a slice of the lists below.
  private var familyStarts: [Int32] = []
  private var labels: [UInt32] = []
  /// What is below each child: its family, or its value.
  private var below: [UInt32] = []
  /// Whether the child is a leaf or a value, and whether a key ends at it.
  private var kinds: [ChildKind] = []

  private enum ChildKind: UInt8 {
    case node, nodeEndingKey, leaf, value
  }

  /// The units that were laid out.
  package private(set) var units: [DoubleArray.Unit] = []
  /// The base of the root.
  package private(set) var root: UInt32 = 0

  /// Lays out `keys`.
  ///
  /// - Parameters:
  ///   - labels: the labels of all keys, one key after the other, each from 1 to 2²⁴ - 2.
  ///   - ends: the end of each key in `labels`; keys are in ascending order of their labels, unique and not empty.
  ///   - values: the value of each key.
  /// - Complexity: linear in the labels, times the magnitudes of family sizes.
  package init(labels: [UInt32], ends: [Int], values: [UInt32]) {
    precondition(ends.count == values.count, "each key has one value")
    collectFamilies(labels: labels, ends: ends, values: values)
    place()
  }

  /// A node is the range of keys that share a prefix of `depth` labels.
  private struct Prefix {
    var first: Int32
    var last: Int32
    var depth: Int32
  }

  /// Finds every node's children, breadth first, so that the family of the root is number 0.
  private mutating func collectFamilies(labels keys: [UInt32], ends: [Int], values: [UInt32]) {
    var nodes = [Prefix(first: 0, last: Int32(ends.count), depth: 0)]
    var next = 0
    while next < nodes.count {
      let node = nodes[next]
      next += 1
      familyStarts.append(Int32(labels.count))
      let (last, depth) = (Int(node.last), Int(node.depth))
      var key = Int(node.first)
      while key < last {
        let start = key == 0 ? 0 : ends[key - 1]
        if ends[key] - start == depth {
          append(label: 0, .value, below: values[key])
          key += 1
          continue
        }
        let label = keys[start + depth]
        precondition(label > 0 && label < DoubleArray.Unit.labelMask, "labels run from 1 to 2²⁴ - 2")
        var end = key + 1
        while end < last, keys[ends[end - 1] + depth] == label { end += 1 }
        let endsKey = ends[key] - start == depth + 1
        if endsKey, end == key + 1 {
          append(label: label, .leaf, below: values[key])
        } else {
          append(label: label, endsKey ? .nodeEndingKey : .node, below: UInt32(nodes.count))
          nodes.append(Prefix(first: Int32(key), last: Int32(end), depth: Int32(depth + 1)))
        }
        key = end
      }
    }
    familyStarts.append(Int32(labels.count))
  }

  private mutating func append(label: UInt32, _ kind: ChildKind, below: UInt32) {
    labels.append(label)
    kinds.append(kind)
    self.below.append(below)
  }

  private mutating func place() {
    let familyCount = familyStarts.count - 1
    var bases = [UInt32](repeating: 0, count: familyCount)
    var room = Room(labelLimit: (labels.max() ?? 0) + 1, expectedUnits: labels.count)
    for family in familiesBySize() {
      bases[Int(family)] = room.takeBase(for: labels[children(of: Int(family))])
    }
    root = bases.first ?? 0

    units = Array(repeating: .unused, count: room.count)
    for family in 0..<familyCount {
      for child in children(of: family) {
        let label = labels[child]
        let isNode = kinds[child] == .node || kinds[child] == .nodeEndingKey
        units[Int(bases[family] ^ label)] = .init(
          base: isNode ? bases[Int(below[child])] : below[child], label: label,
          endsKey: kinds[child] == .nodeEndingKey, isLeaf: kinds[child] == .leaf)
      }
    }
  }

  private func children(of family: Int) -> Range<Int> { Int(familyStarts[family])..<Int(familyStarts[family + 1]) }

  /// The numbers of the families, the largest first, and those of one size in their order: a counting sort.
  private func familiesBySize() -> [Int32] {
    let sizes = (0..<familyStarts.count - 1).map { children(of: $0).count }
    var starts = [Int](repeating: 0, count: (sizes.max() ?? 0) + 2)
    for size in sizes where size > 0 { starts[size - 1] += 1 }
    for size in starts.indices.dropLast().reversed() { starts[size] += starts[size + 1] }
    // `starts[size]` now counts the families that are larger than `size`.
    var sorted = [Int32](repeating: 0, count: sizes.count)
    for (family, size) in sizes.enumerated() {
      sorted[starts[size]] = Int32(family)
      starts[size] += 1
    }
    return sorted
  }
}

/// Which places and which bases are taken.
private struct Room {
  /// A bit for each place, set where it is taken.
  private var units: [UInt64]
  /// A bit for each base, set where it is taken.
  private var bases: [UInt64]
  /// `base ^ label` stays within the aligned block of this size that the base lies in.
  private let block: Int
  /// The size of the families being placed, as a power of two.
  private var magnitude = 0
  /// The first word that may have room for them: none goes back before a word in which one did not fit, so that the time
  /// is linear; the next magnitude starts at the front again and fills the gaps.
  private var word = 0
  /// The number of units up to the last one in use.
  private(set) var count = 0

  init(labelLimit: UInt32, expectedUnits: Int) {
    var block = 64
    while block < Int(labelLimit) { block *= 2 }
    self.block = block
    units = Array(repeating: 0, count: expectedUnits / 56 + 2 * block / 64)
    bases = units
  }

  mutating func takeBase(for family: ArraySlice<UInt32>) -> UInt32 {
    guard let first = family.first else { return 0 }
    let bits = family.count.bitWidth - family.count.leadingZeroBitCount
    if bits != magnitude {
      magnitude = bits
      word = 0
    }
    while true {
      // A place in the last block in use may have its base, or another member, only up to the end of that block.
      if (word * 64 / block + 1) * block > units.count * 64 { grow() }
      var free = ~units[word]
      while free != 0 {
        let base = UInt32(word * 64 + free.trailingZeroBitCount) ^ first
        free &= free - 1
        if Self.isFree(base, in: bases), family.dropFirst().allSatisfy({ Self.isFree(base ^ $0, in: units) }) {
          take(base, for: family)
          return base
        }
      }
      word += 1
    }
  }

  private static func isFree(_ place: UInt32, in words: [UInt64]) -> Bool {
    words[Int(place >> 6)] >> UInt64(place & 63) & 1 == 0
  }

  private mutating func take(_ base: UInt32, for family: ArraySlice<UInt32>) {
    bases[Int(base >> 6)] |= 1 << UInt64(base & 63)
    for label in family {
      let place = base ^ label
      units[Int(place >> 6)] |= 1 << UInt64(place & 63)
      count = max(count, Int(place) + 1)
    }
  }

  private mutating func grow() {
    let more = repeatElement(UInt64(0), count: units.count / 4 + block / 64)
    units += more
    bases += more
  }
}
