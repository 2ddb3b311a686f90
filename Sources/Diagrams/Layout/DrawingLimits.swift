/// What a drawing may cost, so that no definition, however large or hostile, takes more than seconds.
public struct DrawingLimits: Sendable {
  /// How many lines of errors a handler gets in one scope; above it they become notes on the cards.
  public var catchLines = 5
  /// From how many lines of a Choice to one card on they become a single one.
  public var parallelLines = 4
  /// How many ranks the long lines of a scope may pass in all; above it the lines to those cards that the
  /// most lead to end in pills with the cards' names.
  public var longLines = 1_000
  /// Scopes of more cards are cut, where one card is the only way through, into parts that are laid out
  /// alone.
  public var cardsInOneLayout = 200
  /// The least size of such a part, in cards.
  public var cardsInPart = 100
  /// What Graphviz may be asked: cards, pills and the bends of long lines in one layout. It cannot be
  /// interrupted.
  public var graphvizSize = 3_000
  /// Above this size Graphviz is told to be quick instead of thorough.
  public var thoroughSize = 1_000
  /// How many bends of long lines our own layout keeps apart; above it long lines are straight.
  public var bends = 200_000
  /// How many states are drawn; above it the insides of the deepest containers are only counted, as deep as
  /// needed.
  public var states = 20_000
  /// How many cards of one scope are drawn; the rest is only counted.
  public var cardsInScope = 20_000
  /// How many lines of one scope are drawn.
  public var linesInScope = 40_000

  public init() {}
}
