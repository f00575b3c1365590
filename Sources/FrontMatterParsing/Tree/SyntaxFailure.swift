internal import TextOffsets

/// An error of a parser, in offsets of the block's content.
struct SyntaxFailure: Error {
  let code: FrontMatterError.Code
  let range: Range<Int>
  var fix: (range: Range<Int>, replacement: String)?

  init(_ code: FrontMatterError.Code, _ range: Range<Int>) {
    self.code = code
    self.range = range
  }

  /// An error at the one byte at `offset`.
  init(_ code: FrontMatterError.Code, at offset: Int) { self.init(code, offset..<offset + 1) }
}

/// A warning of a parser, in offsets of the block's content.
struct SyntaxWarning {
  let code: FrontMatter.Warning.Code
  let range: Range<Int>
  var fix: (range: Range<Int>, replacement: String)?
}
