public import Linting

/// Every rule, ordered by id.
public let catalog: [Rule] = []
