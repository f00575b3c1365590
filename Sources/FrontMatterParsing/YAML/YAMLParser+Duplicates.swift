// Keys that are given twice.

extension YAMLParser {
  /// Warns of every key that a later one of the same mapping hides.
  mutating func warnOfDuplicates(in mapping: NodeID) {
    for key in tree.hideKeys(of: mapping) {
      let value = tree[tree[key].next]
      let start = Int(tree[key].outerStart)
      // A block entry goes with its lines, a flow entry with the comma behind it.
      let entry: Range<Int>
      if tree[mapping].style == .block {
        var line = start
        while line > 0 && bytes[line - 1].isBlank { line -= 1 }
        let end = lineEnd(from: Int(value.end))
        entry = (line == 0 || bytes[line - 1].isLineBreak ? line : start)..<afterLineBreak(end)
      } else {
        entry = start..<Int(tree[value.next].outerStart)
      }
      warnings.append(
        SyntaxWarning(code: .duplicateKey, range: start..<Int(tree[key].end), fix: (entry, "")))
    }
  }
}

extension SyntaxTreeBuilder {
  /// The node itself, or what it stands for where it is an alias.
  func resolved(_ id: NodeID) -> NodeID { self[id].kind == .alias ? self[id].target : id }

  /// Marks the keys of a mapping that later ones hide: which they are.
  mutating func hideKeys(of mapping: NodeID) -> [NodeID] {
    let hidden = hiddenKeys(of: mapping)
    for key in hidden { self[key].isHidden = true }
    if !hidden.isEmpty { self[mapping].hasHiddenKeys = true }
    return hidden
  }

  /// The scalar keys of a mapping that a later key equals. O(keys), quadratic only up to 32 keys.
  private func hiddenKeys(of mapping: NodeID) -> [NodeID] {
    let count = self[mapping].childCount / 2
    if count > 32 { return hiddenKeysBySet(of: mapping) }
    var hidden: [NodeID] = []
    var key = self[mapping].firstChild
    while key != 0 {
      let node = self[key]
      let following = self[node.next].next
      var other = following
      while other != 0 {
        let otherNode = self[other]
        if node.keyHash == otherNode.keyHash && isSameKey(node, otherNode) {
          hidden.append(key)
          break
        }
        other = self[otherNode.next].next
      }
      key = following
    }
    return hidden
  }

  private func isSameKey(_ left: SyntaxNode, _ right: SyntaxNode) -> Bool {
    !left.isCollection && !right.isCollection && left.kind != .alias && right.kind != .alias
      && bytes(of: left) == bytes(of: right)
  }

  /// The same with a set, whose hashes nobody can aim at.
  private func hiddenKeysBySet(of mapping: NodeID) -> [NodeID] {
    var last: [String: NodeID] = [:]
    var hidden: [NodeID] = []
    var key = self[mapping].firstChild
    while key != 0 {
      let node = self[key]
      if !node.isCollection && node.kind != .alias {
        let text = String(decoding: bytes(of: node), as: UTF8.self)
        if let earlier = last.updateValue(key, forKey: text) { hidden.append(earlier) }
      }
      key = self[node.next].next
    }
    return hidden
  }
}
