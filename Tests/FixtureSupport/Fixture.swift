public import Foundation

/// The folder of the package, found from where this file was compiled.
private let packageRoot = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// Files of `Fixtures/`.
public enum Fixture {
  /// Where the file `path` of `Fixtures/` is.
  public static func url(_ path: String) -> URL { packageRoot.appending(path: "Fixtures/" + path) }

  /// The UTF-8 text of the file.
  public static func text(_ path: String) throws -> String { try String(contentsOf: url(path), encoding: .utf8) }

  /// The bytes of the file.
  public static func bytes(_ path: String) throws -> [UInt8] { try [UInt8](Data(contentsOf: url(path))) }

  /// The JSON values of a file with one on each line.
  public static func lines<Line: Decodable>(_ path: String, as type: Line.Type = Line.self) throws -> [Line] {
    try JSONLines.decode(Data(contentsOf: url(path)))
  }
}

/// Files that some machines have beside or inside the checkout and that never belong to the repository. Each is `nil`
/// where it is missing, and a test that needs it then says that it skips.
public enum LocalData {
  /// A file of `../shared/`: labelled development data and outside test suites.
  public static func shared(_ path: String) -> URL? { existing("../shared/" + path) }

  /// A file of the packages that artifacts are made from: of `.artifact-sources/`, which `Scripts/fetch-sources` fills,
  /// or of the environment that `Scripts/peers` makes, which has the same packages.
  public static func artifactSource(_ path: String) -> URL? {
    if let source = existing(".artifact-sources/" + path) { return source }
    let libraries = packageRoot.appending(path: ".peers/venv/lib")
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: libraries.path)) ?? []
    return versions.lazy.compactMap { existing(".peers/venv/lib/\($0)/site-packages/" + path) }.first
  }

  /// The Python of the environment that `Scripts/peers` makes.
  public static var peersPython: URL? { existing(".peers/venv/bin/python") }

  /// A file of the package itself.
  public static func program(_ path: String) -> URL { packageRoot.appending(path: path) }

  private static func existing(_ path: String) -> URL? {
    let url = packageRoot.appending(path: path)
    return FileManager.default.fileExists(atPath: url.path) ? url : nil
  }
}

/// Files with one JSON value on each line.
public enum JSONLines {
  /// The values of the lines that are not empty.
  public static func decode<Line: Decodable>(_ data: Data, as type: Line.Type = Line.self) throws -> [Line] {
    let decoder = JSONDecoder()
    return try data.split(separator: UInt8(ascii: "\n")).map { try decoder.decode(Line.self, from: Data($0)) }
  }
}
