// SPDX-License-Identifier: MIT
#include "layers/themes/gap_table.h"

#include "core/geo/measure.h"
#include "layers/base/attributes.h"
#include "layers/base/base_layers.h"

#include <algorithm>
#include <map>

namespace banlang {
namespace {

std::string unitName(const District& district, Role role, std::int32_t row) {
    return row == notLinked ? std::string{} : fullName(district.table(role), static_cast<std::size_t>(row));
}

std::int32_t communeOf(const District& district, const GapCount& count) {
    if (count.unit == Role::communes) return count.row;
    const auto& links = district.linksOf(Role::villages).commune;
    const auto row = static_cast<std::size_t>(count.row);
    return row < links.size() ? links[row] : notLinked;
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

/// A commune's total is shown, so its villages are parts of a whole.
void hideSmall(std::vector<GapCount>& counts, const LayerRequest& request) {
    std::map<std::int32_t, std::vector<std::size_t>> ofCommune;
    for (std::size_t i = 0; i < counts.size(); ++i) ofCommune[communeOf(request.analysis.district(), counts[i])].push_back(i);
    for (const auto& [commune, members] : ofCommune) {
        std::vector<std::size_t> parts;
        for (const std::size_t i : members) {
            parts.push_back(counts[i].missed);
            parts.push_back(counts[i].atRisk);
        }
        const std::vector<bool> hidden = hiddenParts(request.audience, parts);
        for (std::size_t i = 0; i < members.size(); ++i) counts[members[i]].hidden = hidden[2 * i] || hidden[2 * i + 1];
    }
}

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

bool isOfHousehold(Role role) {
    return role == Role::gardens || role == Role::houses || role == Role::households;
}

bool isOfHousehold(const Gap& gap) {
    return std::any_of(gap.items.begin(), gap.items.end(), [](const GapItem& item) { return isOfHousehold(item.role); });
}

std::vector<GapCount> gapCounts(const Gap& gap, GapLevel unit, const LayerRequest& request) {
    std::map<std::pair<Role, std::int32_t>, GapCount> counts;
    for (const GapItem& item : gap.items) {
        const bool byVillage = unit == GapLevel::village && item.village != notLinked;
        const std::pair key{byVillage ? Role::villages : Role::communes, byVillage ? item.village : item.commune};
        if (key.second == notLinked) continue;
        GapCount& count = counts[key];
        count.unit = key.first;
        count.row = key.second;
        ++(item.atRisk ? count.atRisk : count.missed);
    }
    std::vector<GapCount> found;
    for (const auto& [key, count] : counts) found.push_back(count);
    hideSmall(found, request);
    return found;
}

void addGapAttributes(MapLayer& layer, const LayerRequest& request, const Gap& gap, RowClasses items) {
    const bool counted = isOfHousehold(gap) && !mayShowHouseholds(request.audience);
    const AttributeName commune{"commune", {"xã", "commune"}};
    const AttributeName village{"village", {"thôn", "village"}};
    const AttributeName atRisk{"at_risk", {"có nguy cơ", "at risk"}};
    if (counted) {
        layer.attributeNames = {commune, village, {"not_reached", {"chưa tới", "not reached"}}, atRisk};
        auto counts = gapCounts(gap, GapLevel::village, request);
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
