public import TextOffsets

/// Why the metadata block of a page cannot be read or changed, and where.
public struct FrontMatterError: Error, Hashable, Sendable {
  /// What is wrong.
  public let code: Code
  /// The bytes that are wrong, in offsets of the text that was read.
  public let range: UTF8Range
  /// The line and column of the range's start in the text that was read.
  public let position: LineTable.Position
  /// A change of the text that would repair it, where the cause is certain.
  public let fix: FrontMatter.Fix?

  /// What can be wrong with a block.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    // The block.
    case unclosedBlock, notAMapping, executable, multipleDocuments
    // Limits.
    case tooLarge, tooDeep, tooManyKeys, tooManyAliases
    // Characters.
    case invalidUTF8, controlCharacter, loneSurrogate, invalidEscape
    // What Chinese keyboards and editors slip in.
    case fullWidthColon, missingSpaceAfterColon, curlyQuote, tabIndentation
    // Structure.
    case badIndentation, missingColon, missingEquals, misplacedMapping, misplacedSequence, multilineKey,
      unexpectedContent
    case unclosedString, unclosedCollection, missingComma, missingValue, missingKey, documentMarker, unspacedComment
    case invalidBlockScalar, invalidDirective
    // Names.
    case duplicateKey, unknownAlias, misplacedProperty, repeatedProperty, invalidTag, unquotedKey
    // Values.
    case invalidValue, unexpectedType
  }

  /// What is wrong and what to do, in one sentence.
  public var message: String { code.message }
}

extension FrontMatterError {
  /// The error about a value of another type than a client asked for.
  init(unexpected node: FrontMatter.Node) {
    code = .unexpectedType
    range = node.range
    position = node.position
    fix = nil
  }
}

extension FrontMatterError: CustomStringConvertible {
  /// The error in the form `LINE:COLUMN: error: what is wrong; what to do`.
  public var description: String { "\(position): error: \(message)" }
}

extension FrontMatterError.Code {
  /// What is wrong and what to do.
  var message: String {
    switch self {
    case .unclosedBlock: "the front matter has no closing fence; add one after its last line"
    case .notAMapping: "front matter is a list of keys with values; write `key: value` lines"
    case .executable: "front matter that asks to be executed is refused; write plain data"
    case .multipleDocuments: "front matter is one document; remove the second document marker"
    case .tooLarge: "the front matter is longer than the limit; raise `Limits.bytes` if it is trusted"
    case .tooDeep: "the front matter is nested deeper than the limit; raise `Limits.depth` if it is trusted"
    case .tooManyKeys: "the front matter has more keys than the limit; raise `Limits.keys` if it is trusted"
    case .tooManyAliases:
      "the aliases of the front matter stand for more than the limit; raise `Limits.aliasedNodes` if it is trusted"
    case .invalidUTF8: "the front matter is not UTF-8; decode the text first"
    case .controlCharacter: "a control character is not allowed here; remove it or write it as an escape"
    case .loneSurrogate: "an escape of half a surrogate pair is not a character; write both halves or the character"
    case .invalidEscape: "this escape does not exist; write `\\\\` for a backslash"
    case .fullWidthColon: "a full-width colon does not end a key; write `: `"
    case .missingSpaceAfterColon: "a colon ends a key only before a space; write `: `"
    case .curlyQuote: "curly quotes do not delimit a string; write straight ones"
    case .tabIndentation: "tabs do not indent; write spaces"
    case .badIndentation: "this line is not indented like its neighbours; align it"
    case .missingColon: "this line has no key; write `key: value`, or indent it to continue the line above"
    case .missingEquals: "this line has no `=`; write `key = value`"
    case .misplacedMapping: "a mapping cannot begin here; put it on a line of its own, or quote the value"
    case .misplacedSequence: "a list cannot begin here; put it on a line of its own"
    case .multilineKey: "a key must not span lines; write it on one line"
    case .unexpectedContent: "nothing may follow here; remove it, or quote the whole value"
    case .unclosedString: "this string has no closing quote; add it"
    case .unclosedCollection: "this bracket is not closed; add the closing one"
    case .missingComma: "the items of a list in brackets are separated by commas; add one"
    case .missingValue: "a value is missing here; write one"
    case .missingKey: "a key is missing here; write one"
    case .documentMarker: "a document marker cannot stand inside of a value; indent it"
    case .unspacedComment: "a comment needs a space before it; add one, or quote the value"
    case .invalidBlockScalar: "this is not how a block of text is written; check its header and its indentation"
    case .invalidDirective: "this directive is not understood; remove it"
    case .duplicateKey: "this key was given before; remove one of the two"
    case .unknownAlias: "no anchor of this name stands before the alias; define it, or quote the value"
    case .misplacedProperty: "a tag or an anchor cannot stand here; put it before the value"
    case .repeatedProperty: "a value takes one tag and one anchor; remove the other"
    case .invalidTag: "this tag is not understood; remove it, or quote the value"
    case .unquotedKey: "a key of letters beyond a to z needs quotes; add them"
    case .unexpectedType: "this value is not of the type that was asked for; write one that is"
    case .invalidValue: "this value is not understood; quote it if it is text"
    }
  }
}
