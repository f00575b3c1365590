/// One name of one entity, as a compiled dictionary keeps it. Names with the same key stand together.
struct AliasRecord: BitwiseCopyable, Sendable {
  /// The number of the entity in its dictionary.
  let entity: UInt32
  /// 0 for the canonical name, otherwise 1 + the index in the entity's aliases.
  let number: UInt16
  private let kindIndex: UInt8
  private let flags: UInt8

  private static let ambiguous: UInt8 = 1
  private static let caseSensitive: UInt8 = 2
  private static let lastOfKey: UInt8 = 4

  init(
    entity: UInt32, number: UInt16, kind: Entity.Alias.Kind, isAmbiguous: Bool, isCaseSensitive: Bool,
    isLastOfKey: Bool
  ) {
    self.entity = entity
    self.number = number
    kindIndex = UInt8(truncatingIfNeeded: Entity.Alias.Kind.allCases.firstIndex(of: kind) ?? 0)
    flags =
      (isAmbiguous ? Self.ambiguous : 0) | (isCaseSensitive ? Self.caseSensitive : 0)
      | (isLastOfKey ? Self.lastOfKey : 0)
  }

  /// How the name relates to the canonical one.
  var kind: Entity.Alias.Kind {
    Int(kindIndex) < Entity.Alias.Kind.allCases.count ? Entity.Alias.Kind.allCases[Int(kindIndex)] : .other
  }

  /// Whether the name needs context.
  var isAmbiguous: Bool { flags & Self.ambiguous != 0 }
  /// Whether letter case must be as written.
  var isCaseSensitive: Bool { flags & Self.caseSensitive != 0 }
  /// Whether the next record belongs to another key.
  var isLastOfKey: Bool { flags & Self.lastOfKey != 0 }
}

/// What the trie keeps for a key: where its names begin, and whether each must be looked at before it counts.
struct KeyValue {
  let packed: UInt32

  init(packed: UInt32) { self.packed = packed }

  init(firstAlias: Int, needsCheck: Bool) { packed = UInt32(firstAlias) << 1 | (needsCheck ? 1 : 0) }

  var firstAlias: Int { Int(packed >> 1) }
  var needsCheck: Bool { packed & 1 == 1 }
}
