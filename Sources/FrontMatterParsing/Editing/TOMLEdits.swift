/// Changes of TOML: only the lines of the changed key, or of the tables under it, differ.
struct TOMLEdits {
  let source: EditSource

  private var tree: SyntaxTree { source.tree }
  private var flow: FlowEdits { FlowEdits(source: source, allowsTrailingComma: false) }

  // MARK: Operations

  /// Writes `value` in place of the node.
  func replace(_ place: EditPlace, with value: FrontMatter.Value) throws(EditRefusal) -> [SourceChange] {
    let node = tree[place.node]
    guard !isSpread(node) else { throw EditRefusal(.notRepresentable) }
    let isLiteral = node.style == .singleQuoted || (node.style != .doubleQuoted && prefersLiteral(in: place.parent))
    return [SourceChange(Int(node.start)..<Int(node.end), try inline(value, isLiteral))]
  }

  /// Adds an entry to a table, behind its last one.
  func insert(_ key: String, _ value: FrontMatter.Value, into place: EditPlace) throws(EditRefusal) -> [SourceChange] {
    let table = tree[place.node]
    guard table.kind == .mapping else { throw EditRefusal(.notAMapping) }
    let writer = TOMLWriter(prefersLiteral: prefersLiteral(in: place.node), lineBreak: source.lineBreak)
    let entry = writer.key(key) + " = " + (try inline(value, writer.prefersLiteral))
    let line = entry + source.lineBreak
    switch table.style {
    case .flow: return flow.append(entry, to: place.node)
    case .dottedTable:
      // Beside the first entry, with the same keys before it.
      let first = Int(tree[table.firstChild].start)
      let prefix = String(decoding: source.bytes[source.lineStart(first)..<first], as: UTF8.self)
      var leaf = tree[table.firstChild].next
      while tree[leaf].style == .dottedTable { leaf = tree[tree[leaf].firstChild].next }
      if tree[place.node].style == .dottedTable, isInsideFlow(first) { throw EditRefusal(.notRepresentable) }
      return [SourceChange(at: source.nextLine(Int(tree[leaf].end)), prefix + line)]
    case .impliedTable:
      let end = source.bytes.count - 1
      return [SourceChange(at: end, separator(at: end) + "[\(path(of: place.node))]" + source.lineBreak + line)]
    default:
      if place.node == source.root { return [SourceChange(at: rootEnd, line)] }
      return [SourceChange(at: source.nextLine(Int(table.end)), source.indentation(Int(table.start)) + line)]
    }
  }

  /// Adds an element at the end of an array.
  func append(_ value: FrontMatter.Value, to place: EditPlace) throws(EditRefusal) -> [SourceChange] {
    let array = tree[place.node]
    guard array.kind == .sequence else { throw EditRefusal(.notASequence) }
    if array.style == .flow {
      return flow.append(try inline(value, prefersLiteral(in: place.node)), to: place.node)
    }
    guard case .mapping(let entries) = value else { throw EditRefusal(.notRepresentable) }
    var lines = "[[\(path(of: place.node))]]" + source.lineBreak
    let writer = TOMLWriter(lineBreak: source.lineBreak)
    for entry in entries {
      lines += writer.key(entry.key) + " = " + (try inline(entry.value, false)) + source.lineBreak
    }
    let end = linesOf(place.node).map(\.upperBound).max() ?? source.bytes.count - 1
    return [SourceChange(at: end, separator(at: end) + lines)]
  }

  /// Removes a value with its line, or a table with all its lines.
  func remove(_ place: EditPlace) -> [SourceChange] {
    if tree[place.parent].style == .flow {
      let index = source.children(of: place.parent).firstIndex(of: place.node) ?? 0
      return flow.remove(place.key == 0 ? index : index / 2, of: place.parent)
    }
    if !isSpread(tree[place.node]) { return [SourceChange(lines(from: place.key, to: place.node))] }
    // Lines that stand next to each other go together, and none goes twice.
    var merged: [Range<Int>] = []
    for range in linesOf(place.node).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged.map { SourceChange($0) }
  }

