// SPDX-License-Identifier: MIT
#include "sample-data/parcel_rows.h"

#include "core/geo/measure.h"
#include "core/geo/overlay.h"
#include "core/model/record_kinds.h"
#include "sample-data/height_field.h"
#include "sample-data/names.h"
#include "sample-data/place_tables.h"
#include "sample-data/random.h"
#include "sample-data/table_rows.h"

#include <fmt/format.h>

namespace banlang::sample {
namespace {

constexpr double sheetM = 1000;

const char* landUseOf(const Landscape& land, const Parcel& parcel) {
    const double patch = smoothNoise(hashOf(land.seed, 0x757365), 320, parcel.inner);
    Random random(land.seed, static_cast<std::uint64_t>(parcel.inner.x * 100), static_cast<std::uint64_t>(parcel.inner.y * 100));
    const double slope = valueAt(land.frame, land.drainage.slope, parcel.inner);
    const double above = valueAt(land.frame, land.drainage.aboveStreamM, parcel.inner);
    const std::size_t village = parcel.village < 0 ? 0 : static_cast<std::size_t>(parcel.village);
    const Commune& commune = land.settlements.communes[static_cast<std::size_t>(land.settlements.villages[village].commune)];
    if (parcel.zone == Zone::house) return commune.town ? "ODT" : "ONT";
    if (parcel.zone == Zone::forest) return patch + slope * 2 + random.between(-0.3, 0.3) > 0.9 ? "RPH" : "RSX";
    if (slope < 0.17 && above < 24) return random.chance(0.03) ? "NTS" : patch > 0.9 ? "BHK" : "LUC";
    if (slope < 0.2) return patch + random.between(-0.5, 0.5) > 0 ? "BHK" : "CLN";
    return patch + random.between(-0.5, 0.5) > 0.5 ? "CLN" : slope > 0.42 ? "RSX" : "NHK";
}

int sheetLine(double metres) {
    return static_cast<int>(std::floor(metres / sheetM));
}

/// The ring with two neighbouring corners in the wrong order, when that makes it cross itself; otherwise empty.
Polyline crossedRing(const Polyline& ring) {
    if (ring.size() < 5) return {};
    Polyline crossed = ring;
    std::swap(crossed[1], crossed[2]);
    return invalidReason(polygonOf(crossed), 0).empty() ? Polyline() : crossed;
}

} // namespace

GeometryColumn polygonOf(const Polyline& ring) {
    GeometryColumn shape;
    shape.kind = GeometryKind::polygon;
    addPolygon(shape, ring);
    return shape;
}

void addPolygon(GeometryColumn& column, const Polyline& ring) {
    for (const Point point : ring) column.addPoint(point);
    column.endRing();
    column.endPart();
    column.endFeature();
}

ParcelRows::ParcelRows(const Landscape& land, TableWriter writer, TableWriter truthWriter)
    : land_(&land), writer_(std::move(writer)), truthWriter_(std::move(truthWriter)) {
    startAfresh();
    summary_.parcelOfHousehold.resize(land.houses.size());
    summary_.shapeOfHousehold.resize(land.houses.size());
    summary_.faults = textTable({"role", "key", "rule"});
}

Result<ParcelRows> ParcelRows::create(const Landscape& land, const std::string& folder) {
    BANLANG_TRY(writer, TableWriter::create(folder, "parcels", sampleTable(Role::parcels)));
    BANLANG_TRY(truthWriter, TableWriter::create(folder + "/truth", "parcels", emptyTruth()));
    return ParcelRows(land, std::move(writer), std::move(truthWriter));
}

FeatureTable ParcelRows::emptyTruth() {
    return textTable({"commune_code", "sheet", "number", "household_id", "village_code"});
}

void ParcelRows::startAfresh() {
    rows_ = sampleTable(Role::parcels);
    truth_ = emptyTruth();
}

/// Sheets are squares of 1 km, numbered over the commune's box; parcels by place within a sheet.
ParcelKey ParcelRows::nextKey(const Parcel& parcel) {
    ParcelKey key;
    key.village = parcel.village;
    key.commune = land_->settlements.villages[static_cast<std::size_t>(parcel.village)].commune;
    const Box& box = land_->boundaries.communes.boxes[static_cast<std::size_t>(key.commune)];
    const int columns = sheetLine(box.maxX) - sheetLine(box.minX) + 1;
    key.sheet = (sheetLine(box.maxY) - sheetLine(parcel.inner.y)) * columns + sheetLine(parcel.inner.x) - sheetLine(box.minX) + 1;
    key.number = ++lastNumber_[{key.commune, key.sheet}];
    return key;
}

void ParcelRows::add(const Parcel& parcel) {
    const ParcelKey key = nextKey(parcel);
    const bool plain = parcel.house < 0 && parcel.needs.empty();
    if (plain && crossed_ < 2 && summary_.count > 500 * (crossed_ + 1)) {
        Parcel faulty = parcel;
        faulty.ring = crossedRing(parcel.ring);
        if (!faulty.ring.empty()) {
            ++crossed_;
            addFault(key, "self-intersection");
            addRows(faulty, key);
            return;
        }
    }
    addRows(parcel, key);
}

void ParcelRows::addRows(const Parcel& parcel, const ParcelKey& key) {
    const Village& village = land_->settlements.villages[static_cast<std::size_t>(key.village)];
    Random random(hashOf(land_->seed, 0x70617263), ++summary_.count);
    const bool common = parcel.zone == Zone::forest && random.chance(0.6);
    const std::size_t household =
        parcel.house >= 0
            ? static_cast<std::size_t>(parcel.house)
            : village.firstHousehold + static_cast<std::size_t>(random.whole(0, static_cast<int>(village.households) - 1));
    const std::string id = common ? std::string() : householdId(*land_, household);
    const std::string holder = common ? "UBND xã" : personName(land_->seed, household);
    const std::string sheet = fmt::format("{}", key.sheet);
    const std::string number = fmt::format("{}", key.number);
    const std::string& code = land_->settlements.communes[static_cast<std::size_t>(key.commune)].code;
    addPolygon(rows_.geometry, parcel.ring);
    const double area = areaM2(rows_.geometry, rows_.rowCount);
    addRow(rows_, {{fields::parcels.communeCode, code},
                   {fields::parcels.sheet, sheet},
                   {fields::parcels.number, number},
                   {fields::parcels.landUse, landUseOf(*land_, parcel)},
                   {fields::parcels.declaredAreaM2, std::round(area * random.between(0.97, 1.03))},
                   {fields::parcels.householdId, id},
                   {fields::parcels.holderName, holder}});
    addRow(truth_, {{"commune_code", code},
                    {"sheet", sheet},
                    {"number", number},
                    {"household_id", id},
                    {"village_code", parcel.village < 0 ? std::string_view() : std::string_view(village.code)}});
    if (parcel.house >= 0) {
        summary_.parcelOfHousehold[household] = key;
        summary_.shapeOfHousehold[household] = parcel.ring;
    }
    for (const auto& need : parcel.needs)
        summary_.needs.push_back({key, need.road, common ? -1 : static_cast<std::int32_t>(household), need.areaM2});
}

void ParcelRows::addFault(const ParcelKey& key, const char* rule) {
    const std::string& code = land_->settlements.communes[static_cast<std::size_t>(key.commune)].code;
    const std::string name = fmt::format("{}/{}/{}", code, key.sheet, key.number);
    addRow(summary_.faults, {{"role", "parcels"}, {"key", name}, {"rule", rule}});
}

/// A parcel drawn with a slip of the pen in its easting, so that it lies beyond the district.
void ParcelRows::addAstray() {
    const Box extent = land_->boundaries.communes.extent();
    const Point at{extent.minX - 260, (extent.minY + extent.maxY) / 2};
    Parcel parcel;
    parcel.zone = Zone::field;
    parcel.inner = at;
    parcel.ring = {{at.x - 21, at.y - 15}, {at.x + 17, at.y - 19}, {at.x + 25, at.y + 12}, {at.x - 14, at.y + 20}};
    roundToCentimetre(parcel.ring);
    const ParcelKey key{0, 0, 997, 1};
    addFault(key, "outside-every-village");
    addRows(parcel, key);
}

Result<void> ParcelRows::flush() {
    BANLANG_CHECK(writer_.append(rows_));
    BANLANG_CHECK(truthWriter_.append(truth_));
    startAfresh();
    return {};
}

Result<ParcelSummary> ParcelRows::finish() {
    addAstray();
    BANLANG_CHECK(flush());
    BANLANG_CHECK(writer_.finish());
    BANLANG_CHECK(truthWriter_.finish());
    return std::move(summary_);
}

} // namespace banlang::sample
