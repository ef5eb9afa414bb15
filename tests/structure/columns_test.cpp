// SPDX-License-Identifier: MIT
// Columns of records are reached by their handles (core/model/fields): no source names one in quotes to read it. Reads the sources
// as text.
#include "tests/structure/source_files.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;

struct SourceText {
    fs::path path; ///< from the root of the repository
    std::string text;
};

std::vector<SourceText> sources() {
    std::vector<SourceText> files;
    for (const banlang::structure::SourceFile& file : banlang::structure::sources()) {
        SourceText& whole = files.emplace_back(SourceText{file.path, {}});
        for (const std::string& line : file.lines) whole.text += line + '\n';
    }
    return files;
}

bool declaresFields(const SourceText& file) {
    return file.path.parent_path() == fs::path("core/model/fields");
}

/// The first arguments of all calls of a function, as they are written.
std::vector<std::string> firstArguments(const std::string& text, std::string_view function) {
    std::vector<std::string> arguments;
    const std::string call = std::string(function) + "(";
    for (std::size_t at = text.find(call); at != std::string::npos; at = text.find(call, at + 1)) {
        const std::size_t begin = text.find_first_not_of(" \n", at + call.size());
        const std::size_t end = text.find_first_of(",)", begin);
        if (begin != std::string::npos && end != std::string::npos) arguments.push_back(text.substr(begin, end - begin));
    }
    return arguments;
}

constexpr std::string_view declarations[] = {"textField", "numberField", "dateField"};

std::set<std::string> quotedFieldNames() {
    std::set<std::string> names;
    for (const SourceText& file : sources()) {
        if (!declaresFields(file)) continue;
        for (const std::string_view declaration : declarations) {
            for (const std::string& name : firstArguments(file.text, declaration)) names.insert(name);
        }
    }
    return names;
}

TEST(Columns, AreReadByHandle) {
    for (const SourceText& file : sources()) {
        for (const std::string_view function : {"textAt", "numberAt", "dateAt", "column", "columnNamed"}) {
            for (const std::string& name : firstArguments(file.text, function))
                EXPECT_FALSE(name.starts_with('"')) << file.path << " reads the column " << name;
        }
    }
}

TEST(Columns, AreComparedByHandle) {
    const std::set<std::string> names = quotedFieldNames();
    ASSERT_GT(names.size(), 100U);
    for (const SourceText& file : sources()) {
        for (const std::string_view compared : {"name == ", "name != ", "field == ", "field != ", "column == ", "column != "}) {
            for (std::size_t at = file.text.find(compared); at != std::string::npos; at = file.text.find(compared, at + 1)) {
                const std::string_view word = std::string_view(file.text).substr(at + compared.size());
                const std::string quoted(word.substr(0, word.find('"', 1) + 1));
                EXPECT_FALSE(names.contains(quoted)) << file.path << " names the column " << quoted;
            }
        }
    }
}

/// What treats all kinds alike learns names while the program runs: import, links, keys and checks of any kind, attribute tables
/// and exports, and the papers of the sample. Whoever else looks a column up by name takes the name from a handle.
TEST(Columns, AreFoundByNameWhereAllKindsAreTreatedAlike) {
    const std::set<std::string> generic = {
        "feature_table.h", "feature_table.cpp",       "attributes.cpp",
        "ingest.cpp",      "kml_placemarks.cpp",      "known_records.cpp",
        "map_file.cpp",    "messy_district.cpp",      "places.cpp",
        "quality.cpp",     "quality_events.cpp",      "quality_links.cpp",
        "row_checks.cpp",  "table_linking.cpp",       "table_rows.cpp",
        "text_linker.cpp", "admin_unit_validity.cpp", "admin_unit_versions.cpp",
        "record_key.cpp",  "leftover_pairs.cpp",      "forgetting.cpp",
    };
    for (const SourceText& file : sources()) {
        if (generic.contains(file.path.filename().string())) continue;
        for (const std::string& name : firstArguments(file.text, "columnNamed"))
            EXPECT_TRUE(name.starts_with("fields::")) << file.path << " looks up " << name;
    }
}

TEST(Columns, AreDeclaredInOnePlace) {
    for (const SourceText& file : sources()) {
        if (declaresFields(file)) continue;
        for (const std::string_view declaration : declarations) {
            for (const std::string& name : firstArguments(file.text, declaration))
                EXPECT_FALSE(name.starts_with('"')) << file.path << " declares the column " << name;
        }
    }
}

} // namespace
