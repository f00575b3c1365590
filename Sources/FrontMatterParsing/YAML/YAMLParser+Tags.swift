// Tags by name: the core schema's, an application's, and those that ask to be executed.

extension YAMLParser {
  /// Reads a tag, its `!` at `position`.
  mutating func readTag() throws(SyntaxFailure) -> YAMLTag {
    let start = position
    position += 1
    var name: String
    if bytes[position] == .less {
      position += 1
      let uri = position
      while isTagCharacter(bytes[position]) || bytes[position] == .exclamation || bytes[position].isFlowIndicator {
        position += 1
      }
      name = String(decoding: bytes[uri..<position], as: UTF8.self)
      guard bytes[position] == .greater, position > uri else { throw SyntaxFailure(.invalidTag, start..<position + 1) }
      position += 1
    } else {
      while isTagCharacter(bytes[position]) { position += 1 }
      var handleEnd = start + 1
      if bytes[position] == .exclamation {
        // `!!suffix` or `!handle!suffix`.
        position += 1
        handleEnd = position
        while isTagCharacter(bytes[position]) { position += 1 }
        guard position > handleEnd else { throw SyntaxFailure(.invalidTag, start..<position) }
      }
      let handle = String(decoding: bytes[start..<handleEnd], as: UTF8.self)
      guard let prefix = tagPrefixes[handle] ?? Self.defaultPrefixes[handle] else {
        throw SyntaxFailure(.invalidTag, start..<position)
      }
      name = prefix + String(decoding: bytes[handleEnd..<position], as: UTF8.self)
    }
    if Self.isExecutable(name) { throw SyntaxFailure(.executable, start..<position) }
    return Self.coreTags[name].map(YAMLTag.core) ?? .other
  }

  /// What a directive or a shorthand may be made of: the characters of a URI that do not end a tag.
  func isTagCharacter(_ byte: UInt8) -> Bool {
    if byte.isLetter || byte.isDigit { return true }
    switch byte {
    case .hyphen, .hash, .semicolon, UInt8(ascii: "/"), .question, .colon, UInt8(ascii: "@"), .ampersand, .equals,
      .plus, UInt8(ascii: "$"), .underscore, .dot, UInt8(ascii: "~"), .asterisk, .singleQuote, UInt8(ascii: "("),
      UInt8(ascii: ")"), .percent:
      return true
    default: return false
    }
  }

  private static let defaultPrefixes = ["!": "!", "!!": "tag:yaml.org,2002:"]

  private static let coreTags: [String: SyntaxNode.Kind] = [
    "tag:yaml.org,2002:null": .null, "tag:yaml.org,2002:bool": .boolean, "tag:yaml.org,2002:int": .integer,
    "tag:yaml.org,2002:float": .float, "tag:yaml.org,2002:str": .string, "tag:yaml.org,2002:timestamp": .timestamp,
    "tag:yaml.org,2002:seq": .sequence, "tag:yaml.org,2002:map": .mapping,
  ]

  /// Whether a tag asks a reader to make objects of a programming language: `!!python/object`, `!ruby/object` and the like.
  private static func isExecutable(_ tag: String) -> Bool {
    var name = tag[...]
    for prefix in ["tag:yaml.org,2002:", "tag:ruby.yaml.org,2002:", "!"] where name.hasPrefix(prefix) {
      name = name.dropFirst(prefix.count)
    }
    let language = name.prefix { $0 != "/" && $0 != ":" && $0 != "." }
    guard language.endIndex != name.endIndex else { return false }
    return ["python", "ruby", "js", "perl", "php", "java", "javax", "lua", "node"].contains(language)
  }
}
