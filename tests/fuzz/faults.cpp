// SPDX-License-Identifier: MIT
#include "tests/fuzz/faults.h"

#include "tests/fuzz/bytes.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <string_view>

namespace banlang::fuzz {
namespace {

bool isDatabase(const std::string& bytes) {
    return bytes.starts_with("SQLite format 3");
}

/// "2022-05-18T07:30:00" at this place, or nothing.
bool isInstant(std::string_view text) {
    constexpr std::string_view form = "0000-00-00T00:00:00";
    if (text.size() < form.size()) return false;
    for (std::size_t i = 0; i < form.size(); ++i) {
        const bool digit = text[i] >= '0' && text[i] <= '9';
        if (form[i] == '0' ? !digit : text[i] != form[i]) return false;
    }
    return true;
}

std::string withoutClock(const std::string& text) {
    constexpr std::size_t length = 19;
    std::string without;
    std::size_t from = 0;
    for (std::size_t t = text.find('T'); t != std::string::npos; t = text.find('T', t + 1)) {
        constexpr std::size_t dayLength = 10;
        if (t < from + dayLength || !isInstant(std::string_view(text).substr(t - dayLength))) continue;
        without.append(text, from, t - dayLength - from).append("instant");
        from = std::min(text.find_first_not_of("0123456789.", t - dayLength + length), text.size());
    }
    return without.append(text, from);
}

/// A store that nobody owns has a number that is drawn.
std::string withoutStoreNumber(std::string text) {
    constexpr std::string_view mark = "'kho:";
    constexpr std::size_t digits = 16;
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1))
        text.replace(std::min(at + mark.size(), text.size()), digits, "drawn");
    return text;
}

using Connection = std::unique_ptr<sqlite3, decltype(&sqlite3_close)>;

/// Rows as lines, values parted by |.
std::vector<std::string> linesOf(const Connection& database, const std::string& sql) {
    std::vector<std::string> lines;
    sqlite3_stmt* select = nullptr;
    if (sqlite3_prepare_v2(database.get(), sql.c_str(), -1, &select, nullptr) != SQLITE_OK)
        lines.emplace_back(sqlite3_errmsg(database.get()));
    while (select != nullptr && sqlite3_step(select) == SQLITE_ROW) {
        std::string& line = lines.emplace_back();
        for (int i = 0; i < sqlite3_column_count(select); ++i) {
            const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(select, i));
            line += fmt::format("{}{}", i == 0 ? "" : "|", text == nullptr ? "" : text);
        }
    }
    sqlite3_finalize(select);
    return lines;
}

/// Opened to be written, so that what a journal beside it says is done first, as for whoever opens it next.
std::string rowsOf(const std::string& path) {
    sqlite3* handle = nullptr;
    sqlite3_open_v2(path.c_str(), &handle, SQLITE_OPEN_READWRITE, nullptr);
    const Connection database(handle, &sqlite3_close);
    std::string all;
    for (const std::string& line : linesOf(database, "PRAGMA integrity_check")) all += line + '\n';
    const auto tables = linesOf(database, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND "
                                          "name NOT LIKE 'rtree_%' AND name NOT LIKE 'banlang_columns%' ORDER BY name");
    for (const std::string& table : tables) {
        all += "== " + table + '\n';
        const auto columns = linesOf(database, fmt::format("SELECT 'quote(\"' || name || '\")' FROM pragma_table_info('{0}') WHERE "
                                                           "NOT ('{0}' = 'banlang_acts' AND name = 'id')",
                                                           table));
        const std::string sql = fmt::format("SELECT {} FROM \"{}\"", fmt::join(columns, ", "), table);
        for (const std::string& line : linesOf(database, sql)) all += withoutStoreNumber(withoutClock(line)) + '\n';
    }
    return all;
}

} // namespace

std::string nameOf(Fault fault) {
    static constexpr std::array names{"write", "sync", "rename", "truncate", "open", "close", "alloc"};
    return names[static_cast<std::size_t>(fault)];
}

FaultyRun runWithFault(const std::vector<std::string>& arguments, const std::filesystem::path& folder, const PlannedFault& fault,
                       std::chrono::milliseconds limit) {
    const TemporaryFolder beside("faults");
    const std::string counts = beside / "counts";
    fs::create_directories(folder / "tmp");
    FaultyRun faulty;
    faulty.run = runProgram("banlang", arguments, limit,
                            {{"LD_PRELOAD", BANLANG_FAULT_SHIM},
                             {"BANLANG_FAULT", fmt::format("{}:{}:{}", nameOf(fault.fault), fault.number, fault.how)},
                             {"BANLANG_FAULT_UNDER", folder.string()},
                             {"BANLANG_FAULT_COUNTS", counts},
                             {"TMPDIR", (folder / "tmp").string()},
                             {"SOURCE_DATE_EPOCH", "1652857800"}});
    const std::string bytes = readBytes(counts);
    if (bytes.size() == sizeof faulty.calls) std::memcpy(faulty.calls.data(), bytes.data(), bytes.size());
    return faulty;
}

FolderState stateOf(const std::filesystem::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) files.push_back(entry.path());
    }
    FolderState state;
    for (const fs::path& file : files) {
        // Looking at a store takes away the journal beside it.
        std::string bytes = readBytes(file);
        if (isDatabase(bytes)) bytes = rowsOf(file);
        state[fs::relative(file, folder).string()] = std::move(bytes);
    }
    return state;
}

FolderState withoutLeftovers(FolderState state) {
    std::erase_if(state, [](const auto& file) {
        const std::string& name = file.first;
        return name.find(".banlang-unfinished-") != std::string::npos || name.ends_with("-journal") || name.starts_with("tmp/");
    });
    return state;
}

std::string differences(const FolderState& a, const FolderState& b) {
    std::string told;
    for (const auto& [name, content] : a) {
        const auto other = b.find(name);
        if (other == b.end())
            told += fmt::format(" -{}", name);
        else if (other->second != content)
            told += fmt::format(" ~{}", name);
    }
    for (const auto& [name, content] : b) {
        if (!a.contains(name)) told += fmt::format(" +{}", name);
    }
    return told.empty() ? "same" : told;
}

} // namespace banlang::fuzz
