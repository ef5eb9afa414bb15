// SPDX-License-Identifier: MIT
#include "core/report/record_table.h"
#include "tests/support/district_builder.h"
#include "tests/support/report_tables.h"

#include <gtest/gtest.h>

#include <array>

namespace banlang {
namespace {

TEST(RecordTable, MakesOnlyTheWindowThatIsLookedAt) {
    std::size_t made = 0;
    const RecordTable table(
        {{"a", {"A", "A"}}, {"b", {"B", "B"}}, {"c", {"C", "C"}}}, 1'000'000,
        [](std::size_t row) {
            return RecordRef{Role::parcels, static_cast<std::uint32_t>(row)};
        },
        [&](std::size_t row, std::size_t column) {
            ++made;
            ReportCell cell;
            cell.state = CellState::value;
            cell.number = static_cast<double>(10 * row + column);
            return cell;
        });
    const std::array<std::size_t, 2> columns{2, 0};
    const auto rows = table.cells(999'998, 40, columns);
    ASSERT_EQ(rows.size(), 2U) << "as many as there are";
    EXPECT_EQ(made, 4U);
    EXPECT_EQ(rows[1].record, (RecordRef{Role::parcels, 999'999}));
    EXPECT_EQ(rows[1].cells[0].number, 9'999'992);
    EXPECT_EQ(rows[1].cells[1].number, 9'999'990);
    EXPECT_TRUE(table.cells(1'000'000, 1).empty());
    EXPECT_EQ(table.cells(5, 2, columns).size(), 2U);
    EXPECT_EQ(made, 8U);
    EXPECT_EQ(table.cells(0, 1).front().cells.size(), 3U);
}

TEST(RecordTable, HasTheFieldsThatTheAudienceMaySee) {
    auto builder = test::twoCommunes();
    builder.add(Role::donations,
                {{"id", "D1"}, {"commune_code", "00874"}, {"declared_area_m2", "120"}, {"donated_on", "2022-03-01"}});
    const District district = builder.linked();
    const RecordTable open = recordTable(test::reportOf(District(district), Audience::workingGroup), Role::donations);
    const RecordTable meeting = recordTable(test::reportOf(District(district)), Role::donations);
    EXPECT_LT(meeting.columns().size(), open.columns().size());
    for (const RecordField* field : visibleFields(Role::donations, Audience::meeting))
        EXPECT_TRUE(mayShow(Audience::meeting, *field)) << field->name;
    const auto column = std::ranges::find(meeting.columns(), "declared_area_m2", &ReportColumn::id);
    ASSERT_NE(column, meeting.columns().end());
    const std::array<std::size_t, 1> area{static_cast<std::size_t>(column - meeting.columns().begin())};
    EXPECT_EQ(meeting.cells(0, 1, area).front().cells[0].number, 120);
    EXPECT_EQ(recordTable(test::reportOf(District(district)), Role::households).rowCount(), 0U);
}

TEST(RecordTable, ListsWhomAQuestionDidNotReach) {
    const auto district = std::make_shared<const District>(test::twoCommunes().linked());
    const auto gap = findGap(test::contextOf(*district, Date::fromYmd(2022, 5, 18)), *gapQuestion("village-without-green-route"));
    const RecordTable items = gapItemTable(district, gap, Language::english);
    ASSERT_EQ(items.rowCount(), 3U);
    const auto rows = items.cells(2, 1);
    EXPECT_EQ(rows[0].record.role, Role::villages);
    EXPECT_EQ(rows[0].cells[1].text, "Xã Thuận Hoà");
    EXPECT_EQ(rows[0].cells[3].number, 0);
}

TEST(RecordTable, ListsCandidatesWithTheirReasonsInOneLine) {
    Candidate candidate;
    candidate.road = 7;
    candidate.id = "r7";
    candidate.rank = 1;
    candidate.reasons = {{"một", "one"}, {"hai", "two"}};
    const RecordTable table =
        candidateTable(std::make_shared<const std::vector<Candidate>>(std::vector{candidate}), Language::english);
    const ReportRow row = table.cells(0, 10).front();
    EXPECT_EQ(row.record, (RecordRef{Role::roads, 7}));
    EXPECT_EQ(row.cells[1].text, "r7") << "a road without a name goes by its id";
    EXPECT_EQ(row.cells[5].text, "one; two");
}

} // namespace
} // namespace banlang
