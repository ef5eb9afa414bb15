// SPDX-License-Identifier: MIT
// Stores merge by the union of what they were told: whatever the order and the grouping, the same comes out. Communes with clashing
// numbers, corrections, conflicts, withdrawals and decisions are drawn at random.
#include "core/store/documents.h"
#include "core/store/forget.h"
#include "core/store/merge.h"
#include "core/store/review.h"
#include "tests/support/files.h"
#include "tests/support/report_batches.h"
#include "tests/support/soak_round.h"
#include "tests/support/store_dump.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <random>

namespace banlang {
namespace {

using namespace test;
namespace fs = std::filesystem;

const std::vector<Role> roles = {Role::donations, Role::roadWorks};
constexpr std::uint32_t parts = 4;
const std::vector<std::string> communes = {"90001", "90002", "90003"};

/// Facts of one alone with "-", of the other alone with "+".
std::vector<std::string> differences(const std::vector<std::string>& one, const std::vector<std::string>& other) {
    std::vector<std::string> found;
    for (const std::string& line : one) {
        if (!std::binary_search(other.begin(), other.end(), line)) found.push_back("- " + line);
    }
    for (const std::string& line : other) {
        if (!std::binary_search(one.begin(), one.end(), line)) found.push_back("+ " + line);
    }
    return found;
}

class MergeOrders : public InFolder {
protected:
    void SetUp() override {
        InFolder::SetUp();
        random_.seed(2022 + parts * soakRound() + part());
        // Thousands of small stores: in memory, where the system has such a place.
        const fs::path memory = "/dev/shm";
        if (fs::exists(memory))
            pool_ = memory / fmt::format("banlang-merge-orders-{}-{}", part(), getpid());
        else
            pool_ = at("pool");
        for (const std::string& commune : communes) {
            makeStore(at(commune), commune);
            fill(commune);
            leaves_.push_back(commune);
        }
        shareFiles();
        makeDistrict();
        goOnApart();
    }

    void TearDown() override {
        fs::remove_all(pool_);
        InFolder::TearDown();
    }

    /// Each has draws of its own.
    [[nodiscard]] virtual std::uint32_t part() const { return 0; }

    std::size_t draw(std::size_t below) { return std::uniform_int_distribution<std::size_t>(0, below - 1)(random_); }
    double percent() { return static_cast<double>(10 * (1 + draw(10))); }

    /// Works numbered from 1 in each commune, of some of which each file speaks.
    CheckedBatch someWorks(const std::string& commune, const std::string& file, const std::string& day) {
        std::vector<WorkReport> reports;
        for (int number = 1; number <= 4; ++number) {
            if (draw(4) != 0) reports.push_back({commune, fmt::format("CT{}", number), percent(), draw(3) == 0 ? "Đường mới" : ""});
        }
        reports.push_back({commune, "CT5", percent(), "Ngõ"});
        return works(file, day, reports);
    }

    /// Reports of months, a correction, two files of one import that contradict each other, figures without a day, gifts with and
    /// without numbers, one of them put right, and a file that is taken back.
    void fill(const std::string& commune) {
        take(at(commune), someWorks(commune, commune + "/t5", "2022-05-31"));
        take(at(commune), someWorks(commune, commune + "/t6", "2022-06-30"));
        take(at(commune), someWorks(commune, commune + "/t5 sua", "2022-05-31"));
        std::vector<CheckedBatch> both;
        both.push_back(someWorks(commune, commune + "/t7 a", "2022-07-31"));
        both.push_back(someWorks(commune, commune + "/t7 b", "2022-07-31"));
        take(at(commune), std::move(both));
        take(at(commune), someWorks(commune, commune + "/khong ngay", {}));
        take(at(commune), gifts(commune + "/hien dat", {{commune, "1", 100, "2022-05-01", "Giàng A Páo"},
                                                        {commune, "2", 50, "2022-05-02", "Ly Thị Mỷ"},
                                                        {commune, "", 70, "2022-05-03", "Vàng Mí Sò"}}));
        take(at(commune),
             gifts(commune + "/hien dat 2", {{commune, "", 75, "2022-05-03", "Vàng Mí Sò"}, {commune, "3", 5, {}, {}}}));
        const auto taken = take(at(commune), someWorks(commune, commune + "/nham", "2022-06-30"));
        take(at(commune), someWorks(commune, commune + "/t6 sua", "2022-06-30"));
        if (draw(2) == 0) undo(at(commune), taken.front().id);
    }

    /// The same bytes reach two communes, read in two ways there, in opposite orders.
    void shareFiles() {
        const auto shared = [](int reading) {
            std::vector<WorkReport> reports;
            for (const std::string& commune : communes) reports.push_back({commune, "CT1", reading == 0 ? 35.0 : 36.0, {}});
            CheckedBatch batch = works("chung", "2022-06-30", reports);
            if (reading == 1) batch.profile.commune = "90001";
            return batch;
        };
        for (const int reading : {0, 1}) take(at("90001"), shared(reading));
        for (const int reading : {1, 0}) take(at("90002"), shared(reading));
        for (const char* commune : {"90001", "90003"})
            take(at(commune), works("mot lan", "2022-08-31", {{"90001", "CT2", 90, "A"}, {"90003", "CT2", 80, "B"}}));
    }

