import Reports
import SourceText
import Testing

@Suite struct MarkdownReportTests {
  @Test func saysThatNothingWasFound() {
    #expect(Sample.clean.markdown() == "## Stateline: no problems in 2 workflows (1 file)\n")
  }

  @Test func hasATableForEachFile() {
    #expect(
      Sample.one.markdown() == """
        ## Stateline: 1 error in 1 workflow (1 file)

        ### flows/a b.asl.json

        | Place | Severity | Finding | Rule |
        |---|---|---|---|
        | 2:11 | error | This is wrong.<br>Mend it. | `some-rule` |

        """)
  }

  @Test func escapesMarkup() {
    let text =
      ##""q" 'a' \& \&lt; \<b\> \]\]\> %0A % ::error::x, \| \\ \`c\` \*i\* \[l\](u) \#1·····\[31m·"##
      + "\u{FFFD}é😀"
    let row = Sample.hostile.markdown().split(separator: "\n").last ?? ""
    #expect(row.hasPrefix("| 1:1 | note | \(text)"))
    #expect(row.hasSuffix(" | `some-rule` |"))
    #expect(row.contains("<br>\(text)"))
  }
}
