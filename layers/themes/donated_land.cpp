// SPDX-License-Identifier: MIT
#include "core/report/themes/donated_land.h"

#include "layers/base/attributes.h"
#include "layers/themes/land_shares.h"
#include "layers/themes/land_side_bands.h"
#include "layers/themes/theme.h"

#include <algorithm>
#include <array>

namespace banlang {
namespace {

constexpr Label stateLabels[] = {{"đã chỉnh lý GCN", "certificate updated"},
                                 {"đã hiến", "donated"},
                                 {"đã cam kết", "pledged"},
                                 {"còn cần", "still needed"},
                                 {"tuyến chưa có biên bản", "road without minutes"}};

double givenM2(const ParcelAcquisition& parcel) {
    return std::min(parcel.areaM2, parcel.declaredDonatedM2);
}

/// Parcels count in their own state. Area counts as what has become of it, so the rows add up to what the roads need: a parcel that
/// gave half of what it must still leaves the other half to be had.
std::array<double, landStateCount + 1> areasByState(const std::vector<RoadAcquisition>& acquisitions) {
    std::array<double, landStateCount + 1> areas{};
    for (const RoadAcquisition& acquisition : acquisitions) {
        for (const ParcelAcquisition& parcel : acquisition.parcels) {
            const std::size_t state = landClass(acquisition, parcel);
            const bool given = parcel.state == LandState::certificateUpdated || parcel.state == LandState::donated;
            if (!acquisition.anyDonationRecord) {
                areas[state] += parcel.areaM2;
            } else if (given) {
                areas[state] += givenM2(parcel);
            }
        }
        if (!acquisition.anyDonationRecord) continue;
        areas[static_cast<std::size_t>(LandState::pledged)] += acquisition.pledgedM2;
        areas[static_cast<std::size_t>(LandState::needed)] += acquisition.outstandingM2;
    }
    return areas;
}

void addShareLegend(MapLayer& layer, const ShapeSet& set, GeometryKind swatch, Label heading) {
    layer.legend.push_back({.label = heading, .scales = set.scales, .swatch = GeometryKind::none});
    for (std::uint8_t shareClass = 0; shareClass < landShareClassCount; ++shareClass) {
        LegendEntry entry{.label = landShareLabel(shareClass), .key = set.keyOf[shareClass], .swatch = swatch};
        entry.style = set.styles[shareClass];
        layer.legend.push_back(std::move(entry));
    }
}

/// Every parcel of every road in the class of what has become of its land.
RowClasses acquisitionClasses(const std::vector<RoadAcquisition>& acquisitions, MapColourScheme colourScheme) {
    RowClasses rows;
    for (std::uint8_t state = 0; state <= withoutDonationRecord; ++state)
        rows.classes.push_back({.label = stateLabels[state], .key = state, .style = landSwatch(state, colourScheme)});
    for (const RoadAcquisition& acquisition : acquisitions) {
        for (const ParcelAcquisition& parcel : acquisition.parcels)
            rows.classOf.push_back(static_cast<std::uint8_t>(landClass(acquisition, parcel)));
    }
    return rows;
}

void addLegend(MapLayer& layer, const std::vector<RoadAcquisition>& acquisitions, const RowClasses& rows) {
    const auto areas = areasByState(acquisitions);
    for (std::size_t state = 0; state < areas.size(); ++state) {
        LegendEntry entry = classEntry(rows, state, GeometryKind::polygon);
        if (state == withoutDonationRecord && *entry.count == 0) continue;
        entry.amount = areas[state];
        entry.noReport = state == withoutDonationRecord;
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

constexpr std::pair<std::string_view, Label> addedDate{"donated_on", {"ngày hiến", "donated on"}};

std::string communeOfParcel(const District& district, std::uint32_t parcel) {
    const auto& communeOf = district.linksOf(Role::parcels).commune;
    if (parcel >= communeOf.size() || communeOf[parcel] == notLinked) return {};
    return fullName(district.table(Role::communes), static_cast<std::size_t>(communeOf[parcel]));
}

FeatureTable acquisitionsTable(const District& district, const std::vector<RoadAcquisition>& acquisitions,
                               std::span<const AttributeName> copied) {
    const FeatureTable& roads = district.table(Role::roads);
    std::vector<std::uint32_t> parcels;
    std::array<std::vector<std::string>, std::size(addedTexts)> texts;
    std::array<std::vector<double>, std::size(addedNumbers)> numbers;
    std::vector<Date> days;
    for (const RoadAcquisition& acquisition : acquisitions) {
        for (const ParcelAcquisition& parcel : acquisition.parcels) {
            parcels.push_back(parcel.parcel);
            texts[0].emplace_back(roads.textAt(fields::roads.id, acquisition.road));
            texts[1].emplace_back(roads.textAt(fields::roads.name, acquisition.road));
            texts[2].push_back(communeOfParcel(district, parcel.parcel));
            texts[3].emplace_back(stateLabels[landClass(acquisition, parcel)].vi);
            texts[4].emplace_back(parcel.left ? "trái" : "phải");
            numbers[0].push_back(parcel.areaM2);
            numbers[1].push_back(acquisition.anyDonationRecord ? givenM2(parcel) : Column::missingNumber);
            numbers[2].push_back(parcel.fromM);
            numbers[3].push_back(parcel.toM);
            days.push_back(parcel.givenOn);
        }
    }
    FeatureTable table = copiedRows(district.table(Role::parcels), copied, parcels);
    table.name = "donated_land";
    for (std::size_t i = 0; i < texts.size(); ++i) addTexts(table, addedTexts[i].first, texts[i]);
    for (std::size_t i = 0; i < numbers.size(); ++i) addNumbers(table, addedNumbers[i].first, std::move(numbers[i]));
    addDates(table, addedDate.first, std::move(days));
    return table;
}

/// One row per parcel and road. Which parcel gave and which did not leads to the family, so outside the working group a row does
/// not say its number.
void addAttributes(MapLayer& layer, const LayerRequest& request, std::shared_ptr<const std::vector<RoadAcquisition>> acquisitions,
                   RowClasses classes) {
    std::vector<AttributeName> copied = visibleColumns(Role::parcels, request.audience);
    std::erase_if(copied, [](const AttributeName& name) {
        constexpr std::string_view wanted[] = {fields::parcels.communeCode.name, fields::parcels.sheet.name,
                                               fields::parcels.number.name, fields::parcels.landUse.name};
        return std::find(std::begin(wanted), std::end(wanted), name.column) == std::end(wanted);
    });
    layer.attributeNames = copied;
    for (const auto& [name, label] : addedTexts) layer.attributeNames.push_back({std::string(name), label});
    for (const auto& [name, label] : addedNumbers) layer.attributeNames.push_back({std::string(name), label});
    layer.attributeNames.push_back({std::string(addedDate.first), addedDate.second});
    layer.featureCount = classes.classOf.size();
    setRows(layer, std::move(classes),
            [district = request.analysis.sharedDistrict(), copied, acquisitions = std::move(acquisitions)] {
                return acquisitionsTable(*district, *acquisitions, copied);
            });
}

MapLayer donatedLandLayer(const Theme& theme, const BaseContext& context) {
    MapLayer layer = emptyLayer(theme.id, theme.words);
    const auto sharedTakes = rightOfWayAcquisition(context.request.analysis);
    const std::vector<RoadAcquisition>& acquisitions = *sharedTakes;
    const std::vector<LandShare> shares = landShares(context.request.analysis.district(), acquisitions);
    layer.ground.push_back(landShareAreas(context, shares));
    layer.ground.push_back(landParcels(context, acquisitions));
    layer.shapes = landSideBands(context, acquisitions);
    layer.shapes.push_back(landShareRoads(context, acquisitions));
    layer.labels.push_back(landShareLabels(context, shares));
    RowClasses rows = acquisitionClasses(acquisitions, context.request.colourScheme);
    addLegend(layer, acquisitions, rows);
    addAttributes(layer, context.request, sharedTakes, std::move(rows));
    return layer;
}

/// Given and pledged, as in the legend.
std::vector<FillStyle> unitFills(MapColourScheme colourScheme) {
    const std::vector<FillStyle> fills = landFills(colourScheme);
    return {fills[static_cast<std::size_t>(LandState::donated)], fills[static_cast<std::size_t>(LandState::pledged)]};
}

constexpr ColumnWidth columnWidths[] = {{"name", 170},      {"class", 42},      {"length_km", 68},      {"needed_m2", 76},
                                        {"donated_m2", 68}, {"pledged_m2", 68}, {"outstanding_m2", 68}, {"share", 104},
                                        {"households", 60}, {"last", 82}};

} // namespace

void declareDonatedLand(std::vector<Theme>& themes) {
    themes.push_back({.id = "donated-land",
                      .words = {.title = {"Đất hiến", "Donated land"},
                                .counted = {"Đất trong nền chuẩn", "Land within the standard bed"},
                                .countUnit = {"thửa", "parcels"},
                                .amountUnit = {"m²", "m²"}},
                      .level = ThemeLevel::lines,
                      .build = donatedLandLayer,
                      .inThemeBar = true,
                      .icon = "handOverLand",
                      .report = {donatedLandTable, donatedLandChart},
                      .columnWidths = columnWidths,
                      .partFills = landFills,
                      // Land counts as given once donated, whether or not the certificate is updated yet.
                      .doneFill = static_cast<std::size_t>(LandState::donated),
                      .printTitle = {"Đất hiến làm đường", "Land donated for roads"},
                      .unitFigures = {.set = donatedLandFigures, .fills = unitFills},
                      .packName = "1-dat-hien"});
}

} // namespace banlang
