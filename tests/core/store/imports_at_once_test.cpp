// SPDX-License-Identifier: MIT
// Imports that run side by side: what each was told to keep is kept, once.
#include "core/store/import.h"
#include "core/store/merge.h"
#include "core/store/store_crs.h"
#include "tests/support/files.h"
#include "tests/support/other_program.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <barrier>
#include <filesystem>
#include <stop_token>
#include <thread>

namespace banlang {
namespace {

namespace fs = std::filesystem;

class ImportsAtOnce : public test::InFolder {
protected:
    [[nodiscard]] std::string path() const { return at("kho/store.gpkg"); }
    void SetUp() override {
        InFolder::SetUp();
        fs::create_directories(at("kho"));
    }
    [[nodiscard]] std::string source(const std::string& name, const std::string& numbers) const {
        std::string rows = "Mã công trình,Tên,Mã tuyến,Mã xã,Loại việc,Đã làm %,Ngày báo cáo\n";
        for (const char number : numbers) rows += fmt::format("CT{},Đường,ĐX.01,00901,upgrade,80,30/4/2022\n", number);
        return write(name, rows);
    }
    static Result<ImportReport> load(const std::string& file, const std::string& store, const Progress& progress = {}) {
        ImportOptions options;
        options.role = Role::roadWorks;
        return importSources({file}, store, options, progress);
    }
    /// All begin at the same moment.
    void loadAtOnce(const std::vector<std::string>& files) const {
        std::barrier together(static_cast<std::ptrdiff_t>(files.size()));
        std::vector<std::jthread> threads;
        for (const std::string& file : files) {
            threads.emplace_back([this, &together, file] {
                together.arrive_and_wait();
                const auto report = load(file, path());
                EXPECT_TRUE(report) << describe(report.error(), Language::english);
            });
        }
    }
    [[nodiscard]] std::size_t works() const { return openDistrict(path()).value().table(Role::roadWorks).rowCount; }
    [[nodiscard]] std::size_t filesBeside() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(at("kho")), fs::directory_iterator()));
    }
};

TEST_F(ImportsAtOnce, IntoANewStoreAllAreKept) {
    const std::vector<std::string> files{source("a.csv", "12"), source("b.csv", "345"), source("c.csv", "6")};
    for (int round = 0; round < 5; ++round) {
        fs::remove(path());
        loadAtOnce(files);
        EXPECT_EQ(works(), 6U);
        EXPECT_EQ(Store::openForReading(path())->batches()->size(), 3U);
        EXPECT_EQ(filesBeside(), 1U);
    }
}

TEST_F(ImportsAtOnce, TheSameSourceIsKeptOnce) {
    const std::string file = source("a.csv", "12");
    for (int round = 0; round < 5; ++round) {
        fs::remove(path());
        loadAtOnce({file, file, file});
        EXPECT_EQ(works(), 2U);
        loadAtOnce({source("b.csv", "34"), source("b.csv", "34")});
        EXPECT_EQ(works(), 4U);
    }
}

TEST_F(ImportsAtOnce, AFileThatIsCalledLikeAnUnfinishedStoreIsNobodys) {
    (void)write("kho/store.unfinished.gpkg", "mine");
    ASSERT_TRUE(load(source("a.csv", "1"), path()));
    EXPECT_EQ(test::bytesOfFile(at("kho/store.unfinished.gpkg")), "mine");
}

TEST_F(ImportsAtOnce, AMergeIntoANewStoreKeepsWhatAnotherMadeMeanwhile) {
    ASSERT_TRUE(load(source("a.csv", "12"), at("a.gpkg")));
    ASSERT_TRUE(load(source("b.csv", "345"), at("b.gpkg")));
    std::barrier together(2);
    {
        const auto merge = [&](const std::string& from) {
            together.arrive_and_wait();
            const auto merged = mergeStore(at(from), path());
            EXPECT_TRUE(merged) << describe(merged.error(), Language::english);
        };
        const std::jthread one(merge, "a.gpkg");
        const std::jthread other(merge, "b.gpkg");
    }
    EXPECT_EQ(works(), 5U);
}

TEST_F(ImportsAtOnce, WaitsForAnotherBanlangAndTellsForWhom) {
    ASSERT_TRUE(load(source("a.csv", "1"), path()));
    test::OtherProgram other(path(), "BEGIN IMMEDIATE", test::OtherProgram::End::staysOpen, "banlang");
    std::stop_source stop;
    Progress progress;
    progress.stop = stop.get_token();
    std::string told;
    progress.report = [&](double, const Bilingual& step) {
        if (step.en.find("banlang (") == std::string::npos) return;
        told = step.en;
        stop.request_stop();
    };
    const auto begun = std::chrono::steady_clock::now();
    const auto report = load(source("b.csv", "2"), path(), progress);
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, "interrupted");
    EXPECT_NE(told.find("Waiting for banlang"), std::string::npos) << told;
    EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(4)) << "Esc works while it waits";
    EXPECT_EQ(works(), 1U);
}

TEST_F(ImportsAtOnce, AStoreThatWasMovedIntoAnotherCrsMeanwhileGetsNoCoordinatesOfTheOldOne) {
    ASSERT_TRUE(load(source("a.csv", "1"), path()));
    auto store = Store::openForWriting(path());
    ASSERT_TRUE(store);
    ASSERT_TRUE(changeStoreCrs(path(), 9217));
    const auto undone = store->undo({1});
    ASSERT_FALSE(undone);
    EXPECT_EQ(undone.error().code, "store-changed-meanwhile");
}

} // namespace
} // namespace banlang
