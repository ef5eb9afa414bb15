// SPDX-License-Identifier: MIT
#include "core/link/find_admin_unit.h"

#include "core/link/admin_unit_versions.h"
#include "core/text/keys.h"
#include "core/text/string_similarity.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace banlang {
namespace {

using Rows = std::vector<std::int32_t>;

constexpr std::array<std::string_view, 7> communeWords = {"xa ", "thi tran ", "phuong ", "tt ", "tt. ", "p. ", "x. "};
constexpr std::array<std::string_view, 6> villageWords = {"thon ", "xom ", "to dan pho ", "tdp ", "khu pho ", "ban "};

template <std::size_t count> std::string_view without(const std::array<std::string_view, count>& words, std::string_view plain) {
    for (const std::string_view word : words) {
        if (plain.starts_with(word) && plain.size() > word.size()) return plain.substr(word.size());
    }
    return {};
}

/// What a person wrote, in the forms in which it is compared.
class Spoken {
public:
    explicit Spoken(std::string_view text)
        : lower_(lowerCase(text)), name_(nameKey(text)), folded_(foldedNameKey(text)), plain_(withoutDiacritics(text)) {
        for (const std::string_view rest : {without(communeWords, plain_), without(villageWords, plain_)}) {
            if (!rest.empty()) plainNames_.emplace_back(rest);
        }
        plainNames_.push_back(plain_);
    }

    [[nodiscard]] const std::string& plain() const { return plain_; }
    [[nodiscard]] bool namesCommune() const { return !without(communeWords, plain_).empty(); }
    /// "Bản" may as well begin the name of a commune.
    [[nodiscard]] bool namesVillage() const { return !without(villageWords, plain_).empty() && !plain_.starts_with("ban "); }

    static constexpr int steps = 5;
    /// Whether a unit is named, from the surest step to the weakest.
    [[nodiscard]] bool names(const FeatureTable& units, std::size_t row, int step) const {
        const std::string_view code = units.textAt(fields::units.code, row);
        const std::string_view name = units.textAt(fields::units.name, row);
        switch (step) {
        case 0:
            return code == lower_ || withoutZeros(code) == lower_;
        case 1:
            return lowerCase(fullName(units, row)) == lower_ || lowerCase(name) == lower_;
        case 2:
            return nameKey(name) == name_;
        case 3:
            return foldedNameKey(name) == folded_;
        default:
            // A name that is spelled another way with accents is another name.
            return plain_ == lower_ && (isPlainName(withoutDiacritics(name)) || isPlainName(nameKeyWithoutDiacritics(name)));
        }
    }

private:
    [[nodiscard]] bool isPlainName(const std::string& name) const {
        return std::find(plainNames_.begin(), plainNames_.end(), name) != plainNames_.end();
    }
    /// Spreadsheets eat the zeros in front of a code: all of them, never some.
    static std::string_view withoutZeros(std::string_view code) {
        return code.substr(std::min(code.find_first_not_of('0'), code.size()));
    }

    std::string lower_;
    std::string name_;
    std::string folded_;
    std::string plain_;
    std::vector<std::string> plainNames_;
};

class AdminUnitFinder {
public:
    AdminUnitFinder(const District& district, Date on) : district_(district), on_(on) {}

    /// All that the text means: one, several, or none. `withinCommune`: only villages of this commune.
    [[nodiscard]] std::vector<AdminUnitRef> find(const Spoken& spoken, bool communes, bool villages,
                                                 std::int32_t withinCommune = notLinked) const {
        for (int step = 0; step < Spoken::steps; ++step) {
            for (const Role role : {Role::communes, Role::villages}) {
                if (!(role == Role::communes ? communes : villages)) continue;
                const Rows rows = named(spoken, role, step, withinCommune);
                if (rows.empty()) continue;
                std::vector<AdminUnitRef> found;
                for (const std::int32_t row : rows) found.push_back({role, static_cast<std::uint32_t>(row)});
                return found;
            }
        }
        return {};
    }

    /// "00901 Xã Nà Sáng", "0090102 Thôn Nà Lìn (Xã Nà Sáng)"; the time too where the code was given again.
    [[nodiscard]] std::string shown(AdminUnitRef unit) const {
        const FeatureTable& units = district_.table(unit.role);
        std::string text = fmt::format("{} {}", units.textAt(fields::units.code, unit.row), fullName(units, unit.row));
        if (const std::int32_t commune = communeOf(unit); commune != notLinked)
            text += fmt::format(" ({})", fullName(district_.table(Role::communes), static_cast<std::size_t>(commune)));
        if (const Date end = units.dateAt(fields::units.validTo, unit.row); end.known())
            text += fmt::format(" (→ {})", toVietnamese(end));
        return text;
    }

    [[nodiscard]] std::int32_t communeOf(AdminUnitRef unit) const {
        return unit.role == Role::communes ? notLinked : linkedRow(district_.linksOf(Role::villages).commune, unit.row);
    }

