import CServiceCatalogue
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the API model of one AWS service says, as far as the catalogue holds it.
///
/// A service is a text that the program embeds. Nothing of it is read before somebody asks for the service; then it is
/// looked through once for where entries begin, and each is decoded when it is asked for. `Scripts/catalogue` writes the
/// texts from botocore. An entry is a line that begins with a mark and a name, and lines that begin with a blank; entries
/// are ordered by their first line:
/// ```
/// .ResourceConfig                        a structure
///  InstanceCount i0..                    a member: its name and shape
///  !VolumeSizeInGB i1..                  a member that a request needs
///  InstanceGroups [.InstanceGroup]0..5
/// =TrainingInputMode                     an enumeration
///  Pipe                                  one of its values
/// >CreateTrainingJob                     an operation
///  .CreateTrainingJobRequest             its request, or -
///  .CreateTrainingJobResponse            its response, or -
/// ```
/// See ``Shape`` for how shapes are written.
public struct ServiceModel: @unchecked Sendable {
  /// What botocore calls the service: `sagemaker`, `emr-serverless`.
  public let name: String
  // The text is constant and there as long as the program, so that everybody may read it at any time.
  private let text: UnsafeBufferPointer<UInt8>
  /// Where each entry begins.
  private let entries: [UInt32]

  /// The version of botocore that the catalogue was made from.
  public static var version: String { String(cString: catalogue_version) }

  /// The entries of the services that somebody asked for, by name.
  private static let knownEntries = Mutex<[String: [UInt32]]>([:])

  /// The names of all services, in their order.
  public static var names: [String] {
    sequence(state: 0) { index in
      defer { index += 1 }
      return catalogue_service_at(index)
    }.map { String(cString: $0.pointee.name) }
  }

  /// The service with this name; nil if the catalogue has none. O(services), and for the first time O(its text).
  public init?(named name: String) {
    var index = 0
    while let service = catalogue_service_at(index)?.pointee {
      if strcmp(service.name, name) == 0 {
        self.name = name
        let text = UnsafeBufferPointer(start: service.text, count: service.size)
        self.text = text
        entries = Self.knownEntries.withLock { known in
          if let entries = known[name] { return entries }
          let entries = Self.entries(of: text)
          known[name] = entries
          return entries
        }
        return
      }
      index += 1
    }
    return nil
  }

  private static func entries(of text: UnsafeBufferPointer<UInt8>) -> [UInt32] {
    var entries: [UInt32] = []
    var lines = Lines(text[...])
    while let line = lines.next() {
      if line.first != .blank { entries.append(UInt32(line.startIndex)) }
    }
    return entries
  }

  // MARK: Entries

  /// An operation by its name in the API, such as `CreateTrainingJob`.
  public func operation(_ name: String) -> ServiceOperation? {
    guard let lines = lines(of: .greaterThan, name) else { return nil }
    let shapes = lines.map { line in
      line.dropFirst().first == .dot ? structure(String(decoding: line.dropFirst(2), as: UTF8.self)) : nil
    }
    guard shapes.count == 2 else { return nil }
    return ServiceOperation(name: name, request: shapes[0], response: shapes[1])
  }

  /// A structure by its name in the API model.
  public func structure(_ name: String) -> Structure? {
    lines(of: .dot, name).map { Structure(name: name, members: $0.map { Member($0.dropFirst()) }) }
  }

  /// The values of an enumeration, in the order of the API model; empty if there is none with this name.
  public func values(of enumeration: String) -> [String] {
    lines(of: .equals, enumeration)?.map { String(decoding: $0.dropFirst(), as: UTF8.self) } ?? []
  }

  /// Whether an enumeration has a value; nothing is copied.
  public func isValue(_ value: UnsafeBufferPointer<UInt8>, of enumeration: String) -> Bool {
    lines(of: .equals, enumeration)?.contains { $0.dropFirst().elementsEqual(value) } ?? false
  }

  typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

  /// The names of all entries with a mark.
  func names(with mark: UInt8) -> [String] {
    entries.map { text[Int($0)...].prefix { $0 != .newline } }.filter { $0.first == mark }
      .map { String(decoding: $0.dropFirst(), as: UTF8.self) }
  }

  /// The lines of an entry behind the first one, each with its blank. O(log entries).
  private func lines(of mark: UInt8, _ name: String) -> Lines? {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = low + (high - low) / 2
      let end = middle + 1 < entries.count ? Int(entries[middle + 1]) : text.count
      var lines = Lines(text[Int(entries[middle])..<end])
      switch order(lines.next() ?? text[..<0], mark, name) {
      case 0: return lines
      case ..<0: low = middle + 1
      default: high = middle
      }
    }
    return nil
  }

  /// Below 0 if a line comes before the one with a mark and a name, 0 if it is that.
  private func order(_ line: Bytes, _ mark: UInt8, _ name: String) -> Int {
    guard let first = line.first, first == mark else { return Int(line.first ?? 0) - Int(mark) }
    let rest = line.dropFirst()
    for (left, right) in zip(rest, name.utf8) where left != right { return Int(left) - Int(right) }
    return rest.count - name.utf8.count
  }
}

/// The lines of a text, without their ends.
private struct Lines: Sequence, IteratorProtocol {
  private var rest: ServiceModel.Bytes

  init(_ text: ServiceModel.Bytes) {
    rest = text
  }

  mutating func next() -> ServiceModel.Bytes? {
    guard !rest.isEmpty, let start = UnsafeBufferPointer(rebasing: rest).baseAddress else { return nil }
    let length =
      memchr(start, CInt(UInt8.newline), rest.count).map { UnsafeRawPointer(start).distance(to: $0) }
      ?? rest.count
    let line = rest.prefix(length)
    rest = rest.dropFirst(length + 1)
    return line
  }
}

extension UInt8 {
  static let newline = UInt8(ascii: "\n")
  static let blank = UInt8(ascii: " ")
  static let dot = UInt8(ascii: ".")
  static let equals = UInt8(ascii: "=")
  static let greaterThan = UInt8(ascii: ">")
}
