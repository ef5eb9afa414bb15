// SPDX-License-Identifier: MIT
// Rules of the house that the shortest way would break, each with the words that give it away.
#include "tests/structure/source_files.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <regex>
#include <string>

namespace banlang::structure {
namespace {

struct Shortcut {
    std::string rule;
    std::string words;      ///< a regular expression of a line of code
    std::string where;      ///< of a path that must not have them
    std::string exceptions; ///< of a path that may; empty: none
    std::string example;    ///< a line that the words find
};

const Shortcut shortcuts[] = {
    {"Files of the product are included by their path in quotes", R"re(#\s*include\s+(<(core|layers|viewer|cli)/|"\.|[A-Z]))re",
     ".*", "", "#include <core/report/audience.h>"},
    {"Public headers name no library but the standard one, fmt, nlohmann's forward declarations and the files of the house",
     R"re(#\s*include\s+<((libpq|glpk|toml|CLI|libxml|qpdf)[^>]*|nlohmann/json\.hpp)>|class (GDAL|OGR)\w+;|\bcairo_t\b)re",
     R"re(.*\.h$)re", R"re(/detail/)re", "class GDALDataset;"},
    {"Rules are those of the store; nobody falls back to shipped ones", R"re(\bshippedRules\()re", ".*",
     R"re(^core/analysis/rule_files/)re", "const auto rules = shippedRules();"},
    {"What leaves is a PendingOutput", R"re(\bstd::ofstream\b|\bfopen\()re", R"re(^(core|layers|viewer|cli)/)re",
     R"re(^core/base/)re", "std::ofstream out(path);"},
    {"Loops share one pool", R"re(\bstd::execution\b|#\s*pragma\s+omp)re", ".*", "", "std::sort(std::execution::par, a, b);"},
    {"Whom something is for is asked of core/report", R"re([=!]= Audience::|\bAudience::\w+ [=!]=)re",
     R"re(^(layers|viewer|cli)/)re", "", "if (request.audience != Audience::workingGroup && n < 3) return;"},
    {"Figures of units are taken from core/report by what they are, not by their id", R"re(&Indicator::id\b|\bIndicatorId\b)re",
     R"re(^(layers|viewer|cli)/)re", "", "std::ranges::find(unit.indicators, id, &Indicator::id)"},
    {"A theme is asked what it is like, never for its place in the list", R"re(\bthemes\(\)\[)re", R"re(^(layers|viewer|cli)/)re",
     "", "themes()[3].id"},
    {"GDAL's formats are registered once for all threads", R"re(\b(GDALAllRegister|OGRRegisterAll)\()re", ".*",
     R"re(^core/geo/gdal_drivers)re", "GDALAllRegister();"},
    {"Functions return results; exceptions are bugs", R"re(^\s*throw\s+\w)re", R"re(^(core|layers|viewer|cli)/)re", "",
     "    throw std::runtime_error(\"no\");"},
};

TEST(Shortcuts, AreTakenByNobody) {
    const std::vector<SourceFile> files = sources();
    for (const Shortcut& shortcut : shortcuts) {
        const std::regex words(shortcut.words, std::regex::optimize);
        const std::regex where(shortcut.where);
        const std::regex exceptions(shortcut.exceptions);
        EXPECT_TRUE(std::regex_search(shortcut.example, words)) << shortcut.rule << ": finds nothing";
        for (const SourceFile& file : files) {
            if (!std::regex_search(file.path, where)) continue;
            if (!shortcut.exceptions.empty() && std::regex_search(file.path, exceptions)) continue;
            for (const std::string& line : file.lines) {
                const std::string code = codeOf(line);
                if (code.size() < 8) continue;
                EXPECT_FALSE(std::regex_search(code, words)) << shortcut.rule << '\n' << file.path << ": " << line;
            }
        }
    }
}

TEST(Shortcuts, EveryFileHasAnEndingThatTheTestsOfTheHouseRead) {
    for (const char* room : {"core", "layers", "viewer", "cli", "sample-data"}) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(std::filesystem::path(BANLANG_SOURCE_DIR) / room)) {
            const std::string ending = entry.path().extension().string();
            EXPECT_FALSE(ending == ".hpp" || ending == ".cc" || ending == ".cxx" || ending == ".inl") << entry.path();
        }
    }
}

} // namespace
} // namespace banlang::structure
