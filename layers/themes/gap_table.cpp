// SPDX-License-Identifier: MIT
#include "layers/themes/gap_table.h"

#include "core/geo/measure.h"
#include "core/report/gap_counts.h"
#include "core/report/household_records.h"
#include "layers/base/attributes.h"
#include "layers/base/base_layers.h"

#include <algorithm>

namespace banlang {
namespace {

std::string unitName(const District& district, Role role, std::int32_t row) {
    return row == notLinked ? std::string{} : fullName(district.table(role), static_cast<std::size_t>(row));
}

} // namespace

std::optional<Point> placeOf(const District& district, const GapItem& item) {
    if (item.role == Role::roadWorks) {
        const std::int32_t road = linkedRow(district.linksOf(Role::roadWorks).road, item.row);
        if (road != notLinked) return representativePoint(district.table(Role::roads).geometry, static_cast<std::size_t>(road));
    }
    if (item.role == Role::publicAssets) {
        if (const auto drawn = representativePoint(district.table(item.role).geometry, item.row)) return drawn;
    }
    if (item.village != notLinked) return adminUnitCentre(district.table(Role::villages), static_cast<std::size_t>(item.village));
    if (item.commune != notLinked) return adminUnitCentre(district.table(Role::communes), static_cast<std::size_t>(item.commune));
    return std::nullopt;
}

namespace {

FeatureTable itemTable(const District& district, const std::vector<GapItem>& items) {
    FeatureTable table;
    table.rowCount = items.size();
    table.geometry.kind = GeometryKind::point;
    std::vector<std::string> texts[6];
    std::vector<double> atRisk;
    for (const GapItem& item : items) {
        texts[0].push_back(item.code);
        texts[1].push_back(item.name);
        texts[2].push_back(unitName(district, Role::communes, item.commune));
        texts[3].push_back(unitName(district, Role::villages, item.village));
        texts[4].push_back(item.reason.vi);
        texts[5].push_back(item.reason.en);
        atRisk.push_back(item.atRisk ? 1 : 0);
        addPlace(table.geometry, placeOf(district, item));
    }
    constexpr std::string_view names[] = {"code", "name", "commune", "village", "reason_vi", "reason_en"};
    for (std::size_t i = 0; i < std::size(names); ++i) addTexts(table, names[i], texts[i]);
    addNumbers(table, "at_risk", std::move(atRisk));
    return table;
}

FeatureTable countTable(const District& district, const std::vector<GapCount>& counts) {
    FeatureTable table;
    table.rowCount = counts.size();
    table.geometry.kind = GeometryKind::point;
    std::vector<std::string> communes;
    std::vector<std::string> villages;
    std::vector<double> missed;
    std::vector<double> atRisk;
    for (const GapCount& count : counts) {
        communes.push_back(unitName(district, Role::communes, communeOf(district, count)));
        villages.push_back(count.unit == Role::villages ? unitName(district, Role::villages, count.row) : std::string{});
        missed.push_back(count.hidden ? Column::missingNumber : static_cast<double>(count.missed));
        atRisk.push_back(count.hidden ? Column::missingNumber : static_cast<double>(count.atRisk));
        addPlace(table.geometry, adminUnitCentre(district.table(count.unit), static_cast<std::size_t>(count.row)));
    }
    addTexts(table, "commune", communes);
    addTexts(table, "village", villages);
    addNumbers(table, "not_reached", std::move(missed));
    addNumbers(table, "at_risk", std::move(atRisk));
    return table;
}

} // namespace

void addGapAttributes(MapLayer& layer, const LayerRequest& request, const Gap& gap, RowClasses items) {
    const bool counted = isOfHousehold(gap) && !mayShowHouseholds(request.audience);
    const AttributeName commune{"commune", {"xã", "commune"}};
    const AttributeName village{"village", {"thôn", "village"}};
    const AttributeName atRisk{"at_risk", {"có nguy cơ", "at risk"}};
    if (counted) {
        layer.attributeNames = {commune, village, {"not_reached", {"chưa tới", "not reached"}}, atRisk};
        auto counts = gapCounts(gap, GapLevel::village, request.report());
        RowClasses none{.classes = {}, .classOf = std::vector<std::uint8_t>(counts.size(), noClass), .labels = {}};
        setRows(layer, std::move(none),
                [district = request.analysis.sharedDistrict(), name = std::string(layer.id), counts = std::move(counts)] {
                    FeatureTable table = countTable(*district, counts);
                    table.name = name;
                    return table;
                });
        return;
    }
    layer.attributeNames = {{"code", {"mã", "code"}},
                            {"name", {"tên", "name"}},
                            commune,
                            village,
                            {"reason_vi", {"lý do", "reason, Vietnamese"}},
                            {"reason_en", {"lý do, tiếng Anh", "reason"}},
                            atRisk};
    setRows(layer, std::move(items),
            [district = request.analysis.sharedDistrict(), name = std::string(layer.id), items = gap.items] {
                FeatureTable table = itemTable(*district, items);
                table.name = name;
                return table;
            });
}

} // namespace banlang
