internal import TextOffsets

/// Where tokens end: memory that passes from the workspace to the result without being copied.
@safe
struct TokenEnds: @unchecked Sendable {
  // Sound because only the workspace writes, below `capacity`, and it gives the storage away when the tokens are complete.
  private let storage: ManagedBuffer<Void, UInt32>
  let capacity: Int

  /// Room for that many tokens.
  init(capacity: Int) {
    self.capacity = capacity
    storage = .create(minimumCapacity: capacity) { _ in }
  }

  /// The memory, which lives as long as this value or a copy of it.
  @inline(__always)
  var values: UnsafeMutablePointer<UInt32> { unsafe storage.withUnsafeMutablePointerToElements { unsafe $0 } }

  /// The range of the token at `position`, from the start of the scope. Tokens that do not overlap tile it, and only their
  /// ends are kept; of others the start as well.
  @inline(__always)
  static func range(_ position: Int, _ ends: UnsafePointer<UInt32>, _ overlaps: Bool) -> UTF8Range {
    let (start, end) =
      unsafe overlaps
      ? (ends[2 * position], ends[2 * position + 1]) : (position == 0 ? 0 : ends[position - 1], ends[position])
    return UTF8Range(start: Int(start), end: Int(end))
  }
}
