/// Why Graphviz does not lay out pictures on this machine.
public enum GraphvizUnavailable: Error, Hashable, Sendable, CustomStringConvertible {
  case builtWithoutHeaders
  case notInstalled
  /// A library is there, but not of the version whose headers this program was built with.
  case otherVersion
  /// The library gave up on a graph.
  case failed

  public var description: String {
    switch self {
    case .builtWithoutHeaders:
      """
      this program was built without Graphviz; to lay out pictures with it, run: \(Self.headersCommand), \
      and build again
      """
    case .notInstalled: "Graphviz is not installed; to install it, run: \(Self.installCommand)"
    case .otherVersion:
      """
      Graphviz is installed in another version than this program was built for; build it again on this machine, \
      or run: \(Self.installCommand)
      """
    case .failed: "Graphviz could not lay out this workflow"
    }
  }

  #if os(macOS)
    private static let installCommand = "brew install graphviz"
    private static let headersCommand = "brew install graphviz"
  #else
    private static let installCommand = "sudo apt-get install libgvc6"
    private static let headersCommand = "sudo apt-get install libgraphviz-dev"
  #endif
}
