/// What kind of thing an entity is.
public enum EntityType: String, CaseIterable, Hashable, Sendable, Codable {
  /// A person, under any name: real, pen, nick.
  case person
  /// A company, a business that owns a brand, a news medium.
  case company
  /// Any other body: a university, institute, laboratory, agency, community, media account.
  case organisation
  /// A product, model, chip, application, platform, operating system, data set or site.
  case product
  /// A country, city, district or other place.
  case place
  /// A conference, contest, prize, programme or named plan.
  case event
  /// A book, a show, a paper.
  case work
  /// A named architecture, algorithm, law, theorem, language, protocol or standard.
  case technology
}
