import Linting

/// A catalogue that stays as it is, so that scenarios test the command line and not the real rules.
let testRules: [Rule] = [
  brokenText, finalComment, passesOnly, reasonedSuppressions, targetsExist, tidyEnd, usedSuppressions,
  wholeStates,
]

private let reasonedSuppressions = Rule(
  "suppression-without-reason", .advice, since: "0.1", summary: "Suppressions say why.",
  rationale: "Who knows?",
  bad: [], good: []
)
.suppressionDefect(.withoutReason) { defect, report in
  report(range: defect.range, "No reason is given.")
}

private let usedSuppressions = Rule(
  "unused-suppression", .advice, since: "0.1", summary: "Suppressions suppress.", rationale: "They do.",
  bad: [],
  good: []
)
.suppressionDefect(.unused, .expired, .unknownRule, .withoutRule, .misplaced) { defect, report in
  let detail = defect.detail.map { " (\($0))" } ?? ""
  report(range: defect.range, "\"\(defect.name)\" suppresses nothing: \(defect.kind)\(detail).")
}

private let brokenText = Rule(
  "broken-text", .refused, since: "0.1", summary: "The text can be read.",
  rationale: "What cannot be read cannot run.", bad: [], good: []
)
.syntaxDefect(.emptyText, .unexpectedCharacter, .unexpectedEnd, .binary, .invalidUTF8, .nestingTooDeep) {
  defect, _, report in
  report(range: defect.range, "The text is broken: \(defect.kind).")
}

/// Proposes what the comments `todo` (surely), `maybe` (perhaps) and `break` (by a mistake of the rule) should be.
private let finalComment = Rule(
  "final-comment", .advice, since: "0.1", summary: "Comments are final.", rationale: "Drafts confuse.",
  bad: [
    Example(
      #"{ "Comment": «"todo"», "StartAt": "A", "States": {} }"#,
      fixed: #"{ "Comment": "done", "StartAt": "A", "States": {} }"#)
  ],
  good: []
)
.object { object, subject, report in
  guard let value = subject.machine.value(.comment, of: object) else { return }
  let tree = subject.tree
  let fix: Fix? =
    switch tree.text(value) {
    case "todo": Fix("Replace with \"done\"", isSafe: true, tree.replacement(of: value, with: "done"))
    case "maybe": Fix("Replace with \"sure\"", isSafe: false, tree.replacement(of: value, with: "sure"))
    case "break": Fix("Remove a quote", isSafe: true, TextEdit(tree.range(value), "\"broken"))
    default: nil
    }
  if fix != nil { report(value, "\"\(tree.text(value))\" is a draft.", fix: fix) }
}

private let passesOnly = Rule(
  "no-pass-state", .risky, since: "0.1", summary: "No state does nothing.",
  rationale: """
    A Pass state does nothing but move data about. This rationale is long enough to be wrapped, so that it \
    can be seen that it is, at the width of the terminal or at a hundred characters.
    """,
  bad: [
    """
    { "StartAt": ‹"A"›, "States": {
      «"A"»: { "Type": "Pass", "End": true } } }
    """
  ],
  good: [.yaml("StartAt: A\nStates: {}\n")], aliases: ["pass-state"]
)
.state(.pass) { state, subject, report in
  report(state.name, "\"\(subject.tree.text(state.name))\" does nothing.", certainty: .certain)
}

private let targetsExist = Rule(
  "target-exists", .refused, since: "0.1", predicts: "MISSING_TRANSITION_TARGET",
  summary: "Every transition names a state.", rationale: "Nothing leads nowhere.",
  bad: [], good: []
)
.transition { transition, subject, report in
  guard case .missing = transition.target else { return }
  let states = subject.machine.states
  report(
    transition.name, "\"\(subject.tree.text(transition.name))\" is not a state.", help: "Name a state.",
    related: states.first.map { [RelatedPlace("such as this one", at: subject.tree.range($0.name))] } ?? [])
}

private let tidyEnd = Rule(
  "tidy-end", .advice, since: "0.1", summary: "A workflow ends in a state | or two.",
  rationale: "It is tidier.", bad: [], good: []
)
.state(.succeed) { state, subject, report in
  report(state.name, "\"\(subject.tree.text(state.name))\" succeeds.")
}

private let wholeStates = Rule(
  "short-wait", .fails, since: "0.1", summary: "No state waits.", rationale: "Time is money.", bad: [],
  good: []
)
.state(.wait) { state, subject, report in
  report(range: subject.tree.range(state.node), "A state waits.", certainty: .likely)
}
