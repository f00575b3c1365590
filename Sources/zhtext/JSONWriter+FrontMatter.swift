import FrontMatterParsing

extension JSONWriter {
  /// Writes a value of a metadata block: mappings as objects in their order, dates as the text they are written in.
  mutating func value(_ node: FrontMatter.Node) {
    switch node.kind {
    case .null: null()
    case .boolean: value(node.boolean ?? false)
    case .integer:
      if let number = node.integer { value(number) } else { value(node.string ?? "") }
    case .float: value(node.double ?? .nan)
    case .string, .timestamp: value(node.string ?? "")
    case .sequence: array { json in for element in node.elements { json.value(element) } }
    case .mapping:
      object { json in
        for entry in node.entries {
          json.key(entry.key.string ?? "")
          json.value(entry.value)
        }
      }
    }
  }
}
