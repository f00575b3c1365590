/// Converts a text that comes in chunks, in bounded memory.
///
/// What it gives, put together, is what `ScriptConverter.convert(_:)` gives for the whole text, however it is cut: the
/// last few hundred bytes are held back until it is certain that no key reaches beyond them.
///
/// ```swift
/// import ScriptConversion
/// import ScriptConversionTables
///
/// var stream = ConversionStream(ScriptConverter(.s2twp, tables: .openCC))
/// var result = ""
/// for chunk in ["鼠", "标和软", "件"] { result += stream.convert(chunk) }
/// result += stream.finish()
/// print(result)  // 滑鼠和軟體
/// ```
public struct ConversionStream: Sendable {
  private let converter: ScriptConverter
  private var pending = ""

  /// How many bytes after a place can have a say in what happens there: the longest key, description sequence or entry
  /// of a user dictionary has 64 scalars or 255 bytes.
  private static let lookahead = 256

  /// Starts a text.
  public init(_ converter: ScriptConverter) { self.converter = converter }

  /// Takes the next chunk, and gives what is certain by now.
  public mutating func convert(_ chunk: String) -> String {
    pending += chunk
    // Twice the lookahead, so that small chunks do not make the rest move each time.
    guard pending.utf8.count > 2 * Self.lookahead else { return "" }
    let (result, count) = converter.convertBeginning(of: pending, to: pending.utf8.count - Self.lookahead)
    pending.removeSubrange(..<pending.utf8.index(pending.startIndex, offsetBy: count))
    return result
  }

  /// Ends the text, and gives the rest. The stream is ready for another text then.
  public mutating func finish() -> String {
    let result = converter.convert(pending)
    pending = ""
    return result
  }
}

extension ScriptConverter {
  /// Converts the beginning of a text up to about `stop`, and says how many bytes that were.
  fileprivate func convertBeginning(of text: String, to stop: Int) -> (result: String, count: Int) {
    if let replacements { return convertBeginning(of: text, to: stop, LayeredRules(replacements)) }
    return convertBeginning(of: text, to: stop, NoRules())
  }

  private func convertBeginning(
    of text: String, to stop: Int, _ rules: some ConversionRules
  ) -> (result: String, count: Int) {
    unsafe text.utf8.span.withUnsafeBufferPointer { bytes in
      let room = Self.room(for: Self.piece, growth: rules.growth)
      var output = ChunkedOutput(size: stop, piece: room)
      var place = 0
      while place < stop {
        let pieceStop = min(place + Self.piece, stop)
        var pass = unsafe ConversionPass(
          table, text: bytes.baseAddress!, from: place, to: bytes.count, output: output.room(for: room), rules: rules,
          recorder: NoRecorder())
        pass.run(to: pieceStop)
        output.advance(by: pass.written)
        // A few bytes of ASCII before the stop may have been left for later.
        if pieceStop == stop { return (output.finish(), pass.place) }
        place = pass.place
      }
      return (output.finish(), place)
    }
  }
}
