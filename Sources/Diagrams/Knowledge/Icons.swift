/// The pictures' own drawings, as SVG path data for strokes.
enum Icon: Sendable {
  case choice, parallel, map, wait, pass, succeed, fail, task, unknown

  /// On a square of 24 points.
  var path: StaticString {
    switch self {
    case .choice:
      "M12 3 21 12 12 21 3 12Z M9.6 10.2a2.4 2.4 0 1 1 3.4 2.2c-.7.4-1 .8-1 1.6 M12 16.2v.3"
    case .parallel:
      """
      M12 3v5 M5 21v-7a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2v7 M12 8v13 M3 18.6l2 2.4 2-2.4 M10 18.6l2 2.4 2-2.4 \
      M17 18.6l2 2.4 2-2.4
      """
    case .map: "M4 9h12v11H4Z M7 9V6h12v11h-3 M10 6V3h12v11h-3"
    case .wait: "M12 4.4a8.4 8.4 0 1 1 0 16.8a8.4 8.4 0 1 1 0-16.8 M12 8.4v4.6l3.2 2 M9.6 1.6h4.8"
    case .pass: "M3 12h13 M12 7l5 5-5 5 M20.5 5v14"
    case .succeed: "M12 3a9 9 0 1 1 0 18a9 9 0 1 1 0-18 M7.8 12.4l3 3 5.6-6.2"
    case .fail: "M12 3a9 9 0 1 1 0 18a9 9 0 1 1 0-18 M8.6 8.6l6.8 6.8 M15.4 8.6l-6.8 6.8"
    case .task: "M5 4h14v16H5Z M9 9h6 M9 13h6"
    case .unknown: "M8.4 8.6a3.7 3.7 0 1 1 5.4 3.3c-1.2.7-1.8 1.3-1.8 2.7 M12 18.4v.4"
    }
  }
}

/// A fact about a state, as a small icon before its text.
enum BadgeIcon: Sendable {
  case retry, clock, heartbeat, taskToken, runToCompletion, concurrency, distributed

  /// On a square of 12 points.
  var path: StaticString {
    switch self {
    case .retry: "M10.3 6a4.3 4.3 0 1 1-1.4-3.2 M9.2 .8v2.4H6.8"
    case .clock: "M6 2.4a4.3 4.3 0 1 1 0 8.6a4.3 4.3 0 1 1 0-8.6 M6 4.6v2.2l1.6 1 M4.8 .8h2.4"
    case .heartbeat: "M.8 6.4h2.4l1.4-3.6 2.4 6.4 1.4-2.8h2.8"
    case .taskToken: "M3.6 5.2a2.2 2.2 0 1 1 0 4.4a2.2 2.2 0 1 1 0-4.4 M5.6 7.2h5.6v2 M8.8 7.2v1.6"
    case .runToCompletion: "M1 6.4l2.4 2.4 4.6-5.2 M6 8.2l.6.6 4.6-5.2"
    case .concurrency: "M3 1.5v9 M6 1.5v9 M9 1.5v9"
    case .distributed: "M1.5 3h6 M5.5 1l2 2-2 2 M4.5 9h6 M8.5 7l2 2-2 2"
    }
  }
}
