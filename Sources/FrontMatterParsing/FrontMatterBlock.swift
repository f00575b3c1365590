public import TextOffsets

extension FrontMatter {
  /// How a block is written.
  public enum Syntax: String, Hashable, Sendable, CaseIterable {
    /// YAML 1.2, between lines of `---`; `...` closes it as well.
    case yaml
    /// TOML 1.1, between lines of `+++`.
    case toml
    /// JSON, between lines of `;;;`, or an object at the very start that closes at the start of a line.
    case json
  }

  /// Where the metadata block of a page stands. Finding it reads nothing of what it says.
  public struct Block: Hashable, Sendable {
    /// How the block is written.
    public let syntax: Syntax
    /// The block with its fences, and the line end of the closing one.
    public let range: UTF8Range
    /// What stands between the fences; the whole object for JSON without fences.
    public let contentRange: UTF8Range
    /// Everything behind the block.
    public let bodyRange: UTF8Range
  }
}

extension FrontMatter.Block {
  /// Finds the block at the start of `text`; `nil` where there is none, or where it is not closed.
  ///
  /// A byte-order mark and blank lines may stand before it. O(length of the block); of a text that has none only the first
  /// line is read, unless that line is a fence.
  ///
  /// - Parameters:
  ///   - text: the page, or a text that holds it.
  ///   - within: the part of the text to look at; all of it for `nil`. Ranges are offsets of `text` either way.
  public init?(in text: String, within: UTF8Range? = nil) {
    let scope = text.scope(of: within)
    let search = BlockSearch.run(text.utf8.span, from: scope.start, to: scope.end)
    guard case .found(let block) = search else { return nil }
    self = block
  }
}

/// What stands at the start of a text.
enum BlockSearch: Equatable {
  /// No block.
  case none
  case found(FrontMatter.Block)
  /// An opening fence, or the brace of an object, without its counterpart.
  case unclosed(FrontMatter.Syntax, opening: UTF8Range, content: UTF8Range)
  /// A fence that names a programming language.
  case executable(UTF8Range)

  /// Looks for a block at the start of `bytes[start..<end]`.
  static func run(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> BlockSearch {
    let opening = contentStart(bytes, from: start, to: end)
    guard opening < end else { return .none }
    let syntax: FrontMatter.Syntax
    switch bytes[opening] {
    case .hyphen: syntax = .yaml
    case .plus: syntax = .toml
    case .semicolon: syntax = .json
    case .leftBrace: return object(bytes, from: opening, start: start, to: end)
    default: return .none
    }
    let mark = bytes[opening]
    guard let contentStart = afterFence(bytes, at: opening, to: end, mark) else {
      return mark == .hyphen ? language(bytes, at: opening, to: end) : .none
    }
    var line = contentStart
    while line < end {
      if let bodyStart = afterFence(bytes, at: line, to: end, mark)
        ?? (mark == .hyphen ? afterFence(bytes, at: line, to: end, .dot) : nil)
      {
        return .found(
          FrontMatter.Block(
            syntax: syntax, range: UTF8Range(start: opening, end: bodyStart),
            contentRange: UTF8Range(start: contentStart, end: line),
            bodyRange: UTF8Range(start: bodyStart, end: end)))
      }
      line = min(bytes.lineFeed(from: line, to: end) + 1, end)
    }
    return .unclosed(
      syntax, opening: UTF8Range(start: opening, end: min(opening + 3, end)),
      content: UTF8Range(start: contentStart, end: end))
  }

  /// The first byte behind a byte-order mark and blank lines.
  private static func contentStart(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var offset = start
    if end - start >= 3 && bytes[start] == 0xEF && bytes[start + 1] == 0xBB && bytes[start + 2] == 0xBF { offset += 3 }
    var line = offset
    while offset < end && bytes[offset].isWhite && bytes[offset] != .endOfBlock {
      offset += 1
      if bytes[offset - 1].isLineBreak { line = offset }
    }
    // A fence stands at the start of its line.
    return offset == line ? offset : end
  }

  /// The byte behind the line at `offset` if it is a fence: three marks, then only blanks.
  private static func afterFence(_ bytes: Span<UInt8>, at offset: Int, to end: Int, _ mark: UInt8) -> Int? {
    guard end - offset >= 3, bytes[offset] == mark, bytes[offset + 1] == mark, bytes[offset + 2] == mark else {
      return nil
    }
    return afterLine(bytes, from: offset + 3, to: end)
  }

  /// Whether the first line is `---` with the name of a programming language, which some readers would execute.
  private static func language(_ bytes: Span<UInt8>, at opening: Int, to end: Int) -> BlockSearch {
    var line = opening
    while line < end && !bytes[line].isLineBreak && line - opening < 32 { line += 1 }
    guard line - opening > 3, bytes[opening + 1] == .hyphen, bytes[opening + 2] == .hyphen else { return .none }
    var name = opening + 3..<line
    while let first = name.first, bytes[first].isBlank { name.removeFirst() }
    while let last = name.last, bytes[last].isBlank { name.removeLast() }
    let languages = [
      "js", "javascript", "jsx", "ts", "typescript", "coffee", "coffeescript", "py", "python", "rb", "ruby", "lua",
      "perl", "php", "eval",
    ]
    guard languages.contains(String(decoding: name.map { bytes[$0] | 0x20 }, as: UTF8.self)) else { return .none }
    return .executable(UTF8Range(start: opening, end: line))
  }

  /// The object that begins at `opening`, if its brace closes at the start of a line.
  private static func object(_ bytes: Span<UInt8>, from opening: Int, start: Int, to end: Int) -> BlockSearch {
    // Shortcodes and template tags begin with a brace, too.
    if opening + 1 < end && (bytes[opening + 1] == .leftBrace || bytes[opening + 1] == .percent) { return .none }
    var depth = 0
    var offset = opening
    var line = opening
    while offset < end {
      switch bytes[offset] {
      case .lineFeed: line = offset + 1
      case .leftBrace, .leftBracket: depth += 1
      case .rightBracket: depth -= 1
      case .rightBrace:
        depth -= 1
        if depth == 0 {
          guard offset == line, let bodyStart = afterLine(bytes, from: offset + 1, to: end) else { return .none }
          return .found(
            FrontMatter.Block(
              syntax: .json, range: UTF8Range(start: opening, end: bodyStart),
              contentRange: UTF8Range(start: opening, end: offset + 1),
              bodyRange: UTF8Range(start: bodyStart, end: end)))
        }
      case .doubleQuote:
        offset += 1
        while offset < end && bytes[offset] != .doubleQuote && bytes[offset] != .lineFeed {
          offset += bytes[offset] == .backslash ? 2 : 1
        }
        if offset < end && bytes[offset] == .lineFeed { line = offset + 1 }
      default: break
      }
      offset += 1
    }
    return .unclosed(
      .json, opening: UTF8Range(start: opening, end: opening + 1), content: UTF8Range(start: opening, end: end))
  }

  /// The byte behind the rest of a line that has only blanks.
  private static func afterLine(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int? {
    var offset = start
    while offset < end && bytes[offset].isBlank { offset += 1 }
    if offset == end { return end }
    if bytes[offset] == .lineFeed { return offset + 1 }
    return bytes[offset] == .carriageReturn && offset + 1 < end && bytes[offset + 1] == .lineFeed ? offset + 2 : nil
  }
}
