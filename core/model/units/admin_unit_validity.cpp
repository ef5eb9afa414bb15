// SPDX-License-Identifier: MIT
#include "core/model/units/admin_unit_validity.h"

#include "core/model/as_of.h"
#include "core/model/units/official_admin_units.h"

#include <algorithm>
#include <map>
#include <set>

namespace banlang {
namespace {

using RowsByCode = std::map<std::string_view, std::vector<std::size_t>>;

RowsByCode rowsByCode(const FeatureTable& units) {
    RowsByCode rows;
    const auto codes = units.column(fields::units.code);
    for (std::size_t row = 0; codes.present() && row < units.rowCount; ++row) rows[codes[row]].push_back(row);
    return rows;
}

bool isDated(const FeatureTable& units) {
    const Column* from = units.find(fields::units.validFrom);
    return from != nullptr && std::any_of(from->dates.begin(), from->dates.end(), [](Date date) { return date.known(); });
}

/// A missing beginning comes before all others.
bool beginsBefore(Date a, Date b) {
    return !a.known() ? b.known() : b.known() && a < b;
}

/// Undated communes beside dated ones: where they follow an official list, they began as it says. Otherwise an undated list of
/// today would count as older than a dated one of before.
void beginByList(FeatureTable& communes) {
    std::vector<Date>& from = communes.find(fields::communes.validFrom)->dates;
    const std::vector<Date>& to = communes.find(fields::communes.validTo)->dates;
    std::vector<std::size_t> undated;
    std::vector<std::string_view> codes;
    std::vector<std::string_view> names;
    for (std::size_t row = 0; row < communes.rowCount; ++row) {
        if (from[row].known() || to[row].known()) continue;
        undated.push_back(row);
        codes.push_back(communes.textAt(fields::communes.code, row));
        names.push_back(communes.textAt(fields::communes.name, row));
    }
    const auto list = undated.empty() ? std::nullopt : listFollowed(codes, names);
    if (!list) return;
    for (const OfficialAdminUnit& unit : listInForce(*list)) {
        for (std::size_t i = 0; i < undated.size(); ++i) {
            if (codes[i] == unit.code) from[undated[i]] = unit.validFrom;
        }
    }
}

void endAtNextVersion(FeatureTable& units, const RowsByCode& rows) {
    const std::vector<Date>& from = units.find(fields::units.validFrom)->dates;
    std::vector<Date>& to = units.find(fields::units.validTo)->dates;
    for (const auto& [code, versions] : rows) {
        for (const std::size_t row : versions) {
            if (to[row].known()) continue;
            for (const std::size_t other : versions) {
                if (beginsBefore(from[row], from[other])) to[row] = std::min(to[row], from[other]);
            }
        }
    }
}

void endByChanges(FeatureTable& communes, const RowsByCode& rows, const std::vector<AdminUnitChange>& changes) {
    const std::vector<Date>& from = communes.find(fields::communes.validFrom)->dates;
    std::vector<Date>& to = communes.find(fields::communes.validTo)->dates;
    std::set<std::pair<std::string_view, Date>> began;
    for (const auto& [code, versions] : rows) {
        for (const std::size_t row : versions) began.emplace(code, from[row]);
    }
    for (const AdminUnitChange& change : changes) {
        const auto old = rows.find(change.oldCode);
        if (old == rows.end() || !began.contains({change.newCode, change.changedOn})) continue;
        for (const std::size_t row : old->second) {
            const bool before = beginsBefore(from[row], change.changedOn);
            if (before && !to[row].known()) to[row] = change.changedOn;
        }
    }
}

std::string joinedKey(const FeatureTable& table, Role role, std::size_t row, bool withBeginning) {
    std::string text;
    for (const std::string_view field : recordKind(role).key) {
        const Column* column = table.columnNamed(field);
        const bool beside = hasVersions(role) && field != fields::units.code.name;
        if (column == nullptr || column->isMissing(row) || (beside && !withBeginning)) continue;
        if (!text.empty()) text += '/';
        text += column->valueText(row);
    }
    return text;
}

bool codeIsShared(const FeatureTable& units, std::size_t row) {
    const auto codes = units.column(fields::units.code);
    if (!codes.present()) return false;
    for (std::size_t other = 0; other < units.rowCount; ++other) {
        if (other != row && codes[other] == codes[row]) return true;
    }
    return false;
}

} // namespace

std::int32_t adminUnitOn(const FeatureTable& units, std::string_view code, Date day) {
    std::int32_t found = notLinked;
    const auto codes = units.column(fields::units.code);
    for (std::size_t row = 0; codes.present() && row < units.rowCount; ++row) {
        if (codes[row] != code || !inForce(units, row, day)) continue;
        const bool later =
            found == notLinked || beginsBefore(units.dateAt(fields::units.validFrom, static_cast<std::size_t>(found)),
                                               units.dateAt(fields::units.validFrom, row));
        if (later) found = static_cast<std::int32_t>(row);
    }
    return found;
}

void endSupersededAdminUnits(District& district) {
    for (const Role role : {Role::communes, Role::villages}) {
        FeatureTable& units = district.table(role);
        if (!isDated(units) || units.find(fields::units.validTo) == nullptr) continue;
        if (role == Role::communes) beginByList(units);
        const RowsByCode rows = rowsByCode(units);
        endAtNextVersion(units, rows);
        if (role == Role::communes) endByChanges(units, rows, adminUnitChangesOf(district));
    }
}

std::string keyText(const FeatureTable& table, Role role, std::size_t row) {
    return joinedKey(table, role, row, !hasVersions(role) || codeIsShared(table, row));
}

bool isNamedBy(const FeatureTable& table, Role role, std::size_t row, std::string_view text) {
    if (joinedKey(table, role, row, true) == text) return true;
    return hasVersions(role) && joinedKey(table, role, row, false) == text;
}

} // namespace banlang
