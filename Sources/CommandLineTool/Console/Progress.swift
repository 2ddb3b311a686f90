import Reports
import Synchronization

/// Tells a terminal how far a long run is, on one line that is gone in the end.
final class Progress: Sendable {
  private struct State {
    var doneCount = 0
    var nextUpdate: ContinuousClock.Instant
    var isShown = false
  }

  private static let interval = Duration.milliseconds(100)

  private let sink: any TextSink
  private let totalCount: Int
  /// What is done with the files: `read`.
  private let deed: String
  private let state: Mutex<State>

  /// - Parameter delay: How long a run stays silent.
  init(on sink: any TextSink, totalCount: Int, done deed: String, delay: Duration) {
    self.sink = sink
    self.deed = deed
    self.totalCount = totalCount
    state = Mutex(State(nextUpdate: .now + delay))
  }

  /// One more of all is done.
  func advance() {
    guard sink.isTerminal else { return }
    state.withLock { state in
      state.doneCount += 1
      let now = ContinuousClock.now
      guard now >= state.nextUpdate else { return }
      state.nextUpdate = now + Self.interval
      state.isShown = true
      sink.write("\r\(state.doneCount) of \(totalCount) files \(deed)\u{1B}[K")
    }
  }

  func clear() {
    state.withLock { state in
      if state.isShown { sink.write("\r\u{1B}[K") }
      state.isShown = false
    }
  }
}
