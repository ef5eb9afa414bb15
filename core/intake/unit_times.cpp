// SPDX-License-Identifier: MIT
#include "core/intake/unit_times.h"

#include "core/model/unit_lists.h"
#include "core/text/keys.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace banlang {
namespace {

using CodeAndName = std::pair<std::string, std::string>;

bool isUndated(const FeatureTable& rows) {
    const auto isKnown = [](Date date) { return date.known(); };
    for (const std::string_view field : {"valid_from", "valid_to"}) {
        const Column* column = rows.find(field);
        if (column == nullptr || std::any_of(column->dates.begin(), column->dates.end(), isKnown)) return false;
    }
    return true;
}

std::optional<Date> listOf(const FeatureTable& rows) {
    std::vector<std::string_view> codes;
    std::vector<std::string_view> names;
    for (std::size_t row = 0; row < rows.rowCount; ++row) {
        codes.push_back(rows.textAt("code", row));
        names.push_back(rows.textAt("name", row));
    }
    return listFollowed(codes, names);
}

/// Whether a unit is known that stands in an official list, but not in this one.
bool hasUnitsOfAnotherList(const KnownUnits& known, Date list) {
    std::set<CodeAndName> here;
    std::set<CodeAndName> elsewhere;
    for (const ListedUnit& unit : shippedUnitLists()) {
        (inForce(unit, list) ? here : elsewhere).emplace(unit.code, foldedNameKey(unit.name));
    }
    return std::any_of(known.versions().begin(), known.versions().end(), [&](const auto& entry) {
        const CodeAndName unit{entry.first, foldedNameKey(entry.second.name)};
        return elsewhere.contains(unit) && !here.contains(unit);
    });
}

void giveDates(FeatureTable& rows, Date list) {
    std::vector<Date>& from = rows.find("valid_from")->dates;
    std::vector<Date>& to = rows.find("valid_to")->dates;
    std::fill(from.begin(), from.end(), list);
    const std::vector<ListedUnit> units = listInForce(list);
    for (std::size_t row = 0; row < rows.rowCount; ++row) {
        const std::string_view code = rows.textAt("code", row);
        const auto found = std::find_if(units.begin(), units.end(), [&](const ListedUnit& unit) { return unit.code == code; });
        if (found != units.end()) to[row] = found->validTo;
    }
}

using Beginnings = std::set<std::pair<std::string, Date>>;

Beginnings officialBeginnings() {
    Beginnings beginnings;
    for (const UnitChange& change : shippedUnitChanges()) beginnings.emplace(change.newCode, change.changedOn);
    return beginnings;
}

bool areOne(const std::string& code, const UnitVersion& a, const UnitVersion& b, const Beginnings& official) {
    if (a.validFrom.known() == b.validFrom.known()) return false; // the key tells them apart, or says that they are one
    const UnitVersion& undated = a.validFrom.known() ? b : a;
    const UnitVersion& dated = a.validFrom.known() ? a : b;
    // Official changes bound the dated one: the undated is what was before, or what came after.
    const bool bounded = official.contains({code, dated.validFrom}) || official.contains({code, dated.validTo});
    if (undated.validTo <= dated.validFrom || bounded) return false;
    return foldedNameKey(a.name) == foldedNameKey(b.name);
}

std::string period(const ListedUnit& unit, Language language) {
    const bool vi = language == Language::vietnamese;
    const std::string from = toVietnamese(unit.validFrom);
    const std::string until = unit.validTo.known() ? toVietnamese(Date{unit.validTo.daysSince1970 - 1}) : std::string();
    if (until.empty()) return fmt::format("{} {}", vi ? "từ" : "from", from);
    if (from.empty()) return fmt::format("{} {}", vi ? "đến" : "until", until);
    return fmt::format("{} – {}", from, until);
}

} // namespace

void dateByList(FeatureTable& rows, const KnownUnits& known, ProblemList& problems) {
    if (!known.any() || !isUndated(rows)) return;
    const auto list = listOf(rows);
    if (!list || !hasUnitsOfAnotherList(known, *list)) return;
    giveDates(rows, *list);
    const std::string day = toVietnamese(*list);
    problems.addForLayer(
        Severity::note, "dated-by-list",
        {fmt::format("Mã và tên theo danh mục có hiệu lực từ {}; kho đã có đơn vị của danh mục khác, nên ghi ngày này", day),
         fmt::format(
             "Codes and names follow the list in force from {}; the store has units of another list, so that day was entered",
             day)},
        {"Nếu sai, thêm cột “hiệu lực từ” vào tệp", "If that is wrong, add a column “valid from” to the file"});
}

void checkVersions(const FeatureTable& rows, const KnownUnits& known, ProblemList& problems) {
    KnownUnits::Versions here;
    std::optional<Beginnings> official;
    for (std::size_t row = 0; row < rows.rowCount; ++row) {
        if (problems.isRejected(row)) continue;
        const std::string code(rows.textAt("code", row));
        const UnitVersion version{std::string(rows.textAt("name", row)), rows.dateAt("valid_from", row),
                                  rows.dateAt("valid_to", row)};
        const auto isTwin = [&](const auto& entry) {
            if (!official) official = officialBeginnings();
            return areOne(code, version, entry.second, *official);
        };
        const auto [firstKnown, lastKnown] = known.versions().equal_range(code);
        const auto [firstHere, lastHere] = here.equal_range(code);
        if (std::any_of(firstKnown, lastKnown, isTwin) || std::any_of(firstHere, lastHere, isTwin)) {
            problems.add(Severity::rejected, "duplicate-key", row, "valid_from",
                         {fmt::format("Mã “{}” đã có, một bên có ngày hiệu lực, một bên không", code),
                          fmt::format("The code “{}” is there already, once with and once without a beginning", code)},
                         {"Bỏ dòng lặp, hoặc ghi ngày hết hiệu lực của đơn vị cũ",
                          "Remove the repeated row, or enter the day on which the older unit ended"});
            continue;
        }
        here.emplace(code, version);
    }
}

Bilingual meaningsOfCode(std::string_view code, std::string_view name) {
    Bilingual meanings;
    std::set<std::string> names;
    for (const ListedUnit& unit : shippedUnitLists()) {
        if (unit.code != code) continue;
        names.insert(foldedNameKey(unit.name));
        const std::string_view comma = meanings.vi.empty() ? "" : ", ";
        meanings.vi += fmt::format("{}{} {} ({})", comma, unit.kind, unit.name, period(unit, Language::vietnamese));
        meanings.en += fmt::format("{}{} {} ({})", comma, unit.kind, unit.name, period(unit, Language::english));
    }
    return names.size() > 1 && names.contains(foldedNameKey(name)) ? meanings : Bilingual{};
}

} // namespace banlang
