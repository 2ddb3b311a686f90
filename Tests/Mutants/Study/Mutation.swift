import Diagnostics
import Discovery
import Linting
import SourceText
import Syntax

/// One change that an operator would make to a definition.
struct Mutation {
  /// In the order of their ranges, which do not overlap.
  let edits: [TextEdit]
  /// Nodes of the original at which the fault shows although they are not changed, such as the state to which a
  /// removed transition led.
  let victims: [NodeID]
  /// The type with which the mutant is created, if that is what makes the difference.
  let machineType: MachineType?

  init(_ edits: TextEdit..., victims: [NodeID] = [], machineType: MachineType? = nil) {
    self.init(edits, victims: victims, machineType: machineType)
  }

  init(_ edits: [TextEdit], victims: [NodeID] = [], machineType: MachineType? = nil) {
    self.edits = edits.sorted { $0.range < $1.range }
    self.victims = victims
    self.machineType = machineType
  }
}

/// The text of a definition after a mutation, and where it changed.
struct MutatedText {
  let source: SourceFile
  /// What stands where the edits were made; empty where something was removed.
  let changes: [ByteRange]
  /// Where the mutation's victims are now.
  let victims: [ByteRange]

  init(_ original: any AcceptedDefinition, _ mutation: Mutation) {
    var bytes: [UInt8] = []
    var changes: [ByteRange] = []
    var position = 0
    for edit in mutation.edits {
      bytes += original.document.source.bytes[position..<Int(edit.range.start)]
      let start = UInt32(bytes.count)
      bytes += edit.text.utf8
      changes.append(ByteRange(start, UInt32(bytes.count)))
      position = Int(edit.range.end)
    }
    bytes += original.document.source.bytes[position...]
    source = SourceFile(path: original.document.source.path, bytes: bytes)
    self.changes = changes
    victims = mutation.victims.map { victim in
      Self.place(of: original.tree.head(of: victim), behind: mutation.edits)
    }
  }

  /// Where an unchanged range of the original is in the mutant.
  private static func place(of range: ByteRange, behind edits: [TextEdit]) -> ByteRange {
    let shift = edits.prefix { $0.range.end <= range.start }
      .reduce(0) { $0 + $1.text.utf8.count - $1.range.count }
    return ByteRange(UInt32(Int(range.start) + shift), UInt32(Int(range.end) + shift))
  }
}
