// SPDX-License-Identifier: MIT
#include "core/intake/official_list_dates.h"

#include "core/model/units/official_admin_units.h"
#include "core/text/keys.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace banlang {
namespace {

using CodeAndName = std::pair<std::string, std::string>;

bool isUndated(const FeatureTable& rows) {
    const auto isKnown = [](Date date) { return date.known(); };
    for (const DateField& field : {fields::units.validFrom, fields::units.validTo}) {
        const Column* column = rows.find(field);
        if (column == nullptr || std::any_of(column->dates.begin(), column->dates.end(), isKnown)) return false;
    }
    return true;
}

std::optional<Date> listOf(const FeatureTable& rows) {
    std::vector<std::string_view> codes;
    std::vector<std::string_view> names;
    for (std::size_t row = 0; row < rows.rowCount; ++row) {
        codes.push_back(rows.textAt(fields::units.code, row));
        names.push_back(rows.textAt(fields::units.name, row));
    }
    return listFollowed(codes, names);
}

/// Whether a unit is known that stands in an official list, but not in this one.
bool hasUnitsOfAnotherList(const KnownAdminUnits& known, Date list) {
    std::set<CodeAndName> here;
    std::set<CodeAndName> elsewhere;
    for (const OfficialAdminUnit& unit : shippedAdminUnitLists()) {
        (inForce(unit, list) ? here : elsewhere).emplace(unit.code, foldedNameKey(unit.name));
    }
    return std::any_of(known.versions().begin(), known.versions().end(), [&](const auto& entry) {
        const CodeAndName unit{entry.first, foldedNameKey(entry.second.name)};
        return elsewhere.contains(unit) && !here.contains(unit);
    });
}

void giveDates(FeatureTable& rows, Date list) {
    std::vector<Date>& from = rows.find(fields::units.validFrom)->dates;
    std::vector<Date>& to = rows.find(fields::units.validTo)->dates;
    std::fill(from.begin(), from.end(), list);
    const std::vector<OfficialAdminUnit> units = listInForce(list);
    for (std::size_t row = 0; row < rows.rowCount; ++row) {
        const std::string_view code = rows.textAt(fields::units.code, row);
        const auto found =
            std::find_if(units.begin(), units.end(), [&](const OfficialAdminUnit& unit) { return unit.code == code; });
        if (found != units.end()) to[row] = found->validTo;
    }
}

using Beginnings = std::set<std::pair<std::string, Date>>;

Beginnings officialBeginnings() {
    Beginnings beginnings;
    for (const AdminUnitChange& change : shippedAdminUnitChanges()) beginnings.emplace(change.newCode, change.changedOn);
    return beginnings;
}

bool areOne(const std::string& code, const AdminUnitVersion& a, const AdminUnitVersion& b, const Beginnings& official) {
    if (a.validFrom.known() == b.validFrom.known()) return false; // the key tells them apart, or says that they are one
    const AdminUnitVersion& undated = a.validFrom.known() ? b : a;
    const AdminUnitVersion& dated = a.validFrom.known() ? a : b;
    // Official changes bound the dated one: the undated is what was before, or what came after.
    const bool bounded = official.contains({code, dated.validFrom}) || official.contains({code, dated.validTo});
    if (undated.validTo <= dated.validFrom || bounded) return false;
    return foldedNameKey(a.name) == foldedNameKey(b.name);
}

std::string period(const OfficialAdminUnit& unit, Language language) {
    const bool vi = language == Language::vietnamese;
    const std::string from = toVietnamese(unit.validFrom);
    const std::string until = unit.validTo.known() ? toVietnamese(Date{unit.validTo.daysSince1970 - 1}) : std::string();
    if (until.empty()) return fmt::format("{} {}", vi ? "từ" : "from", from);
    if (from.empty()) return fmt::format("{} {}", vi ? "đến" : "until", until);
    return fmt::format("{} – {}", from, until);
}

} // namespace

void assignValidityByOfficialList(FeatureTable& rows, const KnownAdminUnits& known, ProblemList& problems) {
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

void checkVersions(const FeatureTable& rows, const KnownAdminUnits& known, ProblemList& problems) {
    KnownAdminUnits::Versions here;
    std::optional<Beginnings> official;
    for (std::size_t row = 0; row < rows.rowCount; ++row) {
        if (problems.isRejected(row)) continue;
        const std::string code(rows.textAt(fields::units.code, row));
        const AdminUnitVersion version{std::string(rows.textAt(fields::units.name, row)), rows.dateAt(fields::units.validFrom, row),
                                       rows.dateAt(fields::units.validTo, row)};
        const auto isTwin = [&](const auto& entry) {
            if (!official) official = officialBeginnings();
            return areOne(code, version, entry.second, *official);
        };
        const auto [firstKnown, lastKnown] = known.versions().equal_range(code);
        const auto [firstHere, lastHere] = here.equal_range(code);
        if (std::any_of(firstKnown, lastKnown, isTwin) || std::any_of(firstHere, lastHere, isTwin)) {
            problems.add(
                Severity::warning, "repeated-number", row, fields::units.validFrom.name,
                {fmt::format("Mã “{}” đã có, một bên có ngày hiệu lực, một bên không; cả hai được giữ", code),
                 fmt::format("The code “{}” is there already, once with and once without a beginning; both are kept", code)},
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
    for (const OfficialAdminUnit& unit : officialUnitsOfCode(code)) {
        names.insert(foldedNameKey(unit.name));
        const std::string_view comma = meanings.vi.empty() ? "" : ", ";
        meanings.vi += fmt::format("{}{} {} ({})", comma, unit.kind, unit.name, period(unit, Language::vietnamese));
        meanings.en += fmt::format("{}{} {} ({})", comma, unit.kind, unit.name, period(unit, Language::english));
    }
    return names.size() > 1 && names.contains(foldedNameKey(name)) ? meanings : Bilingual{};
}

} // namespace banlang
