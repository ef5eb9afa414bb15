// SPDX-License-Identifier: MIT
// A year of monthly reports of communes that number for themselves: whatever the order in which they come, the store holds at the
// end of each month what was said by then.
#include "core/model/district_as_of.h"
#include "sample-data/monthly/reported_kinds.h"
#include "tests/e2e/truth.h"
#include "tests/support/query_sql.h"
#include "tests/support/soak_round.h"

#include <algorithm>
#include <random>
#include <set>

namespace banlang::e2e {
namespace {

using Json = nlohmann::json;
using sample::ReportedKind;

constexpr int communes = 5; ///< as many as it takes to meet every habit of reporting

/// The sample, and `units.gpkg`: a store that knows its units and households.
fs::path monthlySample() {
    return madeOnce("monthly", [](const fs::path& place) {
        const std::string source = (place / "nguồn").string();
        const Outcome made = run("banlang-sample", {source, "--monthly", "--communes", std::to_string(communes), "--parcels",
                                                    "2000", "--seed", "1", "-q"});
        EXPECT_EQ(made.exitCode, 0) << made.err;
        const Outcome imported = banlang({"import", source + "/don-vi", "--into", (place / "units.gpkg").string(), "--json"});
        EXPECT_EQ(imported.exitCode, 0) << imported.out.substr(0, 2'000);
    });
}

const std::vector<Row>& truthOf(const std::string& name) {
    static std::map<std::string, std::vector<Row>> read;
    const auto [found, fresh] = read.try_emplace(name);
    if (fresh) found->second = readCsv(monthlySample() / "nguồn/truth" / (name + ".csv"));
    return found->second;
}

std::vector<fs::path> sorted(const fs::path& folder) {
    std::vector<fs::path> entries;
    for (const auto& entry : fs::directory_iterator(folder)) entries.push_back(entry.path());
    std::ranges::sort(entries);
    return entries;
}

std::vector<fs::path> monthFolders() {
    std::vector<fs::path> months;
    for (const fs::path& entry : sorted(monthlySample() / "nguồn")) {
        if (entry.filename().string().starts_with("thang-")) months.push_back(entry);
    }
    return months;
}

/// Gardens that got a second number: until a person says so they are others, from the month on.
struct Renumbered {
    std::map<std::string, std::string> since; ///< by commune: month end
    std::set<std::string> numbers;            ///< commune/second number
};

const Renumbered& renumbered() {
    static const Renumbered once = [] {
        Renumbered found;
        for (const Row& row : truthOf("questions")) {
            if (row.at("question") != "same-as") continue;
            found.since[row.at("issuer")] = row.at("month_end");
            found.numbers.insert(fmt::format("{}/{}", row.at("issuer"), row.at("other_number")));
        }
        return found;
    }();
    return once;
}

/// Whether nobody but a person can tell what holds.
bool isOpen(const Row& truth) {
    if (truth.at("kind") != "gardens") return false;
    const auto found = renumbered().since.find(truth.at("issuer"));
    return found != renumbered().since.end() && truth.at("month_end") >= found->second;
}

void importInto(const std::string& store, const std::vector<std::string>& sources) {
    std::vector<std::string> arguments{"import"};
    arguments.insert(arguments.end(), sources.begin(), sources.end());
    arguments.insert(arguments.end(), {"--into", store, "--json"});
    const Outcome outcome = banlang(arguments);
    ASSERT_EQ(outcome.exitCode, 0) << sources.front() << outcome.out.substr(0, 2'000) << outcome.err;
    const Json report = outcome.json();
    for (const Json& batch : report["batches"]) {
        EXPECT_EQ(batch["rows_rejected"], 0) << batch["file"] << batch["problems"].dump().substr(0, 600);
        EXPECT_EQ(batch["conflicts"], 0) << batch["file"];
    }
}

/// Rows of the store by issuer and number, as the tables of features show them.
using Rows = std::map<std::string, std::size_t>;

Rows rowsByNumber(const FeatureTable& table, const FieldHandle& number) {
    Rows rows;
    for (std::size_t row = 0; row < table.rowCount; ++row) {
        const std::string key =
            fmt::format("{}/{}", table.textAt(fields::issued.issuer, row), table.columnNamed(number.name)->text[row]);
        EXPECT_TRUE(rows.emplace(key, row).second) << key << " is there twice";
    }
    return rows;
}

/// The district as of a month end says of every record what the truth says.
void expectState(const std::shared_ptr<const District>& district, const std::string& monthEnd) {
    const auto view = districtAsOf(district, *parseDate(monthEnd));
    std::map<std::string, Rows> rows;
    for (const ReportedKind& kind : sample::reportedKinds()) {
        if (kind.numbered) rows[std::string(recordKind(kind.role).id)] = rowsByNumber(view->table(kind.role), kind.fields.front());
    }
    std::size_t compared = 0;
    for (const Row& truth : truthOf("as_of")) {
        if (truth.at("month_end") != monthEnd || isOpen(truth)) continue;
        const std::string key = fmt::format("{}/{}", truth.at("issuer"), truth.at("number"));
        const auto row = rows[truth.at("kind")].find(key);
        ASSERT_NE(row, rows[truth.at("kind")].end()) << truth.at("kind") << " " << key << " is lost by " << monthEnd;
        const FeatureTable& table = view->table(*roleFromId(truth.at("kind")));
        EXPECT_EQ(table.columnNamed(truth.at("field"))->valueText(row->second), truth.at("value"))
            << truth.at("kind") << " " << key << " " << truth.at("field") << " on " << monthEnd;
        ++compared;
    }
    EXPECT_GT(compared, 50U);
}

/// How many records each commune has and what their figure adds up to, asked of SQLite.
void expectCounts(const std::string& store, const std::string& monthEnd) {
    for (const Row& truth : truthOf("counts")) {
        if (truth.at("month_end") != monthEnd) continue;
        const std::string sql =
            fmt::format("SELECT count(*), cast(coalesce(sum({}), 0) AS INTEGER) FROM {} WHERE issuer = '{}'", truth.at("figure"),
                        recordKind(*roleFromId(truth.at("kind"))).table, truth.at("issuer"));
        const auto found = test::queryRows(store, sql);
        ASSERT_EQ(found.size(), 1U);
        const std::string name = fmt::format("{} of {} on {}", truth.at("kind"), truth.at("issuer"), monthEnd);
        if (isOpen(truth)) {
            EXPECT_GE(std::stoi(found[0][0]), std::stoi(truth.at("records"))) << name;
            continue;
        }
        EXPECT_EQ(found[0][0], truth.at("records")) << name;
        EXPECT_EQ(found[0][1], truth.at("sum")) << name;
    }
}

/// Figures of a commune that the truth of its records comes to.
std::map<std::string, double> figuresOf(const std::string& commune, const std::string& monthEnd) {
    std::map<std::string, std::map<std::string, std::string>> records; ///< by kind and number: values by field
    for (const Row& truth : truthOf("as_of")) {
        if (truth.at("issuer") == commune && truth.at("month_end") == monthEnd)
            records[fmt::format("{}/{}", truth.at("kind"), truth.at("number"))][truth.at("field")] = truth.at("value");
    }
    std::map<std::string, double> figures{{"donated_m2", 0}, {"gardens_finished", 0}, {"houses_finished", 0}};
    for (const auto& [name, values] : records) {
        if (name.starts_with("donations/")) figures["donated_m2"] += std::stod(values.at("declared_area_m2"));
        if (name.starts_with("gardens/") && !values.at("finished_on").empty()) ++figures["gardens_finished"];
        if (name.starts_with("houses/") && !values.at("finished_on").empty()) ++figures["houses_finished"];
    }
    return figures;
}

/// `loadedTo`: the last month that the store knows. A second number brings its dates with it, also those of before.
void expectStatus(const std::string& store, const std::string& monthEnd, const std::string& loadedTo) {
    const Outcome outcome = banlang({"status", store, "--as-of", monthEnd, "--json"});
    ASSERT_EQ(outcome.exitCode, 0) << outcome.out << outcome.err;
    int compared = 0;
    const Json status = outcome.json();
    for (const Json& unit : status["units"]) {
        if (unit["level"] != "commune") continue;
        const std::string code = unit["code"];
        for (const auto& [figure, value] : figuresOf(code, monthEnd)) {
            const bool open =
                figure == "gardens_finished" && renumbered().since.count(code) > 0 && loadedTo >= renumbered().since.at(code);
            const Json& told = unit["indicators"][figure]["value"];
            if (open) continue;
            EXPECT_EQ(told.is_number() ? told.get<double>() : 0, value) << code << " " << figure << " on " << monthEnd;
        }
        ++compared;
    }
    EXPECT_EQ(compared, communes);
}

std::vector<std::string> monthEnds() {
    std::set<std::string> days;
    for (const Row& row : truthOf("counts")) days.insert(row.at("month_end"));
    return {days.begin(), days.end()};
}

std::string freshStore(const Folder& folder) {
    const std::string store = (folder / "huyện.gpkg").string();
    fs::copy_file(monthlySample() / "units.gpkg", store);
    return store;
}

TEST(MonthlyReports, EachMonthEndIsWhatWasSaidByThenInAnyOrderOfCommunes) {
    const Folder folder;
    const std::string store = freshStore(folder);
    std::mt19937 random(7 + test::soakRound());
    const std::vector<std::string> days = monthEnds();
    const std::vector<fs::path> months = monthFolders();
    ASSERT_EQ(months.size(), days.size());
    for (std::size_t month = 0; month < months.size(); ++month) {
        std::vector<fs::path> lists = sorted(months[month]);
        std::shuffle(lists.begin(), lists.end(), random);
        for (const fs::path& list : lists) ASSERT_NO_FATAL_FAILURE(importInto(store, {list.string()}));
        ASSERT_NO_FATAL_FAILURE(expectCounts(store, days[month]));
        ASSERT_NO_FATAL_FAILURE(expectStatus(store, days[month], days[month]));
    }
    const auto district = std::make_shared<const District>(openStore(store));
    for (const std::string& day : days) ASSERT_NO_FATAL_FAILURE(expectState(district, day));
}

TEST(MonthlyReports, AYearInAnyOrderOfFilesComesToTheSame) {
    const Folder folder;
    const std::string store = freshStore(folder);
    std::mt19937 random(11 + test::soakRound());
    std::vector<std::string> files;
    for (const fs::path& month : monthFolders()) {
        for (const auto& entry : fs::recursive_directory_iterator(month)) {
            if (entry.is_regular_file()) files.push_back(entry.path().string());
        }
    }
    std::ranges::sort(files);
    std::shuffle(files.begin(), files.end(), random);
    constexpr std::size_t atOnce = 30;
    for (std::size_t i = 0; i < files.size(); i += atOnce) {
        const auto begin = files.begin() + static_cast<std::ptrdiff_t>(i);
        const auto end = files.begin() + static_cast<std::ptrdiff_t>(std::min(files.size(), i + atOnce));
        ASSERT_NO_FATAL_FAILURE(importInto(store, {begin, end}));
    }
    const std::vector<std::string> days = monthEnds();
    ASSERT_NO_FATAL_FAILURE(expectCounts(store, days.back()));
    const auto district = std::make_shared<const District>(openStore(store));
    for (const std::string& day : days) {
        ASSERT_NO_FATAL_FAILURE(expectStatus(store, day, days.back()));
        ASSERT_NO_FATAL_FAILURE(expectState(district, day));
    }
}

/// What history tells of a work is every list that named it, each with its day; the last word by a month end is the truth.
TEST(MonthlyReports, HistoryTellsEveryReportOfAWork) {
    const Folder folder;
    const std::string store = freshStore(folder);
    std::vector<std::string> sources;
    for (const fs::path& month : monthFolders()) sources.push_back(month.string());
    ASSERT_NO_FATAL_FAILURE(importInto(store, sources));
    const std::string commune = truthOf("counts").front().at("issuer");
    const Outcome outcome = banlang({"history", store, "road-works", commune + "/CT1", "--audience", "working-group", "--json"});
    ASSERT_EQ(outcome.exitCode, 0) << outcome.out << outcome.err;
    std::map<std::string, std::string> percent; ///< by day
    const Json history = outcome.json();
    for (const Json& report : history["reports"]) {
        const Json& said = report["values"];
        if (said.contains("percent_done")) percent[report["as_of"]] = said["percent_done"];
    }
    std::size_t compared = 0;
    for (const Row& truth : truthOf("as_of")) {
        const bool asked = truth.at("kind") == "road-works" && truth.at("issuer") == commune && truth.at("number") == "CT1" &&
                           truth.at("field") == "percent_done" && !truth.at("value").empty();
        if (!asked) continue;
        const auto after = percent.upper_bound(truth.at("month_end"));
        ASSERT_NE(after, percent.begin()) << truth.at("month_end");
        EXPECT_EQ(std::prev(after)->second, truth.at("value")) << truth.at("month_end");
        ++compared;
    }
    EXPECT_GT(compared, 4U);
}

/// A second number is a second record until a person says otherwise; what a list does not name any more stays.
TEST(MonthlyReports, WhatNobodyCanTellIsKept) {
    const Folder folder;
    const std::string store = freshStore(folder);
    std::vector<std::string> sources;
    for (const fs::path& month : monthFolders()) sources.push_back(month.string());
    ASSERT_NO_FATAL_FAILURE(importInto(store, sources));
    std::set<std::string> numbers;
    for (const auto& row : test::queryRows(store, "SELECT issuer, id FROM gardens"))
        numbers.insert(fmt::format("{}/{}", row[0], row[1]));
    for (const Row& question : truthOf("questions")) {
        EXPECT_TRUE(numbers.count(fmt::format("{}/{}", question.at("issuer"), question.at("number")))) << question.at("number");
    }
    EXPECT_FALSE(renumbered().numbers.empty());
    std::size_t second = 0;
    for (const std::string& number : renumbered().numbers) second += numbers.count(number);
    EXPECT_GT(second, 0U);
}

} // namespace
} // namespace banlang::e2e
