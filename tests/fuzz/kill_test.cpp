// SPDX-License-Identifier: MIT
// The power fails while an import runs: the store opens afterwards and holds all of the import or nothing of it.
#include "core/store/store.h"
#include "tests/fuzz/bytes.h"
#include "tests/fuzz/program.h"
#include "tests/support/query_sql.h"
#include "tests/support/soak_round.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <map>
#include <random>

namespace banlang::fuzz {
namespace {

using Json = nlohmann::json;

constexpr int moments = 25; ///< for each of the two ways
constexpr std::chrono::minutes longEnough{4};
/// Sanitizers make the district grow slowly.
constexpr int parcelCount = withSanitizers() ? 2'000 : 20'000;

/// A generated district, and how long its import takes.
class KilledImport : public testing::Test {
protected:
    void SetUp() override {
        const ProgramRun grown =
            runProgram("banlang-sample", {source(), "--parcels", std::to_string(parcelCount), "--quiet"}, longEnough);
        ASSERT_EQ(grown.exitCode, 0) << grown.err;
    }

    [[nodiscard]] std::string source() const { return folder_ / "huyen"; }
    [[nodiscard]] std::string store() const { return folder_ / "kho.gpkg"; }
    [[nodiscard]] std::string units() const { return folder_ / "don vi.gpkg"; }

    [[nodiscard]] ProgramRun import(const std::vector<std::string>& sources, const std::string& into,
                                    std::chrono::milliseconds limit = longEnough) const {
        std::vector<std::string> arguments{"import"};
        arguments.insert(arguments.end(), sources.begin(), sources.end());
        arguments.insert(arguments.end(), {"--into", into, "--json", "--quiet"});
        return runProgram("banlang", arguments, limit);
    }

