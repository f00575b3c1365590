public import TextOffsets

/// Cuts Chinese text, mixed with Latin words, digits and marks, into words.
///
/// A tokenizer is an immutable value that any number of threads may share. Making one costs tens of microseconds.
public struct WordTokenizer: Sendable {
  /// Which words there are, and by what rules text is cut.
  public enum Profile: Hashable, Sendable {
    /// For tech media in either script; see the article <doc:Profiles>.
    case tech
    /// What the Python package jieba 0.42.1 gives, token for token, its quirks included.
    case jieba
  }

  /// How much of what is in the text is reported.
  public enum Mode: Hashable, Sendable {
    /// The best path: the tokens tile the text.
    case precise
    /// For search engines: before each token the words of two, then of three characters inside of it.
    case search
    /// Every word of the lexicon that is in the text.
    case full
  }

  /// What becomes of characters that form no word of the lexicon.
  public enum UnknownWords: Hashable, Sendable {
    /// They are joined to words where the model, or in the tech profile a rule, finds it likely.
    case joined
    /// They stay single.
    case split
  }

  let tables: ScoringTables
  let user: [UserLexicon]

  /// Makes a tokenizer.
  ///
  /// - Parameters:
  ///   - lexicon: the compiled words, `Lexicon.core` of CoreLexicon as a rule.
  ///   - profile: the rules.
  ///   - userLexicons: layered over the lexicon in order; what a later one says of a word stands. 100,000 words take a
  ///     tenth of a second; words with more than 2,048 rare Han characters, or some 20,000 Latin words and marks, between
  ///     them are not all found.
  public init(lexicon: Lexicon, profile: Profile = .tech, userLexicons: [UserLexicon] = []) {
    user = userLexicons
    let plain = ScoringTables(lexicon, profile: profile, user: nil)
    let isEmpty = userLexicons.allSatisfy { $0.entries.isEmpty }
    tables = isEmpty ? plain : UserTrieBuilder.tables(adding: userLexicons, to: plain)
  }

  /// The rules by which the tokenizer cuts.
  public var profile: Profile { tables.profile }

  /// The tokens of the text, or of a part of it.
  ///
  /// Cost is linear in the text: on a current core some 5 ns a UTF-8 byte in the precise mode. One piece of memory is
  /// allocated for the result; give a workspace to avoid even that.
  ///
  /// - Parameters:
  ///   - text: any text, less than 4 GiB of it.
  ///   - range: the part to look at; it is cut as if it were the whole text.
  ///   - mode: what is reported.
  ///   - unknownWords: whether unknown words are guessed.
  public func tokens(
    in text: String, within range: UTF8Range? = nil, mode: Mode = .precise, unknownWords: UnknownWords = .joined
  ) -> Tokens {
    tables.workspaces.withWorkspace { workspace in
      let scope = tokenize(text, within: range, mode: mode, unknownWords: unknownWords, using: &workspace)
      return Tokens(text: text, scope: scope, &workspace)
    }
  }

  /// Cuts the text, or a part of it, and leaves the tokens in the workspace: nothing is allocated once it has grown.
  ///
  /// The parameters are those of ``tokens(in:within:mode:unknownWords:)``.
  ///
  /// - Returns: the part that was looked at; the offsets in the workspace count from its start.
  @discardableResult
  public func tokenize(
    _ text: String, within range: UTF8Range? = nil, mode: Mode = .precise, unknownWords: UnknownWords = .joined,
    using workspace: inout Workspace
  ) -> UTF8Range {
    let scope = text.scope(of: range)
    precondition(scope.count < 1 << 32, "a text of 4 GiB or more is tokenized in parts")
    workspace.begin(at: scope.start)
    if scope.isEmpty { return scope }
    // Few texts have more; what is too much of a long text's room is never touched.
    workspace.reserveTokens(scope.count / 4)
    let bytes = text.utf8.span
    unsafe bytes.withUnsafeBufferPointer { bytes in
      let bytes = unsafe UnsafeBufferPointer(rebasing: bytes[scope.offsets])
      switch mode {
      case .precise: unsafe cut(bytes, unknownWords, &workspace)
      case .search:
        unsafe cut(bytes, unknownWords, &workspace)
        unsafe SearchMode.expand(bytes, &workspace, tables)
      case .full: unsafe FullMode.cut(bytes, &workspace, tables)
      }
    }
    return scope
  }

  /// The precise mode: chunk by chunk, units are read, the best path is found, unknown words are joined.
  private func cut(_ bytes: UnsafeBufferPointer<UInt8>, _ unknownWords: UnknownWords, _ workspace: inout Workspace) {
    var reader = unsafe TextReader(bytes)
    while reader.offset < reader.end {
      let count: Int
      switch profile {
      case .jieba:
        count = JiebaUnits.read(&reader, &workspace, tables, splitsRuns: unknownWords == .split)
        Lattice.score(workspace, count: count, tables)
        TokenBits.mark(workspace, count: count)
        if unknownWords == .joined {
          JiebaRuns.join(&workspace, count: count, tables)
        } else if workspace.hasExpandedRuns {
          JiebaRuns.joinAlnum(&workspace, count: count)
        }
      case .tech:
        count = TechUnits.read(&reader, &workspace, tables)
        Lattice.score(workspace, count: count, tables)
        TokenBits.mark(workspace, count: count)
        unsafe TechRules.apply(&workspace, count: count, reader.bytes, tables, joinsUnknown: unknownWords == .joined)
      }
      TokenBits.emit(&workspace, count: count)
    }
  }
}

extension WordTokenizer {
  /// The frequency of a word, the user's or the lexicon's; `nil` for what is no word.
  public func frequency(of word: String) -> Int? {
    let frequency = SuggestedFrequency.frequency(units(of: word)[...], tables.user, tables)
    return frequency == 0 ? nil : frequency
  }

  /// The kind that a user's lexicon gave a word.
  public func kind(of word: String) -> String? { tables.user?.kind(units(of: word)) }

  /// jieba's `suggest_freq` for one word: the frequency at which it stays together.
  public func suggestedFrequency(joining word: String) -> Int {
    SuggestedFrequency.joining(units(of: word), tables.user, tables)
  }

  /// jieba's `suggest_freq` for pieces: the frequency at which the word that they make falls into them.
  public func suggestedFrequency(splitting pieces: [String]) -> Int {
    SuggestedFrequency.splitting(pieces.map(units), tables.user, tables)
  }

  private func units(of word: String) -> [UInt16] {
    if profile == .tech {
      var workspace = Workspace()
      return TechUnits.units(of: word, &workspace, tables)
    }
    return word.unicodeScalars.map { scalar in
      guard scalar.value < 0x10000 else { return UnitID.separator }
      return scalar.value < 0x80 ? ASCIIClass.unit(UInt8(scalar.value)) : unsafe tables.codes[Int(scalar.value)]
    }
  }
}
