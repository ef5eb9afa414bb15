// SPDX-License-Identifier: MIT
#include "core/model/record_kinds.h"
#include "core/store/file/detail/schema.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace banlang {
namespace {

/// A line per table: its columns with their types.
std::string declaredTables() {
    constexpr const char* types[] = {"text", "number", "date"};
    std::string tables;
    for (const RecordKind& kind : recordKinds()) {
        tables += fmt::format("{}:", kind.table);
        for (const RecordField& field : kind.fields)
            tables += fmt::format(" {} {},", field.name, types[static_cast<std::size_t>(field.type)]);
        tables += '\n';
    }
    return tables;
}

/// Stores of this version have these tables and columns and no others. Whoever adds one raises the version, writes the step in
/// schema.cpp that adds it to the stores that are there, and then the file of the new version.
TEST(Schema, ATableOrColumnMoreIsANewVersion) {
    const std::string path = fmt::format("{}/tests/core/store/tables_of_version_{}.txt", BANLANG_SOURCE_DIR, detail::schemaVersion);
    std::ifstream file(path, std::ios::binary);
    const std::string kept{std::istreambuf_iterator<char>(file), {}};
    EXPECT_EQ(declaredTables(), kept) << path;
}

} // namespace
} // namespace banlang
