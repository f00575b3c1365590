/// Collects output piece by piece into a `String`, through a buffer small enough to stay in the processor's cache.
///
/// The bytes handed in are valid UTF-8 by construction, so the string is made without validating them again, which would
/// cost as much as the conversion.
@safe
struct ChunkedOutput: ~Copyable {
  // Sound because the buffer belongs to this value alone, and `makeRoom` precedes every write.
  private let buffer: UnsafeMutableBufferPointer<UInt8>
  private var count = 0
  private var result = ""
  private var isReserved = false

  /// Makes room for a text of about `size` bytes, written in pieces of at most `piece` bytes.
  init(size: Int, piece: Int) {
    unsafe buffer = .allocate(capacity: piece + min(size, 32_768))
    if size > 32_768 {
      result.reserveCapacity(size + size / 32)
      isReserved = true
    }
  }

  deinit { unsafe buffer.deallocate() }

  /// Where to write the next piece, of at most `size` bytes.
  mutating func room(for size: Int) -> UnsafeMutablePointer<UInt8> {
    if unsafe count + size > buffer.count { flush() }
    return unsafe buffer.baseAddress! + count
  }

  /// Says that `size` bytes have been written there.
  mutating func advance(by size: Int) { count += size }

  /// Adds the bytes of `text` from `start` to `end`, which lie on scalar boundaries, as they are.
  mutating func copy(_ text: UnsafePointer<UInt8>, from start: Int, to end: Int) {
    var place = start
    while place < end {
      var stop = unsafe min(place + buffer.count, end)
      // A piece ends where a scalar does, since it may be flushed.
      while stop < end, unsafe text[stop] & 0xC0 == 0x80 { stop -= 1 }
      unsafe room(for: stop - place).update(from: text + place, count: stop - place)
      count += stop - place
      place = stop
    }
  }

  /// Adds a text that fits into a piece.
  mutating func append(_ text: String) {
    let size = text.utf8.count
    let target = unsafe room(for: size)
    unsafe text.utf8.span.withUnsafeBufferPointer { bytes in
      if let base = bytes.baseAddress { unsafe target.update(from: base, count: size) }
    }
    advance(by: size)
  }

  /// The text collected; nothing is left here.
  mutating func finish() -> String {
    flush()
    let text = result
    result = ""
    return text
  }

  private mutating func flush() {
    guard count > 0 else { return }
    let bytes = unsafe Span(_unsafeElements: UnsafeBufferPointer(rebasing: buffer[..<count]))
    let text = unsafe String(copying: UTF8Span(unchecked: bytes))
    // An assignment would lose the capacity that is reserved, and with it the time to grow to it again.
    if isReserved || !result.isEmpty { result += text } else { result = text }
    count = 0
  }
}
