import Testing

@testable import CSV

@Test func placeholder() {}
