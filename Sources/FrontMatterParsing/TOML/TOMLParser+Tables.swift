// What may be added to which table: the rules of headers and dotted keys.

extension TOMLParser {
  /// The value of `key` in `table`; 0 where it has none.
  mutating func find(_ key: NodeID, in table: NodeID) -> NodeID {
    let wanted = tree[key]
    if tree[table].childCount > 64 {
      if indexes[table] == nil { indexes[table] = index(of: table) }
      return indexes[table]?[String(decoding: tree.bytes(of: wanted), as: UTF8.self)] ?? 0
    }
    var child = tree[table].firstChild
    while child != 0 {
      let node = tree[child]
      if node.keyHash == wanted.keyHash && tree.bytes(of: node) == tree.bytes(of: wanted) { return node.next }
      child = tree[node.next].next
    }
    return 0
  }

  private func index(of table: NodeID) -> [String: NodeID] {
    var index: [String: NodeID] = [:]
    var child = tree[table].firstChild
    while child != 0 {
      let node = tree[child]
      index[String(decoding: tree.bytes(of: node), as: UTF8.self)] = node.next
      child = tree[node.next].next
    }
    return index
  }

  /// Adds an entry.
  mutating func add(_ key: NodeID, _ value: NodeID, to table: NodeID) throws(SyntaxFailure) {
    keyCount += 1
    if keyCount > limits.keys { throw SyntaxFailure(.tooManyKeys, Int(tree[key].start)..<Int(tree[key].end)) }
    tree.append(key, to: table)
    tree.append(value, to: table)
    indexes[table]?[String(decoding: tree.bytes(of: tree[key]), as: UTF8.self)] = value
  }

  /// The table that a part of a header before the last names.
  mutating func step(into key: NodeID, of table: NodeID) throws(SyntaxFailure) -> NodeID {
    let found = find(key, in: table)
    if found == 0 { return try addTable(.impliedTable, key, to: table) }
    tree.mentions.append((found, key))
    switch tree[found].style {
    case .table, .impliedTable, .dottedTable: return found
    case .arrayOfTables: return tree[found].lastChild
    default: throw duplicate(key)
    }
  }

  /// The table that a part of a dotted key before the last names.
  mutating func dottedStep(into key: NodeID, of table: NodeID) throws(SyntaxFailure) -> NodeID {
    let found = find(key, in: table)
    if found == 0 { return try addTable(.dottedTable, key, to: table) }
    tree.mentions.append((found, key))
    switch tree[found].style {
    case .dottedTable: return found
    case .impliedTable:
      tree[found].style = .dottedTable
      return found
    default: throw duplicate(key)
    }
  }

  /// The table that the last part of `[…]` names, with the header's range.
  mutating func define(_ key: NodeID, of table: NodeID, _ range: Range<Int>) throws(SyntaxFailure) -> NodeID {
    var found = find(key, in: table)
    if found == 0 {
      found = try addTable(.table, key, to: table)
    } else {
      guard tree[found].style == .impliedTable else { throw duplicate(key) }
      tree[found].style = .table
      tree.mentions.append((found, key))
    }
    setRange(of: found, range)
    return found
  }

  /// A new table of the array that the last part of `[[…]]` names.
  mutating func addToArray(_ key: NodeID, of table: NodeID, _ range: Range<Int>) throws(SyntaxFailure) -> NodeID {
    var array = find(key, in: table)
    if array == 0 {
      array = tree.add(SyntaxNode(.sequence, .arrayOfTables, from: range.lowerBound, to: range.upperBound))
      try add(key, array, to: table)
    } else {
      tree.mentions.append((array, key))
    }
    guard tree[array].style == .arrayOfTables else { throw duplicate(key) }
    let element = tree.add(SyntaxNode(.mapping, .table, from: range.lowerBound, to: range.upperBound))
    tree.append(element, to: array)
    tree[array].end = tree[element].end
    return element
  }

  private mutating func addTable(
    _ style: SyntaxNode.Style, _ key: NodeID, to table: NodeID
  ) throws(SyntaxFailure) -> NodeID {
    let node = tree.add(SyntaxNode(.mapping, style, from: Int(tree[key].start), to: Int(tree[key].end)))
    try add(key, node, to: table)
    return node
  }

  private mutating func setRange(of table: NodeID, _ range: Range<Int>) {
    tree[table].start = UInt32(truncatingIfNeeded: range.lowerBound)
    tree[table].outerStart = tree[table].start
    tree[table].end = UInt32(truncatingIfNeeded: range.upperBound)
  }

  /// Lets a table end where its last value ends.
  mutating func extend(_ table: NodeID, from root: NodeID, to end: UInt32) {
    if table != root { tree[table].end = end }
  }
}
