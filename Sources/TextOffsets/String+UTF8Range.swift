extension String {
  /// The range of the whole text. O(1) for native strings.
  @inlinable
  public var utf8Range: UTF8Range { UTF8Range(start: 0, end: utf8.count) }

  /// The text in `range`, without copying. O(1) for native strings.
  ///
  /// - Precondition: the range lies in the text. An end inside a scalar gives a substring that repairs it, as the
  ///   standard library does.
  @inlinable
  public subscript(range: UTF8Range) -> Substring {
    self[utf8.index(utf8.startIndex, offsetBy: range.start)..<utf8.index(utf8.startIndex, offsetBy: range.end)]
  }

  /// What an engine looks at when it is asked for `range`: the whole text for `nil`; otherwise the part of `range` that
  /// lies in the text, with an end inside a Unicode scalar moved down to the scalar's start. O(1) for native strings.
  public func scope(of range: UTF8Range?) -> UTF8Range {
    guard let range else { return utf8Range }
    let part = range.clamped(to: utf8Range)
    return UTF8Range(start: scalarStart(at: part.start), end: scalarStart(at: part.end))
  }

  /// `offset` moved down to the start of the scalar it lies in.
  private func scalarStart(at offset: UTF8Offset) -> UTF8Offset {
    let view = utf8
    var index = view.index(view.startIndex, offsetBy: offset)
    var offset = offset
    while index != view.endIndex, view[index] & 0b1100_0000 == 0b1000_0000 {
      index = view.index(before: index)
      offset -= 1
    }
    return offset
  }
}
