import Workflows

extension SVGWriter {
  /// A Parallel or Map frame with its scopes inside.
  mutating func container(_ card: Card, _ face: ContainerFace, _ scopes: [PlacedScope], _ frame: Rect) {
    openState(card, role: "group")
    outlines(card, face, frame)
    header(card, face, frame)
    raw("</g>\n")
    let corner = Point(x: frame.minX, y: frame.minY)
    for lane in face.lanes {
      rect(lane + corner, radius: 6, fill: .lane, stroke: .laneLine, width: 1, dash: "4 3")
    }
    for (scope, origin) in zip(scopes, face.scopeOrigins) {
      draw(scope, at: origin + corner, isMachine: false)
    }
    if face.isParallel {
      bars(face, scopes, corner)
    } else {
      for (scope, origin) in zip(scopes, face.scopeOrigins) { dots(scope, origin + corner) }
    }
  }

  private mutating func outlines(_ card: Card, _ face: ContainerFace, _ frame: Rect) {
    if !face.isParallel {
      for offset in [10.0, 5.0] {
        rect(frame + Point(x: offset, y: offset), radius: 9, fill: .box, stroke: .boxLine, width: 1.1)
      }
    }
    let border = card.border
    rect(frame, radius: 9, fill: .box, stroke: border.ink, width: border.width, dash: border.dash)
    let y = frame.minY + face.headerHeight
    curve(
      .line(from: Point(x: frame.minX, y: y), to: Point(x: frame.maxX, y: y)), stroke: .laneLine, width: 1)
  }

  private mutating func header(_ card: Card, _ face: ContainerFace, _ frame: Rect) {
    let size = ContainerFace.tileSize
    let tile = Rect(
      minX: frame.minX + 8, minY: frame.minY + 6, maxX: frame.minX + 8 + size, maxY: frame.minY + 6 + size)
    rect(tile, radius: 5, fill: card.ink)
    symbol(card, at: tile.center)
    var origin = Point(x: frame.minX + ContainerFace.textInset, y: frame.minY + 16)
    line(face.kind, at: origin, .detail, .detail)
    for text in face.nameLines {
      origin.y += 15.5
      line(text, at: origin, .name, .text)
    }
    var details = origin
    if face.detailsBelow {
      details.y += 16
      origin.y += 16
    } else {
      let name = face.nameLines.map { Font.name.width(of: $0) }.max() ?? 0
      details.x += max(name, Font.detail.width(of: face.kind)) + 18
    }
    if let note = face.note {
      line(note, at: details, .detail, .detail)
      details.x += Font.detail.width(of: note) + 14
    }
    badges(face.badges, at: details)
    catchLines(face.catchLines, below: origin)
  }

  /// The bars at which the branches of a Parallel begin and come together.
  private mutating func bars(_ face: ContainerFace, _ scopes: [PlacedScope], _ corner: Point) {
    let entries = zip(scopes, face.scopeOrigins).compactMap { scope, origin in
      scope.entry.map { $0 + origin + corner }
    }
    let fork = corner.y + face.headerHeight + ContainerFace.forkBar
    bar(over: entries.map(\.x), at: fork)
    for entry in entries {
      curve(.line(from: Point(x: entry.x, y: fork), to: entry + Point(x: 0, y: 3)), stroke: .edge, width: 1.5)
    }
    let join = corner.y + face.joinBar
    var exits: [Double] = []
    for (scope, origin) in zip(scopes, face.scopeOrigins) {
      guard let end = scope.lastEnd else { continue }
      let point = end.center + origin + corner
      exits.append(point.x)
      let tip = Point(x: point.x, y: join)
      curve(
        .line(from: point + Point(x: 0, y: -2), to: Point(x: point.x, y: join - 3)), stroke: .edge, width: 1.5
      )
      arrowhead(at: tip, from: point, .edge, isOpen: false)
    }
    bar(over: exits, at: join)
  }

  private mutating func bar(over places: [Double], at y: Double) {
    guard let left = places.min(), let right = places.max() else { return }
    rect(
      Rect(minX: left - 16, minY: y, maxX: right + 16, maxY: y + ContainerFace.barThickness), radius: 2.5,
      fill: .edge)
  }

  /// Where the processor of a Map begins and ends.
  private mutating func dots(_ scope: PlacedScope, _ origin: Point) {
    if let entry = scope.entry { circle(entry + origin, radius: 4.5, fill: .edge) }
    if let end = scope.lastEnd { bullsEye(end.center + origin) }
  }

  mutating func bullsEye(_ center: Point) {
    circle(center, radius: 5, fill: .box, stroke: .edge, width: 1.6)
    circle(center, radius: 2.4, fill: .edge)
  }
}

extension PlacedScope {
  /// Where its last part ends, if it is below everything. Earlier parts of a scope that was cut have ends of their
  /// own.
  var lastEnd: End? {
    guard let last = ends.last, cards.allSatisfy({ $0.outline.maxY <= last.center.y }) else { return nil }
    return last
  }
}
