// How the neighbours are written, so that what is new looks like them.

extension YAMLEdits {
  /// A writer for `value` in place of a node: quotes stay; where there were none, they come only if they must.
  func writer(of value: FrontMatter.Value, replacing place: EditPlace) -> YAMLWriter {
    let node = tree[place.node]
    if !value.isCollection {
      switch node.style {
      case .doubleQuoted: return YAMLWriter(quoting: .double, lineBreak: source.lineBreak)
      case .singleQuoted: return YAMLWriter(quoting: .single, lineBreak: source.lineBreak)
      default: break
      }
    }
    var writer = self.writer(of: value, besideChildrenOf: place.parent)
    if node.style == .plain && node.kind != .null {
      let isSingle = writer.quoting == .single || writer.quoting == .plainOrSingle
      writer.quoting = isSingle ? .plainOrSingle : .plain
    } else if let own = quoting(of: place.node) {
      writer.quoting = own
    }
    if node.kind == .sequence && node.style == .block && place.key != 0 {
      writer.sequenceIndent = source.column(Int(node.start)) - source.column(Int(tree[place.parent].start))
    }
    return writer
  }

  /// A writer for `value` beside the children of a collection.
  func writer(of value: FrontMatter.Value, besideChildrenOf collection: NodeID) -> YAMLWriter {
    let quoting = self.quoting(of: collection) ?? self.quoting(of: source.root) ?? .plain
    return YAMLWriter(
      quoting: quoting, lineBreak: source.lineBreak, sequenceIndent: value.isCollection ? sequenceIndent : 2)
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
          return max(0, source.column(Int(value.start)) - source.column(Int(mapping.start)))
        }
        key = value.next
      }
    }
    return 2
  }
}
