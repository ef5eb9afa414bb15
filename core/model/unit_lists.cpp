// SPDX-License-Identifier: MIT
#include "core/model/unit_lists.h"

#include "core/base/shipped_data.h"
#include "core/text/keys.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <set>
#include <tuple>

namespace banlang {
namespace {

constexpr std::size_t mostColumns = 8;
using Cells = std::array<std::string_view, mostColumns>;

Cells cellsOf(std::string_view line) {
    Cells cells;
    for (std::string_view& cell : cells) {
        const std::size_t end = std::min(line.find(','), line.size());
        cell = line.substr(0, end);
        line.remove_prefix(std::min(end + 1, line.size()));
    }
    return cells;
}

/// Calls visit(cells) for each row below the header; lines with # in front are remarks. Shipped files hold no quotes.
template <class Visit> void eachRow(std::string_view fileName, Visit&& visit) {
    std::string_view text = shippedData(fileName);
    bool header = true;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty() || line.front() == '#') continue;
        if (!header) visit(cellsOf(line));
        header = false;
    }
}

Date dateOf(std::string_view cell) {
    return parseDate(cell).value_or(Date{});
}

std::optional<double> shareOf(std::string_view cell) {
    double share = 0;
    const auto [end, failure] = std::from_chars(cell.data(), cell.data() + cell.size(), share);
    return failure == std::errc{} && end != cell.data() ? std::optional(share) : std::nullopt;
}

std::vector<UnitChange> recordedChanges(const District& district) {
    const FeatureTable& table = district.table(Role::unitChanges);
    std::vector<UnitChange> changes;
    for (std::size_t row = 0; row < table.rowCount; ++row) {
        const double share = table.numberAt("share", row);
        changes.push_back({std::string(table.textAt("old_code", row)), std::string(table.textAt("new_code", row)),
                           table.dateAt("changed_on", row), std::isnan(share) ? std::nullopt : std::optional(share), "record"});
    }
    return changes;
}

} // namespace

bool inForce(const ListedUnit& unit, Date day) {
    return (!unit.validFrom.known() || unit.validFrom <= day) && day < unit.validTo;
}

std::vector<ListedUnit> shippedUnitLists() {
    std::vector<ListedUnit> units;
    for (const std::string_view file : {"communes_2020.csv", "communes_2025.csv"}) {
        eachRow(file, [&](const Cells& cells) {
            units.push_back({cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], dateOf(cells[6]), dateOf(cells[7])});
        });
    }
    std::stable_sort(units.begin(), units.end(), [](const ListedUnit& a, const ListedUnit& b) { return a.code < b.code; });
    return units;
}

std::vector<UnitChange> shippedUnitChanges() {
    std::vector<UnitChange> changes;
    eachRow("unit_changes.csv", [&](const Cells& cells) {
        changes.push_back(
            {std::string(cells[0]), std::string(cells[1]), dateOf(cells[2]), shareOf(cells[3]), std::string(cells[4])});
    });
    return changes;
}

std::vector<Date> shippedListDates() {
    std::set<Date> dates;
    for (const ListedUnit& unit : shippedUnitLists()) {
        if (unit.validFrom.known()) dates.insert(unit.validFrom);
    }
    return {dates.begin(), dates.end()};
}

std::vector<ListedUnit> listInForce(Date day) {
    std::vector<ListedUnit> units = shippedUnitLists();
    std::erase_if(units, [&](const ListedUnit& unit) { return !inForce(unit, day); });
    return units;
}

std::vector<UnitChange> unitChangesOf(const District& district) {
    std::vector<UnitChange> changes = recordedChanges(district);
    std::set<std::pair<std::string, Date>> recorded;
    for (const UnitChange& change : changes) recorded.emplace(change.oldCode, change.changedOn);
    for (UnitChange& change : shippedUnitChanges()) {
        if (!recorded.contains({change.oldCode, change.changedOn})) changes.push_back(std::move(change));
    }
    std::stable_sort(changes.begin(), changes.end(), [](const UnitChange& a, const UnitChange& b) {
        return std::tie(a.changedOn, a.oldCode, a.newCode) < std::tie(b.changedOn, b.oldCode, b.newCode);
    });
    return changes;
}

std::optional<Date> listFollowed(std::span<const std::string_view> codes, std::span<const std::string_view> names) {
    assert(codes.size() == names.size());
    std::set<std::pair<std::string, std::string>> said;
    for (std::size_t i = 0; i < codes.size(); ++i) said.emplace(codes[i], foldedNameKey(names[i]));
    std::optional<Date> best;
    std::size_t most = 0;
    for (const Date date : shippedListDates()) {
        std::size_t matches = 0;
        for (const ListedUnit& unit : listInForce(date)) {
            matches += said.contains({std::string(unit.code), foldedNameKey(unit.name)}) ? 1U : 0U;
        }
        if (matches == most) best.reset();
        if (matches <= most) continue;
        most = matches;
        best = date;
    }
    return most * 2 >= said.size() ? best : std::nullopt;
}

} // namespace banlang
