/// Changes of YAML: only the lines of the changed entry differ.
struct YAMLEdits {
  let source: EditSource

  var tree: SyntaxTree { source.tree }
  private var flow: FlowEdits { FlowEdits(source: source, allowsTrailingComma: true) }

  // MARK: Operations

  /// Writes `value` in place of the node.
  func replace(_ place: EditPlace, with value: FrontMatter.Value) throws(EditRefusal) -> [SourceChange] {
    try source.refuseAnchored(place.node)
    let node = tree[place.node]
    let old = Int(node.outerStart)..<Int(node.end)
    let indicator = try indicatorEnd(of: place)
    let startsBelow = source.hasLineBreak(indicator..<old.lowerBound)
    let writer = self.writer(of: value, replacing: place)
    let isInFlow = tree[place.parent].style == .flow
    let isInline =
      !value.isCollection || value.isEmptyCollection || isInFlow || (node.style == .flow && node.isCollection)

    if isInline {
      let text = writer.inline(value, inFlow: isInFlow || (node.style == .flow && node.isCollection))
      if old.isEmpty { return [SourceChange(at: indicator, " " + text)] }
      guard startsBelow && !isInFlow else { return [SourceChange(old, text)] }
      // A comment beside the indicator stays; the lines below go.
      return [
        SourceChange(at: indicator, " " + text),
        SourceChange(source.lineEnd(indicator)..<source.lineEnd(old.upperBound)),
      ]
    }
    let lines = block(value, writer, place)
    if startsBelow { return [SourceChange(source.lineEnd(indicator)..<source.lineEnd(old.upperBound), lines)] }
    let lineEnd = source.lineEnd(old.upperBound)
    let hasComment =
      source.bytes[source.nextToken(old.upperBound)] == .endOfBlock ? false : !isBlank(old.upperBound..<lineEnd)
    return hasComment
      ? [SourceChange(indicator..<old.upperBound), SourceChange(at: lineEnd, lines)]
      : [SourceChange(indicator..<lineEnd, lines)]
  }

  /// Adds an entry at the end of a mapping.
  func insert(
    _ key: String, _ value: FrontMatter.Value, into place: EditPlace
  ) throws(EditRefusal) -> [SourceChange] {
    let mapping = tree[place.node]
    if mapping.kind == .null && place.parent != 0 {
      return try replace(place, with: .mapping([FrontMatter.Value.Entry(key: key, value: value)]))
    }
    guard mapping.kind == .mapping else { throw EditRefusal(.notAMapping) }
    let writer = self.writer(of: value, besideChildrenOf: place.node)
    if mapping.style == .flow {
      let text = writer.key(key, inFlow: true) + ": " + writer.inline(value, inFlow: true)
      return flow.append(text, to: place.node)
    }
    guard mapping.lastChild != 0 else {
      return [SourceChange(at: source.bytes.count - 1, writer.entry(key, value, indent: 0))]
    }
    let column = source.column(Int(mapping.start))
    let text = String(repeating: " ", count: column) + writer.entry(key, value, indent: column)
    return [SourceChange(at: source.nextLine(Int(mapping.end)), text)]
  }

  /// Adds an element at the end of a sequence.
  func append(_ value: FrontMatter.Value, to place: EditPlace) throws(EditRefusal) -> [SourceChange] {
    let sequence = tree[place.node]
    if sequence.kind == .null { return try replace(place, with: .sequence([value])) }
    guard sequence.kind == .sequence else { throw EditRefusal(.notASequence) }
    let writer = self.writer(of: value, besideChildrenOf: place.node)
    if sequence.style == .flow { return flow.append(writer.inline(value, inFlow: true), to: place.node) }
    let column = source.column(Int(sequence.start))
    let text = String(repeating: " ", count: column) + writer.item(value, indent: column)
    return [SourceChange(at: source.nextLine(Int(sequence.end)), text)]
  }

