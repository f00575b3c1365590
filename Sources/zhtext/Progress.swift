/// A bar on standard error with rate and time left, for people who wait.
///
/// It appears only on a terminal, and only once the work has taken longer than a second.
struct Progress: ~Copyable {
  enum Unit {
    case files, bytes
  }

  private let total: Int?
  private let unit: Unit
  private let isShown: Bool
  private let start = ContinuousClock.now
  private var done = 0
  private var nextDrawing = Duration.seconds(1)

  /// Starts the clock for work of `total` units, or of unknown length.
  init(total: Int?, unit: Unit, quiet: Bool) {
    self.total = total
    self.unit = unit
    isShown = !quiet && Descriptor.standardError.isTerminal
  }

  /// Notes that more is done.
  mutating func advance(by count: Int) {
    done += count
    guard isShown else { return }
    let elapsed = ContinuousClock.now - start
    guard elapsed >= nextDrawing else { return }
    nextDrawing = elapsed + .milliseconds(100)
    Diagnostics.write("\r\u{1B}[K" + line(after: elapsed / .seconds(1)))
  }

  /// Takes the bar away.
  consuming func finish() {
    if isShown && nextDrawing > .seconds(1) { Diagnostics.write("\r\u{1B}[K") }
  }

  private func line(after seconds: Double) -> String {
    let rate = Double(done) / seconds
    guard let total, total > 0 else { return "\(amount(Double(done)))  \(amount(rate))/s" }
    let share = min(1, Double(done) / Double(total))
    let filled = Int(share * 30)
    let bar = String(repeating: "=", count: filled) + String(repeating: " ", count: 30 - filled)
    let left = Int(Double(max(0, total - done)) / max(rate, 1e-9))
    return "[\(bar)] \(Int(share * 100)) %  \(amount(rate))/s  \(left / 60) min \(left % 60) s left"
  }

  private func amount(_ count: Double) -> String {
    switch unit {
    case .files: "\(Int(count)) files"
    case .bytes: "\((count / 100_000).rounded() / 10) MB"
    }
  }
}
