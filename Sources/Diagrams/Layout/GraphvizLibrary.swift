import CGraphviz

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The functions of libgraphviz, and a context with the two plug-ins that a layout needs.
///
/// Nothing is linked: the libraries are opened when the first picture is drawn, and stay open. Graphviz keeps
/// unprotected global state, so there is one of these in a process, used by one thread at a time.
struct GraphvizLibrary {
  let functions: cgv_library
  let context: UnsafeMutableRawPointer

  static func load() -> Result<GraphvizLibrary, GraphvizUnavailable> {
    guard version > 0 else { return .failure(.builtWithoutHeaders) }
    // Plug-ins carry the version in their names, and bring the libraries that they were built for.
    let layout = plugin("dot_layout")
    let core = plugin("core")
    guard let gvc = open(libraryNames("gvc")), let cgraph = open(libraryNames("cgraph")) else {
      return .failure(isOfOtherVersion ? .otherVersion : .notInstalled)
    }
    var functions = cgv_library()
    guard cgv_resolve(&functions, gvc, cgraph) == 1 else { return .failure(.otherVersion) }
    guard let layout, let core else {
      return context(cgv_context(&functions), functions)
    }
    let bare = cgv_bare_context(&functions)
    if bare != nil {
      cgv_add_plugin(&functions, bare, layout)
      cgv_add_plugin(&functions, bare, core)
    }
    return context(bare, functions)
  }

  private static func context(
    _ context: UnsafeMutableRawPointer?, _ functions: cgv_library
  ) -> Result<GraphvizLibrary, GraphvizUnavailable> {
    guard let context else { return .failure(.failed) }
    return .success(GraphvizLibrary(functions: functions, context: context))
  }
}

// MARK: - Where the libraries are

extension GraphvizLibrary {
  /// The version of the headers, as plug-ins bear it. Structures are read as those headers have them, so a
  /// library of another version is of no use.
  private static let version = CGV_PLUGIN_VERSION

  /// Which versions of libgvc and libcgraph go with the plug-ins of a version.
  private static func libraryVersions(ofPlugins version: Int) -> [Int] {
    version <= 6 ? [version] : Array((version - 1)...version)
  }

  #if os(macOS)
    private static let folders = ["/opt/homebrew/lib/", "/usr/local/lib/", "/opt/local/lib/"]

    private static func fileName(_ name: String, _ version: Int) -> String { "lib\(name).\(version).dylib" }
  #else
    /// Names without a folder are looked up where the system keeps its libraries.
    private static let folders = ["", "/usr/local/lib/"]

    private static func fileName(_ name: String, _ version: Int) -> String { "lib\(name).so.\(version)" }
  #endif

  /// Absolute: a plug-in is never taken from the working folder.
  private static let pluginFolders = [
    "/usr/lib/x86_64-linux-gnu/graphviz/", "/usr/lib/aarch64-linux-gnu/graphviz/", "/usr/lib64/graphviz/",
    "/usr/lib/graphviz/", "/usr/local/lib/graphviz/", "/opt/homebrew/lib/graphviz/",
    "/opt/local/lib/graphviz/",
  ]

  private static func libraryNames(_ name: String) -> [String] {
    libraryVersions(ofPlugins: version).flatMap { version in
      folders.map { $0 + fileName(name, version) }
    }
  }

  private static func open(_ candidates: [String]) -> UnsafeMutableRawPointer? {
    for candidate in candidates {
      if let handle = dlopen(candidate, RTLD_NOW | RTLD_GLOBAL) { return handle }
    }
    return nil
  }

  /// The description of a plug-in, which lives in its library.
  private static func plugin(_ name: String) -> UnsafeMutableRawPointer? {
    let handle = open(pluginFolders.map { $0 + fileName("gvplugin_\(name)", version) })
    return handle.flatMap { dlsym($0, "gvplugin_\(name)_LTX_library") }
  }

  private static var isOfOtherVersion: Bool {
    (5...12).contains { version in
      folders.contains { dlopen($0 + fileName("gvc", version), RTLD_LAZY) != nil }
    }
  }
}
