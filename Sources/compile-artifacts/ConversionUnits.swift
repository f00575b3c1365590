/// Lays a decision trie out as a double array: the child of the node with base b under label l stands at b ^ l.
///
/// No two nodes share a base, so a unit that bears the label looked for is the child looked for. Families of children are
/// placed large ones first, and single children last, in the order of the keys, so that they fill the gaps in runs that
/// lie together.
struct ConversionUnits {
  /// A node's children: label and node of each.
  typealias Family = (parent: Int, children: [(label: UInt16, node: Int)])

  /// The base of each node; 0 where a node has no children.
  private(set) var bases: [UInt32]
  /// The place of each node; 0 where a node is not the child of a placed family.
  private(set) var places: [UInt32]
  /// The number of units, counted so that every base ^ label lies within.
  private(set) var count = 0

  private var takenPlaces: [Bool] = []
  private var takenBases: Set<UInt32> = [0]
  private var firstFree = 1

  init(nodeCount: Int, families: [Family], labelCount: Int) {
    bases = Array(repeating: 0, count: nodeCount)
    places = Array(repeating: 0, count: nodeCount)
    var block = 1
    while block < labelCount { block *= 2 }
    // A stable sort keeps the order of the keys among families of one size.
    let order = families.indices.sorted { left, right in
      (families[right].children.count, left) < (families[left].children.count, right)
    }
    for index in order { place(families[index], block: block) }
  }

  private mutating func place(_ family: Family, block: Int) {
    var place = firstFree
    while true {
      grow(to: place + block)
      let base = UInt32(place) ^ UInt32(family.children[0].label)
      if !takenPlaces[place], !takenBases.contains(base),
        family.children.allSatisfy({ !takenPlaces[Int(base ^ UInt32($0.label))] })
      {
        take(base, family, block: block)
        return
      }
      place += 1
    }
  }

  private mutating func take(_ base: UInt32, _ family: Family, block: Int) {
    takenBases.insert(base)
    bases[family.parent] = base
    for child in family.children {
      let place = base ^ UInt32(child.label)
      takenPlaces[Int(place)] = true
      places[child.node] = place
    }
    while takenPlaces[firstFree] { firstFree += 1 }
    count = max(count, (Int(base) / block + 1) * block)
  }

  private mutating func grow(to size: Int) {
    let size = (size / 65536 + 1) * 65536
    if takenPlaces.count < size { takenPlaces += repeatElement(false, count: size - takenPlaces.count) }
  }
}
