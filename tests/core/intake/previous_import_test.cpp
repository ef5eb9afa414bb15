// SPDX-License-Identifier: MIT
#include "core/intake/previous_import.h"
#include "tests/support/district_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace banlang {
namespace {

using test::DistrictBuilder;
using testing::ElementsAre;
using testing::IsEmpty;

FeatureTable donations(std::initializer_list<DistrictBuilder::Fields> rows) {
    DistrictBuilder builder;
    for (const auto& row : rows) builder.add(Role::donations, row);
    return builder.unlinked().table(Role::donations);
}

/// A file that comes again.
class PreviousImportOf : public testing::Test {
protected:
    void came(std::int64_t batch, FeatureTable rows) {
        PreviousRows earlier;
        earlier.batch = batch;
        earlier.file = "hiến đất.csv";
        earlier.role = Role::donations;
        earlier.rows = std::move(rows);
        earlier_.push_back(std::move(earlier));
    }
    CheckedBatch comesAgain(const FeatureTable& rows, const std::vector<std::size_t>& rejected = {}) {
        RawLayer raw;
        raw.table.rowCount = rows.rowCount;
        ProblemList problems("hiến đất.csv", raw);
        const AdminUnitContext context;
        PreviousImport previous(earlier_, rows, recordKind(Role::donations), context, known_, problems);
        ownKeys_ = previous.ownKeys();
        for (const std::size_t row : rejected) problems.add(Severity::rejected, "bad-number", row, {}, {}, {});
        CheckedBatch batch;
        batch.role = Role::donations;
        previous.finish(problems, batch);
        return batch;
    }
    static std::vector<std::string> told(const CheckedBatch& batch) {
        std::vector<std::string> rules;
        for (const RowProblem& problem : batch.problems) rules.emplace_back(problem.rule);
        return rules;
    }
    static std::vector<std::string> kept(const CheckedBatch& batch) {
        std::vector<std::string> ids;
        for (std::size_t row = 0; row < batch.kept.rowCount; ++row) ids.emplace_back(batch.kept.textAt(fields::donations.id, row));
        return ids;
    }
    bool isKnown(const FeatureTable& rows, std::size_t row) const {
        return known_.hasKey(Role::donations, KeyReader(rows, recordKind(Role::donations)).key(row));
    }

    std::vector<PreviousRows> earlier_;
    KnownRecords known_;
    RecordKeys ownKeys_;
};

const FeatureTable& threeOfACommune() {
    static const FeatureTable rows = donations(
        {{{"id", "A1"}, {"commune_code", "1"}}, {{"id", "A2"}, {"commune_code", "1"}}, {{"id", "A3"}, {"commune_code", "1"}}});
    return rows;
}

TEST_F(PreviousImportOf, AFileThatCameNeverBeforeReplacesNothing) {
    const CheckedBatch batch = comesAgain(threeOfACommune());
    EXPECT_THAT(batch.replaces, IsEmpty());
    EXPECT_THAT(told(batch), IsEmpty());
    EXPECT_EQ(batch.rowsKept, 0U);
}

TEST_F(PreviousImportOf, WhatIsSaidAnewGoesAndTheRestStaysAndIsTold) {
    came(5, threeOfACommune());
    const FeatureTable rows = donations({{{"id", "A2"}, {"commune_code", "1"}}, {{"id", "A9"}, {"commune_code", "1"}}});
    const CheckedBatch batch = comesAgain(rows);
    EXPECT_THAT(batch.replaces, ElementsAre(5));
    EXPECT_THAT(kept(batch), ElementsAre("A1", "A3"));
    EXPECT_EQ(batch.rowsKept, 2U);
    EXPECT_THAT(told(batch), ElementsAre("replaced", "no-longer-named", "no-longer-named", "no-longer-named"));
    EXPECT_EQ(ownKeys_.size(), 1U);
    EXPECT_TRUE(isKnown(threeOfACommune(), 0)) << "the rows are checked against what stays";
    EXPECT_FALSE(isKnown(threeOfACommune(), 1)) << "and not against what they say anew";
}

TEST_F(PreviousImportOf, ARowThatIsRefusedTakesNoPlace) {
    came(5, threeOfACommune());
    const CheckedBatch batch = comesAgain(threeOfACommune(), {1});
    EXPECT_THAT(batch.replaces, ElementsAre(5));
    EXPECT_THAT(kept(batch), ElementsAre("A2")) << "the earlier row stays";
    EXPECT_TRUE(isKnown(threeOfACommune(), 1));
}

TEST_F(PreviousImportOf, AFileOfAnotherCommuneIsAdded) {
    came(5, threeOfACommune());
    const CheckedBatch batch = comesAgain(donations({{{"id", "A1"}, {"commune_code", "2"}}}));
    EXPECT_THAT(batch.replaces, IsEmpty());
    EXPECT_EQ(batch.rowsKept, 0U) << "rows of a batch that stays are its own";
    EXPECT_THAT(told(batch), ElementsAre("same-name-added"));
    EXPECT_NE(batch.problems[0].cause.vi.find("3 dòng"), std::string::npos);
}

TEST_F(PreviousImportOf, SeveralEarlierBatchesMayGiveWay) {
    came(5, donations({{{"id", "A1"}, {"commune_code", "1"}}}));
    came(6, donations({{{"id", "A2"}, {"commune_code", "1"}}, {{"id", "A4"}, {"commune_code", "1"}}}));
    came(7, donations({{{"id", "B1"}, {"commune_code", "2"}}}));
    const CheckedBatch batch = comesAgain(threeOfACommune());
    EXPECT_THAT(batch.replaces, ElementsAre(5, 6));
    EXPECT_THAT(kept(batch), ElementsAre("A4"));
}

} // namespace
} // namespace banlang