  /// Removes an entry or an element.
  func remove(_ place: EditPlace) throws(EditRefusal) -> [SourceChange] {
    try source.refuseAnchored(place.node)
    let parent = tree[place.parent]
    let children = source.children(of: place.parent)
    let index = children.firstIndex(of: place.node) ?? 0
    let step = parent.kind == .mapping ? 2 : 1
    if parent.style == .flow { return flow.remove(index / step, of: place.parent) }
    if children.count == step && place.parent != source.root {
      // A collection without items has to be written as one.
      guard let outer = source.place(of: place.parent) else { throw EditRefusal(.notRepresentable) }
      return try replace(outer, with: parent.kind == .mapping ? .mapping([]) : .sequence([]))
    }
    let starts = children.indices.filter { $0 % step == 0 }.map { child in
      step == 2 ? entryStart(children[child], in: place.parent) : itemStart(child, of: children, in: place.parent)
    }
    let start = starts[index / step]
    if source.beginsLine(start) {
      return [SourceChange(source.lineStart(start)..<source.nextLine(Int(tree[place.node].end)))]
    }
    // The first of a collection that begins beside the indicator of another: `- name: …`.
    guard index / step + 1 < starts.count else { throw EditRefusal(.notRepresentable) }
    return [SourceChange(start..<starts[index / step + 1])]
  }

  /// Gives an entry another key.
  func rename(_ place: EditPlace, to key: String) throws(EditRefusal) -> [SourceChange] {
    let node = tree[place.key]
    guard place.key != 0, node.kind != .alias, !node.isCollection else { throw EditRefusal(.notRepresentable) }
    try source.refuseAnchored(place.key)
    let text: String
    let isInFlow = tree[place.parent].style == .flow
    switch node.style {
    case .doubleQuoted: text = EscapedText.doubleQuoted(key)
    case .singleQuoted: text = YAMLWriter(quoting: .single).text(key, inFlow: isInFlow)
    default: text = YAMLWriter().key(key, inFlow: isInFlow)
    }
    return [SourceChange(Int(node.start)..<Int(node.end), text)]
  }

  // MARK: Places

  /// The byte behind the colon or the hyphen that the node belongs to.
  private func indicatorEnd(of place: EditPlace) throws(EditRefusal) -> Int {
    if place.key != 0 {
      let colon = source.nextToken(Int(tree[place.key].end))
      guard source.bytes[colon] == .colon else { throw EditRefusal(.notRepresentable) }
      return colon + 1
    }
    if tree[place.parent].style == .flow { return Int(tree[place.node].outerStart) }
    let children = source.children(of: place.parent)
    return itemStart(children.firstIndex(of: place.node) ?? 0, of: children, in: place.parent) + 1
  }

  /// The start of an entry: its key with its properties, or the question mark before it.
  private func entryStart(_ key: NodeID, in mapping: NodeID) -> Int {
    let node = tree[key]
    let start = Int(node.outerStart)
    let column = source.column(Int(tree[mapping].start))
    var offset = start
    while offset > 0 && source.bytes[offset - 1].isWhite { offset -= 1 }
    guard offset > 0, offset < start || node.kind == .null, source.bytes[offset - 1] == .question else { return start }
    // One that stands further right is the end of a text; one above a key at its own column has no key.
    guard source.column(offset - 1) == column, source.column(start) > column || node.kind == .sequence else {
      return start
    }
    return offset - 1
  }

  /// The hyphen of an element: the first token behind the element before it.
  private func itemStart(_ index: Int, of children: [NodeID], in sequence: NodeID) -> Int {
    index == 0 ? Int(tree[sequence].start) : source.nextToken(Int(tree[children[index - 1]].end))
  }

  private func isBlank(_ range: Range<Int>) -> Bool { source.bytes[range].allSatisfy(\.isBlank) }

  /// The lines of a collection below the indicator of `place`, with a break before each and none behind the last.
  private func block(_ value: FrontMatter.Value, _ writer: YAMLWriter, _ place: EditPlace) -> String {
    let text: String
    if place.key != 0 {
      text = writer.afterColon(value, indent: source.column(Int(tree[place.parent].start)))
    } else {
      let column = source.column(Int(tree[place.parent].start))
      text = String(writer.item(value, indent: column).dropFirst())
    }
    return String(text.dropLast())
  }
}
