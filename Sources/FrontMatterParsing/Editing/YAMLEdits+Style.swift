// How the neighbours are written, so that what is new looks like them.

extension YAMLEdits {
  /// A writer for the value in place of a node: quotes stay; where there were none, they come only if they must.
  func writer(replacing place: EditPlace) -> YAMLWriter {
    var writer = self.writer(besideChildrenOf: place.parent)
    let node = tree[place.node]
    switch node.style {
    case .doubleQuoted: writer.quoting = .double
    case .singleQuoted: writer.quoting = .single
    case .plain where node.kind != .null:
      writer.quoting = writer.quoting == .single || writer.quoting == .plainOrSingle ? .plainOrSingle : .plain
    default:
      if let own = quoting(of: place.node) { writer.quoting = own }
    }
    if node.kind == .sequence && node.style == .block && place.key != 0 {
      writer.sequenceIndent =
        source.column(Int(node.start)) - source.column(Int(tree[tree[place.parent].firstChild].outerStart))
    }
    return writer
  }

  /// A writer for a value beside the children of a collection.
  func writer(besideChildrenOf collection: NodeID) -> YAMLWriter {
    let quoting = self.quoting(of: collection) ?? self.quoting(of: source.root) ?? .plain
    return YAMLWriter(quoting: quoting, lineBreak: source.lineBreak, sequenceIndent: sequenceIndent)
  }

  /// How most of the texts in a collection are quoted; `nil` where it has none.
  private func quoting(of collection: NodeID) -> YAMLWriter.Quoting? {
    guard tree[collection].isCollection else { return nil }
    var double = 0
    var single = 0
    var plain = 0
    let step = tree[collection].kind == .mapping ? 2 : 1
    let children = source.children(of: collection)
    for index in stride(from: step - 1, to: children.count, by: step) where tree[children[index]].kind == .string {
      switch tree[children[index]].style {
      case .doubleQuoted: double += 1
      case .singleQuoted: single += 1
      case .plain: plain += 1
      default: break
      }
    }
    if double + single + plain == 0 { return nil }
    if plain >= double + single { return single > double ? .plainOrSingle : .plain }
    return single > double ? .single : .double
  }

  /// How much deeper than its key the first list of the block is indented; two columns where there is none.
  private var sequenceIndent: Int {
    for mapping in tree.nodes where mapping.kind == .mapping && mapping.style == .block {
      var key = mapping.firstChild
      while key != 0 {
        let value = tree[tree[key].next]
        if value.kind == .sequence && value.style == .block {
          return max(0, source.column(Int(value.start)) - source.column(Int(tree[mapping.firstChild].outerStart)))
        }
        key = value.next
      }
    }
    return 2
  }
}
