/// Whether words without a mark at their end state something.
extension Bytes {
  /// Whether the text between two offsets has a predicate: a comma between clauses, or behind its last 的 one of the words
  /// that only clauses hold.
  func hasPredicate(_ start: Int, _ end: Int) -> Bool {
    var index = start
    var length = 0
    var pauses = 0
    var found = false
    while index < end {
      let (value, count) = scalar(at: index)
      switch value {
      case 0xFF0C, 0x2C, 0xFF1B, 0x3B: pauses += 1
      case 0x7684: found = false
      default:
        if value.isHan {
          length += 1
          if value.marksClause { found = true }
        }
      }
      index += count
    }
    if pauses > 0, length >= 8 { return true }
    return found
  }
}

extension UInt32 {
  /// A copula, auxiliary, adverb, aspect particle or negation.
  fileprivate var marksClause: Bool {
    switch self {
    // 是为為有在了着過过会會能要将將把被让讓使到得不没沒也都就请請出
    case 0x662F, 0x4E3A, 0x70BA, 0x6709, 0x5728, 0x4E86, 0x7740, 0x8FC7, 0x904E, 0x4F1A, 0x6703, 0x80FD, 0x8981, 0x5C06,
      0x5C07, 0x628A, 0x88AB, 0x8BA9, 0x8B93, 0x4F7F, 0x5230, 0x5F97, 0x4E0D, 0x6CA1, 0x6C92, 0x4E5F, 0x90FD, 0x5C31,
      0x8BF7, 0x8ACB, 0x51FA:
      true
    default: false
    }
  }
}
