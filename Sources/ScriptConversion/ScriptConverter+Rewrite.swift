internal import TextOffsets

extension ScriptConverter {
  /// Input is taken in pieces of this many bytes, so that what is written stays in the processor's cache.
  static let piece = 8192

  /// How many bytes a piece of input can become, and how far a key that began in it can go beyond.
  static func room(for size: Int, growth: Int) -> Int {
    (size + UserDictionary.limit) * max(growth, ConversionFormat.growthLimit) + ConversionFormat.outputPadding
  }

  /// Converts `ranges` of `text`, ascending and on scalar boundaries, with edits if they are wanted.
  func rewrite(
    _ text: String, within ranges: [UTF8Range], rules: some ConversionRules, recordingEdits: Bool
  ) -> Rewriting {
    var rules = rules
    var edits = Edits()
    let result = unsafe text.utf8.span.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return "" }
      // A dictionary whose entries grow much gets smaller pieces, so that the buffer stays small.
      let piece = min(max(Self.piece * ConversionFormat.growthLimit / max(rules.growth, 4), 512), bytes.count)
      var output = ChunkedOutput(size: bytes.count, piece: Self.room(for: piece, growth: rules.growth))
      let records = UnsafeMutableBufferPointer<Edits.Record>.allocate(
        capacity: recordingEdits ? piece + UserDictionary.limit : 0)
      defer { unsafe records.deallocate() }
      let total = (ranges.last?.end ?? 0) - (ranges.first?.start ?? 0)
      var place = 0
      for range in ranges {
        unsafe output.copy(base, from: place, to: range.start)
        place = range.start
        while place < range.end {
          let stop = min(place + piece, range.end)
          let room = unsafe output.room(for: Self.room(for: stop - place, growth: rules.growth))
          let start = place
          if recordingEdits {
            var pass = unsafe ConversionPass(
              table, text: base, from: place, to: range.end, output: room, rules: rules,
              recorder: EditRecorder(records.baseAddress!, from: place))
            pass.run(to: stop)
            edits.makeRoom(for: pass.recorder.count, done: pass.place - ranges[0].start, of: total)
            unsafe edits.append(UnsafeBufferPointer(rebasing: records[..<pass.recorder.count]), from: start)
            (place, rules) = (pass.place, pass.rules)
            output.advance(by: pass.written)
          } else {
            var pass = unsafe ConversionPass(
              table, text: base, from: place, to: range.end, output: room, rules: rules, recorder: NoRecorder())
            pass.run(to: stop)
            (place, rules) = (pass.place, pass.rules)
            output.advance(by: pass.written)
          }
        }
      }
      unsafe output.copy(base, from: place, to: bytes.count)
      return output.finish()
    }
    return Rewriting(text: result, edits: edits)
  }

  /// The ranges to convert: in the text, on scalar boundaries, in order, without overlap.
  static func scopes(_ ranges: [UTF8Range]?, of text: String) -> [UTF8Range] {
    guard let ranges else { return [text.utf8Range] }
    var result: [UTF8Range] = []
    for range in ranges {
      let scope = text.scope(of: range)
      let start = max(scope.start, result.last?.end ?? 0)
      if start < scope.end { result.append(UTF8Range(start: start, end: scope.end)) }
    }
    return result
  }
}
