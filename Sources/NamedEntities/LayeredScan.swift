/// The leftmost-longest names of all layers together.
///
/// Each layer is scanned by itself. The layer whose next name starts first, and reaches farthest, and lies highest,
/// gives the next name; layers that looked into that name look again behind it.
@safe
struct LayeredScan: ~Copyable {
  // Sound because all `next.count` scanners are made by `init` and unmade by `deinit`, and nobody else has the pointer.
  private let scanners: UnsafeMutablePointer<NameScanner>
  /// The next name of each layer; `nil` at its end.
  private var next: [NameScanner.Found?] = []

  init(_ layers: [Layer], text: UnsafeBufferPointer<UInt8>, scope: Range<Int>) {
    unsafe scanners = .allocate(capacity: layers.count)
    for (index, layer) in layers.enumerated() {
      unsafe (scanners + index).initialize(
        to: NameScanner(layer.dictionary, text: text, scope: scope, dead: layer.deadKeys))
      next.append(unsafe scanners[index].next(from: scope.lowerBound))
    }
  }

  deinit {
    unsafe scanners.deinitialize(count: next.count)
    unsafe scanners.deallocate()
  }

  /// The next name that starts at `offset` or later. `offset` never decreases from call to call.
  mutating func next(from offset: Int) -> (layer: Int, found: NameScanner.Found)? {
    var best: (layer: Int, found: NameScanner.Found)?
    for layer in next.indices {
      if let found = next[layer], found.start < offset { next[layer] = unsafe scanners[layer].next(from: offset) }
      guard let found = next[layer] else { continue }
      if let leader = best?.found, (leader.start, -leader.end) <= (found.start, -found.end) { continue }
      best = (layer, found)
    }
    return best
  }
}
