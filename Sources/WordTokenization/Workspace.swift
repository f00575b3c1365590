internal import CTokenizerKernels
public import TextOffsets

/// The memory that tokenizing needs, kept from call to call.
///
/// A tokenizer is shared freely between threads; a workspace belongs to one of them. After the first calls it has grown to
/// what the texts need and nothing more is allocated: four bytes a token of the longest text, and 15 bytes a character of the
/// longest stretch without marks and white space, which is scored in one piece. Calls without one share those of their
/// tokenizer.
@safe
public struct Workspace: ~Copyable {
  // Sound because the buffers are owned by this value alone, and every write stays below the capacities below, which
  // `reserveUnits` and `reserveTokens` raise before.

  /// Units a chunk usually has. Small enough for the first-level cache.
  static let usualUnits = 1024
  /// Tokens there is room for at first, and the most that a result takes along as a copy.
  static let usualTokens = 1024
  /// Room behind the last unit: vectors read 64 at a time.
  private static let padding = 128

  /// The chunk's units.
  private(set) var ids: UnsafeMutablePointer<UInt16>
  /// Where each starts, in bytes from the start of the scope; one more entry tells where the last one ends.
  private(set) var starts: UnsafeMutablePointer<UInt32>
  /// The score of the best path from each unit to the end of the chunk.
  private(set) var scores: UnsafeMutablePointer<Double>
  /// The length, in units, of the best word at each unit.
  private(set) var lengths: UnsafeMutablePointer<UInt8>
  /// One bit a unit: whether a word of the best path starts there.
  private(set) var pathBits: UnsafeMutablePointer<UInt64>
  /// The same, after words were joined: whether a token starts there.
  private(set) var tokenBits: UnsafeMutablePointer<UInt64>
  /// The runs of single characters in the path.
  private(set) var runs: ztk_runs
  private(set) var unitCapacity: Int
  /// Whether the chunk has single ASCII characters as units, because a word may touch their run.
  var hasExpandedRuns = false

  /// A copy of the end of the text, with room behind it for vectors to read.
  let tail: UnsafeMutablePointer<UInt8>
  static let tailSize = 256

  /// Where tokens end, in bytes from the start of the scope; where they overlap, the start and the end of each.
  private(set) var ends: UnsafeMutablePointer<UInt32>
  private var endsStorage: TokenEnds
  /// Whether the tokens may overlap.
  private(set) var overlaps = false
  var tokenCount = 0
  /// Where the scope starts in the text.
  private(set) var origin = 0

  /// The memory of what goes by units.
  private var block: UnsafeMutableRawPointer

  /// Makes an empty workspace of about 25 KB.
  public init() {
    unitCapacity = Self.usualUnits
    endsStorage = TokenEnds(capacity: Self.usualTokens)
    unsafe ends = endsStorage.values
    unsafe tail = .allocate(capacity: Self.tailSize)
    unsafe tail.initialize(repeating: 0, count: Self.tailSize)
    unsafe (block, scores, tokenBits, pathBits, runs, starts, ids, lengths) = unsafe Self.makeBlock(unitCapacity)
  }

  deinit {
    unsafe block.deallocate()
    unsafe tail.deallocate()
  }

  /// One allocation for all that goes by units, the widest first.
  private static func makeBlock(_ capacity: Int) -> (
    UnsafeMutableRawPointer, UnsafeMutablePointer<Double>, UnsafeMutablePointer<UInt64>, UnsafeMutablePointer<UInt64>,
    ztk_runs, UnsafeMutablePointer<UInt32>, UnsafeMutablePointer<UInt16>, UnsafeMutablePointer<UInt8>
  ) {
    let room = (capacity + padding + 63) / 64 * 64
    let words = room / 64 + 2
    let block = UnsafeMutableRawPointer.allocate(byteCount: room * 15 + words * 40, alignment: 64)
    var next = unsafe block
    func take<T: BitwiseCopyable>(_ type: T.Type, _ count: Int) -> UnsafeMutablePointer<T> {
      defer { unsafe next += count * MemoryLayout<T>.stride }
      return unsafe next.bindMemory(to: type, capacity: count)
    }
    return unsafe (
      block, take(Double.self, room), take(UInt64.self, words), take(UInt64.self, words),
      ztk_runs(characters: take(UInt64.self, words), firsts: take(UInt64.self, words), words: take(UInt64.self, words)),
      take(UInt32.self, room), take(UInt16.self, room), take(UInt8.self, room)
    )
  }

  /// Makes room for `count` units, of which the first `used` are kept.
  mutating func reserveUnits(_ count: Int, keeping used: Int) {
    guard count > unitCapacity else { return }
    unitCapacity = max(count, 2 * unitCapacity)
    let (oldBlock, oldStarts, oldIDs) = unsafe (block, starts, ids)
    unsafe (block, scores, tokenBits, pathBits, runs, starts, ids, lengths) = unsafe Self.makeBlock(unitCapacity)
    // The others are written only after all units of the chunk are read.
    unsafe starts.update(from: oldStarts, count: used)
    unsafe ids.update(from: oldIDs, count: used)
    unsafe oldBlock.deallocate()
  }

  /// Makes room for `count` more tokens.
  mutating func reserveTokens(_ count: Int) {
    guard tokenCount + count > endsStorage.capacity else { return }
    grow(keeping: tokenCount, adding: count)
  }

  private mutating func grow(keeping used: Int, adding count: Int) {
    let new = TokenEnds(capacity: max(used + count, 2 * endsStorage.capacity))
    unsafe new.values.update(from: ends, count: used)
    endsStorage = new
    unsafe ends = new.values
  }

  /// Gives the tokens away: a few as a copy, many with their memory.
  mutating func takeEnds() -> TokenEnds {
    let used = overlaps ? 2 * tokenCount : tokenCount
    let taken: TokenEnds
    if used <= Self.usualTokens {
      taken = TokenEnds(capacity: used)
      unsafe taken.values.update(from: ends, count: used)
    } else {
      taken = endsStorage
      endsStorage = TokenEnds(capacity: Self.usualTokens)
      unsafe ends = endsStorage.values
    }
    tokenCount = 0
    return taken
  }

  /// Whether it has the size it was made with, or little more.
  var isSmall: Bool {
    unitCapacity <= 8 * Self.usualUnits && endsStorage.capacity <= 8 * Self.usualTokens
  }

  /// Forgets the tokens of the last call; offsets will count from `origin`.
  mutating func begin(at origin: Int) {
    self.origin = origin
    tokenCount = 0
    overlaps = false
  }

  /// Takes the ends of the tokens out, to put tokens that overlap in their place.
  mutating func takeTokens() -> [UInt32] {
    defer { tokenCount = 0 }
    return unsafe Array(UnsafeBufferPointer(start: ends, count: tokenCount))
  }

  /// Adds a token to the result of a mode whose tokens may overlap.
  mutating func appendOverlapping(start: Int, end: Int) {
    overlaps = true
    let used = 2 * tokenCount
    if used + 2 > endsStorage.capacity { grow(keeping: used, adding: 2) }
    unsafe ends[used] = UInt32(truncatingIfNeeded: start)
    unsafe ends[used + 1] = UInt32(truncatingIfNeeded: end)
    tokenCount += 1
  }

  /// The number of tokens that the last call left.
  public var count: Int { tokenCount }

  /// The range of a token, in absolute offsets of the text. O(1).
  public subscript(position: Int) -> UTF8Range {
    precondition(position >= 0 && position < tokenCount, "there is no such token")
    return unsafe TokenEnds.range(position, ends, overlaps).shifted(by: origin)
  }
}
