/// A scope with everything in its place, seen from its top-left corner.
struct PlacedScope: Sendable {
  struct Line: Sendable {
    /// Index into the links of the scope.
    let link: Int
    /// To the pill and from it, or the whole line if it has none.
    var curves: [Curve]
    var pill: Pill?
  }

  /// What stands on a line.
  struct Pill: Sendable {
    var frame: Rect
    let lines: [String]
  }

  struct End: Sendable {
    let center: Point
    /// From the cards that lead here.
    var lines: [Curve]
  }

  let content: DiagramScope
  var size: Size
  /// By card.
  var cards: [PlacedCard]
  var lines: [Line] = []
  /// The middle of the Start capsule, or the point where a branch is entered.
  var entry: Point?
  var entryLine: Curve?
  var ends: [End] = []
}

/// A card with its texts set, and its scopes placed if it is a frame around them.
struct PlacedCard: Sendable {
  enum Face: Sendable {
    case card(CardFace)
    case container(ContainerFace, [PlacedScope])
  }

  let face: Face
  /// Without the outlines behind a Map.
  var frame: Rect

  /// What the card takes in a layout.
  var size: Size {
    switch face {
    case .card(let face): face.size
    case .container(let face, _): face.size
    }
  }

  /// The card with its middle (that of all that it takes) at a point.
  func centered(at center: Point) -> PlacedCard {
    var card = self
    let taken = Rect(center: center, size: size)
    switch face {
    case .card: card.frame = taken
    case .container(let face, _):
      card.frame = Rect(
        minX: taken.minX, minY: taken.minY, maxX: taken.minX + face.frame.width,
        maxY: taken.minY + face.frame.height)
    }
    return card
  }

  /// All that the card takes, outlines included.
  var outline: Rect {
    Rect(
      minX: frame.minX, minY: frame.minY, maxX: frame.minX + size.width, maxY: frame.minY + size.height)
  }
}
