// SPDX-License-Identifier: MIT
#include "sample-data/messy/report_cells.h"

#include "sample-data/messy/offices.h"
#include "sample-data/table_rows.h"

#include <fmt/format.h>

#include <charconv>

namespace banlang::sample {
namespace {

SheetCell textCell(std::string_view text) {
    if (text.empty()) return {};
    return {std::string(text), CellLook::plain};
}

SheetCell asAbove(const FeatureTable& table, std::string_view field, const CellPlace& place, const ClerkHabits& habits) {
    const std::string_view value = textIn(table, field, place.record);
    const bool same = place.above >= 0 && !value.empty() && textIn(table, field, static_cast<std::size_t>(place.above)) == value;
    if (!same || habits.above == AboveHabit::repeated) return textCell(value);
    return habits.above == AboveHabit::ditto ? textCell("-nt-") : SheetCell{};
}

std::string_view indicatorInWords(std::string_view code) {
    if (code == "donated_m2") return "Diện tích đất hiến (m2)";
    if (code == "roads_done_km") return "Đường giao thông hoàn thành (km)";
    if (code == "gardens_finished") return "Vườn tạp cải tạo xong (vườn)";
    return "Nhà ở hoàn thành (nhà)";
}

SheetCell withoutZeros(std::string_view code) {
    double number = 0;
    const auto [end, failure] = std::from_chars(code.data(), code.data() + code.size(), number);
    if (failure != std::errc() || end != code.data() + code.size()) return textCell(code);
    return {number, CellLook::plain};
}

std::string_view headOf(const MessyDistrict& district, std::string_view household) {
    const auto found = district.headOfHousehold.find(household);
    return found == district.headOfHousehold.end() ? std::string_view() : std::string_view(found->second);
}

SheetCell villageCell(const MessyDistrict& district, const CellPlace& place) {
    const auto village = district.villageOfCode.find(villageOf(district, place.role, place.record));
    if (village == district.villageOfCode.end()) return {};
    return textCell(district.villages()[village->second].name);
}

} // namespace

SheetCell recordCell(const MessyDistrict& district, const ReportColumn& column, const CellPlace& place, const ClerkHabits& habits) {
    const FeatureTable& table = district.table(place.role);
    switch (column.showing) {
    case Showing::rowNumber:
        return {static_cast<double>(place.number), CellLook::plain};
    case Showing::text:
        return textCell(textIn(table, column.field, place.record));
    case Showing::textOrAsAbove:
        return asAbove(table, column.field, place, habits);
    case Showing::date:
        return dateCell(dateIn(table, column.field, place.record), habits, place.number);
    case Showing::number:
        return numberCell(numberIn(table, column.field, place.record), habits);
    case Showing::area:
        return areaCell(numberIn(table, column.field, place.record), habits);
    case Showing::money:
        return moneyCell(numberIn(table, column.field, place.record), habits);
    case Showing::yesNo:
        return yesCell(numberIn(table, column.field, place.record), habits);
    case Showing::yesNoMaybe: {
        ClerkHabits plain = habits;
        if (plain.yes == YesHabit::crossOrBlank) plain.yes = YesHabit::crossOrNo;
        return yesCell(numberIn(table, column.field, place.record), plain);
    }
    case Showing::headName:
        return textCell(headOf(district, table.textAt(fields::householdReferences.householdId, place.record)));
    case Showing::communeName:
        return textCell(fullName(district.communes()[communeOf(district, place.role, place.record)]));
    case Showing::villageName:
        return villageCell(district, place);
    case Showing::zeroLostCode:
        return withoutZeros(textIn(table, column.field, place.record));
    case Showing::newCode:
        return textCell(newCodeOf(district, communeOf(district, place.role, place.record)));
    case Showing::indicatorWords:
        return textCell(indicatorInWords(table.textAt(fields::targets.indicator, place.record)));
    case Showing::remark:
        break;
    }
    return {};
}

SheetCell sumCell(const MessyDistrict& district, const ReportColumn& column, Role role, const Rows& rows,
                  const ClerkHabits& habits) {
    double sum = 0;
    for (const std::uint32_t row : rows) {
        const double value = numberIn(district.table(role), column.field, row);
        if (!std::isnan(value)) sum += value;
    }
    if (column.showing == Showing::money) return moneyCell(sum, habits);
    if (column.showing != Showing::area) return numberCell(sum, habits);
    ClerkHabits plain = habits; // sums are not turned into sào again
    if (plain.area == AreaHabit::sao) plain.area = AreaHabit::squareMetres;
    return areaCell(sum, plain);
}

std::string headerOf(const ReportColumn& column, const ClerkHabits& habits) {
    const std::string_view word = column.headers[habits.words];
    if (!habits.unitInHeader) return std::string(word);
    if (column.showing == Showing::area) return fmt::format("{} ({})", word, areaUnit(habits));
    if (column.showing == Showing::money) return fmt::format("{} ({})", word, moneyUnit(habits));
    return std::string(word);
}

std::string unitNote(std::span<const ReportColumn> columns, const ClerkHabits& habits) {
    if (habits.unitInHeader) return {};
    std::string units;
    const auto add = [&](std::string_view unit) { units += (units.empty() ? "" : "; ") + std::string(unit); };
    for (const ReportColumn& column : columns) {
        if (column.showing == Showing::area) add(areaUnit(habits));
        if (column.showing == Showing::money) add(moneyUnit(habits));
    }
    return units.empty() ? units : "ĐVT: " + units;
}

} // namespace banlang::sample
