/// Which variables are bound where, while an expression is walked in the order of evaluation.
///
/// Blocks and lambdas are scopes. A binding is seen from behind it to the end of its scope, and by all
/// lambdas of the scope, since they run later: functions may call themselves and each other.
struct JSONataScopes {
  private struct Scope {
    let firstBinding: Int
    let firstPending: Int
    /// How many lambdas it stands in.
    let lambdas: Int
  }

  /// A read inside a lambda that an outer scope may yet bind.
  private struct Pending {
    let read: Int
    let symbol: Int
    let lambdas: Int
  }

  private var symbols: [String: Int] = [:]
  /// By symbol, how many open scopes bind it.
  private var bindingCounts: [Int] = []
  private var bindings: [Int] = []
  private var scopes = [Scope(firstBinding: 0, firstPending: 0, lambdas: 0)]
  private var pending: [Pending] = []
  /// By read, in the order of ``read(_:)``.
  private var localReads: [Bool] = []

  private var lambdas: Int { scopes.last?.lambdas ?? 0 }

  /// Whether the read with this number, counted from 0, is of a variable that the expression binds.
  func isLocal(read: Int) -> Bool { localReads[read] }

  mutating func enter() {
    scopes.append(Scope(firstBinding: bindings.count, firstPending: pending.count, lambdas: lambdas))
  }

  mutating func enterLambda() {
    scopes.append(Scope(firstBinding: bindings.count, firstPending: pending.count, lambdas: lambdas + 1))
  }

  mutating func leave() {
    guard let scope = scopes.popLast() else { return }
    resolvePending(in: scope)
    for symbol in bindings[scope.firstBinding...] { bindingCounts[symbol] -= 1 }
    bindings.removeSubrange(scope.firstBinding...)
  }

  mutating func bind(_ name: String) {
    let symbol = symbol(name)
    bindings.append(symbol)
    bindingCounts[symbol] += 1
  }

  mutating func read(_ name: String) {
    let symbol = symbol(name)
    let isBound = bindingCounts[symbol] > 0
    if !isBound, lambdas > 0 {
      pending.append(Pending(read: localReads.count, symbol: symbol, lambdas: lambdas))
    }
    localReads.append(isBound)
  }

  private mutating func resolvePending(in scope: Scope) {
    var kept = scope.firstPending
    for index in scope.firstPending..<pending.count {
      let item = pending[index]
      if item.lambdas > scope.lambdas, bindingCounts[item.symbol] > 0 {
        localReads[item.read] = true
      } else {
        pending[kept] = item
        kept += 1
      }
    }
    pending.removeSubrange(kept...)
  }

  private mutating func symbol(_ name: String) -> Int {
    if let symbol = symbols[name] { return symbol }
    let symbol = symbols.count
    symbols[name] = symbol
    bindingCounts.append(0)
    return symbol
  }
}
