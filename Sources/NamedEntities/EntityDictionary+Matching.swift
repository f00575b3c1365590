public import TextOffsets

/// A name of a dictionary found in a text.
public struct NameMatch: Hashable, Sendable {
  /// The bytes the name covers.
  public let range: UTF8Range
  /// Which name: names that fold together have one number, from 0, below the dictionary's number of names and aliases.
  public let name: Int

  init(range: UTF8Range, name: Int) {
    self.range = range
    self.name = name
  }
}

extension EntityDictionary {
  /// The names of the dictionary in `text`, leftmost first, and of those that start together the longest, none
  /// overlapping.
  ///
  /// This is the plain search, without context: ambiguous names count like all others. `EntityRecognizer` is for
  /// documents.
  ///
  /// - Parameters:
  ///   - text: any text.
  ///   - range: the part to look at; characters outside still count for boundaries. `nil` means all.
  /// - Complexity: linear in the text, times the length of the longest name in the worst case.
  public func matches(in text: String, within range: UTF8Range? = nil) -> [NameMatch] {
    let scope = text.scope(of: range)
    var text = text
    return text.withUTF8 { bytes in
      var scanner = unsafe NameScanner(self, text: bytes, scope: scope.offsets)
      var matches: [NameMatch] = []
      var offset = scope.start
      while let found = scanner.next(from: offset) {
        offset = found.end
        matches.append(NameMatch(range: UTF8Range(start: found.start, end: found.end), name: found.value.firstAlias))
      }
      return matches
    }
  }
}
