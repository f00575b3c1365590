internal import DataArtifact

/// How conversion tables lie in an artifact: the one place that its compiler and its reader share.
///
/// | section | holds |
/// |---|---|
/// | `CONF` | a `Configuration` for each of OpenCC's configurations, with and without rare results |
/// | `PIDX` | page tables: the number of the page of each block of 64 code points, up to U+3FFFF |
/// | `PAGE` | pages of 64 entries: what a scalar becomes by itself, and where the keys that begin with it go on |
/// | `UNIT` | double arrays over labels, from the second scalar of a key on |
/// | `ACTN` | what happens at a node, by row number, for each configuration |
/// | `OUTP` | the UTF-8 of outputs |
package enum ConversionFormat {
  package static let kind = UInt32(letters: "SCNV")
  package static let version: UInt32 = 2

  package enum Section {
    package static let configurations = UInt32(letters: "CONF")
    package static let pageTables = UInt32(letters: "PIDX")
    package static let pages = UInt32(letters: "PAGE")
    package static let units = UInt32(letters: "UNIT")
    package static let actions = UInt32(letters: "ACTN")
    package static let outputs = UInt32(letters: "OUTP")
  }

  /// Where the parts of a configuration are, counted in the elements of their sections.
  package struct Configuration: BitwiseCopyable {
    /// Up to eight ASCII letters, filled up with zeros; a trailing `-` stands for "without rare results".
    package var name: UInt64
    package var pageTable: UInt32
    package var unitsStart: UInt32
    package var unitsEnd: UInt32
    package var actionsStart: UInt32
    package var actionsEnd: UInt32
    /// How many ASCII bytes at most a key begins with.
    package var asciiReach: UInt32

    package init(name: String, pageTable: Int, units: Range<Int>, actions: Range<Int>, asciiReach: Int) {
      self.name = Self.packed(name)
      self.pageTable = UInt32(pageTable)
      unitsStart = UInt32(units.lowerBound)
      unitsEnd = UInt32(units.upperBound)
      actionsStart = UInt32(actions.lowerBound)
      actionsEnd = UInt32(actions.upperBound)
      self.asciiReach = UInt32(asciiReach)
    }

    package static func packed(_ name: String) -> UInt64 {
      name.utf8.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
  }

  /// The blocks of 64 code points that a page table covers; scalars beyond are copied.
  package static let pageTableCount = 0x40000 / 64
  /// The operators that begin an ideographic description sequence.
  package static let sequenceOperators: ClosedRange<UInt32> = 0x2FF0...0x2FFF
  /// How many bytes at most each byte of input becomes.
  package static let growthLimit = 4
  /// Bytes after the last output, so that copies may read past its end.
  package static let outputPadding = 64

  /// Whether a block is so common in Chinese text that its scalars are kept as entries of their own.
  package static func isCommon(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2000..<0x2070, 0x3000..<0x3100, 0x3400..<0xA000, 0xFF00..<0x10000: true
    default: false
    }
  }

  // MARK: Entries, by bits: 0–15 label, 16–35 base, 36–59 value, 60–63 kind.

  /// What stands in an entry's value.
  package enum Kind: UInt64 {
    /// The three bytes of the scalar's output, the first one lowest.
    case threeBytes = 0
    /// The same, and the output is the scalar itself.
    case sameThreeBytes = 1
    /// Nothing: the scalar stays as it is.
    case copied = 8
    /// Where in the outputs a count of bytes, and those bytes, stand.
    case stored = 9
    /// Nothing: the scalar may begin a description sequence, which stays as it is.
    case sequenceOperator = 10
  }

  package static func entry(label: UInt16, base: UInt32, kind: Kind, value: UInt32) -> UInt64 {
    precondition(base < 1 << 20 && value < 1 << 24, "an entry has 20 bits of base and 24 of value")
    return UInt64(label) | UInt64(base) << 16 | UInt64(value) << 36 | kind.rawValue << 60
  }

  package static let copiedEntry = entry(label: 0, base: 0, kind: .copied, value: 0)

  // MARK: Units, by bits: 0–15 label, 16–35 base, 36–63 row.

  package static func unit(label: UInt16, base: UInt32, row: UInt32) -> UInt64 {
    precondition(base < 1 << 20 && row < 1 << 28, "a unit has 20 bits of base and 28 of row")
    return UInt64(label) | UInt64(base) << 16 | UInt64(row) << 36
  }

  /// A label that no scalar has.
  package static let emptyUnit = unit(label: .max, base: 0, row: 0)

  // MARK: Actions, by bits: 0–20 output, 21–26 bytes of output, 27–31 scalars of input if fewer than were walked.

  package static func action(output: Int, byteCount: Int, partialCount: Int) -> UInt32 {
    precondition(
      output < 1 << 21 && 1..<64 ~= byteCount && partialCount < 32, "an action has 21, 6 and 5 bits for its parts")
    return UInt32(output) | UInt32(byteCount) << 21 | UInt32(partialCount) << 27
  }

  /// The action by which the next `count` scalars become what each becomes by itself, as four of five keys want it: it
  /// only keeps keys from beginning inside. It has no bytes of output, and its scalars of input are always there; so the
  /// action 0, which stands for none, reads as one that deals with no more than the scalar at hand.
  package static func separately(_ count: Int) -> UInt32 {
    precondition(1..<32 ~= count, "an action has 5 bits for its scalars")
    return UInt32(count) << 27
  }

  /// Whether an action is one of `separately(_:)`, or 0.
  @inline(__always)
  package static func isSeparate(_ action: UInt32) -> Bool { action & 0x3F << 21 == 0 }
}
