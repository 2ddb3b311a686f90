/// What a colour is for. The raw value names it in classes of a picture that follows the viewer's theme.
enum Ink: String, CaseIterable, Sendable {
  case background = "bg"
  case card, line, text
  case detail = "sub"
  case edge, lane, box
  case boxLine = "boxline"
  case laneLine = "laneline"
  case `catch`
  case catchFill = "catchbg"
  case pill
  case pillLine = "pillline"
  case choice
  case terminal = "term"
  case terminalText = "termtext"
  case success = "ok"
  case successFill = "okbg"
  case failure = "fail"
  case failureFill = "failbg"
  // Tiles, by the kind of service
  case flow, compute, database, integration, storage
  case machineLearning = "ml"
  case analytics, management, other
  /// Icons and letters on a tile.
  case onTile = "ontile"
  /// Icons on the tiles of Succeed and Fail.
  case onVerdict = "onverdict"

  func color(_ palette: Palette) -> StaticString {
    let colors = Self.colors[self, default: ("#475569", "#64748B")]
    return palette == .light ? colors.light : colors.dark
  }

  /// Text has a contrast of at least 4.5 to its ground, lines one of at least 3 (WCAG 2.2), save for the
  /// purely decorative `laneLine` and `pillLine`.
  private static let colors: [Ink: (light: StaticString, dark: StaticString)] = [
    .background: ("#FFFFFF", "#0F151D"),
    .card: ("#FFFFFF", "#1A222D"),
    .line: ("#8492A6", "#6B7C93"),
    .text: ("#16202C", "#E8EDF3"),
    .detail: ("#556170", "#A5B1C0"),
    .edge: ("#55616F", "#93A1B3"),
    .lane: ("#FFFFFF", "#131B25"),
    .box: ("#F4F7FB", "#17202B"),
    .boxLine: ("#8492A6", "#5E6F86"),
    .laneLine: ("#CBD5E1", "#344257"),
    .catch: ("#B42318", "#FF8A7A"),
    .catchFill: ("#FFF4F2", "#2C1917"),
    .pill: ("#FFFFFF", "#1A222D"),
    .pillLine: ("#A3AFBD", "#6B7C93"),
    .choice: ("#1F4E9E", "#8AB4FF"),
    .terminal: ("#16202C", "#E8EDF3"),
    .terminalText: ("#FFFFFF", "#0F151D"),
    .success: ("#18794E", "#5FD39B"),
    .successFill: ("#EAF7F0", "#12291F"),
    .failure: ("#B42318", "#FF8A7A"),
    .failureFill: ("#FDEEEC", "#2F1A18"),
    .flow: ("#2B5CA8", "#3F74C9"),
    .compute: ("#B9540A", "#B0570F"),
    .database: ("#8F27B5", "#A348C7"),
    .integration: ("#C2185B", "#D43A77"),
    .storage: ("#4F7112", "#577A18"),
    .machineLearning: ("#00766A", "#0D8073"),
    .analytics: ("#6236C4", "#7D55DB"),
    .management: ("#A8275F", "#C0467C"),
    .other: ("#475569", "#64748B"),
    .onTile: ("#FFFFFF", "#FFFFFF"),
    .onVerdict: ("#FFFFFF", "#0F151D"),
  ]
}

/// One of the two sets of colours.
enum Palette: Sendable {
  case light, dark
}
