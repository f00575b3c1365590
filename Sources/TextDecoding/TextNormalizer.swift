public import TextOffsets

/// A normalised text, and what was changed to get there.
public struct NormalizedText: Sendable {
  /// The text.
  public let text: String
  /// What changed, to map ranges of the normalised text back to the original, and forth.
  public let edits: Edits
}

/// Normalises text, keeping account of offsets. The normalisation is ICU's.
public struct TextNormalizer: Sendable {
  /// What is changed.
  public let form: NormalizationForm

  /// Makes the normalizer.
  public init(_ form: NormalizationForm) {
    self.form = form
  }

  /// Normalises `text`. Linear.
  ///
  /// More than a thousand combining marks in a row are normalised in pieces, as Unicode's stream-safe format allows, so that
  /// hostile text costs no more than other text.
  public func normalize(_ text: String) -> NormalizedText {
    if form == .fullWidth { return widen(text) }
    let units = Array(text.utf16)
    var rewriting = Rewriting(units)
    let handle = NormalizerHandle(form)
    var from = 0
    while let change = handle.next(in: units, from: from) {
      rewriting.replace(change.source, by: change.target)
      from = change.source.upperBound
    }
    return rewriting.finish()
  }

  /// The full-width forms stand in ASCII's order, 0xFEE0 higher; only the space is elsewhere.
  private func widen(_ text: String) -> NormalizedText {
    let units = Array(text.utf16)
    var rewriting = Rewriting(units)
    for (index, unit) in units.enumerated() where (0x20..<0x7F).contains(unit) {
      rewriting.replace(index..<index + 1, by: [unit == 0x20 ? 0x3000 : unit + 0xFEE0])
    }
    return rewriting.finish()
  }
}

/// A text on its way to another: changes are told in UTF-16, as ICU counts, and kept in UTF-8, as everyone else does.
private struct Rewriting {
  private let source: [UInt16]
  private var target: [UInt8] = []
  private var edits = Edits()
  private var done = 0
  /// Unchanged bytes since the last change.
  private var gap = 0

  init(_ source: [UInt16]) {
    self.source = source
    target.reserveCapacity(source.count * 3)
  }

  mutating func replace(_ range: Range<Int>, by units: [UInt16]) {
    keep(upTo: range.lowerBound)
    done = range.upperBound
    let old = source[range]
    let new = String(decoding: units, as: UTF16.self).utf8
    if old.elementsEqual(units) {
      gap += new.count
    } else {
      edits.append(gap: gap, sourceCount: String(decoding: old, as: UTF16.self).utf8.count, targetCount: new.count)
      gap = 0
    }
    target.append(contentsOf: new)
  }

  mutating func finish() -> NormalizedText {
    keep(upTo: source.count)
    return NormalizedText(text: String(decoding: target, as: UTF8.self), edits: edits)
  }

  private mutating func keep(upTo end: Int) {
    guard done < end else { return }
    let kept = String(decoding: source[done..<end], as: UTF16.self).utf8
    target.append(contentsOf: kept)
    gap += kept.count
    done = end
  }
}
