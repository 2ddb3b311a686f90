import Workflows

extension MachineReading {
  /// What a state would become in a pipeline.
  func counterpart(of state: State) -> Counterpart {
    if let step = loops.polled[state.id] {
      return Counterpart(.implicit, [], "\(step.phrase) waits by itself")
    }
    switch state.type {
    case .unknown: return Counterpart(.unknown, [], "its type is not known")
    case .task: return task(state)
    case .choice: return choice(state)
    case .map: return map(state)
    case .pass: return pass(state)
    case .fail: return fail(state)
    case .wait, .parallel, .succeed: return Self.line(of: state.type)
    }
  }

  private static func line(of type: StateType) -> Counterpart {
    Correspondence.line(of: type)?.asStep ?? Counterpart(.unknown)
  }

  private static func other(_ call: String) -> Counterpart {
    Correspondence.stateOnly(call)?.asStep ?? Counterpart(.unknown)
  }
}

// MARK: - Tasks

extension MachineReading {
  private func task(_ state: State) -> Counterpart {
    guard let call = call(state) else { return Counterpart(.unknown, [], "what it calls is filled in later") }
    var counterpart = counterpart(of: call)
    guard counterpart.ease != .implicit, counterpart.ease != .none else { return counterpart }
    if let function = transformations[state.id] {
      counterpart = counterpart.adapted("\(function) needs a function of its own")
    }
    if runsOnErrorOnly(state) {
      counterpart = counterpart.adapted("runs by DependsOn with the trigger Failed")
    }
    return counterpart
  }

  private func counterpart(of call: TaskCall) -> Counterpart {
    if let (line, use) = Correspondence.byCall[call.key], let step = line.step, let asStep = line.asStep {
      switch use {
      case .step where step == .callback && !call.waitsForToken: break
      case .step where step == .lambda && call.waitsForToken:
        return Correspondence.byStep[.callback]?.asStep?.adapted("a queue stands before the function")
          ?? asStep
      case .step where line.isJob && !call.waitsForJob && !loops.polledSteps.contains(step):
        return Counterpart(.none, [], "nothing waits for what it starts; \(step.phrase) always does")
      case .step: return asStep
      case .own where created.contains(step):
        return Counterpart(.implicit, [], "\(step.phrase) does it by itself")
      case .read where created.contains(step):
        return Counterpart(.implicit, [], "the properties of \(step.phrase) hold it")
      case .own, .read: break
      }
    }
    return counterpartWithoutStep(of: call)
  }

  private func counterpartWithoutStep(of call: TaskCall) -> Counterpart {
    switch call.key {
    case TaskCall.activity.key: return Self.other("activity")
    case "sagemaker:createLabelingJob": return Self.other("sagemaker:createLabelingJob.sync")
    case "s3:getObject" where !created.isDisjoint(with: [.processing, .training]):
      return Self.other("aws-sdk:s3:getObject")
    default:
      let waits = call.waitsForJob || call.waitsForToken
      return Self.other(waits ? "any other call that waits" : "any other call")
    }
  }
}

// MARK: - Control flow

extension MachineReading {
  private func choice(_ state: State) -> Counterpart {
    if loops.statesOfOthers.contains(state.id) {
      return Counterpart(.none, [], "it closes a loop, which a pipeline cannot have")
    }
    if isInsideMap(state) { return Counterpart(.none, [], "the body of a ForEach holds no Condition") }
    if let question = machine.untranslatableQuestion(of: state) {
      return Counterpart(.none, [], "no condition asks for \(question)")
    }
    let rules = machine.choiceRules(of: state).count { $0.depth == 0 }
    guard rules > 1 else { return Self.line(of: .choice) }
    return Counterpart(
      .adapted, Array(repeating: "Condition step", count: min(rules, 100)), "one in the other, a rule each")
  }

  private func map(_ state: State) -> Counterpart {
    switch machine.mode(of: state) {
    case .unknown: return Counterpart(.unknown, [], "its mode is not known")
    case .distributed:
      return Counterpart(.none, [], "no step runs child workflows; a ForEach takes 100 literal items at most")
    case .inline where isInsideMap(state):
      return Counterpart(.none, [], "the body of a ForEach holds no other ForEach")
    case .inline: return Self.line(of: .map)
    }
  }

  private func pass(_ state: State) -> Counterpart {
    guard let function = transformations[state.id] else { return Self.line(of: .pass) }
    return Counterpart(.bridged, ["Lambda step"], "\(function) needs a function")
  }

  private func fail(_ state: State) -> Counterpart {
    if runsOnErrorOnly(state) {
      return Counterpart(.implicit, [], "a step that fails lets the pipeline fail")
    }
    if isInsideMap(state) { return Counterpart(.none, [], "the body of a ForEach holds no Fail") }
    return Self.line(of: .fail)
  }
}
