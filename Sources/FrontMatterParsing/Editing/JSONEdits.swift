/// Changes of JSON.
struct JSONEdits {
  let source: EditSource

  private var flow: FlowEdits { FlowEdits(source: source, allowsTrailingComma: false) }

  func replace(_ place: EditPlace, with value: FrontMatter.Value) -> [SourceChange] {
    let node = source.tree[place.node]
    return [SourceChange(Int(node.start)..<Int(node.end), JSONWriter.inline(value))]
  }

  func insert(_ key: String, _ value: FrontMatter.Value, into place: EditPlace) throws(EditRefusal) -> [SourceChange] {
    switch source.tree[place.node].kind {
    case .mapping: return flow.append(JSONWriter.key(key) + ": " + JSONWriter.inline(value), to: place.node)
    case .null: return replace(place, with: .mapping([FrontMatter.Value.Entry(key: key, value: value)]))
    default: throw EditRefusal(.notAMapping)
    }
  }

  func append(_ value: FrontMatter.Value, to place: EditPlace) throws(EditRefusal) -> [SourceChange] {
    switch source.tree[place.node].kind {
    case .sequence: return flow.append(JSONWriter.inline(value), to: place.node)
    case .null: return replace(place, with: .sequence([value]))
    default: throw EditRefusal(.notASequence)
    }
  }

  func remove(_ place: EditPlace) -> [SourceChange] {
    let index = source.children(of: place.parent).firstIndex(of: place.node) ?? 0
    return flow.remove(place.key == 0 ? index : index / 2, of: place.parent)
  }

  func rename(_ place: EditPlace, to key: String) throws(EditRefusal) -> [SourceChange] {
    guard place.key != 0 else { throw EditRefusal(.notAMapping) }
    let node = source.tree[place.key]
    return [SourceChange(Int(node.start)..<Int(node.end), JSONWriter.key(key))]
  }
}
