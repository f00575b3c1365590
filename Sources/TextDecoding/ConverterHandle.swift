import CICUBridge

/// ICU's converter of one encoding: the fence around the bridge's unsafe calls.
@safe
struct ConverterHandle: ~Copyable {
  /// How far a conversion came.
  struct Step {
    /// Bytes of the source used, those of an invalid sequence included.
    let used: Int
    /// The length of the invalid sequence that ended the step, whose last byte is the last one used; 0 where all bytes
    /// were used. It may have begun in an earlier step's source.
    let invalid: Int
  }

  private let converter: OpaquePointer
  /// Where ICU writes before it is known how much it will be.
  private var scratch = [UInt8](repeating: 0, count: 1 << 14)

  /// Opens the converter of `encoding`.
  ///
  /// ICU's data is part of its library and the names are fixed, so it is there wherever the program starts.
  init(_ encoding: TextEncoding) {
    guard let converter = unsafe zhtext_converter_open(encoding.converterName) else {
      preconditionFailure("ICU has no converter \(encoding.converterName)")
    }
    unsafe self.converter = unsafe converter
  }

  deinit { unsafe zhtext_converter_close(converter) }

  /// Appends to `text`, as UTF-8, what `bytes` stand for, up to the first invalid sequence.
  mutating func convert(_ bytes: Span<UInt8>, isLast: Bool, into text: inout [UInt8]) -> Step {
    var used = 0
    while true {
      let rest = bytes.extracting(droppingFirst: used)
      // Sound: both pointers are valid for the counts beside them, during the call, and the bridge keeps neither.
      let progress = unsafe rest.withUnsafeBufferPointer { source in
        unsafe scratch.withUnsafeMutableBufferPointer { target in
          unsafe zhtext_converter_convert(
            converter, source.baseAddress, Int64(source.count), isLast, target.baseAddress, Int64(target.count))
        }
      }
      used += Int(progress.used)
      text.append(contentsOf: scratch[..<Int(progress.written)])
      if progress.outcome != .full { return Step(used: used, invalid: Int(progress.invalid)) }
    }
  }
}
