// SPDX-License-Identifier: MIT
#include "layers/attributes.h"
#include "layers/land_shares.h"
#include "layers/land_sleeve.h"
#include "layers/theme_layers.h"

#include <algorithm>
#include <array>

namespace banlang {
namespace {

constexpr Label stateLabels[] = {{"đã chỉnh lý GCN", "certificate updated"},
                                 {"đã hiến", "donated"},
                                 {"đã cam kết", "pledged"},
                                 {"còn cần", "still needed"},
                                 {"tuyến chưa có biên bản", "road without minutes"}};

double givenM2(const ParcelTake& parcel) {
    return std::min(parcel.areaM2, parcel.declaredDonatedM2);
}

struct StateTotal {
    std::size_t parcels = 0;
    double areaM2 = 0;
};

/// Parcels count in their own state. Area counts as what has become of it, so the rows add up to what the roads need: a parcel that
/// gave half of what it must still leaves the other half to be had.
std::array<StateTotal, landStateCount + 1> totalsByState(const std::vector<RoadLandTake>& takes) {
    std::array<StateTotal, landStateCount + 1> totals;
    for (const RoadLandTake& take : takes) {
        for (const ParcelTake& parcel : take.parcels) {
            StateTotal& total = totals[landClass(take, parcel)];
            ++total.parcels;
            if (!take.anyMinutes) {
                total.areaM2 += parcel.areaM2;
            } else if (parcel.state == LandState::certificateUpdated || parcel.state == LandState::donated) {
                total.areaM2 += givenM2(parcel);
            }
        }
        if (!take.anyMinutes) continue;
        totals[static_cast<std::size_t>(LandState::pledged)].areaM2 += take.pledgedM2;
        totals[static_cast<std::size_t>(LandState::needed)].areaM2 += take.outstandingM2;
    }
    return totals;
}

void addShareLegend(MapLayer& layer, const ShapeSet& set, GeometryKind swatch, Label heading) {
    LegendEntry title{.label = heading, .swatch = GeometryKind::none};
    layer.legend.push_back(std::move(title));
    for (std::uint8_t shareClass = 0; shareClass < landShareClassCount; ++shareClass) {
        if (std::count(set.classOf.begin(), set.classOf.end(), shareClass) == 0) continue;
        LegendEntry entry{.label = landShareLabel(shareClass), .swatch = swatch};
        entry.style = set.styles[shareClass];
        layer.legend.push_back(std::move(entry));
    }
}

/// As the sleeve, in full colour: it is what a reader looks up.
ClassStyle swatchOf(std::size_t state, MapTheme theme) {
    ClassStyle style = landStyle(state, theme);
    if (style.fill->pattern == Pattern::plain && state != withoutMinutes) style.fill->colour = style.fill->patternColour;
    return style;
}

void addLegend(MapLayer& layer, const BaseContext& context, const std::vector<RoadLandTake>& takes) {
    const auto totals = totalsByState(takes);
    for (std::size_t state = 0; state < totals.size(); ++state) {
        layer.featureCount += totals[state].parcels;
        if (state == withoutMinutes && totals[state].parcels == 0) continue;
        LegendEntry entry;
        entry.label = stateLabels[state];
        entry.style = swatchOf(state, context.request.theme);
        entry.count = static_cast<double>(totals[state].parcels);
        entry.amount = totals[state].areaM2;
        entry.noReport = state == withoutMinutes;
        layer.legend.push_back(std::move(entry));
    }
    addShareLegend(layer, layer.ground.front(), GeometryKind::polygon,
                   {"Xã, % đất cần đã hiến (bản đồ nhỏ)", "Communes, % of needed land given (small maps)"});
    addShareLegend(layer, layer.shapes.back(), GeometryKind::line,
                   {"Tuyến, % đất cần đã hiến (bản đồ nhỏ)", "Roads, % of needed land given (small maps)"});
}

constexpr std::pair<std::string_view, Label> addedTexts[] = {{"road_id", {"mã tuyến", "road id"}},
                                                             {"road_name", {"tuyến", "road"}},
                                                             {"commune", {"xã", "commune"}},
                                                             {"state", {"tình trạng", "state"}},
                                                             {"side", {"bên", "side"}}};
constexpr std::pair<std::string_view, Label> addedNumbers[] = {{"area_m2", {"đất cần, m²", "needed, m²"}},
                                                               {"donated_m2", {"đã hiến, m²", "donated, m²"}},
                                                               {"from_m", {"từ lý trình, m", "from chainage, m"}},
                                                               {"to_m", {"đến lý trình, m", "to chainage, m"}}};

std::string communeOfParcel(const District& district, std::uint32_t parcel) {
    const auto& communeOf = district.linksOf(Role::parcels).commune;
    if (parcel >= communeOf.size() || communeOf[parcel] == notLinked) return {};
    return fullName(district.table(Role::communes), static_cast<std::size_t>(communeOf[parcel]));
}

FeatureTable takesTable(const District& district, const std::vector<RoadLandTake>& takes, std::span<const AttributeName> copied) {
    const FeatureTable& roads = district.table(Role::roads);
    std::vector<std::uint32_t> parcels;
    std::array<std::vector<std::string>, std::size(addedTexts)> texts;
    std::array<std::vector<double>, std::size(addedNumbers)> numbers;
    for (const RoadLandTake& take : takes) {
        for (const ParcelTake& parcel : take.parcels) {
            parcels.push_back(parcel.parcel);
            texts[0].emplace_back(roads.textAt("id", take.road));
            texts[1].emplace_back(roads.textAt("name", take.road));
            texts[2].push_back(communeOfParcel(district, parcel.parcel));
            texts[3].emplace_back(stateLabels[landClass(take, parcel)].vi);
            texts[4].emplace_back(parcel.left ? "trái" : "phải");
            numbers[0].push_back(parcel.areaM2);
            numbers[1].push_back(take.anyMinutes ? givenM2(parcel) : Column::missingNumber);
            numbers[2].push_back(parcel.fromM);
            numbers[3].push_back(parcel.toM);
        }
    }
    FeatureTable table = copiedRows(district.table(Role::parcels), copied, parcels);
    table.name = "donated_land";
    for (std::size_t i = 0; i < texts.size(); ++i) addTexts(table, addedTexts[i].first, texts[i]);
    for (std::size_t i = 0; i < numbers.size(); ++i) addNumbers(table, addedNumbers[i].first, std::move(numbers[i]));
    return table;
}

/// One row per parcel and road. Which parcel gave and which did not leads to the family, so outside the working group a row does
/// not say its number.
void addAttributes(MapLayer& layer, const LayerRequest& request, std::vector<RoadLandTake> takes) {
    std::vector<AttributeName> copied = visibleColumns(Role::parcels, request.audience);
    std::erase_if(copied, [](const AttributeName& name) {
        constexpr std::string_view wanted[] = {"commune_code", "sheet", "number", "land_use"};
        return std::find(std::begin(wanted), std::end(wanted), name.column) == std::end(wanted);
    });
    layer.attributeNames = copied;
    for (const auto& [name, label] : addedTexts) layer.attributeNames.push_back({std::string(name), label});
    for (const auto& [name, label] : addedNumbers) layer.attributeNames.push_back({std::string(name), label});
    layer.attributes = [district = request.district, copied, takes = std::move(takes)] {
        return takesTable(*district, takes, copied);
    };
}

} // namespace

MapLayer donatedLandLayer(const BaseContext& context) {
    MapLayer layer;
    layer.id = "donated-land";
    layer.title = {"Đất hiến", "Donated land"};
    layer.counted = {"Đất trong nền chuẩn", "Land within the standard bed"};
    layer.countUnit = {"thửa", "parcels"};
    layer.amountUnit = {"m²", "m²"};
    std::vector<RoadLandTake> takes = landTake(*context.request.district, context.request.asOf);
    const std::vector<LandShare> shares = landShares(*context.request.district, takes);
    layer.ground.push_back(landShareAreas(context, shares));
    layer.ground.push_back(landParcels(context, takes));
    layer.shapes = landSleeves(context, takes);
    layer.shapes.push_back(landShareRoads(context, takes));
    layer.labels.push_back(landShareLabels(context, shares));
    addLegend(layer, context, takes);
    addAttributes(layer, context.request, std::move(takes));
    return layer;
}

} // namespace banlang
