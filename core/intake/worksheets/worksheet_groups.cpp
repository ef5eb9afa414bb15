// SPDX-License-Identifier: MIT
#include "core/intake/worksheets/worksheet_groups.h"

#include "core/intake/worksheets/worksheet_words.h"
#include "core/text/keys.h"

#include <algorithm>
#include <array>

namespace banlang {
namespace {

struct Group {
    Numbering numbering = Numbering::none;
    GroupNoun noun = GroupNoun::other;
    std::string label;
};

/// "Thôn Nà Sáng (12 hộ):" names "Thôn Nà Sáng".
std::string_view nameOnly(std::string_view label) {
    const std::size_t bracket = label.find('(');
    if (bracket != std::string_view::npos && bracket > 0 && hasDigit(label.substr(bracket))) label = label.substr(0, bracket);
    if (const std::size_t colon = label.find(':'); colon != std::string_view::npos && colon > 0) label = label.substr(0, colon);
    while (!label.empty() && std::string_view(" .;:").find(label.back()) != std::string_view::npos) label.remove_suffix(1);
    return label;
}

/// A single capital continues the letters when the letter before it was the last one: H, I.
Numbering numberingOf(std::string_view text, const RowNumber& number, int& lastLetter) {
    const bool single = !text.empty() && (text.size() == 1 || text[1] < 'A' || text[1] > 'Z');
    const int letter = single && number.kind != Numbering::arabic ? text[0] - 'A' + 1 : 0;
    const bool goesOn = number.kind == Numbering::roman && lastLetter > 0 && letter == lastLetter + 1;
    if (number.kind != Numbering::letter && !goesOn) return number.kind;
    lastLetter = letter;
    return Numbering::letter;
}

Group groupAt(const WorksheetCells& cells, std::size_t row, int& lastLetter) {
    const std::size_t first = cells.nextFilled(row, 0);
    const std::string_view text = cells.at(row, first);
    const RowNumber number = rowNumberOf(text);
    Group group;
    std::string_view label = text;
    if (number.kind != Numbering::none) {
        group.numbering = numberingOf(text, number, lastLetter);
        label = number.rest;
        const std::size_t second = cells.nextFilled(row, first + 1);
        if (label.empty() && second < cells.columns()) label = cells.at(row, second);
    }
    group.label = nameOnly(label.empty() ? text : label);
    group.noun = groupNounOf(group.label);
    return group;
}

bool hasOwnColumn(GroupNoun noun, const std::vector<std::string>& names) {
    constexpr std::array<std::string_view, 12> village = {"thon",    "ten_thon", "ma_thon",         "thon_ban",
                                                          "ban",     "xom",      "thon_xom",        "to_dan_pho",
                                                          "thon_to", "village",  "thon_to_dan_pho", "thon_ban_xom"};
    constexpr std::array<std::string_view, 7> commune = {"xa", "ten_xa", "ma_xa", "xa_thi_tran", "xa_phuong", "xa_tt", "commune"};
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
        const std::string key = headerKey(name);
        return noun == GroupNoun::village ? std::find(village.begin(), village.end(), key) != village.end()
                                          : std::find(commune.begin(), commune.end(), key) != commune.end();
    });
}

std::string columnNameOf(GroupNoun noun, const std::vector<std::string>& names) {
    if (noun == GroupNoun::other || hasOwnColumn(noun, names)) return "Nhóm";
    return noun == GroupNoun::village ? "Thôn" : "Xã";
}

/// The groups that a record stands in, outermost first; levels come in the order in which the worksheet first uses their numbering,
/// or their noun where they are not numbered.
class OpenGroups {
public:
    void open(Group group) {
        const Level own{group.numbering, group.numbering == Numbering::none ? group.noun : GroupNoun::other};
        const auto known = std::find(levels_.begin(), levels_.end(), own);
        const auto level = static_cast<std::size_t>(known - levels_.begin());
        if (known == levels_.end()) levels_.push_back(own);
        open_.resize(std::min(open_.size(), level));
        while (open_.size() < level) open_.emplace_back();
        open_.push_back(std::move(group));
    }
    [[nodiscard]] std::string_view labelIn(std::string_view column, const std::vector<std::string>& names) const {
        for (std::size_t level = open_.size(); level > 0; --level) {
            const Group& group = open_[level - 1];
            if (!group.label.empty() && columnNameOf(group.noun, names) == column) return group.label;
        }
        return {};
    }

private:
    using Level = std::pair<Numbering, GroupNoun>;
    std::vector<Level> levels_;
    std::vector<Group> open_;
};

} // namespace

std::vector<Column> groupColumns(const WorksheetCells& cells, const WorksheetRows& rows, const std::vector<std::string>& names) {
    std::vector<std::pair<std::size_t, Group>> groups;
    std::vector<Column> columns;
    int lastLetter = 0;
    for (std::size_t row = 0; row < cells.rows(); ++row) {
        if (rows.kinds[row] != WorksheetRowKind::group) continue;
        groups.emplace_back(row, groupAt(cells, row, lastLetter));
        const std::string name = columnNameOf(groups.back().second.noun, names);
        const bool known = std::any_of(columns.begin(), columns.end(), [&](const Column& column) { return column.name == name; });
        if (known) continue;
        columns.emplace_back();
        columns.back().name = name;
    }
    if (groups.empty()) return columns;
    std::vector<bool> used(columns.size(), false);

    OpenGroups open;
    std::vector<std::string> current(columns.size());
    auto next = groups.begin();
    for (std::size_t row = 0; row < cells.rows(); ++row) {
        if (next != groups.end() && next->first == row) {
            open.open(std::move(next->second));
            ++next;
            for (std::size_t i = 0; i < columns.size(); ++i) current[i] = open.labelIn(columns[i].name, names);
        }
        if (rows.kinds[row]) continue;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            columns[i].text.append(current[i]);
            if (!current[i].empty()) used[i] = true;
        }
    }
    std::vector<Column> naming;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (used[i]) naming.push_back(std::move(columns[i]));
    }
    return naming;
}

} // namespace banlang
