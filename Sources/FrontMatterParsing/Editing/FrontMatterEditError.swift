/// Why a block cannot be changed as asked. The page is as it was.
public struct FrontMatterEditError: Error, Hashable, Sendable {
  /// What stands against the change.
  public let code: Code
  /// The path that was to be changed.
  public let path: FrontMatter.Path

  /// Makes the error of a change at `path`.
  public init(code: Code, path: FrontMatter.Path) {
    self.code = code
    self.path = path
  }

  /// What can stand against a change.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    /// There is no value at the path.
    case notFound
    /// A step of the path leads into a value that has no keys.
    case notAMapping
    /// What is appended to is not a list.
    case notASequence
    /// The new name is taken.
    case keyExists
    /// An alias elsewhere stands for the value, or for a part of it.
    case anchored
    /// The path leads through an alias, so the change would show in two places.
    case throughAlias
    /// The syntax cannot write the value, or the value not in this place.
    case notRepresentable
    /// The page with the change would go beyond the reader's limits.
    case beyondLimits
  }

  /// What stands against the change and what to do, in one sentence.
  public var message: String {
    switch code {
    case .notFound: "there is no '\(path)'; check the spelling"
    case .notAMapping: "'\(path)' leads into a value without keys; set that value to a mapping first"
    case .notASequence: "'\(path)' is not a list; set it to one first"
    case .keyExists: "the new name of '\(path)' is taken; remove that key first"
    case .anchored: "an alias stands for '\(path)' or a part of it; replace the alias first"
    case .throughAlias: "'\(path)' leads through an alias; change what the alias stands for"
    case .notRepresentable: "'\(path)' cannot be written so in this syntax; write another value, or another syntax"
    case .beyondLimits: "with '\(path)' the front matter would go beyond the limits; raise them if it is trusted"
    }
  }
}

extension FrontMatterEditError: CustomStringConvertible {
  /// The message.
  public var description: String { message }
}
