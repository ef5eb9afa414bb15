// SPDX-License-Identifier: MIT
#include "viewer/document/command.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace banlang::viewer {
namespace {

using enum VerbGroup;

constexpr std::array<VerbInfo, verbCount> table{{
    {Verb::layer, "layer", "ID on|off", 2, 2, document},
    {Verb::legend, "legend", "[ID]", 0, 1, document},
    {Verb::programme, "programme", "ID", 1, 1, document},
    {Verb::asOf, "as-of", "DATE", 1, 1, document},
    {Verb::compare, "compare", "DATE|none", 1, 1, document},
    {Verb::split, "split", "on|off", 1, 1, document},
    {Verb::audience, "audience", "meeting|working-group|public", 1, 1, document},
    {Verb::language, "lang", "vi|en", 1, 1, document},
    {Verb::theme, "theme", "light|dark|contrast", 1, 1, document},
    {Verb::backdropOpacity, "backdrop-opacity", "0...1", 1, 1, document},
    {Verb::tab, "tab", "table|chart|conclusion|gaps|links|criteria|emulation|candidates|import|messages", 1, 1, document},
    {Verb::gap, "gap", "ID", 1, 1, document},
    {Verb::conclusion, "conclusion", "ID [LAYER]", 1, 2, document},
    {Verb::sort, "sort", "COLUMN asc|desc", 2, 2, document},
    {Verb::select, "select", "ROLE KEY | none", 1, 2, document},
    {Verb::projector, "projector", "on|off", 1, 1, document},
    {Verb::page, "page", "next|previous|district", 1, 1, document},
    {Verb::zoom, "zoom", "FACTOR", 1, 1, view},
    {Verb::zoomAt, "zoom-at", "FACTOR X Y", 3, 3, view},
    {Verb::zoomTo, "zoom-to", "ROLE KEY", 2, 2, view},
    {Verb::pan, "pan", "DX DY", 2, 2, view},
    {Verb::home, "home", "", 0, 0, view},
    {Verb::searchOpen, "search", "on|off", 1, 1, view},
    {Verb::officeOpen, "office", "on|off", 1, 1, view},
    {Verb::fullScreen, "full-screen", "on|off", 1, 1, view},
    {Verb::importView, "import-view", "layers|questions|history", 1, 1, view},
    {Verb::importRow, "import-row", "N|none", 1, 1, view},
    {Verb::conclusionOf, "conclusion-of", "new_rural|gardens|housing|all", 1, 1, view},
    {Verb::linkView, "link-view", "open|decided", 1, 1, view},
    {Verb::linkRow, "link-row", "N|none", 1, 1, view},
    {Verb::inspect, "inspect", "record|history", 1, 1, view},
    {Verb::undo, "undo", "", 0, 0, history},
    {Verb::redo, "redo", "", 0, 0, history},
    {Verb::open, "open", "[STORE]", 0, 1, application},
    {Verb::import, "import", "[PATH...]", 0, 1000, application},
    {Verb::browse, "browse", "store|sources|picture|none [FOLDER]", 1, 2, application},
    {Verb::choose, "choose", "PATH...", 1, 1000, application},
    {Verb::answer, "answer", "QUESTION VALUE [FILE|FOLDER...]", 2, 1000, application},
    {Verb::readText, "read-text", "ROW UTF-8|TCVN3|VNI-Windows|CP1258|VISCII", 2, 2, application},
    {Verb::readRole, "read-role", "ROW ROLE", 2, 2, application},
    {Verb::undoImport, "undo-import", "BATCH | import:NUMBER", 1, 1, application},
    {Verb::redoImport, "redo-import", "BATCH | import:NUMBER", 1, 1, application},
    {Verb::decideLink, "decide-link", "ROLE FIELD SAID [WITHIN] TARGET|\"\"", 4, 5, application},
    {Verb::withdrawLink, "withdraw-link", "ROLE FIELD SAID [WITHIN]", 3, 4, application},
    {Verb::cancel, "cancel", "", 0, 0, application},
    {Verb::backdrop, "backdrop", "[FILE|on|off|none]", 0, 1, application},
    {Verb::setOffice, "set-office", "NAME commune|district|province|agency [AUTHORITY]", 2, 3, application},
    {Verb::sample, "sample", "", 0, 0, application},
    {Verb::move, "move", "X Y", 2, 2, application},
    {Verb::click, "click", "X Y [COUNT]", 2, 3, application},
    {Verb::press, "press", "CONTROL", 1, 1, application},
    {Verb::drag, "drag", "X Y TO_X TO_Y", 4, 4, application},
    {Verb::scroll, "scroll", "X Y NOTCHES", 3, 3, application},
    {Verb::key, "key", "CTRL+K", 1, 1, application},
    {Verb::type, "type", "TEXT", 1, 1, application},
    {Verb::resize, "resize", "WxH", 1, 1, application},
    {Verb::renewGraphics, "renew-graphics", "", 0, 0, application},
    {Verb::wait, "wait", "[MILLISECONDS]", 0, 1, application},
    {Verb::screenshot, "screenshot", "F.png", 1, 1, application},
    {Verb::controls, "controls", "F.json", 1, 1, application},
    {Verb::quit, "quit", "[stop|stay]", 0, 1, application},
}};

constexpr bool tableInOrder() {
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (static_cast<std::size_t>(table[i].verb) != i) return false;
    }
    return true;
}
static_assert(tableInOrder());

