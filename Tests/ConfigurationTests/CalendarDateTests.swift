import Configuration
import Testing

@Suite struct CalendarDateTests {
  @Test(arguments: ["2026-12-31", "2024-02-29", "2000-02-29", "0001-01-01", "9999-04-30"])
  func readsDays(_ text: String) throws {
    #expect(try #require(CalendarDate(text)).description == text)
  }

  @Test(arguments: [
    "", "2026", "2026-1-1", "2026-13-01", "2026-00-01", "2026-01-00", "2026-01-32", "2026-04-31",
    "2025-02-29", "1900-02-29", "2026-01-01 ", "2026-01-01T00:00:00Z", "+026-01-01", "-026-01-01",
    "2026/01/01",
    "２０２６-01-01",
  ])
  func refusesWhatIsNoDay(_ text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test func ordersDays() throws {
    let days = try ["2025-12-31", "2026-01-01", "2026-01-02", "2026-02-01"].map {
      try #require(CalendarDate($0))
    }
    #expect(days == days.shuffled().sorted())
  }

  @Test func knowsWhatDayItIs() throws {
    #expect(CalendarDate.today > (try #require(CalendarDate("2024-01-01"))))
    #expect(CalendarDate(CalendarDate.today.description) == CalendarDate.today)
  }
}
