extension Edits {
  /// The source range that `target`, a range of the rewritten text, came from.
  ///
  /// An end inside a replaced range is moved outward to that range's end: what comes back covers every source byte that
  /// had a part in `target`. Text deleted at an end of the range counts as lying behind it. O(log n).
  public func sourceRange(of target: UTF8Range) -> UTF8Range { map(target, from: .target) }

  /// The target range that stands for `source`, a range of the original text, with ends moved outward in the same way.
  /// O(log n).
  public func targetRange(of source: UTF8Range) -> UTF8Range { map(source, from: .source) }

  /// The text an offset is counted in.
  enum Side {
    case source, target
  }

  private func map(_ range: UTF8Range, from side: Side) -> UTF8Range {
    let start = place(range.start, from: side)
    let end = range.isEmpty ? start : place(range.end, from: side)
    return UTF8Range(start: start.start, end: Swift.max(start.start, end.end))
  }

  /// Where `offset` stands on the other side: an empty range outside of changes, the whole of the other side's range
  /// inside of one.
  private func place(_ offset: UTF8Offset, from side: Side) -> UTF8Range {
    guard !checkpoints.isEmpty else { return UTF8Range(start: offset, end: offset) }
    var low = 0
    var high = checkpoints.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if checkpoints[middle].offset(on: side) < offset { low = middle } else { high = middle }
    }
    var here = checkpoints[low].offset(on: side)
    var there = checkpoints[low].offset(on: side.other)
    var walk = Iterator(self, checkpoint: low)
    while let edit = walk.next() {
      let near = edit.range(on: side)
      let far = edit.range(on: side.other)
      if offset <= near.start { break }
      if offset < near.end { return far }
      here = near.end
      there = far.end
    }
    // `offset` may precede the first checkpoint's run only by unchanged bytes, so the distance is never negative.
    let place = there + (offset - here)
    return UTF8Range(start: place, end: place)
  }
}

extension Edits.Side {
  fileprivate var other: Edits.Side { self == .source ? .target : .source }
}

extension Edits.Edit {
  fileprivate func range(on side: Edits.Side) -> UTF8Range { side == .source ? source : target }
}

extension Edits.Checkpoint {
  fileprivate func offset(on side: Edits.Side) -> UTF8Offset { side == .source ? source : target }
}
