/// The rules of the tech profile that work on the best path, in order.
enum TechRules {
  /// Joins tokens by rule.
  static func apply(_ workspace: borrowing Workspace, count: Int, _ tables: ScoringTables, joinsUnknown: Bool) {
    var path = TokenPath(workspace, count: count, tables)
    NumberUnits.join(&path)
    ForeignNames.join(&path)
    if joinsUnknown { UnknownWords.join(&path) }
  }
}
