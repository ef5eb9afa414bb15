// SPDX-License-Identifier: MIT
#include "core/model/units/official_admin_units.h"

#include "core/model/detail/shipped_rows.h"
#include "core/text/keys.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <set>
#include <tuple>

namespace banlang {
namespace {

constexpr std::string_view listFiles[] = {"communes_2020.csv", "communes_2025.csv", "communes_2026.csv"};

using detail::ShippedCells;
using detail::shippedDate;

OfficialAdminUnit unitOf(const ShippedCells& cells) {
    return {cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], shippedDate(cells[6]), shippedDate(cells[7])};
}

std::optional<double> shareOf(std::string_view cell) {
    double share = 0;
    const auto [end, failure] = std::from_chars(cell.data(), cell.data() + cell.size(), share);
    return failure == std::errc{} && end != cell.data() ? std::optional(share) : std::nullopt;
}

std::vector<AdminUnitChange> recordedChanges(const District& district) {
    const FeatureTable& table = district.table(Role::adminUnitChanges);
    std::vector<AdminUnitChange> changes;
    for (std::size_t row = 0; row < table.rowCount; ++row) {
        const double share = table.numberAt(fields::adminUnitChanges.share, row);
        changes.push_back({std::string(table.textAt(fields::adminUnitChanges.oldCode, row)),
                           std::string(table.textAt(fields::adminUnitChanges.newCode, row)),
                           table.dateAt(fields::adminUnitChanges.changedOn, row),
                           std::isnan(share) ? std::nullopt : std::optional(share), "record"});
    }
    return changes;
}

} // namespace

bool inForce(const OfficialAdminUnit& unit, Date day) {
    return (!unit.validFrom.known() || unit.validFrom <= day) && day < unit.validTo;
}

std::vector<OfficialAdminUnit> shippedAdminUnitLists() {
    std::vector<OfficialAdminUnit> units;
    for (const std::string_view file : listFiles)
        detail::eachShippedRow(file, ',', [&](const ShippedCells& cells) { units.push_back(unitOf(cells)); });
    std::stable_sort(units.begin(), units.end(),
                     [](const OfficialAdminUnit& a, const OfficialAdminUnit& b) { return a.code < b.code; });
    return units;
}

std::vector<OfficialAdminUnit> officialUnitsOfCode(std::string_view code) {
    std::vector<OfficialAdminUnit> units;
    for (const std::string_view file : listFiles) {
        detail::eachShippedLine(file, [&](std::string_view line) {
            const bool bears = line.starts_with(code) && line.substr(code.size()).starts_with(',');
            if (bears) units.push_back(unitOf(detail::partsOf(line, ',')));
        });
    }
    return units;
}

std::vector<AdminUnitChange> shippedAdminUnitChanges() {
    std::vector<AdminUnitChange> changes;
    detail::eachShippedRow("unit_changes.csv", ',', [&](const ShippedCells& cells) {
        changes.push_back(
            {std::string(cells[0]), std::string(cells[1]), shippedDate(cells[2]), shareOf(cells[3]), std::string(cells[4])});
    });
    return changes;
}

std::vector<Date> shippedListDates() {
    std::set<Date> dates;
    for (const OfficialAdminUnit& unit : shippedAdminUnitLists()) {
        if (unit.validFrom.known()) dates.insert(unit.validFrom);
    }
    return {dates.begin(), dates.end()};
}

std::vector<OfficialAdminUnit> listInForce(Date day) {
    std::vector<OfficialAdminUnit> units = shippedAdminUnitLists();
    std::erase_if(units, [&](const OfficialAdminUnit& unit) { return !inForce(unit, day); });
    return units;
}

std::vector<AdminUnitChange> adminUnitChangesOf(const District& district) {
    std::vector<AdminUnitChange> changes = recordedChanges(district);
    std::set<std::pair<std::string, Date>> recorded;
    for (const AdminUnitChange& change : changes) recorded.emplace(change.oldCode, change.changedOn);
    for (AdminUnitChange& change : shippedAdminUnitChanges()) {
        if (!recorded.contains({change.oldCode, change.changedOn})) changes.push_back(std::move(change));
    }
    std::stable_sort(changes.begin(), changes.end(), [](const AdminUnitChange& a, const AdminUnitChange& b) {
        return std::tie(a.changedOn, a.oldCode, a.newCode) < std::tie(b.changedOn, b.oldCode, b.newCode);
    });
    return changes;
}

std::optional<Date> listFollowed(std::span<const std::string_view> codes, std::span<const std::string_view> names) {
    assert(codes.size() == names.size());
    std::set<std::pair<std::string, std::string>> listed;
    std::set<std::string_view> known;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        listed.emplace(codes[i], foldedNameKey(names[i]));
        known.insert(codes[i]);
    }
    // Folding the names of the whole country would be most of the work.
    std::vector<OfficialAdminUnit> units = shippedAdminUnitLists();
    std::set<Date> dates;
    for (const OfficialAdminUnit& unit : units) {
        if (unit.validFrom.known()) dates.insert(unit.validFrom);
    }
    std::erase_if(units, [&](const OfficialAdminUnit& unit) {
        return !known.contains(unit.code) || !listed.contains({std::string(unit.code), foldedNameKey(unit.name)});
    });
    std::optional<Date> best;
    std::size_t most = 0;
    for (const Date date : dates) {
        const auto matches = static_cast<std::size_t>(
            std::count_if(units.begin(), units.end(), [&](const OfficialAdminUnit& unit) { return inForce(unit, date); }));
        if (matches == most) best.reset();
        if (matches <= most) continue;
        most = matches;
        best = date;
    }
    return most * 2 >= listed.size() ? best : std::nullopt;
}

} // namespace banlang
