// SPDX-License-Identifier: MIT
// Thirteen communes keep stores of their own, every list numbered from 1 on under the same file names. Merged in any order they
// come to one store that has lost nothing and answers as the store of the whole district.
#include "tests/e2e/truth.h"
#include "tests/support/commune_folders.h"
#include "tests/support/query_sql.h"
#include "tests/support/soak_round.h"

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <numeric>
#include <random>
#include <set>

namespace banlang::e2e {
namespace {

using Json = nlohmann::json;

void import(const std::vector<std::string>& sources, const fs::path& store) {
    std::vector<std::string> arguments{"import"};
    arguments.insert(arguments.end(), sources.begin(), sources.end());
    arguments.insert(arguments.end(), {"--into", store.string(), "--json"});
    const Outcome outcome = banlang(arguments);
    EXPECT_EQ(outcome.exitCode, 0) << sources.front() << outcome.out.substr(0, 2'000) << outcome.err;
}

/// `nguồn/<xã>/`: the lists of each commune; `<number>.gpkg`: its store; `huyện.gpkg`: all lists in one import.
fs::path communeStores() {
    // Read before: one fixture cannot be made while another is.
    static const auto district = [] {
        const Folder folder;
        return std::make_unique<const District>(openStore(sampleStore(folder)));
    }();
    return madeOnce("communes", [](const fs::path& place) {
        const std::vector<std::string> folders = test::CommuneFolders(*district).write(place / "nguồn");
        for (std::size_t i = 0; i < folders.size(); ++i) import({folders[i]}, place / fmt::format("{}.gpkg", i));
        import(folders, place / "huyện.gpkg");
    });
}

std::size_t communeCount() {
    static const std::size_t count =
        static_cast<std::size_t>(std::distance(fs::directory_iterator(communeStores() / "nguồn"), fs::directory_iterator()));
    return count;
}

/// Number of the row, of the batch and of the record in this very store: another store has others.
bool isLocal(const std::string& column) {
    static const std::set<std::string> local{"fid", "batch", "record"};
    return local.count(column) > 0;
}

/// Every record and every report, without what is numbered by the store itself, in the order of their content.
std::vector<std::string> contentOf(const fs::path& store) {
    std::vector<std::string> content;
    for (const RecordKind& kind : recordKinds()) {
        for (const std::string& table : {std::string(kind.table), fmt::format("banlang_reports_{}", kind.table)}) {
            std::string columns = "1";
            for (const auto& column : test::queryRows(store.string(), fmt::format("PRAGMA table_info({})", table))) {
                if (!isLocal(column[1])) columns += fmt::format(", quote(\"{}\")", column[1]);
            }
            if (columns == "1") continue;
            for (const std::string& line : test::queryLines(store.string(), fmt::format("SELECT {} FROM {}", columns, table)))
                content.push_back(fmt::format("{}: {}", table, line));
        }
    }
    std::ranges::sort(content);
    return content;
}

/// A store that received all others, in this order.
fs::path merged(const std::vector<std::size_t>& order, const Folder& folder) {
    static int count = 0;
    const fs::path store = folder / fmt::format("gộp {}.gpkg", count++);
    fs::copy_file(communeStores() / fmt::format("{}.gpkg", order.front()), store);
    for (std::size_t i = 1; i < order.size(); ++i) import({(communeStores() / fmt::format("{}.gpkg", order[i])).string()}, store);
    return store;
}

std::vector<std::size_t> shuffledOrder(std::mt19937& random) {
    std::vector<std::size_t> order(communeCount());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::shuffle(order.begin(), order.end(), random);
    return order;
}

std::size_t rowsIn(const fs::path& store, std::string_view table) {
    return std::stoul(test::queryLines(store.string(), fmt::format("SELECT count(*) FROM {}", table)).front());
}

void expectNothingLost(const fs::path& store) {
    for (const RecordKind& kind : recordKinds()) {
        std::size_t sum = 0;
        for (std::size_t i = 0; i < communeCount(); ++i) sum += rowsIn(communeStores() / fmt::format("{}.gpkg", i), kind.table);
        EXPECT_EQ(rowsIn(store, kind.table), sum) << kind.table;
    }
}

TEST(CommuneStores, HaveEveryRecordOfTheDistrict) {
    const Folder folder;
    const std::string whole = sampleStore(folder);
    for (const RecordKind& kind : recordKinds()) {
        std::size_t sum = 0;
        for (std::size_t i = 0; i < communeCount(); ++i) sum += rowsIn(communeStores() / fmt::format("{}.gpkg", i), kind.table);
        EXPECT_EQ(sum, rowsIn(whole, kind.table)) << kind.table;
        EXPECT_EQ(rowsIn(communeStores() / "huyện.gpkg", kind.table), sum) << kind.table;
    }
}

TEST(CommuneStores, MergeToTheSameStoreInAnyOrder) {
    const Folder folder;
    std::mt19937 random(3 + test::soakRound());
    const bool soak = std::getenv("BANLANG_SOAK_ROUND") != nullptr; // NOLINT(concurrency-mt-unsafe)
    const int orders = soak ? 20 : 3;
    std::vector<std::string> first;
    for (int i = 0; i < orders; ++i) {
        const fs::path store = merged(shuffledOrder(random), folder);
        expectNothingLost(store);
        const std::vector<std::string> content = contentOf(store);
        if (first.empty()) first = content;
        std::vector<std::string> different;
        std::ranges::set_symmetric_difference(first, content, std::back_inserter(different));
        EXPECT_TRUE(different.empty()) << different.size() << " differ, the first: " << different.front().substr(0, 500);
        fs::remove(store);
    }
    EXPECT_GT(first.size(), 10'000U);
}

TEST(CommuneStores, ReceivingAStoreAgainChangesNothing) {
    const Folder folder;
    const fs::path store = merged({0, 1}, folder);
    const std::vector<std::string> once = contentOf(store);
    import({(communeStores() / "1.gpkg").string()}, store);
    EXPECT_EQ(contentOf(store), once);
}

TEST(CommuneStores, MergedPartsMergeToTheSameAsOneByOne) {
    const Folder folder;
    const fs::path left = merged({0, 1, 2}, folder);
    const fs::path right = merged({4, 3}, folder);
    import({right.string()}, left);
    EXPECT_EQ(contentOf(left), contentOf(merged({3, 0, 4, 2, 1}, folder)));
}

/// Without what depends on where a row stands in its store; lists in the order of their content.
Json comparable(const Json& json) {
    static const std::set<std::string> ofTheStore{"row", "rows", "store", "batch", "fid"};
    if (json.is_array()) {
        std::vector<Json> items;
        for (const Json& item : json) items.push_back(comparable(item));
        std::ranges::sort(items, {}, [](const Json& item) { return item.dump(); });
        return items;
    }
    if (!json.is_object()) return json;
    Json object = Json::object();
    for (const auto& [name, value] : json.items()) {
        if (ofTheStore.count(name) == 0) object[name] = comparable(value);
    }
    return object;
}

Json ask(const char* verb, const fs::path& store) {
    const Outcome outcome = banlang({verb, store.string(), "--as-of", "2022-05-18", "--json"});
    EXPECT_EQ(outcome.exitCode, 0) << verb << outcome.out.substr(0, 1'000) << outcome.err;
    return comparable(outcome.json());
}

TEST(CommuneStores, AnswerAsTheStoreOfTheWholeDistrict) {
    const Folder folder;
    std::mt19937 random(5 + test::soakRound());
    const fs::path store = merged(shuffledOrder(random), folder);
    for (const char* verb : {"status", "gaps", "conclusion", "landtake"}) {
        const Json answer = ask(verb, store);
        const Json whole = ask(verb, communeStores() / "huyện.gpkg");
        EXPECT_GT(whole.dump().size(), 1'000U) << verb;
        EXPECT_TRUE(answer == whole) << verb << ": " << Json::diff(whole, answer).dump().substr(0, 1'500);
    }
}

} // namespace
} // namespace banlang::e2e
