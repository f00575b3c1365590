/// Changes of collections in brackets or braces, which the three syntaxes write alike.
struct FlowEdits {
  let source: EditSource
  /// Whether a comma may stand behind the last item.
  let allowsTrailingComma: Bool

  /// Adds an item at the end: on a line of its own where the last one has that.
  func append(_ text: String, to collection: NodeID) -> [SourceChange] {
    let node = source.tree[collection]
    let closing = Int(node.end) - 1
    guard let last = items(of: collection).last else {
      let inside = Int(node.start) + 1..<closing
      guard source.hasLineBreak(inside) else { return [SourceChange(inside, text)] }
      let indent = source.indentation(Int(node.start)) + "  "
      return [SourceChange(at: inside.lowerBound, source.lineBreak + indent + text)]
    }
    guard source.beginsLine(last.lowerBound) else { return [SourceChange(at: last.upperBound, ", " + text)] }
    let newLine = source.lineBreak + source.indentation(last.lowerBound) + text
    let lineEnd = source.lineEnd(last.upperBound)
    guard lineEnd < closing else { return [SourceChange(at: last.upperBound, "," + newLine)] }
    // A comment behind the last item stays on its line.
    if source.bytes[source.nextToken(last.upperBound)] == .comma { return [SourceChange(at: lineEnd, newLine + ",")] }
    return [SourceChange(at: last.upperBound, ","), SourceChange(at: lineEnd, newLine)]
  }

  /// Removes the item at `index`, with its comma, and with its line where it has one.
  func remove(_ index: Int, of collection: NodeID) -> [SourceChange] {
    let items = self.items(of: collection)
    let item = items[index]
    if index + 1 < items.count { return [SourceChange(item.lowerBound..<items[index + 1].lowerBound)] }
    let closing = Int(source.tree[collection].end) - 1
    let hasOwnLines = source.beginsLine(item.lowerBound) && source.lineEnd(item.upperBound) < closing
    if hasOwnLines && (allowsTrailingComma || items.count == 1) {
      return [SourceChange(source.lineStart(item.lowerBound)..<source.nextLine(item.upperBound))]
    }
    return [SourceChange((index > 0 ? items[index - 1].upperBound : item.lowerBound)..<item.upperBound)]
  }

  /// Where the items stand: elements of a sequence, or keys with their values.
  private func items(of collection: NodeID) -> [Range<Int>] {
    let children = source.children(of: collection)
    let tree = source.tree
    if tree[collection].kind == .sequence {
      return children.map { Int(tree[$0].outerStart)..<Int(tree[$0].end) }
    }
    return stride(from: 0, to: children.count, by: 2).map { index in
      let start = keyStart(children[index])
      return start..<max(Int(tree[children[index + 1]].end), Int(tree[children[index]].end))
    }
  }

  /// The start of a key, with the question mark before it where YAML has one.
  private func keyStart(_ key: NodeID) -> Int {
    let start = Int(source.tree[key].outerStart)
    var offset = start
    while offset > 0 && source.bytes[offset - 1].isBlank { offset -= 1 }
    return offset > 0 && offset < start && source.bytes[offset - 1] == .question ? offset - 1 : start
  }
}
