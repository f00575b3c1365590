import TextOffsets

/// One input, decoded.
struct Document {
  /// The path as it was given, or `<stdin>`.
  let name: String
  let text: String

  /// The failure of what stands at `offset`.
  func failure(at offset: UTF8Offset, _ what: String, remedy: String) -> Failure {
    let position = LineTable(text).position(of: offset)
    return Failure(status: .badData, file: name, position: position, what: what, remedy: remedy)
  }
}
