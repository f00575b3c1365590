import CICUBridge

/// ICU's normalizer of one form: the fence around the bridge's unsafe calls.
@safe
struct NormalizerHandle: ~Copyable {
  private let normalizer: OpaquePointer

  /// Opens the normalizer. ICU's data is part of its library, so it is there wherever the program starts.
  init(_ form: NormalizationForm) {
    let ranges = form.characters.flatMap { [$0.lowerBound, $0.upperBound] }
    let opened = unsafe ranges.withUnsafeBufferPointer {
      unsafe zhtext_normalizer_open(form != .nfc, $0.baseAddress, Int32($0.count / 2))
    }
    guard let opened = unsafe opened else { preconditionFailure("ICU has no normalizer for \(form)") }
    unsafe normalizer = unsafe opened
  }

  deinit { unsafe zhtext_normalizer_close(normalizer) }

  /// The first stretch at or after `from`, a normalisation boundary, that may change, and what it becomes; `nil` where
  /// nothing more does.
  func next(in units: [UInt16], from: Int) -> (source: Range<Int>, target: [UInt16])? {
    var target = [UInt16](repeating: 0, count: 32)
    while true {
      // Sound: both pointers are valid for the counts beside them, during the call, and the bridge keeps neither.
      let change = unsafe units.withUnsafeBufferPointer { units in
        unsafe target.withUnsafeMutableBufferPointer {
          unsafe zhtext_normalizer_next(
            normalizer, units.baseAddress, Int32(units.count), Int32(from), $0.baseAddress, Int32($0.count))
        }
      }
      precondition(change.written >= 0, "ICU normalises all text")
      if change.start == change.end { return nil }
      if change.written <= target.count {
        return (Int(change.start)..<Int(change.end), Array(target.prefix(Int(change.written))))
      }
      target = [UInt16](repeating: 0, count: Int(change.written))
    }
  }
}

extension NormalizationForm {
  /// The characters it is limited to; empty for all.
  fileprivate var characters: [ClosedRange<UInt32>] {
    switch self {
    case .nfc, .nfkc, .fullWidth: []
    case .halfWidth: [0x3000...0x3000, 0xFF01...0xFF5E]
    case .ideographs: [0x2E80...0x2FDF, 0xF900...0xFAFF, 0x2F800...0x2FA1F]
    }
  }
}
