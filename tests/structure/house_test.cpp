// SPDX-License-Identifier: MIT
// Holds the rules of the house: floors, no third party in public headers, file sizes. Reads the sources as text.
#include "tests/structure/source_files.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace {

namespace fs = std::filesystem;
using banlang::structure::codeOf;
using banlang::structure::SourceFile;
using banlang::structure::sources;

const std::map<std::string, int> floorOfFolder = {
    {"core/base", 1},     {"core/geo", 2},  {"core/text", 2},   {"core/model", 3},  {"core/io", 3},
    {"core/analysis", 4}, {"core/link", 4}, {"core/intake", 4}, {"core/report", 5}, {"core/store", 5},
    {"layers", 6},        {"viewer", 7},    {"cli", 7},         {"sample-data", 7},
};

/// The folder that stands on a floor: "core/geo" for core/geo/detail/x.h, "layers" for layers/paper/y.h.
std::string houseFolder(const std::string& path) {
    for (const auto& [folder, floor] : floorOfFolder) {
        if (path.starts_with(folder + "/")) return folder;
    }
    return {};
}

std::vector<std::string> ownIncludes(const SourceFile& file) {
    static const std::regex pattern(R"re(^\s*#\s*include\s+"([^"]+)")re");
    std::vector<std::string> includes;
    std::smatch match;
    for (const std::string& line : file.lines) {
        if (std::regex_search(line, match, pattern)) includes.push_back(match[1]);
    }
    return includes;
}

bool inDetail(const std::string& path) {
    return path.find("/detail/") != std::string::npos;
}

TEST(House, EveryIncludeGoesToALowerFloorOrStaysInItsFolder) {
    for (const SourceFile& file : sources()) {
        const std::string from = houseFolder(file.path);
        ASSERT_NE(from, "") << file.path << " stands on no floor";
        for (const std::string& include : ownIncludes(file)) {
            const std::string to = houseFolder(include);
            if (to.empty() || to == from) continue;
            EXPECT_LT(floorOfFolder.at(to), floorOfFolder.at(from)) << file.path << " includes " << include;
        }
    }
}

TEST(House, LayersStandOnTheWayOutNotOnTheStore) {
    for (const SourceFile& file : sources()) {
        if (!file.path.starts_with("layers/")) continue;
        for (const std::string& include : ownIncludes(file)) {
            EXPECT_FALSE(include.starts_with("core/store/") || include.starts_with("core/intake/"))
                << file.path << " includes " << include;
        }
    }
}

bool looksAtNames(const std::string& line, const std::regex& names) {
    return !line.starts_with("//") && std::regex_search(line, names);
}

/// Others render them.
TEST(House, TablesAndChartsOfFiguresAreMadeInTheReportAlone) {
    static const std::regex made(
        R"re(\b(ReportTable|ReportChart|ReportRow|ReportCell|ChartBar)(\s*(\w+\s*)?\{|\s+\w+;|\(\))|\b(figureCell|addTotal|chartUnder|tableUnder|closeBars)\()re");
    for (const SourceFile& file : sources()) {
        if (file.path.starts_with("core/report/")) continue;
        for (const std::string& line : file.lines) EXPECT_FALSE(looksAtNames(line, made)) << file.path << ": " << line;
    }
}

/// Builders of layers ask what may be drawn; nobody else does.
TEST(House, WhatMayNotBeToldIsDecidedInTheReport) {
    static const std::regex suppression(R"re(\b(mustHide|hiddenParts|hiddenCounts)\b)re");
    for (const SourceFile& file : sources()) {
        const bool decides = file.path.starts_with("core/report/");
        const bool draws = file.path.starts_with("layers/themes/") || file.path.starts_with("layers/base/");
        if (decides || draws) continue;
        for (const std::string& line : file.lines) EXPECT_FALSE(looksAtNames(line, suppression)) << file.path << ": " << line;
    }
}

TEST(House, IncludesMakeNoCycle) {
    std::map<std::string, std::vector<std::string>> graph;
    for (const SourceFile& file : sources()) {
        if (file.path.ends_with(".h")) graph[file.path] = ownIncludes(file);
    }
    std::map<std::string, int> state; // 1 = on the way, 2 = done
    std::function<bool(const std::string&)> visit = [&](const std::string& path) {
        if (state[path] == 1) return false;
        if (state[path] == 2 || graph.count(path) == 0) return true;
        state[path] = 1;
        for (const std::string& next : graph[path]) {
            EXPECT_TRUE(visit(next)) << path << " and " << next << " include each other";
        }
        state[path] = 2;
        return true;
    };
    for (const auto& [path, includes] : graph) visit(path);
}

/// The room of a file: its folder; detail/ belongs to the folder that it details.
std::string roomOf(const std::string& path) {
    const fs::path folder = fs::path(path).parent_path();
    return (folder.filename() == "detail" ? folder.parent_path() : folder).generic_string();
}

TEST(House, RoomsLookOneWay) {
    std::map<std::string, std::map<std::string, std::string>> graph; // room -> room -> who includes whom
    for (const SourceFile& file : sources()) {
        for (const std::string& include : ownIncludes(file)) {
            if (roomOf(include) == roomOf(file.path) || houseFolder(include).empty() || file.path.starts_with("sample-data/"))
                continue;
            graph[roomOf(file.path)].try_emplace(roomOf(include), file.path + " includes " + include);
        }
    }
    std::map<std::string, int> state; // 1 = on the way, 2 = done
    std::function<void(const std::string&)> visit = [&](const std::string& room) {
        state[room] = 1;
        for (const auto& [next, example] : graph[room]) {
            EXPECT_NE(state[next], 1) << room << " and " << next << " look at each other: " << example;
            if (state[next] == 0) visit(next);
        }
        state[room] = 2;
    };
    for (const auto& [room, others] : std::map(graph)) {
        if (state[room] == 0) visit(room);
    }
}

/// Where a person would look for the way through the house, no floor is one long list.
TEST(House, NoRoomIsAWarehouse) {
    constexpr std::size_t mostFiles = 40;
    std::map<std::string, std::size_t> filesOf;
    for (const SourceFile& file : sources()) ++filesOf[fs::path(file.path).parent_path().generic_string()];
    for (const auto& [folder, files] : filesOf) {
        if (!folder.starts_with("sample-data")) {
            EXPECT_LE(files, mostFiles) << folder << " needs rooms";
        }
    }
}

TEST(House, PublicHeadersNameNoThirdPartyOfTheEngine) {
    static const std::regex thirdParty(
        R"re(^\s*#\s*include\s+[<"](gdal|ogr|cpl_|proj\.h|geos|imgui|GL/|epoxy|GLFW|cairo|pango|sqlite3|unicode/|xlsxwriter|zip\.h|oneapi/|tbb/|EGL/))re");
    for (const SourceFile& file : sources()) {
        if (!file.path.ends_with(".h") || inDetail(file.path)) continue;
        for (const std::string& line : file.lines) EXPECT_FALSE(std::regex_search(line, thirdParty)) << file.path << ": " << line;
    }
}

TEST(House, OnlyTheViewerKnowsAWindow) {
    static const std::regex window(R"re(#\s*include\s+[<"](imgui|GL/|epoxy|GLFW|EGL/))re");
    for (const SourceFile& file : sources()) {
        if (file.path.starts_with("viewer/")) continue;
        for (const std::string& line : file.lines) EXPECT_FALSE(std::regex_search(line, window)) << file.path << ": " << line;
    }
}

