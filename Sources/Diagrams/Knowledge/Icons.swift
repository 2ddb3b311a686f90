/// The pictures' own drawings, as SVG path data for strokes.
enum Icon: Sendable {
  case choice, parallel, map, wait, pass, succeed, fail, task, unknown
  // Steps of pipelines
  case processing, training, tuning, autoML, transform, model, register, endpointConfig, endpoint
  case inferenceComponent, check, bias, lineage, cleanup

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
    case .processing:
      """
      M12 8.6a3.4 3.4 0 1 1 0 6.8a3.4 3.4 0 1 1 0-6.8 M12 3v2.6 M12 18.4V21 M3 12h2.6 M18.4 12H21 M5.6 5.6l1.9 1.9 \
      M16.5 16.5l1.9 1.9 M18.4 5.6l-1.9 1.9 M7.5 16.5l-1.9 1.9
      """
    case .training: "M4 19V5 M4 19h16 M7 15l4-5 3 3 5-7"
    case .tuning: "M6 3v18 M12 3v18 M18 3v18 M4 8h4 M10 15h4 M16 10h4"
    case .autoML: "M10 4l2 6 6 2-6 2-2 6-2-6-6-2 6-2Z M18.5 3v5 M16 5.5h5"
    case .transform: "M4 8h13 M13.5 4.5L17 8l-3.5 3.5 M20 16H7 M10.5 12.5L7 16l3.5 3.5"
    case .model: "M12 3l8 4.5v9L12 21l-8-4.5v-9Z M4 7.5l8 4.5 8-4.5 M12 12v9"
    case .register: "M6 3h12v18l-6-4.5L6 21Z M9 9l2 2 4-4"
    case .endpointConfig: "M6 3h8l4 4v14H6Z M14 3v4h4 M9 12h6 M9 16h6"
    case .endpoint:
      """
      M12 10.6a1.4 1.4 0 1 1 0 2.8a1.4 1.4 0 1 1 0-2.8 M8.5 15.5a5 5 0 0 1 0-7 M15.5 8.5a5 5 0 0 1 0 7 \
      M5.6 18.4a9 9 0 0 1 0-12.8 M18.4 5.6a9 9 0 0 1 0 12.8
      """
    case .inferenceComponent: "M4 4h7v7H4Z M13 4h7v7h-7Z M4 13h7v7H4Z M16.5 13v7 M13 16.5h7"
    case .check: "M12 3l7.5 3v6c0 4.5-3.2 7.4-7.5 9-4.3-1.6-7.5-4.5-7.5-9V6Z M8.6 12l2.4 2.4 4.6-5"
    case .bias: "M12 4v16 M8 20h8 M5.5 7h13 M5.5 7l-3 7a3.2 3.2 0 0 0 6 0Z M18.5 7l-3 7a3.2 3.2 0 0 0 6 0Z"
    case .lineage:
      """
      M6 3.5a2.5 2.5 0 1 1 0 5a2.5 2.5 0 1 1 0-5 M6 15.5a2.5 2.5 0 1 1 0 5a2.5 2.5 0 1 1 0-5 \
      M18 9.5a2.5 2.5 0 1 1 0 5a2.5 2.5 0 1 1 0-5 M6 8.5v7 M8.3 7l7.4 3.8 M8.3 17l7.4-3.8
      """
    case .cleanup: "M5 7h14 M9.5 7V4h5v3 M7 7l1 13h8l1-13 M10.4 11v5.5 M13.6 11v5.5"
    }
  }
}

/// A fact about a state or step, as a small icon before its text.
enum BadgeIcon: Sendable {
  case retry, clock, heartbeat, taskToken, runToCompletion, concurrency, distributed
  // Of steps of pipelines
  case instances, cache, approved, pending, rejected, baseline, skipped, goesOn, pick

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
    case .instances:
      "M3 3h6v6H3Z M4.6 1v2 M7.4 1v2 M4.6 9v2 M7.4 9v2 M1 4.6h2 M1 7.4h2 M9 4.6h2 M9 7.4h2"
    case .cache: "M2 3h8v7H2Z M2 5.5h8"
    case .approved: "M1.8 6.4l2.8 2.8 5.6-6.2"
    case .pending: "M3 1.4h6 M3 10.6h6 M3.8 1.4c0 3.2 4.4 6 4.4 9.2 M8.2 1.4c0 3.2-4.4 6-4.4 9.2"
    case .rejected: "M2.6 2.6l6.8 6.8 M9.4 2.6l-6.8 6.8"
    case .baseline: "M2.6 11V1.6h6.8L7.6 4l1.8 2.4H2.6"
    case .skipped: "M1.6 2.4L5.6 6l-4 3.6Z M6 2.4L10 6l-4 3.6Z"
    case .goesOn: "M1 6h9 M6.6 2.6L10 6l-3.4 3.4"
    case .pick: "M1.4 2h9.2L7 6.3v3.8l-2-1V6.3Z"
    }
  }
}
