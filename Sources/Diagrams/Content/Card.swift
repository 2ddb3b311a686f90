import Workflows

/// What a picture says of one state or step, or of a target that is not there.
struct Card: Sendable {
  enum Subject: Hashable, Sendable {
    case state(StateID)
    case step(StepID)
    /// What a transition, dependency or reference names, but nothing of its scope is.
    case ghost
  }

  /// How a card stands around its scopes.
  enum Frame: Sendable {
    /// Around lanes that run side by side.
    case lanes
    /// Around one scope that runs several times.
    case stack
  }

  /// What fills a card's tile.
  enum Symbol: Sendable {
    case monogram(String)
    case icon(Icon)
  }

  /// What a card's border and ground say.
  enum Tone: Sendable {
    case plain, success, failure
    /// Nothing is there.
    case missing
    /// Something may be there: its name is filled in later.
    case open
  }

  struct Badge: Sendable {
    let icon: BadgeIcon
    let text: String
  }

  let subject: Subject
  /// The class of its group in the picture: "task", "registermodel".
  let className: String
  let name: String
  /// What kind of state or step it is, or what it calls: "Choice", "DynamoDB: PutItem".
  var kind: String
  var symbol: Symbol
  var ink: Ink
  var tone = Tone.plain
  var note: String?
  /// How many lines the note may take on a card.
  var noteLimit = 1
  var badges: [Badge] = []
  /// Errors and their handlers, where lines to the handler would be too many.
  var catchNotes: [String] = []
  /// From how many states such lines would come here.
  var catchCount = 0
  /// The branches of a Parallel state, the processor of a Map state, the body of a ForEach step; empty if the card
  /// stands for all of it.
  var scopes: [DiagramScope] = []
  var frame = Frame.stack
  /// Whether the scope ends here: a line leads to its end. Succeed and Fail are ends themselves.
  var leadsToEnd = false

  /// Whether any way leads from the start of its scope to it.
  var isReached = true

  /// Whether it is drawn as a frame around its scopes.
  var isContainer: Bool { !scopes.isEmpty }
}

/// A line between two cards of one scope.
struct Link: Sendable {
  enum Kind: Hashable, Sendable {
    case next, choice, otherwise, `catch`
    /// What one step yields, another one uses.
    case data
    /// One step waits for another one only since it says so.
    case dependsOn
    /// A step removes what another one wrote.
    case cleanup

    /// The class of the line in the picture.
    var name: StaticString {
      switch self {
      case .next: "next"
      case .choice: "choice"
      case .otherwise: "default"
      case .catch: "catch"
      case .data: "data"
      case .dependsOn: "dep"
      case .cleanup: "cleanup"
      }
    }
  }

  /// Indexes into the scope's cards.
  let source: Int
  let target: Int
  let kind: Kind
  /// What the line's pill says; nil for a line without one.
  var label: String?
  /// Whether it leads back to where the flow has been.
  var isBack = false
  /// Whether it goes straight on where other lines of the same card lead aside.
  var isMain = false
  /// Whether it ends in its pill, which names the target: the line would be too long.
  var isJump = false
}

/// What a picture says of one scope: its cards in reading order, and the lines between them.
struct DiagramScope: Sendable {
  var cards: [Card] = []
  var links: [Link] = []
  /// The card at which it starts.
  var start: Int?
  /// What is not drawn, but says that the target stands below the source: for each card whose lines became
  /// notes or end in pills, the last of them.
  var hiddenLines: [(source: Int, target: Int)] = []
  /// Whether it is of a pipeline: it then begins and ends nowhere in particular.
  var isOfSteps = false
}
