/// A replacement of a part of a block's content.
struct SourceChange {
  let range: Range<Int>
  let text: String

  init(_ range: Range<Int>, _ text: String = "") {
    self.range = range
    self.text = text
  }

  /// An insertion.
  init(at offset: Int, _ text: String) { self.init(offset..<offset, text) }
}

/// A node that a path leads to, by how it is held.
struct EditPlace {
  /// The collection that holds it; 0 for the root.
  let parent: NodeID
  /// Its key, 0 in a sequence.
  let key: NodeID
  /// The node as it stands there, an alias not resolved.
  let node: NodeID
}

/// A block's content with its tree, as the editing of every syntax needs it. Offsets are those of the content.
struct EditSource {
  let tree: SyntaxTree
  let root: NodeID
  /// The line break that the page uses.
  let lineBreak: String

  var bytes: [UInt8] { tree.content }

  // MARK: Paths

  /// What a path leads to.
  enum Lookup {
    case found(EditPlace)
    /// The path ends at `place`, before the step `rest[0]`.
    case missing(EditPlace, rest: ArraySlice<String>)
  }

  /// Follows a path as far as there are values.
  func lookUp(_ path: FrontMatter.Path) throws(EditRefusal) -> Lookup {
    var place = EditPlace(parent: 0, key: 0, node: root)
    for (index, step) in path.steps.enumerated() {
      let node = tree[place.node]
      if node.kind == .alias { throw EditRefusal(.throughAlias) }
      guard let next = child(step, of: place.node) else { return .missing(place, rest: path.steps[index...]) }
      place = next
    }
    return .found(place)
  }

  private func child(_ step: String, of id: NodeID) -> EditPlace? {
    let node = tree[id]
    var child = node.firstChild
    switch node.kind {
    case .sequence:
      guard let index = Int(step), index >= 0, index < node.childCount else { return nil }
      for _ in 0..<index { child = tree[child].next }
      return EditPlace(parent: id, key: 0, node: child)
    case .mapping:
      let key = step.utf8.span
      var found: EditPlace?
      while child != 0 {
        let keyNode = tree[tree.resolved(child)]
        let value = tree[child].next
        if !keyNode.isCollection, tree.isText(of: keyNode, equalTo: key) {
          found = EditPlace(parent: id, key: child, node: value)
        }
        child = tree[value].next
      }
      return found
    default: return nil
    }
  }

  /// The place of a collection, found by walking down from the root.
  func place(of id: NodeID) -> EditPlace? {
    for parent in tree.nodes.indices where tree.nodes[parent].isCollection {
      var child = tree.nodes[parent].firstChild
      var key: NodeID = 0
      var isKey = tree.nodes[parent].kind == .mapping
      while child != 0 {
        if child == id { return EditPlace(parent: NodeID(parent), key: isKey ? 0 : key, node: id) }
        key = tree.nodes[parent].kind == .mapping && isKey ? child : 0
        isKey = tree.nodes[parent].kind == .mapping && !isKey
        child = tree[child].next
      }
    }
    return nil
  }

  /// The children of a collection, keys and values in turns for a mapping.
  func children(of id: NodeID) -> [NodeID] {
    var children: [NodeID] = []
    var child = tree[id].firstChild
    while child != 0 {
      children.append(child)
      child = tree[child].next
    }
    return children
  }

  /// Refuses to touch a node if an alias outside of it stands for it or a part of it.
  func refuseAnchored(_ id: NodeID) throws(EditRefusal) {
    let range = tree[id].outerStart..<tree[id].end
    for node in tree.nodes where node.kind == .alias {
      let target = tree[node.target]
      if range.contains(target.start) && !range.contains(node.start) { throw EditRefusal(.anchored) }
    }
  }

  // MARK: Lines

  /// The first byte of the line that `offset` is on.
  func lineStart(_ offset: Int) -> Int {
    var offset = offset
    while offset > 0 && !bytes[offset - 1].isLineBreak { offset -= 1 }
    return offset
  }

  /// The line break, or the end of the content, at or after `offset`.
  func lineEnd(_ offset: Int) -> Int {
    var offset = offset
    while !bytes[offset].isLineBreak && bytes[offset] != .endOfBlock { offset += 1 }
    return offset
  }

  /// The first byte of the line below the one that `offset` is on.
  func nextLine(_ offset: Int) -> Int {
    let end = lineEnd(offset)
    if bytes[end] == .endOfBlock { return end }
    return bytes[end] == .carriageReturn && bytes[end + 1] == .lineFeed ? end + 2 : end + 1
  }

  func column(_ offset: Int) -> Int { offset - lineStart(offset) }

  /// Whether only blanks stand before `offset` on its line.
  func beginsLine(_ offset: Int) -> Bool { bytes[lineStart(offset)..<offset].allSatisfy(\.isBlank) }

  func hasLineBreak(_ range: Range<Int>) -> Bool { bytes[range].contains(where: \.isLineBreak) }

  /// The blanks that the line of `offset` begins with.
  func indentation(_ offset: Int) -> String {
    String(decoding: bytes[lineStart(offset)...].prefix(while: \.isBlank), as: UTF8.self)
  }

  /// The next byte at or after `offset` that is neither white nor in a comment.
  func nextToken(_ offset: Int) -> Int {
    var offset = offset
    while true {
      if bytes[offset] == .hash {
        offset = lineEnd(offset)
      } else if bytes[offset].isBlank || bytes[offset].isLineBreak {
        offset += 1
      } else {
        return offset
      }
    }
  }
}

/// Why a change cannot be made; the editor adds the path.
struct EditRefusal: Error {
  let code: FrontMatterEditError.Code

  init(_ code: FrontMatterEditError.Code) { self.code = code }
}