  /// Gives an entry another key, wherever it is named.
  func rename(_ place: EditPlace, to key: String) throws(EditRefusal) -> [SourceChange] {
    guard place.key != 0 else { throw EditRefusal(.notAMapping) }
    let keys = [place.key] + tree.mentions.filter { $0.table == place.node }.map(\.key)
    return keys.sorted { tree[$0].start < tree[$1].start }.map { id in
      let writer = TOMLWriter(prefersLiteral: tree[id].style == .singleQuoted)
      return SourceChange(Int(tree[id].start)..<Int(tree[id].end), writer.key(key))
    }
  }

  // MARK: Values

  private func inline(_ value: FrontMatter.Value, _ isLiteral: Bool) throws(EditRefusal) -> String {
    do throws(NotRepresentable) {
      return try TOMLWriter(prefersLiteral: isLiteral).inline(value)
    } catch {
      throw EditRefusal(.notRepresentable)
    }
  }

  /// Whether most texts beside a new one stand in single quotes.
  private func prefersLiteral(in collection: NodeID) -> Bool {
    var balance = 0
    for child in source.children(of: collection) where tree[child].kind == .string {
      if tree[child].style == .singleQuoted { balance += 1 }
      if tree[child].style == .doubleQuoted { balance -= 1 }
    }
    return balance > 0
  }

  // MARK: Tables

  /// Whether a table or an array stands on lines of its own, not in brackets beside its key.
  private func isSpread(_ node: SyntaxNode) -> Bool { node.isCollection && node.style != .flow }

  private func isInsideFlow(_ offset: Int) -> Bool {
    tree.nodes.contains { $0.style == .flow && $0.isCollection && Int($0.start) < offset && offset < Int($0.end) }
  }

  /// The lines of everything in a table or array, in pieces.
  private func linesOf(_ id: NodeID) -> [Range<Int>] {
    let node = tree[id]
    var ranges: [Range<Int>] = []
    if node.style == .table { ranges.append(lines(from: id, to: id)) }
    let children = source.children(of: id)
    let step = node.kind == .mapping ? 2 : 1
    for index in stride(from: step - 1, to: children.count, by: step) {
      let child = children[index]
      if isSpread(tree[child]) {
        ranges += linesOf(child)
      } else if step == 2 {
        ranges.append(lines(from: children[index - 1], to: child))
      }
    }
    return ranges
  }

  private func lines(from first: NodeID, to last: NodeID) -> Range<Int> {
    source.lineStart(Int(tree[first].start))..<source.nextLine(Int(tree[last].end))
  }

  /// Where a new line of the root table goes: behind its last one, before the first header.
  private var rootEnd: Int {
    let headers = tree.nodes.indices.filter { tree.nodes[$0].style == .table && NodeID($0) != source.root }
    guard let header = headers.map({ Int(tree.nodes[$0].start) }).min() else { return source.bytes.count - 1 }
    let above = tree.nodes.filter { Int($0.end) <= header && $0.kind != .null }.map { Int($0.end) }.max() ?? 0
    return above == 0 ? source.lineStart(header) : source.nextLine(above)
  }

  /// A blank line, where there is none above `offset`.
  private func separator(at offset: Int) -> String {
    offset == 0 || source.bytes[..<offset].suffix(2).elementsEqual("\n\n".utf8) ? "" : source.lineBreak
  }

  /// The keys that lead to a table, as a header has them.
  private func path(of id: NodeID) -> String {
    var keys: [String] = []
    var id = id
    while let place = source.place(of: id) {
      if place.key != 0 { keys.insert(TOMLWriter().key(tree.string(of: tree[place.key])), at: 0) }
      id = place.parent
    }
    return keys.joined(separator: ".")
  }
}
