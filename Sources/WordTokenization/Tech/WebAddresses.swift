/// URLs and e-mail addresses.
enum WebAddresses {
  /// Where the URL or address at `start` ends; `nil` where there is none.
  static func end(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
    var place = start
    while place < end, unsafe isLocal(bytes[place]) { place += 1 }
    guard place < end, place > start else { return nil }
    switch unsafe bytes[place] {
    case UInt8(ascii: "@"): return unsafe hostEnd(bytes, place + 1, end)
    case UInt8(ascii: ":"):
      guard place + 3 < end, unsafe bytes[place + 1] == 0x2f, unsafe bytes[place + 2] == 0x2f else { return nil }
      return unsafe urlEnd(bytes, place + 3, end)
    default: return unsafe startsWithWWW(bytes, start, end) ? urlEnd(bytes, start, end) : nil
    }
  }

  /// Where the host of an address ends; `nil` where it has no dot.
  private static func hostEnd(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
    var place = start
    var dots = 0
    while place < end {
      let byte = unsafe bytes[place]
      if byte == UInt8(ascii: ".") {
        guard place > start, place + 1 < end, unsafe ASCIIClass.isAlnum(bytes[place + 1]) else { break }
        dots += 1
      } else if !ASCIIClass.isAlnum(byte) && byte != UInt8(ascii: "-") {
        break
      }
      place += 1
    }
    return dots > 0 ? place : nil
  }

  /// Where a URL ends: before white space, brackets, quotes, anything that is not ASCII, and final marks.
  private static func urlEnd(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var place = start
    while place < end, unsafe isURL(bytes[place]) { place += 1 }
    while place > start, unsafe ".,;:!?'*_~".utf8.contains(bytes[place - 1]) { place -= 1 }
    return place
  }

  private static func startsWithWWW(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    start + 4 < end && ASCIIClass.isAlnum(unsafe bytes[start + 4])
      && "www.".utf8.enumerated().allSatisfy { unsafe bytes[start + $0.offset] | 0x20 == $0.element | 0x20 }
  }

  private static func isLocal(_ byte: UInt8) -> Bool {
    ASCIIClass.isAlnum(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "+")
  }

  private static func isURL(_ byte: UInt8) -> Bool {
    guard byte > 0x20, byte < 0x7f else { return false }
    return !"()<>[]{}\"`|\\^".utf8.contains(byte)
  }
}
