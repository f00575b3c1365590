/// A trie over sequences of labels in one array of eight-byte units, read in place.
///
/// The child of a node under a label stands at `base ^ label`. A unit keeps its own label and no parent: no two nodes
/// share a base, so a unit whose label is the one looked for can only be the child looked for.
///
/// Two flags beside the label spare most loads: whether a key ends at the node, whose value then is the child under label
/// 0; and whether the node is a leaf, in which case the unit's base is the value itself. The layout is the one of
/// Darts-clone, widened from bytes to labels of up to 2²⁴, which may be Unicode scalars or any denser numbering of them.
@safe
package struct DoubleArray: @unchecked Sendable {
  // Sound because the units are only read, and every index is tested; who makes the value answers for their lifetime.

  /// One place of the array, and so one node: where a walk stands.
  package struct Unit: BitwiseCopyable, Sendable {
    /// Where the children are, or the value of a leaf.
    package let base: UInt32
    /// The label on the way from the parent, and the flags.
    @usableFromInline let labelAndFlags: UInt32

    /// A unit without flags, or one of the two flags.
    @inlinable
    package init(base: UInt32, label: UInt32, endsKey: Bool = false, isLeaf: Bool = false) {
      self.base = base
      labelAndFlags = label | (endsKey ? Self.endsKeyFlag : 0) | (isLeaf ? Self.leafFlag : 0)
    }

    @usableFromInline static let labelMask: UInt32 = 0x00FF_FFFF
    @usableFromInline static let endsKeyFlag: UInt32 = 0x8000_0000
    @usableFromInline static let leafFlag: UInt32 = 0x4000_0000
    /// The place of a unit that is not used.
    package static let unused = Unit(base: 0, label: labelMask)

    /// The label on the way from the parent.
    @inlinable
    package var label: UInt32 { labelAndFlags & Self.labelMask }
    /// Whether a key ends here and others go on.
    @inlinable
    package var endsKey: Bool { labelAndFlags & Self.endsKeyFlag != 0 }
    /// Whether a key ends here and none goes on.
    @inlinable
    package var isLeaf: Bool { labelAndFlags & Self.leafFlag != 0 }
  }

  /// Where a walk stands.
  package typealias Node = Unit

  @usableFromInline let units: UnsafeBufferPointer<Unit>
  /// Where every walk starts.
  package let root: Node

  /// Reads the units in place.
  ///
  /// - Parameter units: memory that outlives the value.
  @inlinable
  package init(units: UnsafeBufferPointer<Unit>, root: UInt32) {
    unsafe self.units = unsafe units
    self.root = Unit(base: root, label: 0)
  }

  /// The child of `node` under `label`, from 1 to 2²⁴ - 2. One load.
  @inlinable
  package func child(of node: Node, _ label: UInt32) -> Node? {
    let index = Int(node.base ^ label)
    // A damaged file may hold any base, so the bound is tested here, where it costs a predicted branch.
    guard !node.isLeaf, unsafe index < units.count else { return nil }
    let unit = unsafe units[index]
    return unit.label == label ? unit : nil
  }

  /// The value of the key that ends at `node`. No load for a leaf, one otherwise.
  @inlinable
  package func value(at node: Node) -> UInt32? {
    if node.isLeaf { return node.base }
    guard node.endsKey, unsafe Int(node.base) < units.count else { return nil }
    return unsafe units[Int(node.base)].base
  }
}
