// SPDX-License-Identifier: MIT
#include "core/intake/zone/store_zone.h"

#include "core/geo/tm3_zones.h"
#include "core/intake/georeferencing.h"
#include "core/intake/profile/columns.h"
#include "core/model/units/official_admin_units.h"
#include "core/model/units/provinces.h"
#include "core/text/keys.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace banlang {
namespace {

constexpr std::size_t mostPlaces = 200;
constexpr std::size_t mostRows = 4'000;
/// A province reaches no further from its meridian.
constexpr double farFromMeridianDeg = 2;
constexpr double mostLengthError = 0.01;

double medianOf(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

bool contains(const std::vector<int>& zones, int epsg) {
    return std::find(zones.begin(), zones.end(), epsg) != zones.end();
}

/// Spreadsheets drop the zeros in front; "" for what is no code.
std::string communeCode(std::string text) {
    constexpr std::size_t digits = 5;
    const bool number =
        !text.empty() && std::all_of(text.begin(), text.end(), [](char letter) { return letter >= '0' && letter <= '9'; });
    if (!number || text.size() > digits || text.size() + 2 < digits) return {};
    return std::string(digits - text.size(), '0') + text;
}

std::string textAt(const Column& column, std::size_t row) {
    return column.type == ColumnType::text ? std::string(column.text[row]) : column.valueText(row);
}

std::size_t stepFor(std::size_t count, std::size_t most) {
    return std::max<std::size_t>(1, count / most);
}

void addZone(std::vector<int>& zones, double meridianDeg) {
    const Tm3Zone* zone = tm3ZoneAt(meridianDeg);
    if (zone != nullptr && !contains(zones, zone->epsg)) zones.push_back(zone->epsg);
}

void addZonesOfProvince(const std::vector<Province>& provinces, const OfficialAdminUnit& unit, std::vector<int>& zones) {
    // A unit without a beginning was there before the day on which it ended.
    const Date day = unit.validFrom.known() || !unit.validTo.known() ? unit.validFrom : Date{unit.validTo.daysSince1970 - 1};
    const Province* province = provinceOn(provinces, unit.provinceCode, day.known() ? day : Date{0});
    if (province == nullptr) return;
    for (const double meridian : meridiansOf(provinces, *province)) addZone(zones, meridian);
}

/// From the zone whose meridian is nearest.
void sortByNearness(std::vector<int>& zones, double lonDeg) {
    const auto distance = [&](int epsg) { return std::abs(tm3ZoneOf(epsg)->centralMeridianDeg - lonDeg); };
    std::stable_sort(zones.begin(), zones.end(), [&](int a, int b) { return distance(a) < distance(b); });
}

bool reaches(int epsg, double lonDeg) {
    return std::abs(tm3ZoneOf(epsg)->centralMeridianDeg - lonDeg) <= farFromMeridianDeg;
}

Question::Option optionOf(int epsg) {
    const auto crs = Crs::fromEpsg(epsg);
    const std::string value = fmt::format("EPSG:{}", epsg);
    if (const Tm3Zone* zone = tm3ZoneOf(epsg)) {
        const std::string meridian = meridianText(zone->centralMeridianDeg);
        return {value,
                {fmt::format("VN-2000, KTT {}, múi 3° ({})", meridian, value),
                 fmt::format("VN-2000, central meridian {}, 3° ({})", meridian, value)},
                0,
                {}};
    }
    const std::string name = fmt::format("{} ({})", crs ? crs->name() : "?", value);
    return {value, {name, name}, 0, {}};
}

} // namespace

std::string_view id(ZoneBasis basis) {
    switch (basis) {
    case ZoneBasis::chosen:
        return "chosen";
    case ZoneBasis::declared:
        return "declared";
    case ZoneBasis::units:
        return "units";
    case ZoneBasis::open:
        break;
    }
    return "open";
}

void StoreZoneFinder::add(const ParsedLayer& layer) {
    if (layer.raw.table.geometry.kind != GeometryKind::none && !layer.raw.table.geometry.xy.empty()) addPlace(layer);
    addUnits(layer);
}

void StoreZoneFinder::addPlace(const ParsedLayer& layer) {
    const GeometryColumn& geometry = layer.raw.table.geometry;
    if (!firstLayer_) firstLayer_.emplace(layer.file, layer.raw.table.name);
    std::optional<Crs> crs;
    if (layer.userProfile.epsg) {
        if (auto said = Crs::fromEpsg(*layer.userProfile.epsg)) crs = std::move(*said);
    } else if (auto declared = declaredCrs(layer.raw); declared && *declared) {
        crs = std::move(**declared);
    }
    const auto wgs84 = Crs::fromEpsg(wgs84Epsg);
    const auto toDegrees = crs && wgs84 ? CrsTransform::between(*crs, *wgs84) : Result<CrsTransform>(Unexpected(Error{}));
    if (!toDegrees) return;
    for (std::size_t feature = 0; feature < geometry.featureCount(); feature += stepFor(geometry.featureCount(), mostPlaces)) {
        if (geometry.isEmpty(feature)) continue;
        Point centre = geometry.boxes[feature].centre();
        if (layer.userProfile.swapAxes.value_or(false)) std::swap(centre.x, centre.y);
        const LonLat place = lonLatOf(*toDegrees, centre);
        if (!(std::abs(place.lonDeg) <= 180 && std::abs(place.latDeg) <= 90)) continue;
        lonDeg_.push_back(place.lonDeg);
        latDeg_.push_back(place.latDeg);
    }
    const bool boundaries = layer.role == Role::communes || layer.role == Role::villages;
    const int rank = boundaries ? 0 : layer.role == Role::parcels ? 1 : 2;
    if (tm3ZoneOf(crs->epsg()) != nullptr)
        declared_[rank][crs->epsg()] += geometry.featureCount();
    else if (!crs->geographic() && crs->epsg() > 0)
        otherGrids_.push_back(std::move(*crs));
}

void StoreZoneFinder::addUnits(const ParsedLayer& layer) {
    const RecordKind& kind = recordKind(layer.role);
    const FeatureTable& table = layer.raw.table;
    const ColumnMapping mapping = mapColumns(table, kind, layer.userProfile);
    const auto columnOf = [&](const RecordField& field) -> const Column* {
        const int column = mapping.fields[field.position];
        return column == noColumn ? nullptr : &table.columns[static_cast<std::size_t>(column)];
    };
    const std::size_t step = stepFor(table.rowCount, mostRows);
    if (layer.role == Role::communes) {
        const Column* codes = columnOf(*findField(kind, fields::units.code.name));
        const Column* names = columnOf(*findField(kind, fields::units.name.name));
        for (std::size_t row = 0; codes != nullptr && row < table.rowCount; row += step) {
            std::string code = communeCode(textAt(*codes, row));
            if (!code.empty()) communes_.emplace_back(std::move(code), names == nullptr ? std::string() : textAt(*names, row));
        }
        return;
    }
    for (const RecordField& field : kind.fields) {
        const Column* column = field.reference == Reference::commune ? columnOf(field) : nullptr;
        for (std::size_t row = 0; column != nullptr && row < table.rowCount; row += step) {
            std::string code = communeCode(textAt(*column, row));
            if (!code.empty() && !std::binary_search(codes_.begin(), codes_.end(), code))
                codes_.insert(std::upper_bound(codes_.begin(), codes_.end(), code), code);
        }
    }
}

std::optional<LonLat> StoreZoneFinder::middle() const {
    if (lonDeg_.empty()) return std::nullopt;
    return LonLat{medianOf(lonDeg_), medianOf(latDeg_)};
}

/// Of the layers that weigh most; the zone of most features first.
std::vector<int> StoreZoneFinder::declaredZones() const {
    if (declared_.empty()) return {};
    const std::map<int, std::size_t>& features = declared_.begin()->second;
    std::vector<int> zones;
    zones.reserve(features.size());
    for (const auto& [epsg, count] : features) zones.push_back(epsg);
    std::stable_sort(zones.begin(), zones.end(), [&](int a, int b) { return features.at(a) > features.at(b); });
    const auto place = middle();
    if (place) std::erase_if(zones, [&](int epsg) { return !reaches(epsg, place->lonDeg); });
    return zones;
}

/// Of the provinces of the list that codes and names follow together.
std::vector<int> StoreZoneFinder::zonesOfList() const {
    std::vector<std::string_view> codes;
    std::vector<std::string_view> names;
    std::set<std::pair<std::string, std::string>> listed;
    for (const auto& [code, name] : communes_) {
        codes.push_back(code);
        names.push_back(name);
        listed.emplace(code, foldedNameKey(name));
    }
    const auto list = codes.empty() ? std::nullopt : listFollowed(codes, names);
    std::vector<int> zones;
    if (!list) return zones;
    const std::vector<Province> provinces = shippedProvinces();
    for (const auto& [code, name] : listed) {
        for (const OfficialAdminUnit& unit : officialUnitsOfCode(code)) {
            if (inForce(unit, *list) && foldedNameKey(unit.name) == name) addZonesOfProvince(provinces, unit, zones);
        }
    }
    return zones;
}

/// Zones that all codes have in common, whatever unit bore them; else all that any of them has.
std::vector<int> StoreZoneFinder::zonesOfCodes() const {
    std::set<std::string> codes(codes_.begin(), codes_.end());
    for (const auto& [code, name] : communes_) codes.insert(code);
    const std::vector<Province> provinces = shippedProvinces();
    std::vector<int> any;
    std::vector<int> common;
    std::size_t known = 0;
    for (const std::string& code : codes) {
        std::vector<int> zones;
        for (const OfficialAdminUnit& unit : officialUnitsOfCode(code)) addZonesOfProvince(provinces, unit, zones);
        if (zones.empty()) continue;
        if (known++ == 0) common = zones;
        std::erase_if(common, [&](int epsg) { return !contains(zones, epsg); });
        for (const int epsg : zones) {
            if (!contains(any, epsg)) any.push_back(epsg);
        }
    }
    // Lists from before 2025 lack most provinces: a code that is in none may still be a good one.
    if (known * 4 < codes.size()) return {};
    return common.empty() ? any : common;
}

std::vector<int> StoreZoneFinder::zonesOfUnits() const {
    std::vector<int> zones = zonesOfList();
    if (zones.empty()) zones = zonesOfCodes();
    if (const auto place = middle()) std::erase_if(zones, [&](int epsg) { return !reaches(epsg, place->lonDeg); });
    return zones;
}

StoreZone StoreZoneFinder::asked(std::vector<int> zones) const {
    Question question;
    question.kind = "store-crs";
    question.text = {
        "Kho dùng múi chiếu nào? Tạm dùng phương án đầu; chọn bằng --store-crs, tọa độ đã nạp được chuyển theo",
        "Which zone is the store in? Meanwhile it is the first; choose with --store-crs, what is loaded is transformed"};
    question.layers.push_back(*firstLayer_);
    question.blocking = false;
    for (const int epsg : zones) question.options.push_back(optionOf(epsg));
    return {zones.front(), ZoneBasis::open, std::move(question)};
}

/// UTM first; then the grids that the layers are drawn in, where those keep lengths.
StoreZone StoreZoneFinder::abroad(const LonLat& middle) const {
    std::vector<int> grids{utmEpsg(middle)};
    for (const Crs& grid : otherGrids_) {
        if (!contains(grids, grid.epsg()) && lengthError(grid, middle) <= mostLengthError) grids.push_back(grid.epsg());
    }
    StoreZone zone = asked(std::move(grids));
    zone.question->text = {
        fmt::format("Dữ liệu ở {:.4f}°, {:.4f}°, ngoài các múi VN-2000. {}", middle.lonDeg, middle.latDeg, zone.question->text.vi),
        fmt::format("The data lie at {:.4f}°, {:.4f}°, outside all zones of VN-2000. {}", middle.lonDeg, middle.latDeg,
                    zone.question->text.en)};
    return zone;
}

StoreZone StoreZoneFinder::find() const {
    const auto place = middle();
    if (place && !inVietnam(*place)) return abroad(*place);
    std::vector<int> declared = declaredZones();
    std::vector<int> ofUnits = zonesOfUnits();
    if (declared.size() == 1 && (ofUnits.empty() || contains(ofUnits, declared.front())))
        return {declared.front(), ZoneBasis::declared, {}};
    if (!declared.empty()) {
        for (const int epsg : ofUnits) {
            if (!contains(declared, epsg)) declared.push_back(epsg);
        }
        return asked(std::move(declared));
    }
    if (ofUnits.size() == 1) return {ofUnits.front(), ZoneBasis::units, {}};
    if (!place) return {ofUnits.empty() ? defaultStoreEpsg : ofUnits.front(), ZoneBasis::open, {}};
    if (ofUnits.empty()) {
        for (const Tm3Zone& zone : tm3Zones()) ofUnits.push_back(zone.epsg);
        std::erase_if(ofUnits, [&](int epsg) { return !reaches(epsg, place->lonDeg); });
    }
    sortByNearness(ofUnits, place->lonDeg);
    constexpr std::size_t mostOffered = 6;
    ofUnits.resize(std::min(ofUnits.size(), mostOffered));
    return ofUnits.empty() ? abroad(*place) : asked(std::move(ofUnits));
}

Result<void> checkStoreCrs(int epsg, const std::optional<LonLat>& middle) {
    BANLANG_TRY(crs, Crs::fromEpsg(epsg));
    if (crs.geographic())
        return Unexpected(Error{
            ErrorKind::usage,
            "store-crs-not-projected",
            {fmt::format("Kho cần hệ tọa độ phẳng tính bằng mét; EPSG:{} là hệ độ", epsg),
             fmt::format("A store needs a projected CRS in metres; EPSG:{} is in degrees", epsg)},
            {"Chọn múi chiếu VN-2000 của tỉnh, ví dụ EPSG:9217", "Choose the VN-2000 zone of the province, for example EPSG:9217"},
            {}});
    const double error = middle ? lengthError(crs, *middle) : 0;
    if (error <= mostLengthError) return {};
    return Unexpected(Error{ErrorKind::usage,
                            "store-crs-unfit",
                            {fmt::format("Ở nơi có dữ liệu ({:.4f}°, {:.4f}°), {} làm sai chiều dài hơn 1 %", middle->lonDeg,
                                         middle->latDeg, crs.name()),
                             fmt::format("Where the data lie ({:.4f}°, {:.4f}°), lengths in {} are off by more than 1 %",
                                         middle->lonDeg, middle->latDeg, crs.name())},
                            {"Chọn múi chiếu của nơi đó", "Choose a zone of that place"},
                            {}});
}

} // namespace banlang