    /// Moments spread over the run time, one drawn from each part, the last a little after its end.
    [[nodiscard]] static std::vector<std::chrono::milliseconds> momentsWithin(double seconds) {
        std::mt19937 draw(2026 + test::soakRound());
        std::vector<std::chrono::milliseconds> drawn;
        for (int i = 0; i < moments; ++i) {
            const double part = (i + static_cast<double>(draw() % 1'000) / 1'000) / (moments - 1);
            drawn.emplace_back(static_cast<int>(part * seconds * 1'000));
        }
        return drawn;
    }

    [[nodiscard]] bool anythingLeftBehind() const {
        return std::any_of(fs::directory_iterator(folder_.path()), fs::directory_iterator(), [](const fs::directory_entry& entry) {
            const std::string name = entry.path().filename().string();
            return name.ends_with("-journal") || name.starts_with(".banlang-unfinished-");
        });
    }

    /// The batches that `undo` lists.
    [[nodiscard]] Json listed() const {
        const ProgramRun run = runProgram("banlang", {"undo", store(), "--json"}, longEnough);
        EXPECT_EQ(run.exitCode, 0) << run.out << run.err;
        return Json::parse(run.out).value("batches", Json::array());
    }

    /// Every row that the list of batches tells of is a report of some record, alone in its table or beside others.
    void expectRowsAgree(const Json& batches) const {
        std::map<std::string, std::size_t> rows;
        for (const Json& batch : batches) rows[batch["role"]] += batch["rows_loaded"].get<std::size_t>();
        const auto opened = Store::openForReading(store());
        ASSERT_TRUE(opened) << describe(opened.error(), Language::english);
        ASSERT_TRUE(opened->read());
        for (const RecordKind& kind : recordKinds()) {
            const std::string reports = fmt::format("banlang_reports_{}", kind.table);
            const bool several = number(fmt::format("SELECT count(*) FROM sqlite_master WHERE name = '{}'", reports)) > 0;
            const std::size_t single = number(fmt::format("SELECT count(*) FROM \"{}\" WHERE source_row IS NOT NULL", kind.table));
            const std::size_t others = several ? number(fmt::format("SELECT count(*) FROM \"{}\"", reports)) : 0;
            EXPECT_EQ(single + others, rows[std::string(kind.id)]) << kind.id;
        }
    }
    [[nodiscard]] std::size_t number(const std::string& sql) const { return std::stoul(test::queryLines(store(), sql).front()); }

    const TemporaryFolder folder_{"kill"};
};

TEST_F(KilledImport, LeavesNoStoreOrAWholeOne) {
    const ProgramRun whole = import({source()}, store());
    ASSERT_EQ(whole.exitCode, 0) << whole.err;
    const std::size_t all = listed().size();
    fs::remove(store());
    int leftovers = 0;
    for (const auto moment : momentsWithin(whole.seconds)) {
        SCOPED_TRACE(fmt::format("killed after {} of {:.0f} ms", moment.count(), whole.seconds * 1'000));
        // What the last one left behind stays for the next.
        static_cast<void>(import({source()}, store(), moment));
        leftovers += anythingLeftBehind() ? 1 : 0;
        if (!fs::exists(store())) continue;
        const Json batches = listed();
        EXPECT_EQ(batches.size(), all);
        expectRowsAgree(batches);
        // Whoever takes a store away takes what SQLite left beside it; alone that is refused, since it may be all that is left.
        fs::remove(store());
        fs::remove(store() + "-journal");
    }
    EXPECT_GT(leftovers, 0) << "no moment met the writing";
    EXPECT_EQ(import({source()}, store()).exitCode, 0);
    EXPECT_EQ(listed().size(), all);
    EXPECT_FALSE(anythingLeftBehind());
}

TEST_F(KilledImport, LeavesAStoreAsItWasOrWithAllOfIt) {
    ASSERT_EQ(import({source() + "/communes.gpkg", source() + "/villages.gpkg"}, units()).exitCode, 0);
    const auto begin = [&] {
        fs::remove(store() + "-journal");
        fs::copy_file(units(), store(), fs::copy_options::overwrite_existing);
    };
    begin();
    const std::size_t before = listed().size();
    const ProgramRun whole = import({source()}, store());
    ASSERT_EQ(whole.exitCode, 0) << whole.err;
    const std::size_t all = listed().size();
    ASSERT_GT(all, before);
    int leftovers = 0;
    int number = 0;
    for (const auto moment : momentsWithin(whole.seconds)) {
        SCOPED_TRACE(fmt::format("killed after {} of {:.0f} ms", moment.count(), whole.seconds * 1'000));
        begin();
        static_cast<void>(import({source()}, store(), moment));
        const bool leftBehind = anythingLeftBehind();
        leftovers += leftBehind ? 1 : 0;
        const Json batches = listed();
        EXPECT_TRUE(batches.size() == before || batches.size() == all) << batches.size();
        expectRowsAgree(batches);
        if (!leftBehind && ++number % 5 != 0) continue;
        EXPECT_EQ(import({source()}, store()).exitCode, 0);
        EXPECT_EQ(listed().size(), all);
        expectRowsAgree(listed());
    }
    EXPECT_GT(leftovers, 0) << "no moment met the writing";
}

/// Writes so much into the store that SQLite begins to write before the end, and ends there.
[[noreturn]] void endInTheMiddleOfWriting(const std::string& store) {
    sqlite3* database = nullptr;
    sqlite3_open(store.c_str(), &database);
    sqlite3_exec(database,
                 "PRAGMA cache_size = 2; BEGIN; CREATE TABLE half (a);"
                 "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 3000)"
                 "INSERT INTO half SELECT zeroblob(1000) FROM n",
                 nullptr, nullptr, nullptr);
    _exit(0);
}

TEST(HalfWrittenStore, GoesBackToWhatItWas) {
    const TemporaryFolder folder("half");
    const std::string store = folder / "kho.gpkg";
    { ASSERT_TRUE(Store::create(store, 9205)); }
    const std::size_t size = fs::file_size(store);
    const pid_t child = fork();
    if (child == 0) endInTheMiddleOfWriting(store);
    waitpid(child, nullptr, 0);
    ASSERT_GT(fs::file_size(store), size) << "nothing was half written";
    ASSERT_TRUE(fs::exists(store + "-journal"));
    const auto opened = Store::openForReading(store);
    ASSERT_TRUE(opened) << describe(opened.error(), Language::english);
    EXPECT_TRUE(opened->batches());
    EXPECT_EQ(fs::file_size(store), size);
    EXPECT_FALSE(fs::exists(store + "-journal"));
}

} // namespace
} // namespace banlang::fuzz
