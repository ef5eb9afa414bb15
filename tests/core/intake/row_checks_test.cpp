// SPDX-License-Identifier: MIT
// Rows that name a household by its head instead of its id.
#include "core/intake/row_checks.h"
#include "tests/support/district_builder.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

using test::DistrictBuilder;

FeatureTable listed(std::initializer_list<DistrictBuilder::Fields> rows) {
    DistrictBuilder builder;
    for (const auto& row : rows) builder.add(Role::supportList, row);
    return builder.unlinked().table(Role::supportList);
}

/// Which rows are refused, and why.
std::vector<std::pair<std::size_t, std::string>> refused(const FeatureTable& rows, const KnownRecords& known = {}) {
    RawLayer raw;
    raw.table.rowCount = rows.rowCount;
    ProblemList problems("a.csv", raw);
    const RecordKind& kind = recordKind(Role::supportList);
    checkRequired(rows, kind, problems);
    checkKeys(rows, kind, known, {}, problems);
    std::vector<std::pair<std::size_t, std::string>> found;
    for (const RowProblem& problem : problems.take()) {
        if (problem.severity == Severity::rejected) found.emplace_back(static_cast<std::size_t>(problem.where.row), problem.rule);
    }
    return found;
}

using Refused = std::vector<std::pair<std::size_t, std::string>>;

TEST(RowChecks, AHeadOfHouseholdStandsInForTheId) {
    EXPECT_EQ(refused(listed({{{"head_name", "Vàng Mí Sò"}, {"listed_on", "2022-01-01"}},
                              {{"household_id", "h1"}, {"listed_on", "2022-01-01"}},
                              {{"listed_on", "2022-01-01"}}})),
              (Refused{{3, "missing-value"}}));
}

TEST(RowChecks, TwoHeadsWithoutIdsAreTwoRecords) {
    EXPECT_EQ(refused(listed({{{"head_name", "Vàng Mí Sò"}, {"village_code", "0087401"}, {"listed_on", "2022-01-01"}},
                              {{"head_name", "Sùng A Páo"}, {"village_code", "0087401"}, {"listed_on", "2022-01-01"}},
                              {{"head_name", "Vàng Mí Sò"}, {"village_code", "0087402"}, {"listed_on", "2022-01-01"}},
                              {{"head_name", "VÀNG MÍ SÒ"}, {"village_code", "0087401"}, {"listed_on", "2022-01-01"}}})),
              (Refused{{4, "duplicate-key"}}))
        << "the same name in another village is another household; the same in capitals is not";
}

TEST(RowChecks, TheNameBesideAnIdMakesNoOtherRecord) {
    EXPECT_EQ(refused(listed({{{"household_id", "h1"}, {"head_name", "Vàng Mí Sò"}, {"listed_on", "2022-01-01"}},
                              {{"household_id", "h1"}, {"head_name", "Vang Mi So"}, {"listed_on", "2022-01-01"}}})),
              (Refused{{2, "duplicate-key"}}));
}

TEST(RowChecks, AHeadThatIsInTheStoreAlreadyIsNotTakenTwice) {
    const FeatureTable rows = listed({{{"head_name", "Vàng Mí Sò"}, {"village_code", "0087401"}, {"listed_on", "2022-01-01"}}});
    KnownRecords known;
    known.add(Role::supportList, rows);
    EXPECT_EQ(refused(rows, known), (Refused{{1, "duplicate-key"}}));
}

} // namespace
} // namespace banlang
