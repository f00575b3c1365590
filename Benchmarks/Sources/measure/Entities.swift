import NamedEntities

extension Measure {
  /// `entities NAMES TEXT`: compiles the names of a file, one a line, and counts their matches in the text of another.
  @Sendable static func entities(_ arguments: [String]) throws -> Round {
    guard arguments.count == 2 else { throw Complaint("usage: measure entities NAMES TEXT") }
    let names = try text(ofFile: arguments[0]).split(separator: "\n")
    let dictionary = try EntityDictionary(
      entities: names.enumerated().lazy.map { Entity(id: "\($0.offset)", type: .product, name: String($0.element)) })
    let text = try text(ofFile: arguments[1])
    return { ["matches": dictionary.matches(in: text).count] }
  }
}
