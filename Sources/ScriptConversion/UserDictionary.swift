public import TextOffsets

/// Words of a client's own, laid over the built-in tables.
///
/// ```
/// # a comment
/// 云原生	雲原生
/// !支持
/// ```
///
/// A line holds a text and, after a tab, what it becomes; the target is final, no further rule looks at it. A line that
/// starts with `!` takes the built-in entry of that text away, so that shorter entries apply. To keep a text as it is,
/// map it to itself. Where several entries match at a place, the longest wins; among equally long ones the dictionary
/// given last, and any user dictionary before the built-in tables.
public struct UserDictionary: Sendable {
  /// What a dictionary does with a text.
  public enum Rule: Hashable, Sendable {
    /// It becomes another text.
    case replace(String)
    /// The built-in entry of just this text does not apply.
    case block
  }

  /// The longest text an entry may have, and the longest it may become, in UTF-8 bytes.
  public static let limit = 255

  /// The entries.
  public private(set) var rules: [String: Rule] = [:]

  /// Makes an empty dictionary.
  public init() {}

  /// Reads a dictionary in the form shown above.
  ///
  /// - Parameters:
  ///   - text: the lines.
  ///   - file: a name for messages.
  /// - Throws: the first line that is not well-formed, or repeats the text of an earlier one. Linear in the text.
  public init(parsing text: String, file: String = "user dictionary") throws(UserDictionaryError) {
    let lines = LineTable(text)
    for number in 1...lines.count {
      let range = lines.range(ofLine: number)
      let line = text[range].prefix { !$0.isNewline }
      if line.allSatisfy(\.isWhitespace) || line.hasPrefix("#") { continue }
      func problem(_ code: UserDictionaryError.Code) -> UserDictionaryError {
        let content = UTF8Range(start: range.start, end: range.start + line.utf8.count)
        return UserDictionaryError(code: code, file: file, line: number, range: content)
      }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      let key = String(line.hasPrefix("!") ? fields[0].dropFirst() : fields[0])
      let rule: Rule
      if line.hasPrefix("!") {
        guard fields.count == 1 else { throw problem(.blockWithTarget) }
        rule = .block
      } else {
        guard fields.count >= 2, !fields[1].isEmpty else { throw problem(.missingTarget) }
        guard fields.count == 2 else { throw problem(.tooManyFields) }
        rule = .replace(String(fields[1]))
      }
      guard rules[key] == nil else { throw problem(.repeatedText) }
      if let code = set(key, rule) { throw problem(code) }
    }
  }

  /// Adds or changes an entry.
  ///
  /// - Throws: where a text is empty or longer than `limit`.
  public mutating func add(_ text: String, _ rule: Rule) throws(UserDictionaryError) {
    if let code = set(text, rule) {
      throw UserDictionaryError(code: code, file: "user dictionary", line: 0, range: text.utf8Range)
    }
  }

  /// This dictionary with the entries of another one, which go before its own.
  public func merging(_ other: UserDictionary) -> UserDictionary {
    var result = self
    result.rules.merge(other.rules) { $1 }
    return result
  }

  /// The dictionary with every target changed by `change`, such as a conversion to the characters of a region.
  public func mappingTargets(_ change: (String) -> String) -> UserDictionary {
    var result = self
    result.rules = rules.mapValues { rule in
      if case .replace(let target) = rule { .replace(change(target)) } else { rule }
    }
    return result
  }

  private mutating func set(_ text: String, _ rule: Rule) -> UserDictionaryError.Code? {
    guard !text.isEmpty else { return .emptyText }
    guard text.utf8.count <= Self.limit else { return .tooLong }
    if case .replace(let target) = rule {
      guard !target.isEmpty else { return .missingTarget }
      guard target.utf8.count <= Self.limit else { return .tooLong }
    }
    rules[text] = rule
    return nil
  }
}

/// Why a user dictionary cannot be used.
public struct UserDictionaryError: Error, Hashable, CustomStringConvertible {
  /// What is wrong.
  public enum Code: Hashable, Sendable {
    /// A line holds no tab, or nothing after it.
    case missingTarget
    /// A line holds more than one tab.
    case tooManyFields
    /// A line with `!` says what the text becomes.
    case blockWithTarget
    /// Nothing stands before the tab, or after the `!`.
    case emptyText
    /// The text, or what it becomes, is longer than `UserDictionary.limit`.
    case tooLong
    /// An earlier line has the same text.
    case repeatedText
  }

  /// What is wrong.
  public let code: Code
  /// The name of the file.
  public let file: String
  /// The line, from 1; 0 for an entry that came from no file.
  public let line: Int
  /// The line's bytes in the file, or the text's.
  public let range: UTF8Range

  /// What is wrong, for people.
  public var reason: String {
    switch code {
    case .missingTarget: "a text without what it becomes"
    case .tooManyFields: "more than one tab in a line"
    case .blockWithTarget: "an entry that is taken away has a target"
    case .emptyText: "an entry without a text"
    case .tooLong: "a text of more than \(UserDictionary.limit) bytes"
    case .repeatedText: "a text that an earlier line has already"
    }
  }

  /// What to do about it.
  public var remedy: String {
    switch code {
    case .missingTarget, .tooManyFields, .emptyText: "write TEXT, a tab, and what it becomes"
    case .blockWithTarget: "write ! and the text alone"
    case .tooLong: "shorten it"
    case .repeatedText: "remove one of them"
    }
  }

  /// The message `FILE:LINE: error: what is wrong; what to do`.
  public var description: String { "\(file):\(line): error: \(reason); \(remedy)" }
}
