public import ArgumentParser
public import Linting

extension MachineType: ExpressibleByArgument {}
