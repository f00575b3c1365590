/// The leftmost-longest names of all layers together.
///
/// Each layer is scanned by itself. The layer whose next name starts first, and reaches farthest, and lies highest,
/// gives the next name; layers that looked into that name look again behind it.
struct LayeredScan {
  private let scanners: [NameScanner]
  /// The next name of each layer; `nil` at its end.
  private var next: [NameScanner.Found?] = []

  init(_ layers: [Layer], text: UnsafeBufferPointer<UInt8>, scope: Range<Int>) {
    scanners = layers.map { unsafe NameScanner($0.dictionary, text: text, scope: scope, dead: $0.deadKeys) }
    next = scanners.map { $0.next(from: scope.lowerBound) }
  }

  /// The next name that starts at `offset` or later. `offset` never decreases from call to call.
  mutating func next(from offset: Int) -> (layer: Int, found: NameScanner.Found)? {
    var best: (layer: Int, found: NameScanner.Found)?
    for layer in scanners.indices {
      if let found = next[layer], found.start < offset { next[layer] = scanners[layer].next(from: offset) }
      guard let found = next[layer] else { continue }
      if let leader = best?.found, (leader.start, -leader.end) <= (found.start, -found.end) { continue }
      best = (layer, found)
    }
    return best
  }
}
