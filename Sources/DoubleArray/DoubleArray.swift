/// A trie over sequences of labels in one array of eight-byte units, read in place.
///
/// The child of a node under a label stands at `base ^ label`. A unit keeps its own label and no parent: no two nodes
/// share a base, so a unit whose label is the one looked for can only be the child looked for.
///
/// Label 0 ends a key: that child's base is the key's value. The layout is the one of Darts-clone, widened from bytes to
/// labels of up to 2²⁴, which may be Unicode scalars or any denser numbering of them.
@safe
package struct DoubleArray: @unchecked Sendable {
  // Sound because the units are only read; who makes the value answers for their lifetime.

  /// One place of the array.
  package struct Unit: BitwiseCopyable, Sendable {
    /// Where the children are, or the value where the label is 0.
    package let base: UInt32
    /// The label on the way from the parent; `DoubleArray.emptyLabel` where nothing stands.
    package let label: UInt32

    @inlinable
    package init(base: UInt32, label: UInt32) {
      self.base = base
      self.label = label
    }
  }

  /// The label of an unused unit; larger than every label.
  package static let emptyLabel: UInt32 = .max

  /// The base of the root.
  package typealias Node = UInt32

  @usableFromInline let units: UnsafeBufferPointer<Unit>
  /// The base of the root: where every walk starts.
  package let root: Node

  /// Reads the units in place.
  ///
  /// - Parameter units: memory that outlives the value.
  @inlinable
  package init(units: UnsafeBufferPointer<Unit>, root: Node) {
    unsafe self.units = unsafe units
    self.root = root
  }

  /// The child of `node` under `label`, from 1. Two loads of one cache line at most.
  @inlinable
  package func child(of node: Node, _ label: UInt32) -> Node? {
    let index = Int(node ^ label)
    // A damaged file may hold any base, so the bound is tested here, where it costs a predicted branch.
    guard unsafe index < units.count else { return nil }
    let unit = unsafe units[index]
    return unit.label == label ? unit.base : nil
  }

  /// The value of the key that ends at `node`.
  @inlinable
  package func value(at node: Node) -> UInt32? { child(of: node, 0) }
}
