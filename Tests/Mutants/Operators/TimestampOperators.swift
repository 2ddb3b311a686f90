import Diagnostics
import Workflows

/// Texts that are not RFC 3339 timestamps as AWS reads them.
let timestampOperators: [Operator] = [
  Operator("wait-until-no-timestamp", .refused, "1.4") { original in
    original.states(.wait).flatMap { state in
      malformedTimestamps.compactMap { text in
        waitingTime(of: state, original).map {
          Mutation(original.exchange($0, for: "\"Timestamp\": \(quoted(text))"))
        }
      }
    }
  },
  // No answer of AWS is recorded for operands.
  Operator("compare-with-no-timestamp", .refused, "1.7", level: .warning) { original in
    comparisons(in: original).flatMap { row in
      malformedTimestamps.map {
        Mutation(original.exchange(row, for: "\"TimestampLessThan\": \(quoted($0))"))
      }
    }
  },
]

private let malformedTimestamps = [
  "tomorrow", "2030-01-01", "2030-01-01T00:00:00", "2030-01-01t00:00:00Z", "2030-01-01 00:00:00Z",
  "2030-13-01T00:00:00Z", "2030-01-01T25:00:00Z", "01/02/2030 00:00",
]
