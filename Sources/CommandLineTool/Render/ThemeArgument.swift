public import ArgumentParser
public import Diagrams

extension Theme: ExpressibleByArgument {}
