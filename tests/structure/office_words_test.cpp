// SPDX-License-Identifier: MIT
// The office is data (core/model/office.h): no text of the program calls it a district. Reads the texts in the sources.
#include "tests/structure/source_files.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <regex>
#include <string>
#include <vector>

namespace banlang::structure {
namespace {

/// Texts that say "huyện" or "district" and mean something else than the office whose store it is.
struct Allowance {
    std::string path;
    std::string texts; ///< a regular expression of the whole text
    std::string why;
};

const Allowance allowances[] = {
    {"cli/verb_office.cpp", "Cấp / level: .*|Mã / code: .*", "levels that a person may say"},
    {"cli/verb_status.cpp", "district", "the level in JSON"},
    {"core/analysis/directives/directives_existing.cpp", "Huyện đã phát động .*|The district launched .*",
     "a point of the conclusion"},
    {"core/analysis/directives/directives_new_rural.cpp", ".* chủ trương của huyện|.* under the district's policy",
     "a point of the conclusion"},
    {"core/analysis/rules/criteria_sets.cpp", "district", "the level of a criteria set"},
    {"core/analysis/rules/rule_texts.cpp", "criteria_district_2022.toml|Bộ tiêu chí huyện .*|District criteria .*",
     "the state's criteria of districts"},
    {"core/intake/georeferencing.cpp", "outside-district", "the id of a problem"},
    {"core/intake/known_admin_units.cpp", "huyện", "read in the names of units"},
    {"core/intake/row_checks.cpp",
     "unit-or-district|.* tên của cả huyện và .*|.* the name of the district and .*|Viết thêm “Huyện” .*|Write “Huyện” .*",
     "records name a district and a commune alike"},
    {"core/intake/worksheets/worksheet_words.cpp", "huyện|toàn huyện", "read in the rows of sheets"},
    {"core/link/unresolved_reason.h", "unit-or-district|huyện và một xã.*|the district and a commune .*",
     "records name a district and a commune alike"},
    {"core/model/detail/place_fields.h", "huyện|district", "the district of a commune, a column"},
    {"core/model/district_as_of.cpp", "district-as-of", "a key of results"},
    {"core/model/fields/places.h", "district", "the district of a commune, a column"},
    {"core/model/office.cpp", "district", "the id of the level"},
    {"core/model/units/office_guess.cpp", "districts.csv", "the list of districts"},
    {"core/model/units/whole_district.cpp", "huyện ", "read in front of names"},
    {"core/store/detail/office.cpp", "district_name", "a key of older stores"},
    {"core/store/office.cpp", "(Có|There are): commune district province agency", "levels that a person may say"},
    {"core/store/store.cpp", ".*'district_name'.*", "a key of older stores"},
    {"layers/style/road_style.cpp", "đường huyện.*|district road.*", "a class of roads"},
    {"viewer/document/command.cpp", ".*\\bdistrict\\b.*", "words of commands"},
    {"viewer/document/command_apply.cpp", "district", "a word of a command"},
    {"viewer/document/document.cpp", "district", "a field of JSON"},
    {"viewer/import/import_request.cpp", ".*sample-data/district", "the folder of the sample"},
    {"viewer/panels/inspector/names.cpp", "Đường huyện|District road", "a class of roads"},
};

/// What stands between quotation marks in code, also over several lines; neither comments nor the names of included files.
std::vector<std::string> textsIn(const std::string& source) {
    std::vector<std::string> texts;
    for (std::size_t at = 0; at < source.size(); ++at) {
        if (source.compare(at, 2, "//") == 0 || source.compare(at, 9, "#include ") == 0) {
            at = std::min(source.find('\n', at), source.size());
        } else if (source.compare(at, 2, "/*") == 0) {
            at = std::min(source.find("*/", at + 2), source.size() - 2) + 1;
        } else if (source.compare(at, 2, "R\"") == 0) {
            const std::size_t open = source.find('(', at);
            const std::string end = ")" + source.substr(at + 2, open - at - 2) + "\"";
            const std::size_t close = std::min(source.find(end, open), source.size());
            texts.push_back(source.substr(open + 1, close - open - 1));
            at = close + end.size() - 1;
        } else if (source[at] == '"') {
            std::size_t end = at + 1;
            while (end < source.size() && source[end] != '"') end += source[end] == '\\' ? 2U : 1U;
            texts.push_back(source.substr(at + 1, end - at - 1));
            at = end;
        } else if (source.compare(at, 3, "'\"'") == 0 || source.compare(at, 4, "'\\\"'") == 0) {
            at = source.find('\'', at + 1); // a quotation mark as a letter
        }
    }
    return texts;
}

bool callsADistrict(const std::string& text) {
    static const std::regex words("huyện|Huyện|HUYỆN|\\b[Dd]istrict|\\bDISTRICT|_district", std::regex::optimize);
    return std::regex_search(text, words);
}

std::string textOf(const SourceFile& file) {
    std::string text;
    for (const std::string& line : file.lines) text += line + '\n';
    return text;
}

TEST(OfficeWords, NoTextCallsTheOfficeADistrict) {
    std::vector<bool> used(std::size(allowances));
    std::size_t count = 0;
    for (const SourceFile& file : sources()) {
        if (file.path.starts_with("sample-data/")) continue;
        for (const std::string& text : textsIn(textOf(file))) {
            ++count;
            if (!callsADistrict(text)) continue;
            bool allowed = false;
            for (std::size_t i = 0; i < std::size(allowances); ++i) {
                if (allowances[i].path != file.path || !std::regex_match(text, std::regex(allowances[i].texts))) continue;
                allowed = true;
                used[i] = true;
            }
            EXPECT_TRUE(allowed) << file.path << " says \"" << text
                                 << "\": take the words of the office (officeWords, neutralWords), or name here what else it means";
        }
    }
    EXPECT_GT(count, 5'000U);
    for (std::size_t i = 0; i < std::size(allowances); ++i)
        EXPECT_TRUE(used[i]) << allowances[i].path << " has no such text any more: " << allowances[i].why;
}

TEST(OfficeWords, TextsAreFoundWhereverTheyStand) {
    EXPECT_EQ(
        textsIn("#include \"huyện.h\"\nf(\"a\\\"b\", '\"', \"c\" // \"d\"\n\"e\"); /* \"f\" */ g('\\\"', R\"x(h\"i)x\", \"j\");"),
        (std::vector<std::string>{"a\\\"b", "c", "e", "h\"i", "j"}));
    for (const char* text : {"Toàn huyện", "UBND HUYỆN {}", "District total", "the district's data", "two districts"})
        EXPECT_TRUE(callsADistrict(text)) << text;
    for (const char* text : {"chuyển xã", "vườn chuyên canh", "huyen:026"}) EXPECT_FALSE(callsADistrict(text)) << text;
}

} // namespace
} // namespace banlang::structure
