/// The type with which a state machine is created.
public enum MachineType: String, Sendable, CaseIterable {
  case standard, express
}
