internal import DataArtifact

/// The Latin words that are parts of longer words of the lexicon (`K` in `K歌`, `hugging` in `Hugging Face`), each a
/// unit of its own, so that no word ever starts or ends inside a Latin word.
@safe
struct LatinUnits: @unchecked Sendable {
  // Sound because the memory belongs to the lexicon's artifact, which outlives this value.
  let first: UInt16
  let count: Int
  private let offsets: UnsafeBufferPointer<UInt32>
  private let text: UnsafeBufferPointer<UInt8>

  init(
    offsets: UnsafeBufferPointer<UInt32>, text: UnsafeBufferPointer<UInt8>, numbers: UnsafeBufferPointer<UInt16>
  ) throws(DataArtifactError) {
    (first, count) = unsafe (numbers[0], Int(numbers[1]))
    unsafe self.offsets = unsafe offsets
    unsafe self.text = unsafe text
    guard offsets.count == count + 1, unsafe Int(offsets[count]) == text.count,
      unsafe zip(offsets, offsets.dropFirst()).allSatisfy({ $0 <= $1 })
    else { throw DataArtifactError(code: .damagedSection) }
  }

  /// The folded spelling of the word at `index`.
  subscript(index: Int) -> UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(rebasing: text[Int(offsets[index])..<Int(offsets[index + 1])])
  }
}
