internal import Synchronization

/// The workspaces of calls that bring none: each call takes one that no other call uses, or makes one.
///
/// There are never more than calls at the same time, and none that a long text has grown.
final class WorkspacePool: Sendable {
  private final class Entry {
    var workspace = Workspace()
    var next: Entry?
  }

  // Entries pass between threads only through the lock, one owner at a time.
  private struct Stack: @unchecked Sendable { var top: Entry? }

  private let idle = Mutex(Stack())

  /// Calls `body` with a workspace.
  @inline(__always)
  func withWorkspace<Result>(_ body: (inout Workspace) -> Result) -> Result {
    let entry =
      idle.withLock { stack -> Stack in
        guard let top = stack.top else { return Stack() }
        stack.top = top.next
        top.next = nil
        return Stack(top: top)
      }.top ?? Entry()
    let result = body(&entry.workspace)
    if entry.workspace.isSmall {
      let returned = Stack(top: entry)
      idle.withLock { stack in
        returned.top?.next = stack.top
        stack = returned
      }
    }
    return result
  }
}
