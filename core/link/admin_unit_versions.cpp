// SPDX-License-Identifier: MIT
#include "core/link/admin_unit_versions.h"

#include "core/link/text_index.h"
#include "core/model/latest_date.h"
#include "core/text/keys.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace banlang {
namespace {

/// By name: whatever else is found by a code or a name goes through here too, and has no time of its own.
std::vector<Date> datesOf(const FeatureTable& units, const DateField& field) {
    std::vector<Date> dates(units.rowCount);
    const ColumnView<ColumnType::date> column(units.columnNamed(field.name));
    for (std::size_t row = 0; row < units.rowCount; ++row) dates[row] = column[row];
    return dates;
}

bool anyKnown(const std::vector<Date>& dates) {
    return std::any_of(dates.begin(), dates.end(), [](Date date) { return date.known(); });
}

} // namespace

AdminUnitVersions::AdminUnitVersions(const FeatureTable& units)
    : from_(datesOf(units, fields::units.validFrom)), to_(datesOf(units, fields::units.validTo)) {
    if (!anyKnown(from_) && !anyKnown(to_)) return;
    // No date is the greatest: a unit without an end is in force latest. Without a beginning it is as old as can be.
    const auto beginning = [&](std::uint32_t row) { return from_[row].known() ? from_[row].daysSince1970 : -Date::noDay; };
    std::vector<std::uint32_t> order(units.rowCount);
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return to_[a] != to_[b] ? to_[a] > to_[b] : beginning(a) > beginning(b);
    });
    rank_.resize(order.size());
    for (std::size_t place = 0; place < order.size(); ++place) rank_[order[place]] = static_cast<std::uint32_t>(place);

    std::map<std::string, std::vector<std::int32_t>> byName;
    for (std::size_t row = 0; row < units.rowCount; ++row)
        byName[foldedNameKey(units.textAt(fields::units.name, row))].push_back(static_cast<std::int32_t>(row));
    lineage_.resize(units.rowCount);
    name_.resize(units.rowCount);
    for (const auto& named : byName) {
        const std::vector<std::int32_t>& rows = named.second;
        const bool oneAfterAnother = std::none_of(rows.begin(), rows.end(), [&](std::int32_t a) {
            return std::any_of(rows.begin(), rows.end(), [&](std::int32_t b) {
                return a != b && overlap(static_cast<std::size_t>(a), static_cast<std::size_t>(b));
            });
        });
        for (const std::int32_t row : rows) {
            lineage_[static_cast<std::size_t>(row)] = oneAfterAnother ? rows.front() : row;
            name_[static_cast<std::size_t>(row)] = rows.front();
        }
    }
}

bool AdminUnitVersions::overlap(std::size_t a, std::size_t b) const {
    const auto endsBefore = [&](std::size_t first, std::size_t second) {
        return to_[first].known() && from_[second].known() && to_[first] <= from_[second];
    };
    // An end alone tells enough: what follows it often came without its beginning.
    const auto onlyTheOtherEnded = to_[a].known() != to_[b].known() && !from_[a].known() && !from_[b].known();
    return !endsBefore(a, b) && !endsBefore(b, a) && !onlyTheOtherEnded;
}

bool AdminUnitVersions::inForce(std::int32_t row, Date on) const {
    if (row < 0 || !dated()) return row >= 0;
    const auto i = static_cast<std::size_t>(row);
    return (!from_[i].known() || from_[i] <= on) && to_[i] > on;
}

Date AdminUnitVersions::dayOf(std::int32_t row) const {
    if (row < 0 || !dated()) return {};
    const auto i = static_cast<std::size_t>(row);
    if (from_[i].known()) return from_[i];
    return to_[i].known() ? Date{to_[i].daysSince1970 - 1} : Date{};
}

std::int32_t AdminUnitVersions::choose(std::span<const std::int32_t> rows, Date on) const {
    if (rows.empty()) return notLinked;
    if (rows.size() == 1) return rows[0];
    if (!dated()) return TextIndex::ambiguous;
    if (on.known()) {
        const auto first = std::find_if(rows.begin(), rows.end(), [&](std::int32_t row) { return inForce(row, on); });
        const auto count = std::count_if(rows.begin(), rows.end(), [&](std::int32_t row) { return inForce(row, on); });
        if (count == 1) return *first;
        if (count > 1) return TextIndex::ambiguous;
    }
    const std::int32_t latest =
        *std::min_element(rows.begin(), rows.end(), [&](std::int32_t a, std::int32_t b) { return before(a, b, {}); });
    const bool clear = std::all_of(rows.begin(), rows.end(), [&](std::int32_t row) {
        const auto i = static_cast<std::size_t>(row);
        const auto l = static_cast<std::size_t>(latest);
        return row == latest || (name_[i] == name_[l] && !overlap(i, l));
    });
    return clear ? latest : TextIndex::ambiguous;
}

bool AdminUnitVersions::before(std::int32_t a, std::int32_t b, Date on) const {
    if (!dated()) return a < b;
    if (on.known() && inForce(a, on) != inForce(b, on)) return inForce(a, on);
    return rank_[static_cast<std::size_t>(a)] < rank_[static_cast<std::size_t>(b)];
}

std::vector<Date> effectiveDates(const FeatureTable& table, Role role) {
    std::vector<Date> dates(table.rowCount);
    const auto fill = [&](const Column& column, std::int32_t shift) {
        for (std::size_t row = 0; row < table.rowCount; ++row) {
            if (!dates[row].known() && column.dates[row].known()) dates[row] = {column.dates[row].daysSince1970 + shift};
        }
    };
    const bool units = role == Role::communes || role == Role::villages;
    for (const Column& column : table.columns) {
        if (column.type != ColumnType::date) continue;
        if (units && column.name == fields::units.validFrom.name) fill(column, 0);
        if (units && column.name == fields::units.validTo.name) fill(column, -1); // its last day
        if (!units && isEventDate(column)) fill(column, 0);
    }
    return anyKnown(dates) ? dates : std::vector<Date>();
}

} // namespace banlang
