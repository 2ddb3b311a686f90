/// `1 state`, `2 states`.
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

/// `2 of 3 tasks (67%)`, `all 3 tasks`, `the only task`.
func share(_ count: Int, of total: Int, _ noun: String) -> String {
  guard count != total else { return total == 1 ? "the only \(noun)" : "all \(counted(total, noun))" }
  let percent = total > 0 ? (count * 100 + total / 2) / total : 0
  return "\(count) of \(counted(total, noun)) (\(percent)%)"
}

/// `A`, `A and B`, `A, B and C`.
func listed(_ items: [String]) -> String {
  guard let last = items.last, items.count > 1 else { return items.first ?? "" }
  return items.dropLast().joined(separator: ", ") + " and \(last)"
}
