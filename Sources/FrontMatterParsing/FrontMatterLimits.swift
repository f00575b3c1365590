extension FrontMatter {
  /// How much a block may ask of its reader. The defaults suit pages from strangers.
  public struct Limits: Hashable, Sendable {
    /// The length of the content between the fences, in UTF-8 bytes: at most 2³⁰.
    public var bytes: Int
    /// How deep collections may be nested, aliases followed: at most 1,000, so that no stack overflows.
    public var depth: Int
    /// The number of keys of all mappings together.
    public var keys: Int
    /// The number of nodes, each alias counted as all that it stands for.
    public var aliasedNodes: Int
    /// The length of all scalars, in UTF-8 bytes, each alias counted as all that it stands for.
    public var aliasedBytes: Int

    /// Makes limits; values outside of the ranges above are moved into them.
    public init(
      bytes: Int = 1 << 20, depth: Int = 64, keys: Int = 20_000, aliasedNodes: Int = 200_000,
      aliasedBytes: Int = 1 << 24
    ) {
      self.bytes = min(max(bytes, 0), 1 << 30)
      self.depth = min(max(depth, 1), 1_000)
      self.keys = max(keys, 0)
      self.aliasedNodes = max(aliasedNodes, 0)
      self.aliasedBytes = max(aliasedBytes, 0)
    }
  }
}
