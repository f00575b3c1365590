/// The part of a text that is read into units, scored and cut in one go.
///
/// Chunks end behind a separator, where no word goes on, so that cutting a text into them changes nothing; they are
/// small, so that their units stay in the first-level cache. Without a separator a chunk grows to the whole text.
@safe
struct TextReader {
  // Sound because the caller of `WordTokenizer.withBytes` keeps the text in place; reads stay below `end`, or, near the
  // end, inside of the workspace's copy of it.

  /// The bytes of the scope.
  let bytes: UnsafePointer<UInt8>
  let end: Int
  /// The next byte that is not in a finished chunk.
  var offset = 0

  /// Reads `bytes`, which are not empty.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    unsafe self.bytes = bytes.baseAddress!
    end = bytes.count
  }

  /// Vectors read up to 64 bytes: from this offset on they read the copy.
  static let margin = 64
}
