internal import Synchronization

/// The workspaces of calls that bring none: each call takes one that no other call uses, or makes one.
///
/// Those of as many calls at a time as there are slots are kept, unless a long text has grown them.
@safe
final class WorkspacePool: @unchecked Sendable {
  // Sound because a slot owns the workspace in it, and one passes into and out of slots only by atomic exchange, so that one
  // call at a time has it. No lock, since Thread Sanitizer does not see those of the standard library; no objects, since
  // counting their references takes longer than cutting a few words.

  private static let slotCount = 16
  private let slots = unsafe InlineArray<16, Atomic<UnsafeMutablePointer<Workspace>?>> { _ in unsafe Atomic(nil) }

  deinit {
    for slot in 0..<Self.slotCount {
      if let workspace = unsafe slots[slot].exchange(nil, ordering: .acquiring) { unsafe Self.free(workspace) }
    }
  }

  /// Calls `body` with a workspace.
  @inline(__always)
  func withWorkspace<Result>(_ body: (inout Workspace) -> Result) -> Result {
    let workspace = unsafe take()
    let result = unsafe body(&workspace.pointee)
    if unsafe workspace.pointee.isSmall { unsafe give(workspace) } else { unsafe Self.free(workspace) }
    return result
  }

  private func take() -> UnsafeMutablePointer<Workspace> {
    for slot in 0..<Self.slotCount where unsafe slots[slot].load(ordering: .relaxed) != nil {
      if let workspace = unsafe slots[slot].exchange(nil, ordering: .acquiring) { return unsafe workspace }
    }
    let workspace = UnsafeMutablePointer<Workspace>.allocate(capacity: 1)
    unsafe workspace.initialize(to: Workspace())
    return unsafe workspace
  }

  private func give(_ workspace: UnsafeMutablePointer<Workspace>) {
    for slot in 0..<Self.slotCount {
      let (isGiven, _) = unsafe slots[slot].compareExchange(
        expected: nil, desired: workspace, successOrdering: .releasing, failureOrdering: .relaxed)
      if isGiven { return }
    }
    unsafe Self.free(workspace)
  }

  private static func free(_ workspace: UnsafeMutablePointer<Workspace>) {
    unsafe workspace.deinitialize(count: 1)
    unsafe workspace.deallocate()
  }
}