TEST(House, ThreadsAreStartedInOnePlaceOnly) {
    static const std::regex thread(
        R"re(\bstd::(thread\b(?!::)|jthread|async|packaged_task)|\btbb::|\bpthread_create|#include <(future|oneapi/|tbb/))re");
    for (const SourceFile& file : sources()) {
        if (file.path.starts_with("core/base/parallel.")) continue;
        for (const std::string& line : file.lines) EXPECT_FALSE(std::regex_search(line, thread)) << file.path << ": " << line;
    }
}

/// What is declared: `.id = "houses"` in the file of a theme or of a part of the base map. By id, where.
std::map<std::string, std::string> declaredLayerIds(const std::vector<SourceFile>& files) {
    static const std::regex declaration(R"re(\.id = "([^"]+)")re");
    std::map<std::string, std::string> declaredIn;
    std::smatch match;
    for (const SourceFile& file : files) {
        if (!file.path.starts_with("layers/themes/") && !file.path.starts_with("layers/base/")) continue;
        for (const std::string& line : file.lines) {
            if (!std::regex_search(line, match, declaration)) continue;
            EXPECT_TRUE(declaredIn.emplace(match[1], file.path).second) << match[1] << " is declared twice";
        }
    }
    return declaredIn;
}

/// How a line of code names an id. Ids of one word are words of other things as well: English halves of labels, fields of JSON.
bool namesLayer(const std::string& code, const std::string& id, bool drawsLayers) {
    const std::size_t at = code.find('"' + id + '"');
    if (at == std::string::npos) return false;
    if (id.find('-') != std::string::npos || !drawsLayers) return true;
    return at < 3 || code.compare(at - 3, 3, "\", ") != 0;
}

/// What a theme is like is asked of its declaration: whoever tests for an id would have to be found and changed for every new
/// theme.
TEST(House, NoThemeIdOutsideItsDeclaration) {
    // Where the words are names of tabs, of results and of more than one criterion.
    static const std::regex otherWords("^(viewer/document/document.cpp|viewer/results/|viewer/panels/tables/criteria_details.cpp)");
    static const std::regex compared(R"re([=!]= "[^"]*")re");
    const std::vector<SourceFile> files = sources();
    const auto declaredIn = declaredLayerIds(files);
    EXPECT_GE(declaredIn.size(), 13U);
    for (const SourceFile& file : files) {
        if (file.path.starts_with("core/") || file.path.starts_with("sample-data/")) continue;
        const bool drawsLayers = !file.path.starts_with("cli/");
        for (const std::string& line : file.lines) {
            const std::string code = codeOf(line);
            const bool ofGaps = file.path == "layers/themes/gaps.cpp" || code.find("\"gap-") == std::string::npos;
            EXPECT_TRUE(ofGaps) << file.path << ": " << line;
            for (const auto& [id, path] : declaredIn) {
                if (file.path == path || !namesLayer(code, id, drawsLayers)) continue;
                const bool ownWord = id.find('-') != std::string::npos;
                const bool asked = drawsLayers ? !std::regex_search(file.path, otherWords) : std::regex_search(code, compared);
                EXPECT_FALSE(ownWord || asked) << file.path << " knows " << id << ": " << line;
            }
        }
    }
}

TEST(House, FilesStayOneIdeaLong) {
    constexpr std::size_t headerLimit = 250;
    constexpr std::size_t sourceLimit = 600;
    for (const SourceFile& file : sources()) {
        const std::size_t limit = file.path.ends_with(".h") ? headerLimit : sourceLimit;
        EXPECT_LE(file.lines.size(), limit) << file.path << " is longer than one idea";
    }
}

/// `Session::run` in the walks of docs/dev/house.md is a name of some public header.
TEST(House, WalksNameWhatIsThere) {
    std::ifstream stream(fs::path(BANLANG_SOURCE_DIR) / "docs/dev/house.md");
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    const std::size_t begin = text.find("## Three walks");
    ASSERT_NE(begin, std::string::npos);
    const std::string walks = text.substr(begin, text.find("\n## ", begin + 3) - begin);
    std::set<std::string> names;
    for (const SourceFile& file : sources()) {
        if (!file.path.ends_with(".h")) continue;
        for (const std::string& line : file.lines) {
            std::string word;
            for (const char c : line + ' ') {
                const bool inWord = std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
                if (inWord) word += c;
                if (!inWord) names.insert(std::exchange(word, {}));
            }
        }
    }
    static const std::regex named(R"(`(?:\w+::)*(\w+)(?:\(\))?`)");
    std::size_t count = 0;
    for (std::sregex_iterator at(walks.begin(), walks.end(), named), end; at != end; ++at) {
        const std::string name = (*at)[1];
        if (name == "WalksNameWhatIsThere") continue;
        ++count;
        EXPECT_TRUE(names.contains(name)) << name;
    }
    EXPECT_GT(count, 40U);
}

/// What `X::f(` begins in two sources is one class over two files. Implementations behind a pointer (`Impl`) are each their own.
TEST(House, AClassLivesInOneSource) {
    static const std::regex definition(R"(^[A-Za-z][^=;]*?\b([A-Z]\w+)::~?\w+\()");
    std::map<std::string, std::set<std::string>> sourcesOfClass;
    std::smatch match;
    for (const SourceFile& file : sources()) {
        if (!file.path.ends_with(".cpp")) continue;
        for (const std::string& line : file.lines) {
            if (line.find("::") == std::string::npos || !std::regex_search(line, match, definition)) continue;
            if (match[1] != "Impl") sourcesOfClass[match[1]].insert(file.path);
        }
    }
    EXPECT_GT(sourcesOfClass.size(), 60U);
    for (const auto& [name, files] : sourcesOfClass) {
        EXPECT_EQ(files.size(), 1U) << name << " in " << *files.begin() << " and " << *files.rbegin();
        EXPECT_TRUE(fs::exists(fs::path(BANLANG_SOURCE_DIR) / fs::path(*files.begin()).replace_extension(".h")))
            << name << ": " << *files.begin() << " has no header of its name";
    }
}

TEST(House, EveryFileNamesItsLicence) {
    for (const SourceFile& file : sources()) {
        ASSERT_FALSE(file.lines.empty()) << file.path;
        EXPECT_EQ(file.lines.front(), "// SPDX-License-Identifier: MIT") << file.path;
    }
}

TEST(House, NoHeaderOpensANamespaceForOthers) {
    for (const SourceFile& file : sources()) {
        if (!file.path.ends_with(".h")) continue;
        for (const std::string& line : file.lines) EXPECT_EQ(line.find("using namespace"), std::string::npos) << file.path;
    }
}

} // namespace
