/// Copies of a size known to the compiler, which become single instructions. (`storeBytes(of:as:)` calls `memcpy` for a
/// place whose alignment is not known.)
extension UnsafeMutablePointer<UInt8> {
  @inline(__always)
  func copy4(_ value: UInt32) {
    unsafe withUnsafeBytes(of: value) {
      unsafe UnsafeMutableRawPointer(self).copyMemory(from: $0.baseAddress!, byteCount: 4)
    }
  }

  @inline(__always)
  func copy8(_ source: UnsafePointer<UInt8>) {
    unsafe UnsafeMutableRawPointer(self).copyMemory(from: source, byteCount: 8)
  }

  @inline(__always)
  func copy16(_ source: UnsafePointer<UInt8>) {
    unsafe UnsafeMutableRawPointer(self).copyMemory(from: source, byteCount: 16)
  }

  @inline(__always)
  func copy32(_ source: UnsafePointer<UInt8>) {
    unsafe UnsafeMutableRawPointer(self).copyMemory(from: source, byteCount: 32)
  }
}
