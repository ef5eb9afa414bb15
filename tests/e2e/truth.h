// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/store.h"
#include "tests/e2e/made_once.h"
#include "tests/support/columns.h"

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

// The truth that a generator wrote beside its sources, and how rows of a store are named in it.

namespace banlang::e2e {

using Row = std::map<std::string, std::string>;

/// One record of a CSV from `at` on; quoted fields may hold commas, quotes and line ends.
inline std::vector<std::string> csvRecord(std::string_view text, std::size_t& at) {
    std::vector<std::string> fields(1);
    bool quoted = false;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        const bool doubled = c == '"' && quoted && at + 1 < text.size() && text[at + 1] == '"';
        if (doubled) {
            fields.back() += text[++at];
        } else if (c == '"') {
            quoted = !quoted;
        } else if (c == ',' && !quoted) {
            fields.emplace_back();
        } else if (c == '\n' && !quoted) {
            break;
        } else if (c != '\r' || quoted) {
            fields.back() += c;
        }
    }
    ++at;
    return fields;
}

inline std::vector<Row> readCsv(const fs::path& path) {
    std::string text = readFile(path);
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    std::size_t at = 0;
    const std::vector<std::string> head = csvRecord(text, at);
    std::vector<Row> rows;
    while (at < text.size()) {
        const std::vector<std::string> fields = csvRecord(text, at);
        Row& row = rows.emplace_back();
        for (std::size_t i = 0; i < head.size() && i < fields.size(); ++i) row[head[i]] = fields[i];
    }
    return rows;
}

template <class Columns> std::string keyOf(const FeatureTable& table, const Columns& columns, std::size_t row) {
    std::string key;
    for (const std::string_view column : columns) {
        const Column* values = table.columnNamed(column);
        key += fmt::format("{}{}", key.empty() ? "" : "/", values == nullptr ? std::string() : values->valueText(row));
    }
    return key;
}
inline std::string keyOf(const FeatureTable& table, std::initializer_list<std::string_view> columns, std::size_t row) {
    return keyOf<std::initializer_list<std::string_view>>(table, columns, row);
}

/// The code of a unit that a link points at; empty when it points at none.
inline std::string codeAt(const FeatureTable& units, std::int32_t row) {
    return row == notLinked ? std::string{} : std::string(test::textAt(units, "code", static_cast<std::size_t>(row)));
}

inline District openStore(const std::string& path) {
    auto district = openDistrict(path);
    if (!district) throw std::runtime_error(describe(district.error(), Language::english));
    return std::move(*district);
}

/// A hash of every file of a folder.
inline std::map<std::string, std::uintmax_t> stateOfFolder(const fs::path& folder) {
    std::map<std::string, std::uintmax_t> state;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) state[entry.path().string()] = std::hash<std::string>{}(readFile(entry.path()));
    }
    return state;
}

} // namespace banlang::e2e
