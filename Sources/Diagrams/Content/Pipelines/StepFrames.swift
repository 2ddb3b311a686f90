import Workflows

/// Which steps of a pipeline stand in which frame: the branches of a Condition beside it, the body of a
/// ForEach in a frame of its own.
struct StepFrames {
  struct Frame {
    /// The ForEach that it is; nil for the pipeline.
    let owner: StepID?
    /// The frame around it.
    let parent: Int?
    /// How many frames are around it.
    let depth: Int
    var steps: [StepID] = []
  }

  /// The pipeline's first, outer before inner.
  private(set) var all: [Frame] = [Frame(owner: nil, parent: nil, depth: 0)]
  /// By step.
  private let frameOfStep: [Int]
  /// Frames inside more others than this are not drawn.
  var deepest = Int.max

  init(_ pipeline: Pipeline) {
    var frameOfList = [Int](repeating: 0, count: pipeline.lists.count)
    var frameOfStep = [Int](repeating: 0, count: pipeline.steps.count)
    for (index, list) in pipeline.lists.enumerated() {
      let outer = list.parent.map { frameOfList[Int($0.index)] } ?? 0
      if list.kind == .body {
        frameOfList[index] = all.count
        all.append(Frame(owner: list.owner, parent: outer, depth: all[outer].depth + 1))
      } else {
        frameOfList[index] = outer
      }
      for step in pipeline.steps(of: list) {
        frameOfStep[Int(step.id.index)] = frameOfList[index]
        all[frameOfList[index]].steps.append(step.id)
      }
    }
    self.frameOfStep = frameOfStep
  }

  /// The frame that a step stands in.
  func frame(of step: StepID) -> Int { frameOfStep[Int(step.index)] }

  func isDrawn(_ frame: Int) -> Bool { all[frame].depth <= deepest }

  /// How many steps stand in a frame and in those inside it.
  func stepCount(inside frame: Int) -> Int {
    var isInside = [Bool](repeating: false, count: all.count)
    isInside[frame] = true
    var count = all[frame].steps.count
    for index in all.indices.dropFirst(frame + 1) {
      guard let parent = all[index].parent, isInside[parent] else { continue }
      isInside[index] = true
      count += all[index].steps.count
    }
    return count
  }

  /// By depth: how many steps stand there.
  var counts: [Int] {
    var counts: [Int] = []
    for frame in all {
      while counts.count <= frame.depth { counts.append(0) }
      counts[frame.depth] += frame.steps.count
    }
    return counts
  }

  /// The steps of one drawn frame that are two steps or stand around them; nil if one of them stands around
  /// the other.
  func visible(_ first: StepID, _ second: StepID) -> (StepID, StepID)? {
    var (left, right) = (first, second)
    while true {
      let places = (frame(of: left), frame(of: right))
      if places.0 == places.1, isDrawn(places.0) { break }
      let depths = (all[places.0].depth, all[places.1].depth)
      if depths.0 >= depths.1 {
        guard let owner = all[places.0].owner else { return nil }
        left = owner
      }
      if depths.1 >= depths.0 {
        guard let owner = all[places.1].owner else { return nil }
        right = owner
      }
    }
    return left == right && first != second ? nil : (left, right)
  }
}
