/// Why bytes are not the artifact that a reader expects.
package struct DataArtifactError: Error, Hashable {
  /// What is wrong.
  package enum Code: Hashable, Sendable {
    /// The magic at the start is missing.
    case notAnArtifact
    /// It is an artifact for another engine.
    case wrongKind
    /// It was written for another version of the engine; compile it again.
    case wrongFormatVersion
    /// The file is shorter or longer than its header says.
    case truncated
    /// A section that the engine needs is not there.
    case missingSection
    /// A section lies outside of the file, or its content contradicts itself.
    case damagedSection
    /// The content is not what was written.
    case wrongChecksum
    /// The file cannot be opened or mapped.
    case unreadable
  }

  /// What is wrong.
  package let code: Code

  package init(code: Code) { self.code = code }
}
