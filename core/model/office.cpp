// SPDX-License-Identifier: MIT
#include "core/model/office.h"

#include "core/model/detail/shipped_rows.h"
#include "core/text/keys.h"
#include "core/text/letter_case.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace banlang {
namespace {

constexpr std::array<std::string_view, 5> levelIds = {"unknown", "commune", "district", "province", "agency"};
constexpr std::array<std::string_view, 3> committees = {"ubnd ", "ủy ban nhân dân ", "uỷ ban nhân dân "};

/// One kind of offices.
struct OfficeKind {
    OfficeLevel level = OfficeLevel::unknown;
    std::vector<std::string_view> forms;
    OfficeWords words;
};

bool governs(OfficeLevel level) {
    return level == OfficeLevel::commune || level == OfficeLevel::district || level == OfficeLevel::province;
}

std::vector<OfficeKind> officeKinds() {
    std::vector<OfficeKind> kinds;
    detail::eachShippedRow("office_levels.csv", ';', [&](const detail::ShippedCells& cells) {
        const auto label = [&](std::size_t column) { return Label{cells[column], cells[column + 1]}; };
        OfficeKind kind{officeLevelFromId(cells[0]).value_or(OfficeLevel::unknown), detail::partsOf(cells[1], '|'), {}};
        kind.words = {label(2),  governs(kind.level) ? kind.forms.front() : std::string_view(),
                      label(4),  label(6),
                      label(8),  label(10),
                      label(12), label(14),
                      cells[16]};
        kinds.push_back(std::move(kind));
    });
    return kinds;
}

/// What follows the form and a blank, or the point of an abbreviation; nothing where the name does not begin so.
std::optional<std::string> after(std::string_view form, const std::string& lowerName) {
    const std::string front = lowerCase(form);
    if (!lowerName.starts_with(front)) return std::nullopt;
    const std::size_t rest = lowerName.find_first_not_of(' ', front.size());
    const bool parted = rest > front.size() || form.ends_with('.');
    return rest != std::string::npos && parted ? std::optional(lowerName.substr(rest)) : std::nullopt;
}

/// Bytes of "UBND" in front of the name.
std::size_t committeeLength(std::string_view name) {
    const std::string lower = lowerCase(name);
    for (const std::string_view committee : committees) {
        // Upper and lower case of these letters are equally long.
        if (lower.starts_with(committee)) return std::min(committee.size(), name.size());
    }
    return 0;
}

std::string_view withoutCommittee(std::string_view name) {
    return name.substr(committeeLength(name));
}

/// The kind of the level that the name begins with; else none.
const OfficeKind* kindNamed(const std::vector<OfficeKind>& kinds, OfficeLevel level, std::string_view name) {
    const std::string lower = lowerCase(withoutCommittee(name));
    for (const OfficeKind& kind : kinds) {
        if (kind.level != level) continue;
        const auto begins = [&](std::string_view form) { return after(form, lower).has_value(); };
        if (std::any_of(kind.forms.begin(), kind.forms.end(), begins)) return &kind;
    }
    return nullptr;
}

const OfficeKind& firstOf(const std::vector<OfficeKind>& kinds, OfficeLevel level) {
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const OfficeKind& kind) { return kind.level == level; });
    return found == kinds.end() ? kinds.front() : *found;
}

} // namespace

std::string_view id(OfficeLevel level) {
    return levelIds[static_cast<std::size_t>(level)];
}

std::optional<OfficeLevel> officeLevelFromId(std::string_view id) {
    const auto found = std::find(levelIds.begin(), levelIds.end(), id);
    if (found == levelIds.end()) return std::nullopt;
    return static_cast<OfficeLevel>(found - levelIds.begin());
}

std::string_view ownUnitCode(const Office& office) {
    const std::string_view code = office.code;
    const std::size_t level = code.find(':');
    return level == std::string_view::npos ? code : code.substr(level + 1);
}

OfficeWords officeWords(const Office& office) {
    const std::vector<OfficeKind> kinds = officeKinds();
    const OfficeKind* named = kindNamed(kinds, office.level, office.name);
    return named == nullptr ? firstOf(kinds, office.level).words : named->words;
}

OfficeWords communeWords(std::string_view kind) {
    return officeWords({.name = fmt::format("{} x", kind), .level = OfficeLevel::commune}); // any name
}

OfficeWords neutralWords() {
    return officeWords({});
}

std::string fullName(const Office& office) {
    if (!governs(office.level) || office.name.empty()) return office.name;
    const std::vector<OfficeKind> kinds = officeKinds();
    const std::string_view name = withoutCommittee(office.name);
    if (kindNamed(kinds, office.level, name) == nullptr) return fmt::format("{} {}", firstOf(kinds, office.level).words.kind, name);
    return withCapital(name);
}

std::string committeeName(const Office& office) {
    std::string name = fullName(office);
    const OfficeWords words = officeWords(office);
    if (name.empty() || words.committee.empty()) return name;
    if (name.starts_with(words.kind)) name.replace(0, words.kind.size(), lowerCase(words.kind));
    return fmt::format("{} {}", words.committee, name);
}

std::vector<OfficeLevel> levelsToldBy(std::string_view name) {
    const std::string lower = lowerCase(withoutCommittee(name));
    std::vector<OfficeLevel> levels;
    std::size_t longest = 0; // "Huyện ủy" is more than "Huyện"
    for (const OfficeKind& kind : officeKinds()) {
        for (const std::string_view form : kind.forms) {
            if (form.size() < longest || !after(form, lower)) continue;
            if (form.size() > longest) levels.clear();
            longest = form.size();
            levels.push_back(kind.level);
        }
    }
    return levels;
}

std::string officeNameKey(OfficeLevel level, std::string_view name) {
    const std::string lower = lowerCase(withoutCommittee(name));
    for (const OfficeKind& kind : officeKinds()) {
        if (kind.level != level) continue;
        for (const std::string_view form : kind.forms) {
            if (const auto rest = after(form, lower)) return foldedNameKey(*rest);
        }
    }
    return foldedNameKey(lower);
}

} // namespace banlang
