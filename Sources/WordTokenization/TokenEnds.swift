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
}