Error usageError(std::string code, Bilingual message, Bilingual hint) {
    return {ErrorKind::usage, std::move(code), std::move(message), std::move(hint), {}};
}

Result<std::vector<std::string>> splitWords(std::string_view line) {
    std::vector<std::string> words;
    bool quoted = false;
    bool inWord = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (c == '\\' && quoted && i + 1 < line.size()) {
            words.back() += line[++i];
        } else if (c == '"') {
            if (!inWord) words.emplace_back();
            inWord = true;
            quoted = !quoted;
        } else if (!quoted && (c == ' ' || c == '\t' || c == '\r')) {
            inWord = false;
        } else {
            if (!inWord) words.emplace_back();
            inWord = true;
            words.back() += c;
        }
    }
    if (quoted) {
        return Unexpected(usageError("open-quote", {"Thiếu dấu ngoặc kép đóng.", "A closing double quote is missing."},
                                     {"Viết \"…\" quanh chữ có dấu cách.", "Write \"…\" around text with blanks."}));
    }
    return words;
}

std::string quoted(const std::string& word) {
    if (!word.empty() && word.find_first_of(" \t\"\\#") == std::string::npos) return word;
    std::string text = "\"";
    for (const char c : word) {
        if (c == '"' || c == '\\') text += '\\';
        text += c;
    }
    return text + '"';
}

} // namespace

std::span<const VerbInfo> verbs() {
    return table;
}

const VerbInfo& info(Verb verb) {
    return table[static_cast<std::size_t>(verb)];
}

Result<std::optional<Command>> parseCommand(std::string_view line) {
    const std::size_t start = line.find_first_not_of(" \t\r");
    if (start == std::string_view::npos || line[start] == '#') return std::nullopt;
    BANLANG_TRY(words, splitWords(line));
    const auto found = std::ranges::find(table, words.front(), &VerbInfo::word);
    if (found == table.end()) {
        std::string known;
        for (const VerbInfo& verb : table) known += (known.empty() ? "" : ", ") + std::string(verb.word);
        return Unexpected(usageError("unknown-command",
                                     {"Không có lệnh “" + words.front() + "”.", "There is no command “" + words.front() + "”."},
                                     {"Các lệnh: " + known, "Commands: " + known}));
    }
    const std::size_t count = words.size() - 1;
    if (count < found->leastArguments || count > found->mostArguments) {
        const std::string form = fmt::format("{} {}", found->word, found->arguments);
        return Unexpected(usageError("wrong-arguments", {"Lệnh sai số tham số.", "Wrong number of arguments."},
                                     {"Viết: " + form, "Write: " + form}));
    }
    return Command{found->verb, std::vector<std::string>(words.begin() + 1, words.end())};
}

std::string toText(const Command& command) {
    std::string text(info(command.verb).word);
    for (const std::string& argument : command.arguments) text += ' ' + quoted(argument);
    if (command.target) text += fmt::format(" {} #{}", recordKind(command.target->role).id, command.target->row);
    return text;
}

Error wrongArguments(const Command& command) {
    const std::string form = fmt::format("{} {}", info(command.verb).word, info(command.verb).arguments);
    return usageError("bad-value", {"Lệnh sai tham số: " + toText(command), "Wrong arguments: " + toText(command)},
                      {"Viết: " + form, "Write: " + form});
}

} // namespace banlang::viewer
