internal import TextOffsets

/// Words that a user adds to a tokenizer, changes, or removes from it.
///
/// A user lexicon is layered over the compiled one when a tokenizer is made; nothing of the compiled one is copied. The
/// text format has one word a line, in one of two forms:
///
/// - fields between tabs: `word`, then optionally a frequency, then optionally a kind;
/// - jieba's form, in which spaces stand between them: `word`, ` frequency`, ` kind` (lower-case letters).
///
/// With tabs a word may contain spaces and end in a lower-case word (`hugging face`). Empty lines are skipped, and so are,
/// with tabs or without, lines that start with `# `. A frequency of 0 removes the word.
public struct UserLexicon: Sendable {
  /// One word of the lexicon.
  public struct Entry: Hashable, Sendable {
    /// The word as it is written.
    public var word: String
    /// How often it stands in a text of jieba's size (60 million words); `nil` where the tokenizer shall choose a
    /// frequency that makes it a token.
    public var frequency: Int?
    /// A part of speech or an entity's type, for the client's use.
    public var kind: String?

    /// Makes an entry.
    public init(word: String, frequency: Int? = nil, kind: String? = nil) {
      self.word = word
      self.frequency = frequency
      self.kind = kind
    }
  }

  /// The words in the order they were added; of equal ones the last stands.
  public private(set) var entries: [Entry]

  /// Words from a list, for example the names of an entity dictionary.
  ///
  /// Empty words are left out. O(n).
  public init(_ entries: some Sequence<Entry>) {
    self.entries = entries.filter { !$0.word.isEmpty }
  }

  /// Words given by their spelling only.
  public init(words: some Sequence<String>) {
    self.init(words.lazy.map { Entry(word: $0) })
  }

  /// Words from a text in the format described above. O(bytes).
  ///
  /// - Parameters:
  ///   - text: the lines of the lexicon.
  ///   - file: what error messages call the text.
  public init(parsing text: String, file: String = "user lexicon") throws(UserLexiconError) {
    entries = []
    var line = 0
    var start = 0
    for content in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      line += 1
      let range = UTF8Range(start: start, end: start + content.count)
      start = range.end + 1
      if let entry = try Self.entry(
        Substring(content), at: UserLexiconError.Place(file: file, line: line, range: range))
      {
        entries.append(entry)
      }
    }
  }

  /// Reads one line; `nil` where it holds no word.
  private static func entry(_ line: Substring, at place: UserLexiconError.Place) throws(UserLexiconError) -> Entry? {
    var line = line
    if place.line == 1, line.unicodeScalars.first == "\u{feff}" { line.unicodeScalars.removeFirst() }
    let content = trimmed(line)
    if content.isEmpty || content.utf8.starts(with: "# ".utf8) { return nil }
    if content.utf8.contains(UInt8(ascii: "\t")) || line.utf8.first == UInt8(ascii: "\t") {
      return try tabbed(line, at: place)
    }
    return try spaced(content, at: place)
  }

  private static func tabbed(_ line: Substring, at place: UserLexiconError.Place) throws(UserLexiconError) -> Entry {
    // By bytes: characters would have to be found first.
    let fields = line.utf8.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      .map { trimmed(Substring($0)) }
    guard fields.count <= 3 else { throw UserLexiconError(code: .tooManyFields, place: place) }
    guard !fields[0].isEmpty else { throw UserLexiconError(code: .noWord, place: place) }
    var entry = Entry(word: String(fields[0]))
    if fields.count > 1, !fields[1].isEmpty { entry.frequency = try frequency(fields[1], at: place) }
    if fields.count > 2, !fields[2].isEmpty { entry.kind = String(fields[2]) }
    return try checked(entry, at: place)
  }

  /// The form `^(.+?)( [0-9]+)?( [a-z]+)?$`.
  private static func spaced(_ line: Substring, at place: UserLexiconError.Place) throws(UserLexiconError) -> Entry {
    var entry = Entry(word: "")
    var rest = line
    if let (before, last) = lastField(rest), last.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7a }) {
      entry.kind = String(last)
      rest = before
    }
    if let (before, last) = lastField(rest), last.utf8.allSatisfy(ASCIIClass.isDigit) {
      entry.frequency = try frequency(last, at: place)
      rest = before
    }
    entry.word = String(rest)
    return try checked(entry, at: place)
  }

  private static func checked(_ entry: Entry, at place: UserLexiconError.Place) throws(UserLexiconError) -> Entry {
    if entry.word.utf8.count > 255 { throw UserLexiconError(code: .wordTooLong, place: place) }
    return entry
  }

  /// What stands behind the last space, if something stands on both sides of it.
  private static func lastField(_ line: Substring) -> (Substring, Substring)? {
    guard let space = line.utf8.lastIndex(of: UInt8(ascii: " ")), space != line.startIndex else { return nil }
    let last = line[line.utf8.index(after: space)...]
    return last.isEmpty ? nil : (line[..<space], last)
  }

  private static func frequency(_ field: Substring, at place: UserLexiconError.Place) throws(UserLexiconError) -> Int {
    guard field.utf8.allSatisfy(ASCIIClass.isDigit), let value = Int(field), value <= 1 << 40 else {
      throw UserLexiconError(code: .badFrequency, place: place)
    }
    return value
  }

  private static func trimmed(_ text: Substring) -> Substring {
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte >= 0x09 && byte <= 0x0d }
    var text = text
    while let first = text.utf8.first, isSpace(first) { text = text[text.utf8.index(after: text.startIndex)...] }
    while let last = text.utf8.last, isSpace(last) { text = text[..<text.utf8.index(before: text.endIndex)] }
    return text
  }
}
