// SPDX-License-Identifier: MIT
#include "core/model/unit_versions.h"

#include "core/model/as_of.h"
#include "core/model/unit_lists.h"

#include <algorithm>
#include <map>
#include <set>

namespace banlang {
namespace {

using RowsByCode = std::map<std::string_view, std::vector<std::size_t>>;

RowsByCode rowsByCode(const FeatureTable& units) {
    RowsByCode rows;
    const Column* codes = units.find("code");
    for (std::size_t row = 0; codes != nullptr && row < units.rowCount; ++row) rows[codes->text[row]].push_back(row);
    return rows;
}

bool isDated(const FeatureTable& units) {
    const Column* from = units.find("valid_from");
    return from != nullptr && std::any_of(from->dates.begin(), from->dates.end(), [](Date date) { return date.known(); });
}

/// A missing beginning comes before all others.
bool beginsBefore(Date a, Date b) {
    return !a.known() ? b.known() : b.known() && a < b;
}

/// Undated communes beside dated ones: where they follow an official list, they began as it says. Otherwise an undated list of
/// today would count as older than a dated one of before.
void beginByList(FeatureTable& communes) {
    std::vector<Date>& from = communes.find("valid_from")->dates;
    const std::vector<Date>& to = communes.find("valid_to")->dates;
    std::vector<std::size_t> undated;
    std::vector<std::string_view> codes;
    std::vector<std::string_view> names;
    for (std::size_t row = 0; row < communes.rowCount; ++row) {
        if (from[row].known() || to[row].known()) continue;
        undated.push_back(row);
        codes.push_back(communes.textAt("code", row));
        names.push_back(communes.textAt("name", row));
    }
    const auto list = undated.empty() ? std::nullopt : listFollowed(codes, names);
    if (!list) return;
    for (const ListedUnit& unit : listInForce(*list)) {
        for (std::size_t i = 0; i < undated.size(); ++i) {
            if (codes[i] == unit.code) from[undated[i]] = unit.validFrom;
        }
    }
}

void endAtNextVersion(FeatureTable& units, const RowsByCode& rows) {
    const std::vector<Date>& from = units.find("valid_from")->dates;
    std::vector<Date>& to = units.find("valid_to")->dates;
    for (const auto& [code, versions] : rows) {
        for (const std::size_t row : versions) {
            if (to[row].known()) continue;
            for (const std::size_t other : versions) {
                if (beginsBefore(from[row], from[other])) to[row] = std::min(to[row], from[other]);
            }
        }
    }
}

void endByChanges(FeatureTable& communes, const RowsByCode& rows, const std::vector<UnitChange>& changes) {
    const std::vector<Date>& from = communes.find("valid_from")->dates;
    std::vector<Date>& to = communes.find("valid_to")->dates;
    std::set<std::pair<std::string_view, Date>> began;
    for (const auto& [code, versions] : rows) {
        for (const std::size_t row : versions) began.emplace(code, from[row]);
    }
    for (const UnitChange& change : changes) {
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
        const Column* column = table.find(field);
        const bool beginning = hasVersions(role) && field == "valid_from";
        if (column == nullptr || column->isMissing(row) || (beginning && !withBeginning)) continue;
        if (!text.empty()) text += '/';
        text += column->valueText(row);
    }
    return text;
}

bool codeIsShared(const FeatureTable& units, std::size_t row) {
    const Column* codes = units.find("code");
    if (codes == nullptr) return false;
    for (std::size_t other = 0; other < units.rowCount; ++other) {
        if (other != row && codes->text[other] == codes->text[row]) return true;
    }
    return false;
}

} // namespace

std::int32_t unitOn(const FeatureTable& units, std::string_view code, Date day) {
    std::int32_t found = notLinked;
    const Column* codes = units.find("code");
    for (std::size_t row = 0; codes != nullptr && row < units.rowCount; ++row) {
        if (codes->text[row] != code || !inForce(units, row, day)) continue;
        const bool later = found == notLinked || beginsBefore(units.dateAt("valid_from", static_cast<std::size_t>(found)),
                                                              units.dateAt("valid_from", row));
        if (later) found = static_cast<std::int32_t>(row);
    }
    return found;
}

void endSupersededUnits(District& district) {
    for (const Role role : {Role::communes, Role::villages}) {
        FeatureTable& units = district.table(role);
        if (!isDated(units) || units.find("valid_to") == nullptr) continue;
        if (role == Role::communes) beginByList(units);
        const RowsByCode rows = rowsByCode(units);
        endAtNextVersion(units, rows);
        if (role == Role::communes) endByChanges(units, rows, unitChangesOf(district));
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
