import CServiceCatalogue

/// What the API model of one AWS service says, as far as the catalogue holds it.
///
/// A service is a text that the program embeds; nothing of it is read before somebody asks, and nothing is kept: an
/// entry is found by bisection and decoded each time. `Scripts/catalogue` writes the texts from botocore. An entry is a
/// line that begins with a mark and a name, and lines that begin with a blank; entries are ordered by their first line:
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

  /// The version of botocore that the catalogue was made from.
  public static var version: String { String(cString: catalogue_version) }

  /// Every service of the catalogue, by name.
  public static var all: [ServiceModel] {
    sequence(state: 0) { index in
      defer { index += 1 }
      return catalogue_service_at(index)
    }.map { ServiceModel($0.pointee) }
  }

  /// The service with this name; nil if the catalogue has none. O(services).
  public init?(named name: String) {
    var index = 0
    while let service = catalogue_service_at(index) {
      if name == String(cString: service.pointee.name) {
        self.init(service.pointee)
        return
      }
      index += 1
    }
    return nil
  }

  private init(_ service: catalogue_service) {
    name = String(cString: service.name)
    text = UnsafeBufferPointer(start: service.text, count: service.size)
  }

  // MARK: Entries

  /// An operation by its name in the API, such as `CreateTrainingJob`.
  public func operation(_ name: String) -> ServiceOperation? {
    let lines = lines(of: .greaterThan, name)
    guard let lines, lines.count == 2 else { return nil }
    let shapes = lines.map { line -> Structure? in
      guard line.first == .dot else { return nil }
      return structure(String(decoding: line.dropFirst(), as: UTF8.self))
    }
    return ServiceOperation(name: name, request: shapes[0], response: shapes[1])
  }

  /// A structure by its name in the API model.
  public func structure(_ name: String) -> Structure? {
    lines(of: .dot, name).map { Structure(name: name, members: $0.map(Member.init)) }
  }

  /// The values of an enumeration, in the order of the API model; empty if there is none with this name.
  public func values(of enumeration: String) -> [String] {
    lines(of: .equals, enumeration)?.map { String(decoding: $0, as: UTF8.self) } ?? []
  }

  typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

  /// The names of all entries with a mark.
  func names(with mark: UInt8) -> [String] {
    text.split(separator: .newline).filter { $0.first == mark }
      .map { String(decoding: $0.dropFirst(), as: UTF8.self) }
  }

  /// The lines of an entry without the first one and without their blanks. O(log entries).
  private func lines(of mark: UInt8, _ name: String) -> [Bytes]? {
    let head = [mark] + Array(name.utf8)
    // Both are where an entry begins, or the end.
    var low = 0
    var high = text.count
    while low < high {
      let start = startOfEntry(around: low + (high - low) / 2, from: low)
      let line = text[start...].prefix { $0 != .newline }
      if line.elementsEqual(head) { return members(from: line.endIndex + 1) }
      if line.lexicographicallyPrecedes(head) {
        low = endOfEntry(from: line.endIndex)
      } else {
        high = start
      }
    }
    return nil
  }

  private func members(from start: Int) -> [Bytes] {
    guard start < text.count else { return [] }
    return text[start..<endOfEntry(from: start - 1)].split(separator: .newline).map { $0.dropFirst() }
  }

  private func startOfEntry(around position: Int, from first: Int) -> Int {
    var start = position
    while start > first, text[start - 1] != .newline || text[start] == .blank { start -= 1 }
    return start
  }

  /// The beginning of the next entry.
  private func endOfEntry(from lineEnd: Int) -> Int {
    var end = lineEnd
    while end < text.count, text[end] != .newline || end + 1 < text.count && text[end + 1] == .blank {
      end += 1
    }
    return min(end + 1, text.count)
  }
}

extension UInt8 {
  static let newline = UInt8(ascii: "\n")
  static let blank = UInt8(ascii: " ")
  static let dot = UInt8(ascii: ".")
  static let equals = UInt8(ascii: "=")
  static let greaterThan = UInt8(ascii: ">")
}
