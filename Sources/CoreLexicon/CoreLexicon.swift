internal import CCoreLexicon
internal import DataArtifact
public import WordTokenization

extension Lexicon {
  /// The words of jieba 0.42.1 with its model, and a lexicon of tech media, read in place from the executable: opening it
  /// takes microseconds, and no file.
  ///
  /// The sources of the words of tech media are in `Sources/CCoreLexicon/data`.
  public static let core: Lexicon = {
    var count = 0
    // Sound because the memory is static and `count` is its size.
    let bytes = unsafe UnsafeRawBufferPointer(start: zhtext_core_lexicon(&count), count: count)
    do {
      return try unsafe Lexicon(staticBytes: bytes)
    } catch {
      preconditionFailure("the embedded lexicon is damaged: \(error)")
    }
  }()
}

extension WordTokenizer {
  /// Makes a tokenizer over ``WordTokenization/Lexicon/core``.
  ///
  /// - Parameters:
  ///   - profile: the rules.
  ///   - userLexicons: layered over the lexicon in order; what a later one says of a word stands.
  public init(profile: Profile = .tech, userLexicons: [UserLexicon] = []) {
    self.init(lexicon: .core, profile: profile, userLexicons: userLexicons)
  }
}
