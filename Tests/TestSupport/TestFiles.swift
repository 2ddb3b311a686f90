#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reads and writes files for tests, without Foundation.
public enum TestFiles {
  public struct Failure: Error, CustomStringConvertible {
    public let description: String
  }

  public static func read(_ path: String) throws -> [UInt8] {
    guard let file = fopen(path, "rb") else { throw Failure(description: "cannot open \(path)") }
    defer { fclose(file) }
    var result: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      guard count > 0 else { return result }
      result += chunk[..<count]
    }
  }

  public static func text(_ path: String) throws -> String {
    String(decoding: try read(path), as: UTF8.self)
  }

  public static func write(_ text: String, to path: String) throws {
    guard let file = fopen(path, "wb") else { throw Failure(description: "cannot write \(path)") }
    defer { fclose(file) }
    fputs(text, file)
  }

  /// The names in a folder, sorted.
  public static func names(in folder: String) throws -> [String] {
    guard let stream = opendir(folder) else { throw Failure(description: "cannot list \(folder)") }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  public static func isFolder(_ path: String) -> Bool {
    guard let stream = opendir(path) else { return false }
    closedir(stream)
    return true
  }

  public static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
