import TextOffsets

extension String {
  /// Requires that a range lies in the text and does not cut a scalar.
  func requireAligned(_ range: UTF8Range, _ what: String) {
    require(
      range.start >= 0 && range.start <= range.end && range.end <= utf8.count, "\(what): \(range) lies in the text")
    require(isScalarBoundary(range.start) && isScalarBoundary(range.end), "\(what): \(range) cuts no scalar")
  }

  private func isScalarBoundary(_ offset: Int) -> Bool {
    offset == utf8.count || utf8.span[offset] & 0b1100_0000 != 0b1000_0000
  }
}

extension Edits {
  /// Requires that the edits lead from `source` to `target`: unchanged bytes are equal, and lengths agree.
  func requireComposing(_ source: String, _ target: String, _ what: String) {
    let sourceBytes = source.utf8.span
    let targetBytes = target.utf8.span
    var sourcePlace = 0
    var targetPlace = 0
    func requireUnchanged(upTo sourceEnd: Int, _ targetEnd: Int) {
      require(
        sourceEnd - sourcePlace == targetEnd - targetPlace && sourceEnd >= sourcePlace, "\(what): gaps are equally long"
      )
      require(sourceEnd <= sourceBytes.count && targetEnd <= targetBytes.count, "\(what): edits lie in the texts")
      while sourcePlace < sourceEnd {
        require(sourceBytes[sourcePlace] == targetBytes[targetPlace], "\(what): what no edit names is unchanged")
        sourcePlace += 1
        targetPlace += 1
      }
    }
    for edit in self {
      requireUnchanged(upTo: edit.source.start, edit.target.start)
      require(
        edit.target.end <= targetBytes.count && edit.source.end <= sourceBytes.count, "\(what): edits lie in the texts")
      source.requireAligned(edit.source, what)
      target.requireAligned(edit.target, what)
      sourcePlace = edit.source.end
      targetPlace = edit.target.end
    }
    requireUnchanged(upTo: sourceBytes.count, targetBytes.count)
  }
}
