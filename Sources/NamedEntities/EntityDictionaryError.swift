/// Why entities cannot be compiled, or a compiled dictionary cannot be opened.
public struct EntityDictionaryError: Error, Hashable {
  /// What is wrong.
  public enum Code: Hashable, Sendable {
    /// Two entities have the same id.
    case duplicateID
    /// A name has no character besides separators.
    case emptyName
    /// A name has more than 255 characters.
    case nameTooLong
    /// The source has errors; its `problems` list them.
    case invalidSource
    /// The bytes are no dictionary, or one of another format; compile it again.
    case notADictionary
    /// The bytes are damaged.
    case damaged
    /// The file cannot be read.
    case unreadable
  }

  /// What is wrong.
  public let code: Code
  /// The id of the entity it is wrong with; empty where it is the whole.
  public let entity: String
  /// The name it is wrong with.
  public let name: String

  init(code: Code, entity: String = "", name: String = "") {
    self.code = code
    self.entity = entity
    self.name = name
  }
}

extension EntityDictionaryError: CustomStringConvertible {
  /// What is wrong, in one sentence.
  public var message: String {
    switch code {
    case .duplicateID: "two entities have the id \(entity)"
    case .emptyName: "a name of \(entity) has nothing but separators"
    case .nameTooLong: "a name of \(entity) has more than \(DictionaryCompiler.longestName) characters"
    case .invalidSource: "the source has errors"
    case .notADictionary: "this is no compiled dictionary, or one of another format"
    case .damaged: "the compiled dictionary is damaged"
    case .unreadable: "the file cannot be read"
    }
  }

  /// The same as ``message``.
  public var description: String { message }
}