    /// The most alike first.
    [[nodiscard]] std::vector<AdminUnitRef> nearest(const Spoken& spoken, bool villages) const {
        constexpr double faintest = 0.5;
        constexpr std::size_t most = 5;
        std::vector<std::pair<double, AdminUnitRef>> near;
        const std::string wanted = nameKeyWithoutDiacritics(spoken.plain());
        for (const Role role : {Role::communes, Role::villages}) {
            const FeatureTable& units = district_.table(role);
            for (std::uint32_t row = 0; (villages || role == Role::communes) && row < units.rowCount; ++row) {
                const double score = std::max({similarity(wanted, nameKeyWithoutDiacritics(units.textAt(fields::units.name, row))),
                                               similarity(spoken.plain(), withoutDiacritics(fullName(units, row))),
                                               similarity(spoken.plain(), units.textAt(fields::units.code, row))});
                if (score >= faintest) near.emplace_back(score, AdminUnitRef{role, row});
            }
        }
        std::stable_sort(near.begin(), near.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
        std::vector<AdminUnitRef> units;
        for (std::size_t i = 0; i < std::min(near.size(), most); ++i) units.push_back(near[i].second);
        return units;
    }

    [[nodiscard]] std::string list(const std::vector<AdminUnitRef>& units) const {
        std::string text;
        for (const AdminUnitRef unit : units) text += fmt::format("{}{}", text.empty() ? "" : "; ", shown(unit));
        return text;
    }

private:
    [[nodiscard]] Rows named(const Spoken& spoken, Role role, int step, std::int32_t withinCommune) const {
        const FeatureTable& units = district_.table(role);
        Rows rows;
        for (std::uint32_t row = 0; row < units.rowCount; ++row) {
            if (withinCommune != notLinked && communeOf({role, row}) != withinCommune) continue;
            if (spoken.names(units, row, step)) rows.push_back(static_cast<std::int32_t>(row));
        }
        if (rows.size() < 2) return rows;
        const std::int32_t chosen = AdminUnitVersions(units).choose(rows, on_);
        return chosen >= 0 ? Rows{chosen} : rows;
    }

    const District& district_;
    Date on_;
};

Error unknownUnit(std::string_view text, AdminLevelFilter wanted, const std::string& near, const std::string& all) {
    const bool communes = wanted == AdminLevelFilter::communes;
    return {ErrorKind::usage,
            "unknown-unit",
            {fmt::format("Không có {} “{}” trong kho", communes ? "xã" : "xã hay thôn", text),
             fmt::format("There is no {} “{}” in the store", communes ? "commune" : "commune or village", text)},
            {near.empty() ? fmt::format("Các xã: {}", all) : fmt::format("Gần giống: {}", near),
             near.empty() ? fmt::format("The communes: {}", all) : fmt::format("Near it: {}", near)},
            {}};
}

Error ambiguousUnit(std::string_view text, const std::string& meant) {
    return {
        ErrorKind::usage,
        "ambiguous-unit",
        {fmt::format("“{}” có thể là nhiều đơn vị: {}", text, meant), fmt::format("“{}” may mean several units: {}", text, meant)},
        {"Viết mã, hoặc “thôn X, xã Y”", "Write the code, or “thôn X, xã Y”"},
        {}};
}

Error villageForCommune(std::string_view text, const std::string& commune) {
    return {ErrorKind::usage,
            "unknown-unit",
            {fmt::format("“{}” là thôn; ở đây cần xã", text), fmt::format("“{}” is a village; a commune is wanted here", text)},
            {fmt::format("Thôn này thuộc: {}", commune), fmt::format("It belongs to: {}", commune)},
            {}};
}

} // namespace

Result<AdminUnitRef> findAdminUnit(const District& district, std::string_view text, AdminLevelFilter wanted, Date on) {
    const AdminUnitFinder finder(district, on);
    const Spoken spoken(text);
    std::vector<AdminUnitRef> found;
    const std::size_t comma = text.rfind(',');
    if (comma != std::string_view::npos) {
        const auto communes = finder.find(Spoken(text.substr(comma + 1)), true, false);
        if (communes.size() == 1)
            found = finder.find(Spoken(text.substr(0, comma)), false, true, static_cast<std::int32_t>(communes.front().row));
    }
    if (found.empty() && !spoken.plain().empty()) found = finder.find(spoken, !spoken.namesVillage(), !spoken.namesCommune());
    // A name may begin like a kind of unit.
    if (found.empty() && !spoken.plain().empty()) found = finder.find(spoken, true, true);
    if (found.size() > 1) return Unexpected(ambiguousUnit(text, finder.list(found)));
    if (found.size() == 1 && (wanted == AdminLevelFilter::communesAndVillages || found.front().role == Role::communes))
        return found.front();
    if (found.size() == 1) {
        const std::int32_t commune = finder.communeOf(found.front());
        const auto row = static_cast<std::uint32_t>(std::max(commune, 0));
        return Unexpected(villageForCommune(text, commune == notLinked ? "?" : finder.shown({Role::communes, row})));
    }
    std::vector<AdminUnitRef> communes;
    for (std::uint32_t row = 0; row < district.table(Role::communes).rowCount; ++row) communes.push_back({Role::communes, row});
    return Unexpected(unknownUnit(
        text, wanted, finder.list(finder.nearest(spoken, wanted == AdminLevelFilter::communesAndVillages)), finder.list(communes)));
}

} // namespace banlang
