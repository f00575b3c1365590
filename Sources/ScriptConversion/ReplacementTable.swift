/// The entries of all user dictionaries, sorted, so that the longest one at a place is found by narrowing a range.
@safe
final class ReplacementTable: @unchecked Sendable {
  // Sound because the buffers are written in `init` only, and freed with the object.
  private struct Entry: BitwiseCopyable {
    var key: Int32
    var keyCount: Int32
    var output: Int32
    /// -1 where the entry takes a built-in one away.
    var outputCount: Int32
  }

  private let entries: UnsafeMutableBufferPointer<Entry>
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  /// Which leading bytes begin an entry, by a hash of the first scalar.
  private let starts: UnsafeMutableBufferPointer<Bool>
  /// Whether an entry begins with ASCII.
  let startsWithASCII: Bool
  private let hasBlocks: Bool
  /// How many bytes at most one byte of input becomes.
  let growth: Int

  init(_ dictionaries: [UserDictionary]) {
    let rules = dictionaries.reduce(into: [:]) { all, next in all.merge(next.rules) { $1 } }
    let sorted = rules.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    var pool: [UInt8] = []
    var made: [Entry] = []
    var growth = 1
    for (text, rule) in sorted {
      var entry = Entry(key: Int32(pool.count), keyCount: Int32(text.utf8.count), output: 0, outputCount: -1)
      pool += text.utf8
      if case .replace(let target) = rule {
        entry.output = Int32(pool.count)
        entry.outputCount = Int32(target.utf8.count)
        pool += target.utf8
        growth = max(growth, (target.utf8.count + text.utf8.count - 1) / text.utf8.count)
      }
      made.append(entry)
    }
    pool += repeatElement(0, count: ConversionFormat.outputPadding)
    unsafe entries = .allocate(capacity: made.count)
    _ = unsafe entries.initialize(from: made)
    unsafe bytes = .allocate(capacity: pool.count)
    _ = unsafe bytes.initialize(from: pool)
    unsafe starts = .allocate(capacity: 4096)
    unsafe starts.initialize(repeating: false)
    self.growth = growth
    startsWithASCII = sorted.contains { $0.key.utf8.first! < 0x80 }
    hasBlocks = made.contains { $0.outputCount < 0 }
    for entry in made { unsafe starts[Self.hash(bytes.baseAddress! + Int(entry.key))] = true }
  }

  deinit {
    unsafe entries.deallocate()
    unsafe bytes.deallocate()
    unsafe starts.deallocate()
  }

  /// The longest replacement of text from `source`.
  func longest(_ source: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>) -> ConversionReplacement? {
    guard unsafe starts[Self.hash(source)] else { return nil }
    var found: ConversionReplacement?
    unsafe walk(source, count: end - source) { entry in
      if entry.outputCount >= 0 {
        unsafe found = ConversionReplacement(
          output: bytes.baseAddress! + Int(entry.output), count: Int(entry.outputCount),
          end: source + Int(entry.keyCount))
      }
    }
    return found
  }

  /// Whether the built-in entry of the `count` bytes from `source` is taken away.
  func blocks(_ source: UnsafePointer<UInt8>, count: Int) -> Bool {
    guard hasBlocks, unsafe starts[Self.hash(source)] else { return false }
    var found = false
    unsafe walk(source, count: count) { entry in
      if entry.outputCount < 0 && entry.keyCount == count { found = true }
    }
    return found
  }

  /// Calls `visit` with every entry whose key the `count` bytes from `source` begin with, shorter ones first.
  private func walk(_ source: UnsafePointer<UInt8>, count: Int, _ visit: (Entry) -> Void) {
    var low = 0
    var high = unsafe entries.count
    var depth = 0
    while low < high && depth < count {
      let byte = unsafe Int(source[depth])
      low = bound(low, high, depth, byte)
      high = bound(low, high, depth, byte + 1)
      depth += 1
      if low < high, unsafe Int(entries[low].keyCount) == depth { unsafe visit(entries[low]) }
    }
  }

  /// The first entry of `low..<high` whose byte at `depth` is at least `byte`; keys that end there come first.
  private func bound(_ low: Int, _ high: Int, _ depth: Int, _ byte: Int) -> Int {
    var (low, high) = (low, high)
    while low < high {
      let middle = (low + high) / 2
      let entry = unsafe entries[middle]
      let value = unsafe depth < Int(entry.keyCount) ? Int(bytes[Int(entry.key) + depth]) : -1
      if value < byte { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// A hash of the scalar at `source`.
  private static func hash(_ source: UnsafePointer<UInt8>) -> Int {
    let lead = unsafe source[0]
    guard lead >= 0xE0 else { return Int(lead) }
    return unsafe Int(lead & 0x0F) << 8 ^ Int(source[1]) << 4 ^ Int(source[2])
  }
}
