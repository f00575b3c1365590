/// One node of the compiled lexicon's trie, in eight bytes.
///
/// | bits | field |
/// |---|---|
/// | 0–15 | label: the number of the unit that leads here from the parent; of a pair, its bucket in `PairTable` |
/// | 16–28 | weight class; 0 where no word ends |
/// | 29–47 | base: the child by unit `u` is at `nodes[base + u]`, if that node's label is `u` |
/// | 48–63 | signature: bit `u & 15` is set if there is a child by some unit `u` with these low bits |
///
/// No two parents share a base, so the label alone tells whose child a node is. The signature keeps most failing steps
/// from touching memory at all.
package struct LexiconNode {
  package let bits: UInt64

  /// The label of slots that hold no node.
  static let noLabel: UInt16 = 0xffff
  static let baseLimit = 1 << 19
  static let classLimit = 1 << 13

  /// A slot without a node. Its label is that of no unit; as a bucket of pairs it has neither weight nor children.
  static let empty = LexiconNode(bits: UInt64(noLabel))

  @inline(__always)
  init(bits: UInt64) { self.bits = bits }

  init(label: UInt16, weightClass: Int, base: Int, signature: UInt16) {
    precondition(weightClass < Self.classLimit && base < Self.baseLimit)
    bits = UInt64(label) | UInt64(weightClass) << 16 | UInt64(base) << 29 | UInt64(signature) << 48
  }

  @inline(__always)
  var label: UInt16 { UInt16(truncatingIfNeeded: bits) }
  @inline(__always)
  var weightClass: Int { Int(truncatingIfNeeded: bits >> 16) & (Self.classLimit - 1) }
  @inline(__always)
  var base: UInt32 { UInt32(truncatingIfNeeded: bits >> 29) & UInt32(Self.baseLimit - 1) }
  /// Whether a child by `unit` may exist.
  @inline(__always)
  func mayContinue(with unit: UInt16) -> Bool { bits >> (48 &+ UInt64(unit & 15)) & 1 != 0 }
}
