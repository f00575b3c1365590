internal import Synchronization

/// The workspaces of calls that bring none: each call takes one that no other call uses, or makes one.
///
/// Those of as many calls at a time as there are slots are kept, unless a long text has grown them.
@safe
final class WorkspacePool: @unchecked Sendable {
  // Sound because a slot owns the entry in it, and an entry passes into and out of slots only by atomic exchange, so that one
  // call at a time has it. No lock, since Thread Sanitizer does not see those of the standard library.

  private final class Entry {
    var workspace = Workspace()
  }

  private static let slotCount = 16
  private let slots = unsafe InlineArray<16, Atomic<Unmanaged<Entry>?>> { _ in unsafe Atomic(nil) }

  deinit {
    for slot in 0..<Self.slotCount { unsafe slots[slot].exchange(nil, ordering: .acquiring)?.release() }
  }

  /// Calls `body` with a workspace.
  @inline(__always)
  func withWorkspace<Result>(_ body: (inout Workspace) -> Result) -> Result {
    let entry = take()
    let result = body(&entry.workspace)
    if entry.workspace.isSmall { give(entry) }
    return result
  }

  private func take() -> Entry {
    for slot in 0..<Self.slotCount where unsafe slots[slot].load(ordering: .relaxed) != nil {
      if let entry = unsafe slots[slot].exchange(nil, ordering: .acquiring) { return unsafe entry.takeRetainedValue() }
    }
    return Entry()
  }

  private func give(_ entry: Entry) {
    let owned = unsafe Unmanaged.passRetained(entry)
    for slot in 0..<Self.slotCount {
      let (isGiven, _) = unsafe slots[slot].compareExchange(
        expected: nil, desired: owned, successOrdering: .releasing, failureOrdering: .relaxed)
      if isGiven { return }
    }
    unsafe owned.release()
  }
}