    /// Knows two of the communes, corrects, decides, takes back, forgets.
    void makeDistrict() {
        for (const char* commune : {"90001", "90002"}) orThrow(mergeStore(at(commune), at("huyen")));
        take(at("huyen"), works("huyen/sua", "2022-07-31", {{"90001", "CT5", 55, {}}, {"90002", "CT5", 65, {}}}));
        decideSome("huyen");
        const auto batches = orThrow(orThrow(Store::openForReading(at("huyen"))).batches());
        for (const std::size_t half : {std::size_t{0}, std::size_t{1}}) {
            const StoredBatch& batch = batches[half * batches.size() / 2 + draw(batches.size() / 2)];
            if (batch.state == BatchState::live) undo(at("huyen"), batch.id);
        }
        orThrow(saveDocument(at("huyen"), {{}, "note", "CT5", R"({"text": "a"})", {}, "Hoa", {}}));
        leaves_.push_back("huyen");
        orThrow(sendBatches(at("huyen"), {batches[batches.size() / 2].id, {}}, at("goi")));
        leaves_.push_back("goi");
    }

    /// A commune goes on without the district, and decides as well.
    void goOnApart() {
        fs::copy_file(at("90001"), at("90001 sau"));
        take(at("90001 sau"), someWorks("90001", "90001/t8", "2022-08-31"));
        decideSome("90001 sau");
        orThrow(saveDocument(at("90001 sau"), {{}, "note", "CT5", R"({"text": "b"})", {}, "Sình", {}}));
        leaves_.push_back("90001 sau");
    }

    void decideSome(const std::string& store) {
        std::vector<ReviewVerdict> decisions;
        for (const ReviewCard& card : orThrow(openReviews(at(store)))) {
            for (const ReviewCase& one : card.cases) {
                if (draw(3) == 0) continue;
                const std::string word = card.cause == ReviewCause::probableCorrection && draw(2) == 0 ? "separate"
                                         : draw(3) == 0                                                ? "wrong"
                                                                                                       : "right";
                decisions.push_back({one.reports[draw(one.reports.size())].id, 0, word, "Hoa", "biên bản"});
            }
        }
        decided_ += decisions.size();
        orThrow(decideReviews(at(store), decisions));
    }

    /// Merges copies of all leaves into one, two at a time.
    std::vector<std::string> mergedAtRandom() {
        std::vector<std::string> pool;
        const std::string folder = pool_.string();
        fs::remove_all(folder);
        fs::create_directories(folder);
        for (const std::string& leaf : leaves_) {
            pool.push_back(folder + "/" + leaf);
            fs::copy_file(at(leaf), pool.back());
        }
        if (draw(2) == 0) pool.push_back(folder + "/moi");
        while (pool.size() > 1) {
            const std::size_t from = draw(pool.size());
            const std::size_t into = draw(pool.size());
            if (from == into || !fs::exists(pool[from])) continue;
            orThrow(mergeStore(pool[from], pool[into]));
            pool.erase(pool.begin() + static_cast<std::ptrdiff_t>(from));
        }
        return dumpOf(pool.front(), roles);
    }

    std::mt19937 random_;
    fs::path pool_;
    std::vector<std::string> leaves_;
    std::size_t decided_ = 0;
};

class ManyOrders : public MergeOrders, public testing::WithParamInterface<std::uint32_t> {
    [[nodiscard]] std::uint32_t part() const override { return GetParam(); }
};

TEST_P(ManyOrders, ComeToTheSameInEveryGrouping) {
    const std::vector<std::string> first = mergedAtRandom();
    EXPECT_GT(decided_, 5U);
    EXPECT_THAT(first, testing::Contains(testing::HasSubstr("undone")));
    const int orders = soakRound() == 0 ? 8 : 250;
    for (int i = 0; i < orders; ++i) ASSERT_THAT(differences(first, mergedAtRandom()), testing::IsEmpty()) << "order " << i;
}
INSTANTIATE_TEST_SUITE_P(Draws, ManyOrders, testing::Range(0U, parts));

TEST_F(MergeOrders, MergingAgainChangesNothing) {
    for (const std::string& leaf : leaves_) orThrow(mergeStore(at(leaf), at("all")));
    const std::vector<std::string> once = dumpOf(at("all"), roles);
    for (const std::string& leaf : leaves_) {
        const MergeReport again = orThrow(mergeStore(at(leaf), at("all")));
        EXPECT_EQ(again.batches.size() + again.acts + again.overrides + again.documents + again.newRecords, 0U);
    }
    EXPECT_THAT(differences(once, dumpOf(at("all"), roles)), testing::IsEmpty());
}

TEST_F(MergeOrders, WhoIsForgottenIsForgottenInEveryOrder) {
    const ForgetReport forgotten = orThrow(forgetRecord(at("90001 sau"), Role::donations, "90001/1", "Hoa", "theo đơn"));
    EXPECT_GE(forgotten.values, 1U);
    const std::vector<std::string> first = mergedAtRandom();
    EXPECT_THAT(first, testing::Each(testing::Not(testing::ContainsRegex("90001;.*Giàng A Páo"))));
    EXPECT_THAT(first, testing::Contains(testing::ContainsRegex("donations report .*90002;.*Giàng A Páo"))) << "another person";
    for (int i = 0; i < (soakRound() == 0 ? 5 : 100); ++i) ASSERT_THAT(differences(first, mergedAtRandom()), testing::IsEmpty());
}

} // namespace
} // namespace banlang
