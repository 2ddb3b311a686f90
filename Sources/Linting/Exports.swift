// A rule file says `import Linting` and has every word that a rule needs.
@_exported public import Diagnostics
@_exported public import Discovery
@_exported public import Expressions
@_exported public import Flow
@_exported public import ServiceCatalogue
@_exported public import SourceText
@_exported public import Syntax
@_exported public import Workflows
