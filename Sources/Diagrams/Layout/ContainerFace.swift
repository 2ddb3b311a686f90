import Workflows

/// The header of a Parallel or Map frame, and where the scopes stand inside it.
struct ContainerFace: Sendable {
  let kind: String
  let nameLines: [String]
  let note: String?
  let badges: [Card.Badge]
  let catchLines: [String]
  let isParallel: Bool
  /// Whether note and badges have a line of their own below the name.
  let detailsBelow: Bool
  /// From the frame's top to the rule below the header.
  let headerHeight: Double
  /// Without the outlines behind a Map.
  let frame: Size
  /// The top-left corner of each scope, from the frame's.
  let scopeOrigins: [Point]
  /// The lane around each branch of a Parallel.
  let lanes: [Rect]
  /// Where the join bar of a Parallel is, from the frame's top.
  let joinBar: Double

  static let textInset = 44.0
  static let tileSize = 28.0
  /// How far the outlines behind a Map stand out.
  static let stackOffset = 10.0
  static let forkBar = 16.0
  static let barThickness = 5.0
  private static let sidePadding = 16.0
  private static let lanePadding = 16.0
  private static let laneGap = 14.0

  /// What the frame takes in the layout around it.
  var size: Size {
    let offset = isParallel ? 0 : Self.stackOffset
    return Size(width: frame.width + offset, height: frame.height + offset)
  }

  init(_ card: Card, scopes: [Size]) {
    isParallel = card.frame == .lanes
    let padding = isParallel ? Self.lanePadding : 0
    let inner = scopes.reduce(0) { $0 + $1.width + 2 * padding } + Self.laneGap * Double(scopes.count - 1)
    let room = max(inner + 2 * Self.sidePadding, 480) - Self.textInset - 16
    kind = Font.detail.line(card.kind, width: room)
    nameLines = Font.name.wrap(card.name, width: room, lines: 2)
    note = card.note.map { Font.detail.line($0, width: min(room, 300)) }
    badges = CardFace.fitting(card.badges, width: room)
    catchLines = CardFace.catchLines(of: card, width: room)
    let title = max(
      Font.detail.width(of: kind), nameLines.map { Font.name.width(of: $0) }.max() ?? 0)
    let noteWidth = note.map { Font.detail.width(of: $0) + 14 } ?? 0
    let details = noteWidth + CardFace.width(of: badges)
    detailsBelow = details > 0 && title + 18 + details > room
    let texts = [title + (detailsBelow || details == 0 ? 0 : 18 + details), detailsBelow ? details : 0]
    let catches = catchLines.map { Font.detail.width(of: $0) + BoltText.indent }
    let header = Self.textInset + (texts + catches).reduce(0, max) + 16
    headerHeight =
      40 + 15.5 * Double(nameLines.count - 1) + (detailsBelow ? 16 : 0) + 15.5 * Double(catchLines.count)

    let top = headerHeight + (isParallel ? 18 : 16)
    let height = scopes.map(\.height).max() ?? 0
    let width = max(inner + 2 * Self.sidePadding, header)
    var left = (width - inner) / 2
    var origins: [Point] = []
    var lanes: [Rect] = []
    for scope in scopes {
      lanes.append(
        Rect(minX: left, minY: top + 1, maxX: left + scope.width + 2 * padding, maxY: top + height + 15))
      origins.append(Point(x: left + padding, y: top))
      left += scope.width + 2 * padding + Self.laneGap
    }
    scopeOrigins = origins
    self.lanes = isParallel ? lanes : []
    joinBar = top + height + 22
    frame = Size(width: width, height: top + height + (isParallel ? 38 : 20))
  }
}
