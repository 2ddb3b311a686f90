import SourceText

extension Diagnostic {
  /// An identity that survives moved lines and reformatting: 16 hexadecimal digits over the rule, the file, the
  /// pointer inside the definition, the message, and the occurrence of findings alike in all of these.
  ///
  /// FNV-1a, 64 bits: it keeps findings apart; it is no protection against someone who wants two to agree.
  public var fingerprint: String { fingerprint(inFile: source.path) }

  /// The identity that the finding has where its file has another name.
  public func fingerprint(inFile path: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for part in [rule, path, pointer ?? "", message, occurrence == 0 ? "" : String(occurrence)] {
      for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
      // Keeps ("ab", "c") apart from ("a", "bc").
      hash = (hash ^ 0xFF) &* 0x0000_0100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
