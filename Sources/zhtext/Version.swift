import TextDecoding

/// What `zhtext --version` says.
enum Version {
  /// The package's version, as CHANGELOG.md has it.
  static let package = "0.1.0"

  static var description: String { "zhtext \(package)\nICU \(ICU.version)" }
}
