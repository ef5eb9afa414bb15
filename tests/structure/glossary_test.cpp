// SPDX-License-Identifier: MIT
// Holds the vocabulary: types of public headers are built from words of docs/dev/glossary.md, and retired words are gone. Reads
// the sources and the glossary as text.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

using Words = std::set<std::string>;

std::string textOf(const fs::path& path) {
    std::ifstream stream(path);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

/// "AdminUnitIndex" and "adminUnitIndex_" are admin, unit, index. Numbers are no words.
std::vector<std::string> wordsOf(const std::string& name) {
    static const std::regex word("[A-Z]?[a-z]+|[A-Z]+(?![a-z])");
    std::vector<std::string> words;
    for (std::sregex_iterator found(name.begin(), name.end(), word), end; found != end; ++found) {
        std::string lower = found->str();
        std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        words.push_back(lower);
    }
    return words;
}

/// Where a text or character literal that begins at `at` ends: on its last quotation mark.
std::size_t endOfLiteral(const std::string& source, std::size_t at) {
    if (source[at] == '"' && at > 0 && source[at - 1] == 'R') {
        const std::size_t open = source.find('(', at);
        return source.find(")" + source.substr(at + 1, open - at - 1) + '"', open) + open - at;
    }
    std::size_t end = at + 1;
    while (end < source.size() && source[end] != source[at]) end += source[end] == '\\' ? 2U : 1U;
    return end;
}

bool isNamePart(char c) {
    return c == '_' || std::isalnum(static_cast<unsigned char>(c)) != 0;
}

/// What the program itself reads of a source: neither comments nor texts.
std::string codeOf(const std::string& source) {
    std::string code;
    for (std::size_t at = 0; at < source.size(); ++at) {
        const bool digitMark = source[at] == '\'' && at > 0 && isNamePart(source[at - 1]);
        if (source.compare(at, 2, "//") == 0) {
            at = std::min(source.find('\n', at), source.size());
        } else if (source.compare(at, 2, "/*") == 0) {
            at = std::min(source.find("*/", at) + 1, source.size());
        } else if (source[at] == '"' || (source[at] == '\'' && !digitMark)) {
            at = endOfLiteral(source, at);
        } else {
            code += source[at];
            continue;
        }
        code += ' ';
    }
    return code;
}

std::vector<std::string> namesIn(const std::string& code) {
    std::vector<std::string> names;
    for (std::size_t at = 0; at < code.size();) {
        std::size_t end = at;
        while (end < code.size() && isNamePart(code[end])) ++end;
        if (end > at && std::isdigit(static_cast<unsigned char>(code[at])) == 0) names.push_back(code.substr(at, end - at));
        at = std::max(end, at + 1);
    }
    return names;
}

/// Code of the rooms by path: all of it, or of public headers alone.
std::map<std::string, std::string> sources(bool publicHeadersOnly) {
    std::map<std::string, std::string> found;
    const fs::path root = BANLANG_SOURCE_DIR;
    for (const char* room : {"core", "layers", "viewer", "cli"}) {
        for (const auto& entry : fs::recursive_directory_iterator(root / room)) {
            const std::string path = fs::relative(entry.path(), root).generic_string();
            const bool header = path.ends_with(".h");
            if (!header && !path.ends_with(".cpp")) continue;
            if (publicHeadersOnly && (!header || path.find("/detail/") != std::string::npos)) continue;
            found[path] = codeOf(textOf(entry.path()));
        }
    }
    return found;
}

std::vector<std::string> matches(const std::string& text, const std::regex& pattern) {
    std::vector<std::string> found;
    for (std::sregex_iterator at(text.begin(), text.end(), pattern), end; at != end; ++at) found.push_back(at->str(1));
    return found;
}

const std::regex& inBackticks() {
    static const std::regex pattern("`([^`]+)`");
    return pattern;
}

/// The parts of the glossary, as the page has them.
struct Glossary {
    std::vector<std::vector<std::string>> terms; ///< cells of the rows: vi, en, code, what it is
    Words plain;
    Words retired;
    std::set<std::string> exceptions; ///< names that keep a retired word
};

Glossary readGlossary() {
    Glossary glossary;
    std::istringstream page(textOf(fs::path(BANLANG_SOURCE_DIR) / "docs/dev/glossary.md"));
    std::string section;
    for (std::string line; std::getline(page, line);) {
        if (line.starts_with("## ")) {
            section = line.substr(3);
        } else if (line.starts_with("| ")) {
            static const std::regex cell(R"re(\|\s*([^|]*[^|\s])\s*(?=\|))re");
            const std::vector<std::string> cells = matches(line, cell);
            if (cells.empty() || cells.front() == "vi" || cells.front() == "not") continue;
            if (section != "Retired words") {
                glossary.terms.push_back(cells);
            } else {
                const std::string names = cells.front().substr(0, cells.front().find('('));
                for (const std::string& word : namesIn(names)) glossary.retired.insert(word);
            }
        } else if (section == "Plain words") {
            if (std::ranges::none_of(line, [](char c) { return c == '.' || c == ':'; })) {
                for (const std::string& word : namesIn(line)) glossary.plain.insert(word);
            }
        } else if (section == "Retired words") {
            for (const std::string& name : matches(line, inBackticks())) glossary.exceptions.insert(name);
        }
    }
    return glossary;
}

Words knownWords(const Glossary& glossary) {
    Words words = glossary.plain;
    for (const auto& cells : glossary.terms) {
        for (const std::string& name : matches(cells.at(2), inBackticks())) {
            for (const std::string& word : wordsOf(name)) words.insert(word);
        }
    }
    return words;
}

/// Also in the plural: "keys", "classes", "entries".
bool isKnown(const Words& words, const std::string& word) {
    if (words.contains(word)) return true;
    const auto without = [&](std::size_t letters, const char* ending) {
        return words.contains(word.substr(0, word.size() - letters) + ending);
    };
    return (word.ends_with("ies") && without(3, "y")) || (word.ends_with("es") && without(2, "")) ||
           (word.ends_with("s") && without(1, ""));
}

std::vector<std::string> typesOf(const std::string& code) {
    static const std::regex definition(
        R"re(\b(?:class|struct|enum)\s+(?:class\s+|struct\s+)?([A-Za-z]\w*)\s*(?:final\s*)?[:{](?!:))re");
    static const std::regex alias(R"re(\busing\s+([A-Za-z]\w*)\s*=)re");
    std::vector<std::string> types = matches(code, definition);
    for (std::string& name : matches(code, alias)) types.push_back(std::move(name));
    return types;
}

TEST(Glossary, HasATermOfBothLanguagesAndAWordOfTheCodeInEveryRow) {
    const Glossary glossary = readGlossary();
    ASSERT_GT(glossary.terms.size(), 100U);
    ASSERT_GT(glossary.retired.size(), 20U);
    ASSERT_GT(glossary.exceptions.size(), 5U);
    for (const auto& cells : glossary.terms) {
        ASSERT_EQ(cells.size(), 4U) << cells.front();
        EXPECT_FALSE(matches(cells[2], inBackticks()).empty()) << cells.front() << " has no word of the code";
        for (const std::string& name : matches(cells[2], inBackticks())) {
            for (const std::string& word : wordsOf(name))
                EXPECT_TRUE(!glossary.retired.contains(word) || glossary.exceptions.contains(name)) << name;
        }
    }
}

TEST(Glossary, NamesWhatIsInTheCode) {
    std::set<std::string> names;
    for (const auto& [path, code] : sources(false)) {
        for (const std::string& name : namesIn(code)) names.insert(name);
    }
    std::set<std::string> inOneWord; ///< as ".admin.unit.index.", so that a part of a name can be looked for
    for (const std::string& name : names) {
        std::string joined = ".";
        for (const std::string& word : wordsOf(name)) joined += word + ".";
        inOneWord.insert(joined);
    }
    for (const auto& cells : readGlossary().terms) {
        for (const std::string& term : matches(cells.at(2), inBackticks())) {
            std::string joined = ".";
            for (const std::string& word : wordsOf(term)) joined += word + ".";
            EXPECT_TRUE(std::ranges::any_of(inOneWord, [&](const std::string& name) { return name.find(joined) != name.npos; }))
                << "nothing in the code is called " << term;
        }
    }
}

TEST(Glossary, EveryTypeOfAPublicHeaderIsBuiltFromItsWords) {
    const Words known = knownWords(readGlossary());
    std::size_t types = 0;
    for (const auto& [path, code] : sources(true)) {
        for (const std::string& type : typesOf(code)) {
            ++types;
            for (const std::string& word : wordsOf(type)) {
                EXPECT_TRUE(isKnown(known, word))
                    << path << ": " << type << " has the word \"" << word << "\", which is not in docs/dev/glossary.md";
            }
        }
    }
    EXPECT_GT(types, 300U);
}

TEST(Glossary, NoNameInAPublicHeaderHasARetiredWord) {
    const Glossary glossary = readGlossary();
    for (const auto& [path, code] : sources(true)) {
        std::set<std::string> seen;
        for (const std::string& name : namesIn(code)) {
            if (glossary.exceptions.contains(name) || !seen.insert(name).second) continue;
            for (const std::string& word : wordsOf(name)) {
                EXPECT_FALSE(glossary.retired.contains(word)) << path << ": " << name << " has the retired word \"" << word << '"';
            }
        }
    }
}

TEST(Glossary, SplitsNamesIntoWords) {
    EXPECT_EQ(wordsOf("PointInPolygonIndex"), (std::vector<std::string>{"point", "in", "polygon", "index"}));
    EXPECT_EQ(wordsOf("areaM2_"), (std::vector<std::string>{"area", "m"}));
    EXPECT_EQ(wordsOf("QUALITY_Rtree"), (std::vector<std::string>{"quality", "rtree"}));
    EXPECT_EQ(typesOf(codeOf("/* struct A {} */ struct Bed final : Base { enum class Width : int { narrow }; }; class Later;")),
              (std::vector<std::string>{"Bed", "Width"}));
}

} // namespace
