import Dispatch
import Synchronization

extension Array where Element: Sendable {
  /// The results of `transform` in the order of the elements, several of them worked out at a time. One element is
  /// transformed on the calling thread.
  func concurrentMap<Result: Sendable>(
    _ progress: Progress, _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    guard count > 1 else { return map(transform) }
    let results = Mutex([Result?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let result = transform(self[index])
      results.withLock { $0[index] = result }
      progress.advance()
    }
    progress.clear()
    return results.withLock { $0.compactMap(\.self) }
  }
}
