import Repository

/// Runs git without the configuration of the machine, and without what a hook that runs the tests left to it.
@discardableResult
func git(_ arguments: String, in folder: Path) -> [UInt8]? {
  shell(
    """
    cd \(quoted(folder)) && env -u GIT_DIR -u GIT_WORK_TREE -u GIT_INDEX_FILE -u GIT_COMMON_DIR \
    GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null XDG_CONFIG_HOME=/dev/null HOME=/dev/null \
    git -c user.name=Test -c user.email=test@example.com -c core.ignoreCase=false \(arguments) 2>/dev/null
    """)
}

let isGitInstalled = shell("git --version") != nil
