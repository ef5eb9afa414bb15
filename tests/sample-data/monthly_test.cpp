// SPDX-License-Identifier: MIT
#include "core/base/date.h"
#include "core/intake/profile/columns.h"
#include "core/intake/worksheets/worksheet_header.h"
#include "core/io/source.h"
#include "sample-data/monthly/reported_kinds.h"
#include "sample-data/sample.h"
#include "tests/support/columns.h"
#include "tests/support/files.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <memory>
#include <set>

namespace banlang::sample {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t communes = 5; ///< as many as it takes to meet every habit

fs::path written(const std::string& name) {
    const fs::path folder = fs::path(testing::TempDir()) / ("banlang-monthly-" + name);
    fs::remove_all(folder);
    SampleOptions options{2'000, 1};
    options.monthly = true;
    options.communes = communes;
    EXPECT_TRUE(writeSample(folder.string(), options).has_value());
    return folder;
}

/// Each test is a process of its own.
const fs::path& sampleFolder() {
    static const fs::path once = written(testing::UnitTest::GetInstance()->current_test_info()->name());
    return once;
}

FeatureTable tableOf(const fs::path& file) {
    const auto source = Source::open(file.string());
    EXPECT_TRUE(source.has_value()) << file;
    auto raw = source->read(0);
    EXPECT_TRUE(raw.has_value()) << file;
    WorksheetHints hints;
    hints.knowsHeader = isKnownHeader;
    auto sheet = readWorksheet(raw->table, hints);
    EXPECT_TRUE(sheet.has_value()) << file;
    return std::move(sheet->table);
}

std::string cellOf(const FeatureTable& table, std::string_view column, std::size_t row) {
    const Column* cells = table.columnNamed(column);
    return cells == nullptr ? std::string() : std::string(cells->text[row]);
}

std::string label(const ReportedKind& kind, const FieldHandle& field) {
    return std::string(recordKind(kind.role).fields[field.position].label.vi);
}

struct List {
    std::string commune; ///< its folder
    std::string month;   ///< "05"
    FeatureTable rows;
};

/// The lists of a kind in the order of their months.
std::vector<List> listsOf(const ReportedKind& kind) {
    std::set<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(sampleFolder())) {
        if (entry.path().filename().string().starts_with(kind.file)) files.insert(entry.path());
    }
    std::vector<List> lists;
    for (const fs::path& file : files) {
        const std::string month = file.parent_path().parent_path().filename().string();
        lists.push_back({file.parent_path().filename().string(), month.substr(6, 2), tableOf(file)});
    }
    return lists;
}

/// Code by the name of a commune's folder.
std::map<std::string, std::string> codesByName() {
    const auto source = Source::open((sampleFolder() / "don-vi/communes.gpkg").string());
    const auto raw = source->read(0);
    std::map<std::string, std::string> codes;
    for (std::size_t row = 0; row < raw->table.rowCount; ++row) {
        codes[fmt::format("{} {}", test::textAt(raw->table, "kind", row), test::textAt(raw->table, "name", row))] =
            test::textAt(raw->table, "code", row);
    }
    return codes;
}

std::string machineText(const std::string& cell) {
    const auto date = parseDate(cell);
    return date ? toIso(*date) : cell;
}

/// First number of a record that was numbered again: by commune and later number.
std::map<std::pair<std::string, std::string>, std::string> firstNumbers() {
    const FeatureTable questions = tableOf(sampleFolder() / "truth/questions.csv");
    std::map<std::pair<std::string, std::string>, std::string> first;
    for (std::size_t row = 0; row < questions.rowCount; ++row) {
        if (cellOf(questions, "question", row) == "same-as")
            first[{cellOf(questions, "issuer", row), cellOf(questions, "other_number", row)}] = cellOf(questions, "number", row);
    }
    return first;
}

/// What all lists said last, by commune/number/field/month; a word of a month holds until it is said otherwise.
std::map<std::string, std::string> saidLast(const ReportedKind& kind) {
    const auto codes = codesByName();
    const auto first = firstNumbers();
    std::map<std::string, std::map<std::string, std::string>> byMonth; ///< commune/number/field, then month
    for (const List& list : listsOf(kind)) {
        for (std::size_t row = 0; row < list.rows.rowCount; ++row) {
            const std::string& code = codes.at(list.commune);
            std::string number = cellOf(list.rows, label(kind, kind.fields.front()), row);
            if (const auto found = first.find({code, number}); found != first.end()) number = found->second;
            for (const FieldHandle& field : kind.fields) {
                auto& months = byMonth[fmt::format("{}/{}/{}", code, number, field.name)];
                const std::string cell = cellOf(list.rows, label(kind, field), row);
                if (!cell.empty()) months[list.month] = cell == "bỏ" ? std::string() : machineText(cell);
            }
        }
    }
    std::map<std::string, std::string> said;
    for (const auto& [key, months] : byMonth) {
        for (int month = 1; month <= 12; ++month) {
            const auto after = months.upper_bound(fmt::format("{:02}", month));
            said[fmt::format("{}/{:02}", key, month)] = after == months.begin() ? std::string() : std::prev(after)->second;
        }
    }
    return said;
}

TEST(MonthlySample, IsTheSameOnEveryRun) {
    const fs::path again = written("again");
    std::size_t files = 0;
    for (const auto& entry : fs::recursive_directory_iterator(sampleFolder())) {
        if (!entry.is_regular_file()) continue;
        ++files;
        const fs::path name = fs::relative(entry.path(), sampleFolder());
        EXPECT_TRUE(test::bytesOfFile(entry.path()) == test::bytesOfFile(again / name)) << name;
    }
    EXPECT_GT(files, 12 * communes * 4);
}

void expectTruthIsWhatTheListsSaidLast() {
    const FeatureTable truth = tableOf(sampleFolder() / "truth/as_of.csv");
    ASSERT_GT(truth.rowCount, 1'000U);
    for (const ReportedKind& kind : reportedKinds()) {
        if (!kind.numbered) continue;
        const auto said = saidLast(kind);
        std::size_t compared = 0;
        for (std::size_t row = 0; row < truth.rowCount; ++row) {
            if (cellOf(truth, "kind", row) != recordKind(kind.role).id) continue;
            const std::string key = fmt::format("{}/{}/{}/{}", cellOf(truth, "issuer", row), cellOf(truth, "number", row),
                                                cellOf(truth, "field", row), cellOf(truth, "month_end", row).substr(5, 2));
            ASSERT_TRUE(said.count(key)) << key;
            EXPECT_EQ(cellOf(truth, "value", row), said.at(key)) << key;
            ++compared;
        }
        EXPECT_GT(compared, 100U) << kind.file;
    }
}

/// Facts hold from their own day on: were one told late, what held at the end of a month would depend on who asks when.
void expectWhatHappensIsToldInItsMonthAndStays() {
    const FeatureTable truth = tableOf(sampleFolder() / "truth/as_of.csv");
    std::map<std::string, std::pair<std::string, std::string>> first; ///< date, and the month in which it was told
    for (std::size_t row = 0; row < truth.rowCount; ++row) {
        const std::string field = cellOf(truth, "field", row);
        const std::string value = cellOf(truth, "value", row);
        if (!field.ends_with("_on") || value.empty()) continue;
        const std::string month = cellOf(truth, "month_end", row);
        const std::string key = fmt::format("{}/{}/{}/{}", cellOf(truth, "kind", row), cellOf(truth, "issuer", row),
                                            cellOf(truth, "number", row), field);
        const auto& told = first.try_emplace(key, value, month).first->second;
        EXPECT_EQ(value, told.first) << key;
        EXPECT_EQ(value.substr(0, 7), told.second.substr(0, 7)) << key;
    }
    EXPECT_GT(first.size(), 50U);
}

void expectEveryCommuneNumbersFromOne() {
    for (const auto& entry : fs::directory_iterator(sampleFolder() / "don-vi")) {
        if (!entry.is_directory()) continue;
        const FeatureTable households = tableOf(entry.path() / "ho.csv");
        ASSERT_GT(households.rowCount, 50U);
        for (std::size_t row = 0; row < households.rowCount; ++row)
            EXPECT_EQ(cellOf(households, "mã hộ", row), std::to_string(row + 1));
    }
    std::map<std::string, std::set<std::string>> numbers;
    for (const ReportedKind& kind : reportedKinds()) {
        for (const List& list : listsOf(kind)) {
            for (std::size_t row = 0; kind.numbered && row < list.rows.rowCount; ++row)
                numbers[fmt::format("{}/{}", kind.file, list.commune)].insert(
                    cellOf(list.rows, label(kind, kind.fields.front()), row));
        }
    }
    EXPECT_EQ(numbers.size(), 4 * communes);
    for (const auto& [list, own] : numbers) {
        const bool fromOne = own.count("1") + own.count("CT1") + own.count("V1") + own.count("N1") == 1;
        EXPECT_TRUE(fromOne) << list;
    }
}

std::size_t equalRows(const FeatureTable& table) {
    std::multiset<std::string> rows;
    for (std::size_t row = 0; row < table.rowCount; ++row) {
        std::string all;
        for (const Column& column : table.columns) all += fmt::format("{}|", column.text[row]);
        rows.insert(all);
    }
    return rows.size() - std::set<std::string>(rows.begin(), rows.end()).size();
}

void expectListsRepeatLeaveOutAndStrikeOut() {
    std::size_t twiceNumbered = 0;
    std::size_t equalLoads = 0;
    std::size_t withoutColumn = 0;
    std::size_t struck = 0;
    for (const ReportedKind& kind : reportedKinds()) {
        for (const List& list : listsOf(kind)) {
            (kind.numbered ? twiceNumbered : equalLoads) += equalRows(list.rows);
            for (const FieldHandle& field : kind.fields) {
                const Column* column = list.rows.columnNamed(label(kind, field));
                withoutColumn += column == nullptr ? 1U : 0U;
                for (std::size_t row = 0; column != nullptr && row < list.rows.rowCount; ++row)
                    struck += column->text[row] == "bỏ" ? 1U : 0U;
            }
        }
    }
    EXPECT_GT(twiceNumbered, 5U);
    EXPECT_GT(equalLoads, 5U);
    EXPECT_GT(withoutColumn, 10U);
    EXPECT_GT(struck, 0U);
}

void expectQuestionsThatNobodyCanTell() {
    const FeatureTable questions = tableOf(sampleFolder() / "truth/questions.csv");
    std::map<std::string, std::size_t> count;
    for (std::size_t row = 0; row < questions.rowCount; ++row) ++count[cellOf(questions, "question", row)];
    EXPECT_GT(count["same-as"], 5U);
    EXPECT_EQ(count["no-longer-named"], 1U);
}

/// In one test, for a district takes seconds to grow.
TEST(MonthlySample, ListsAreAsCommunesWriteThemAndTheTruthIsWhatTheySaidLast) {
    expectTruthIsWhatTheListsSaidLast();
    expectWhatHappensIsToldInItsMonthAndStays();
    expectEveryCommuneNumbersFromOne();
    expectListsRepeatLeaveOutAndStrikeOut();
    expectQuestionsThatNobodyCanTell();
}

} // namespace
} // namespace banlang::sample
