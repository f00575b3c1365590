public import TextOffsets

/// The metadata block at the start of a page, read: what it says, where every key and value stands, and where the body
/// begins.
///
/// ```swift
/// import FrontMatterParsing
///
/// let page = "---\ntitle: 端侧模型\n发布日期: 2026-01-10\n---\n正文\n"
/// if let matter = try FrontMatter(in: page) {
///   print(matter.data["title"]?.string ?? "")  // 端侧模型
///   print(matter.data["发布日期"]?.timestamp?.date?.year ?? 0)  // 2026
///   print(page.utf8.count - matter.bodyRange.count)  // the body's first byte
/// }
/// ```
///
/// Immutable, and safe to share between threads. Its ranges are offsets of the text it was read from.
public struct FrontMatter: Sendable {
  /// Where the block stands.
  public let block: Block
  /// What is probably not meant, in the order of the text.
  public let warnings: [Warning]
  let tree: SyntaxTree
  let root: NodeID

  /// How the block is written.
  public var syntax: Syntax { block.syntax }
  /// The block with its fences, and the line end of the closing one.
  public var range: UTF8Range { block.range }
  /// Everything behind the block, unchanged.
  public var bodyRange: UTF8Range { block.bodyRange }

  /// The mapping of keys to values; an empty mapping for an empty block.
  public var data: Node { Node(tree: tree, id: root) }

  /// Reads the block at the start of `text`; `nil` where there is none.
  ///
  /// Linear in the length of the block; the body is not read.
  ///
  /// - Parameters:
  ///   - text: the page, or a text that holds it.
  ///   - within: the part of the text that is the page; all of it for `nil`. Ranges are offsets of `text` either way.
  ///   - limits: how much the block may ask for.
  /// - Throws: ``FrontMatterError`` where there is a block that cannot be read.
  public init?(in text: String, within: UTF8Range? = nil, limits: Limits = Limits()) throws(FrontMatterError) {
    let scope = text.scope(of: within)
    switch BlockSearch.run(text.utf8.span, from: scope.start, to: scope.end) {
    case .none: return nil
    case .found(let block):
      do throws(SyntaxFailure) {
        guard let read = try Self.read(block.syntax, text.bytes(in: block.contentRange, limits), limits) else {
          return nil
        }
        self.init(block, read, text)
      } catch {
        throw FrontMatterError(error, base: block.contentRange.start, in: text)
      }
    case .unclosed(let syntax, let opening, let content):
      guard Self.isMapping(syntax, at: content, in: text, limits) else { return nil }
      throw FrontMatterError(SyntaxFailure(.unclosedBlock, opening.offsets), base: 0, in: text)
    case .executable(let range):
      throw FrontMatterError(SyntaxFailure(.executable, range.offsets), base: 0, in: text)
    }
  }

  /// What a parser made of a content.
  struct Read {
    let tree: SyntaxTreeBuilder
    let root: NodeID
    let warnings: [SyntaxWarning]
  }

  private init(_ block: Block, _ read: Read, _ text: String) {
    let base = block.contentRange.start
    self.block = block
    tree = SyntaxTree(read.tree, base: base, text.position(of: base))
    root = read.root
    warnings = read.warnings.map { warning in
      Warning(
        code: warning.code, range: UTF8Range(warning.range).shifted(by: base),
        fix: warning.fix.map { Fix(range: UTF8Range($0.range).shifted(by: base), replacement: $0.replacement) })
    }
  }

  /// Whether what follows an opening fence reads as keys with values, up to the end or for its first 64 KiB.
  private static func isMapping(_ syntax: Syntax, at content: UTF8Range, in text: String, _ limits: Limits) -> Bool {
    var range = content
    let most = min(limits.bytes, 1 << 16)
    if range.count > most {
      let bytes = text.utf8.span
      range.end = range.start + most
      while range.end > range.start && bytes[range.end - 1] != .lineFeed { range.end -= 1 }
    }
    guard !range.isEmpty, let bytes = try? text.bytes(in: range, limits) else { return false }
    return (try? read(syntax, bytes, limits)) != nil
  }

  /// Parses a content that ends with one NUL; `nil` where it is prose, so that the fences are thematic breaks.
  private static func read(
    _ syntax: Syntax, _ content: [UInt8], _ limits: Limits
  ) throws(SyntaxFailure) -> Read? {
    try content.refuseControlCharacters()
    switch syntax {
    case .yaml:
      var parser = YAMLParser(content, limits: limits)
      let root = try parser.parseBlock()
      return try parser.mapping(root).map { Read(tree: parser.tree, root: $0, warnings: parser.warnings) }
    case .toml:
      var parser = TOMLParser(content, limits: limits)
      let root = try parser.parse()
      return Read(tree: parser.tree, root: root, warnings: [])
    case .json:
      var parser = JSONParser(content, limits: limits)
      let root = try parser.parse()
      guard parser.tree[root].kind == .mapping else { throw SyntaxFailure(.notAMapping, 0..<content.count - 1) }
      return Read(tree: parser.tree, root: root, warnings: parser.warnings)
    }
  }
}

extension YAMLParser {
  /// The root of a document as a mapping; `nil` where it is prose.
  mutating func mapping(_ root: NodeID) throws(SyntaxFailure) -> NodeID? {
    let node = tree[root]
    switch node.kind {
    case .mapping: return root
    case .null where node.start == node.end:
      return tree.add(SyntaxNode(.mapping, .block, from: bytes.count - 1, to: bytes.count - 1))
    case .sequence:
      throw SyntaxFailure(.notAMapping, Int(node.start)..<Int(node.end))
    default:
      // One line of `title：…` or `title:…` is a scalar to YAML; prose with a colon further on is not a key.
      let line = Int(node.start)..<lineEnd(from: Int(node.start))
      if line.lowerBound < 32, node.style == .plain, let failure = suspectedColon(in: line),
        failure.range.lowerBound < line.lowerBound + 32
      {
        throw failure
      }
      return nil
    }
  }
}

extension FrontMatterError {
  /// The error in offsets and lines of the text.
  init(_ failure: SyntaxFailure, base: Int, in text: String) {
    code = failure.code
    // Parsers that go byte by byte may stop inside of a scalar; the range covers it.
    let bytes = text.utf8.span
    func isInsideScalar(_ offset: Int) -> Bool { offset < bytes.count && bytes[offset] & 0b1100_0000 == 0b1000_0000 }
    var start = min(failure.range.lowerBound + base, bytes.count)
    while start > 0, isInsideScalar(start) { start -= 1 }
    var end = max(start, min(failure.range.upperBound + base, bytes.count))
    while isInsideScalar(end) { end += 1 }
    range = UTF8Range(start: start, end: end)
    position = LineTable(text).position(of: start)
    fix = failure.fix.map {
      FrontMatter.Fix(range: UTF8Range($0.range).shifted(by: base), replacement: $0.replacement)
    }
  }
}
