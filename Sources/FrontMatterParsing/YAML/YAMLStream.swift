internal import TextOffsets

/// A YAML stream with directives and any number of documents: what conformance is measured on. A metadata block is the
/// content of one document.
package enum YAMLStream {
  /// Reads all documents of `text`.
  package static func documents(
    of text: String, limits: FrontMatter.Limits = FrontMatter.Limits()
  ) throws(FrontMatterError) -> [FrontMatter.Node] {
    do throws(SyntaxFailure) {
      var parser = YAMLParser(try text.bytes(in: text.utf8Range, limits), limits: limits)
      let roots = try parser.parseStream()
      let tree = SyntaxTree(parser.tree, base: 0, text.position(of: 0))
      return roots.map { FrontMatter.Node(tree: tree, id: $0) }
    } catch {
      throw FrontMatterError(error, base: 0, in: text)
    }
  }
}

extension YAMLParser {
  /// Reads every document: their roots.
  mutating func parseStream() throws(SyntaxFailure) -> [NodeID] {
    var roots: [NodeID] = []
    var isOpen = true
    if bytes[0] == 0xEF { position = 3; lineStart = 3 }
    while true {
      _ = try skipGap()
      if bytes[position] == .endOfBlock { return roots }
      let hasDirectives = try readDirectives()
      if isDocumentMarker && bytes[position] == .hyphen {
        position += 3
      } else if isDocumentMarker && !hasDirectives {
        try readDocumentEnd()
        isOpen = true
        continue
      } else if hasDirectives || !isOpen {
        throw unexpectedLine()
      }
      anchors = [:]
      roots.append(try blockNode(-1, .document))
      _ = try skipGap()
      isOpen = false
      if isDocumentMarker && bytes[position] == .dot {
        try readDocumentEnd()
        tagPrefixes = [:]
        isOpen = true
      } else if bytes[position] != .endOfBlock && !isDocumentMarker {
        throw unexpectedLine()
      } else {
        tagPrefixes = [:]
      }
    }
  }

  private mutating func readDocumentEnd() throws(SyntaxFailure) {
    position += 3
    try expectLineEnd()
  }

  /// Reads `%YAML`, `%TAG` and unknown directives: whether there were any.
  private mutating func readDirectives() throws(SyntaxFailure) -> Bool {
    var hasVersion = false
    var hasAny = false
    while bytes[position] == .percent && position == lineStart {
      let start = position
      let end = lineEnd(from: start)
      let line = bytes[start..<end]
      let words = line.split(whereSeparator: \.isBlank).map { String(decoding: $0, as: UTF8.self) }
      let arguments = words.dropFirst().prefix { !$0.hasPrefix("#") }.map { $0 }
      switch words[0] {
      case "%YAML":
        let isVersion =
          arguments.count == 1 && arguments[0].hasPrefix("1.") && arguments[0].dropFirst(2).allSatisfy(\.isNumber)
        guard isVersion, !hasVersion else { throw SyntaxFailure(.invalidDirective, start..<end) }
        hasVersion = true
      case "%TAG":
        guard arguments.count == 2, arguments[0].hasPrefix("!"), arguments[0].hasSuffix("!") else {
          throw SyntaxFailure(.invalidDirective, start..<end)
        }
        tagPrefixes[arguments[0]] = arguments[1]
      default: break
      }
      hasAny = true
      position = end
      _ = try skipGap()
    }
    return hasAny
  }
}
