internal import TextOffsets

/// A whole TOML document: what conformance is measured on.
package enum TOMLDocument {
  /// Reads the root table of `text`.
  package static func root(
    of text: String, version: TOMLVersion, limits: FrontMatter.Limits = FrontMatter.Limits()
  ) throws(FrontMatterError) -> FrontMatter.Node {
    do throws(SyntaxFailure) {
      let content = try text.bytes(in: text.utf8Range, limits)
      try content.refuseControlCharacters()
      var parser = TOMLParser(content, limits: limits, version: version)
      if content.starts(with: [0xEF, 0xBB, 0xBF]) { parser.position = 3 }
      let root = try parser.parse()
      return FrontMatter.Node(tree: SyntaxTree(parser.tree, base: 0, text.position(of: 0)), id: root)
    } catch {
      throw FrontMatterError(error, base: 0, in: text)
    }
  }
}
