import Testing

@testable import Screening

@Suite struct PolicyTests {
    private static let receivers: Set<Role> = [
        .consignee, .importer, .buyer, .purchaser, .intermediateConsignee, .ultimateConsignee, .endUser,
    ]
    private static let suppliers: Set<Role> = [.shipper, .exporter, .supplier, .seller, .manufacturer]

    /// Every combination there is, against the rule written out once more.
    @Test func everyCombination() {
        var combinations = 0
        for direction in Direction.allCases {
            for role in Role.allCases {
                for inForce in Policy.InForce.allCases {
                    for asksDate in [true, false] {
                        for requiresLicense in [true, false] {
                            let expected: Policy.Restricted
                            if !requiresLicense {
                                expected = .unspecified
                            } else if inForce == .no {
                                expected = .no
                            } else if direction == .import {
                                expected = Self.suppliers.contains(role) ? .no : .possible
                            } else if !Self.receivers.contains(role) {
                                expected = .possible
                            } else {
                                expected = inForce == .unknown && asksDate ? .possible : .yes
                            }
                            #expect(
                                Policy.restricted(
                                    direction: direction, role: role, inForce: inForce, asksDate: asksDate,
                                    requiresLicense: requiresLicense) == expected,
                                "\(direction) \(role) \(inForce) \(asksDate) \(requiresLicense)")
                            combinations += 1
                        }
                    }
                }
            }
        }
        #expect(combinations == 4 * 17 * 3 * 2 * 2)
    }

    /// 15 CFR 748.5(c)–(f) in the words of the contract.
    @Test func rolesAreThoseOfTheContract() {
        #expect(
            Role.allCases.map(\.rawValue).joined(separator: " ")
                == "shipper exporter supplier seller manufacturer consignee importer buyer purchaser "
                + "intermediate_consignee ultimate_consignee end_user notify_party forwarder carrier bank other"
        )
        for role in Role.allCases {
            #expect(role.receivesGoods == Self.receivers.contains(role))
            #expect(role.suppliesGoods == Self.suppliers.contains(role))
        }
    }

    @Test(
        arguments: [
            // The day before, the first day, long after.
            ("2019-10-08", "2019-10-09", nil, Policy.InForce.no),
            ("2019-10-09", "2019-10-09", nil, .yes),
            ("2025-01-01", "2019-10-09", nil, .yes),
            // Delisted: the day itself no longer counts.
            ("2020-06-04", "2019-10-09", "2020-06-05", .yes),
            ("2020-06-05", "2019-10-09", "2020-06-05", .no),
            // A month around the day of listing, and one that is all after it.
            ("Oct 2019", "2019-10-09", nil, .unknown),
            ("Nov 2019", "2019-10-09", nil, .yes),
            ("Sep 2019", "2019-10-09", nil, .no),
            // A month in which the entity was delisted.
            ("Jun 2020", "2019-10-09", "2020-06-05", .unknown),
            // May or October: before or before; May or October of a year after; 10 September or 9 October.
            ("05/10/2018", "2019-10-09", nil, .no),
            ("05/10/2020", "2019-10-09", nil, .yes),
            ("10/09/2019", "2019-10-09", nil, .unknown),
            // The list doesn't say since when.
            ("2025-01-01", nil, nil, .unknown),
            ("2025-01-01", nil, "2024-01-01", .no),
            // No date that can be read.
            ("soon", "2019-10-09", nil, .unknown),
        ] as [(String, String?, String?, Policy.InForce)])
    func inForce(_ date: String, _ listed: String?, _ delisted: String?, _ expected: Policy.InForce) {
        let day = { (text: String?) in text.flatMap { Day(iso: Array($0.utf8)) } }
        #expect(
            Policy.inForce(on: RecordDate(date), listedOn: day(listed), delistedOn: day(delisted)) == expected
        )
    }

    @Test func withoutADateNothingIsSaid() {
        #expect(Policy.inForce(on: nil, listedOn: nil, delistedOn: nil) == .unknown)
    }
}
