// SPDX-License-Identifier: MIT
#include "core/intake/ingest.h"

#include "core/intake/admin_unit_names.h"
#include "core/intake/geometry_repair.h"
#include "core/intake/georeferencing.h"
#include "core/intake/issuer_resolution.h"
#include "core/intake/layer_errors.h"
#include "core/intake/layer_names.h"
#include "core/intake/official_list_dates.h"
#include "core/intake/profile/columns.h"
#include "core/intake/rejected_rows.h"
#include "core/intake/reports/report_day.h"
#include "core/intake/row_checks.h"
#include "core/intake/typing.h"
#include "core/model/record_fields.h"
#include "core/model/record_traits.h"
#include "core/model/units/admin_unit_validity.h"
#include "core/text/letter_case.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>

namespace banlang {
namespace {

/// Points given for villages and communes stand for their centres.
void keepCentres(FeatureTable& rows, const GeometryColumn& points) {
    Column* x = rows.columnNamed(fields::units.centreXM.name);
    Column* y = rows.columnNamed(fields::units.centreYM.name);
    for (std::size_t row = 0; row < rows.rowCount && x != nullptr && y != nullptr; ++row) {
        if (points.isEmpty(row)) continue;
        x->numbers[row] = wholeMillimetres(points.boxes[row].minX);
        y->numbers[row] = wholeMillimetres(points.boxes[row].minY);
    }
}

void leaveUnplaced(FeatureTable& rows) {
    for (std::size_t row = 0; rows.geometry.kind != GeometryKind::none && row < rows.rowCount; ++row) rows.geometry.endFeature();
}

/// A survey table holds its points as numbers.
void pointsFromColumns(RawLayer& raw, const RecordKind& kind) {
    const bool takesPoints = kind.geometry == GeometryKind::point || findField(kind, fields::units.centreXM.name) != nullptr;
    const auto columns = findCoordinates(raw.table);
    if (raw.table.geometry.kind != GeometryKind::none || !takesPoints || !columns) return;
    const Column& x = raw.table.columns[static_cast<std::size_t>(columns->x)];
    const Column& y = raw.table.columns[static_cast<std::size_t>(columns->y)];
    const std::vector<double> xs = numbersOf(x);
    const std::vector<double> ys = numbersOf(y);
    raw.table.geometry.kind = GeometryKind::point;
    for (std::size_t row = 0; row < raw.table.rowCount; ++row) {
        if (std::isfinite(xs[row]) && std::isfinite(ys[row])) {
            raw.table.geometry.addPoint({xs[row], ys[row]});
            raw.table.geometry.endRing();
            raw.table.geometry.endPart();
        }
        raw.table.geometry.endFeature();
    }
}

TextValues adminUnitTextsOf(const FeatureTable& source, int column, bool worksheet, ProblemList& problems) {
    const Column& units = source.columns[static_cast<std::size_t>(column)];
    if (units.type == ColumnType::text) return adminUnitTexts(units, worksheet, problems).text;
    TextValues texts;
    for (std::size_t row = 0; row < source.rowCount; ++row) texts.append(units.valueText(row));
    return texts;
}

AdminUnitCompanions companionsOf(const FeatureTable& source, const RecordKind& kind, const ColumnMapping& mapping, bool worksheet,
                                 ProblemList& problems) {
    AdminUnitCompanions companions;
    if (mapping.communeOfVillage != noColumn)
        companions.commune = adminUnitTextsOf(source, mapping.communeOfVillage, worksheet, problems);
    for (std::size_t field = 0; field < kind.fields.size(); ++field) {
        if (mapping.companions[field] == noColumn) continue;
        TextValues& texts = kind.fields[field].reference == Reference::commune ? companions.commune : companions.village;
        texts = adminUnitTextsOf(source, mapping.companions[field], worksheet, problems);
    }
    return companions;
}

/// What a row says of its own place: the ground of its village, of its household's village, or of its commune.
class OwnPolygon {
public:
    OwnPolygon(const FeatureTable& rows, const RecordKind& kind, const AdminUnitCompanions& companions,
               const AdminUnitContext& context, const KnownRecords& known)
        : rows_(rows), kind_(kind), companions_(companions), known_(known), told_(communeOf(context, known.communes())),
          household_(rows.columnNamed(fields::householdReferences.householdId.name)) {}

    [[nodiscard]] std::optional<bool> operator()(std::size_t row, Point place) const {
        const RowAdminUnits units = adminUnitsOf(rows_, kind_, companions_, known_, row);
        const std::string commune = units.commune.empty() ? told_.value_or("") : units.commune;
        std::string village = units.village;
        if (village.empty() && household_ != nullptr) village = known_.villageOfHousehold(household_->text[row]);
        const auto code = village.empty() ? std::nullopt : known_.villages().codeOf(village, commune);
        if (code && known_.villages().hasPolygonsOf(*code)) return known_.villages().covers(*code, place);
        if (known_.communes().hasPolygonsOf(commune)) return known_.communes().covers(commune, place);
        return std::nullopt;
    }

private:
    const FeatureTable& rows_;
    const RecordKind& kind_;
    const AdminUnitCompanions& companions_;
    const KnownRecords& known_;
    std::optional<std::string> told_;
    const Column* household_;
};

/// Puts the geometries of the layer into the rows; returns what became of them.
Result<GeoreferencedGeometry> placeRows(FeatureTable& rows, ParsedLayer& layer, const RecordKind& kind,
                                        const ExpectedPlace& expectedPlace, IngestState& state, ProblemList& problems) {
    const ErrorPlace where{layer.file, layer.raw.table.name, -1, {}};
    rows.geometry.kind = kind.geometry;
    if (layer.raw.table.geometry.kind == GeometryKind::none) {
        leaveUnplaced(rows);
        return GeoreferencedGeometry();
    }
    const GeoreferencingContext help{state.finder, state.footprint, expectedPlace, state.storeEpsg, state.questions};
    BANLANG_TRY(placed, georeference(layer.raw, layer.userProfile, help, where, problems));
    fixAxisOrder(placed.geometry, state.footprint, problems);
    if (placed.geometry.kind == kind.geometry) {
        rows.geometry = std::move(placed.geometry);
    } else {
        keepCentres(rows, placed.geometry);
        leaveUnplaced(rows);
    }
    return std::move(placed);
}

void tellMissingClasses(const FeatureTable& roads, ProblemList& problems) {
    std::size_t missing = 0;
    for (std::size_t row = 0; row < roads.rowCount; ++row) {
        missing += roads.textAt(fields::roads.managementClass, row).empty() && !problems.isRejected(row) ? 1U : 0U;
    }
    if (missing == 0) return;
    problems.addForLayer(
        Severity::note, "class-missing",
        {fmt::format("{} tuyến không ghi cấp quản lý; vẫn được giữ", missing),
         fmt::format("{} roads have no management class; they are kept", missing)},
        {"Ghi cấp quản lý (QL, ĐT, ĐH, ĐX ...) rồi nạp lại", "Enter the management class (QL, ĐT, ĐH, ĐX ...) and import again"});
}

void checkRows(FeatureTable& rows, const RecordKind& kind, const KnownRecords& known, ProblemList& problems) {
    checkRequired(rows, kind, known, problems);
    checkKeys(rows, kind, problems);
    if (hasVersions(kind.role)) checkVersions(rows, kind.role == Role::communes ? known.communes() : known.villages(), problems);
    if (kind.geometry == GeometryKind::polygon) repairPolygons(rows.geometry, problems);
    if (kind.role == Role::roads) tellMissingClasses(rows, problems);
    checkReferences(rows, kind, known, problems);
    checkValues(rows, kind, problems);
    checkLocation(rows, kind, known, problems);
}

/// TCVN3 keeps its capitals in the font, so the case of what was typed with a capital font says nothing. Names of places are
/// written as names again, unless the whole column is in capitals.
void restoreNameCase(FeatureTable& rows, const ParsedLayer& layer, const RecordKind& kind, const ColumnMapping& mapping,
                     ProblemList& problems) {
    const bool places = kind.role == Role::communes || kind.role == Role::villages;
    if (!places) return;
    const RecordField* field = findField(kind, fields::units.name.name);
    const int source = mapping.fields[field->position];
    if (source == noColumn) return;
    const std::string& name = layer.raw.table.columns[static_cast<std::size_t>(source)].name;
    const bool tcvn3 = std::any_of(layer.decodings.begin(), layer.decodings.end(), [&](const ColumnDecoding& decoding) {
        return decoding.column == name && decoding.decoding.encoding == TextEncoding::tcvn3;
    });
    Column& names = *rows.find(fields::units.name);
    std::size_t odd = 0;
    for (std::size_t row = 0; row < rows.rowCount; ++row) odd += isInNameCase(names.text[row]) ? 0U : 1U;
    if (!tcvn3 || odd == 0 || odd == rows.rowCount) return;
    TextValues restored;
    for (std::size_t row = 0; row < rows.rowCount; ++row) {
        const std::string_view text = names.text[row];
        restored.append(isInNameCase(text) ? std::string(text) : inNameCase(text));
    }
    names.text = std::move(restored);
    problems.addForLayer(
        Severity::note, "name-case",
        {fmt::format("{} tên gõ bằng phông chữ hoa TCVN3; đã viết lại hoa chữ đầu", odd),
         fmt::format("{} names were typed in a capital font of TCVN3; they are written with initial capitals again", odd)},
        {});
}

/// All that decided how the layer was read, for a mapping file.
ImportProfile profileOf(const ParsedLayer& layer, const RecordKind& kind, const ColumnMapping& mapping,
                        const GeoreferencedGeometry& placed) {
    ImportProfile profile = layer.userProfile;
    profile.role = layer.role;
    profile.headerRows = layer.headerRows;
    for (const ColumnDecoding& decoding : layer.decodings) profile.decodings[decoding.column] = decoding.decoding;
    for (std::size_t field = 0; field < kind.fields.size(); ++field) {
        if (mapping.fields[field] == noColumn) continue;
        profile.fields[layer.raw.table.columns[static_cast<std::size_t>(mapping.fields[field])].name] = kind.fields[field].name;
    }
    if (placed.epsg > 0) profile.epsg = placed.epsg;
    if (placed.axesSwapped) profile.swapAxes = true;
    return profile;
}

/// Whether rows may be reports of records that are known: what names a record has a column.
bool hasNumber(const ColumnMapping& mapping, const RecordKind& kind) {
    if (kind.key.empty()) return false;
    const RecordField* number = findField(kind, kind.key.front());
    while (number != nullptr && mapping.fields[number->position] == noColumn) number = findField(kind, number->fallbackField);
    return number != nullptr;
}

bool hasDays(const ColumnMapping& mapping, const RecordKind& kind) {
    const RecordField* date = findField(kind, fields::events.date.name);
    return date == nullptr || mapping.fields[date->position] != noColumn;
}

/// Required fields that neither a column nor the surroundings could fill.
std::vector<std::string> stillMissing(const FeatureTable& rows, const RecordKind& kind, const ColumnMapping& mapping) {
    std::vector<std::string> missing;
    for (const std::string& name : missingRequired(mapping, kind, false)) {
        const Column* column = rows.columnNamed(name);
        bool filled = false;
        for (std::size_t row = 0; column != nullptr && row < rows.rowCount && !filled; ++row) filled = !column->isMissing(row);
        if (!filled) missing.push_back(name);
    }
    return missing;
}

/// What the batch says of the layer as a whole.
void describeLayer(ParsedLayer& layer, const RecordKind& kind, const ColumnMapping& mapping, const GeoreferencedGeometry& placed,
                   CheckedBatch& batch) {
    batch.file = layer.file;
    batch.layer = layer.raw.table.name;
    batch.role = layer.role;
    batch.encoding = layer.raw.recodedFrom.empty() ? encodingSummary(layer.decodings) : layer.raw.recodedFrom;
    batch.crs = placed.crs;
    batch.userProfile = layer.userProfile;
    batch.userProfile.reportedOn.reset(); // of these very rows: next month's file of the same name speaks of another day
    batch.profile = profileOf(layer, kind, mapping, placed);
    batch.decodings = std::move(layer.decodings);
    for (std::size_t field = 0; field < kind.fields.size(); ++field) {
        if (mapping.fields[field] != noColumn)
            batch.mapping.emplace_back(layer.raw.table.columns[static_cast<std::size_t>(mapping.fields[field])].name,
                                       kind.fields[field].name);
    }
}

} // namespace

Result<CheckedBatch> ingest(ParsedLayer& layer, IngestState& state) {
    const RecordKind& kind = recordKind(layer.role);
    const ErrorPlace where{layer.file, layer.raw.table.name, -1, {}};
    pointsFromColumns(layer.raw, kind);
    const ColumnMapping mapping = mapColumns(layer.raw.table, kind, layer.userProfile);
    const bool partial = state.known.any(kind.role) && hasNumber(mapping, kind);
    const ReportNames around = reportNamesOf(layer);
    const auto totalsOf = periodOfTotals(around, kind.role, hasDays(mapping, kind), layer.userProfile.reportedOn);
    const GeometryKind geometry = layer.raw.table.geometry.kind;
    if (!geometryFits(geometry, kind) && !(partial && geometry == GeometryKind::none))
        return Unexpected(wrongRole(kind, layer.raw.table.geometry.kind, where));
    auto missing = missingRequired(mapping, kind, true);
    if (totalsOf) std::erase(missing, fields::events.date.name);
    if (!missing.empty() && !partial) return Unexpected(missingColumns(kind, missing, layer.raw.table, where));

    ProblemList problems(layer.file, layer.raw);
    CheckedBatch batch;
    FeatureTable& rows = batch.rows;
    rows.name = kind.table;
    rows.kind = tableKind(kind.role);
    rows.rowCount = layer.raw.table.rowCount;
    std::vector<ErasedCell> erased;
    rows.columns = typedColumns(layer.raw.table, kind, mapping, layer.userProfile, layer.notes, problems, erased);
    restoreNameCase(rows, layer, kind, mapping, problems);
    if (totalsOf) dateTotals(rows, *totalsOf, problems);
    const AdminUnitCompanions companions = companionsOf(layer.raw.table, kind, mapping, layer.notes.worksheet, problems);
    const AdminUnitContext context = contextOf(layer, state.known.communes());
    const OwnPolygon ownPolygon(rows, kind, companions, context, state.known);
    BANLANG_TRY(placed, placeRows(rows, layer, kind, std::cref(ownPolygon), state, problems));
    resolveAdminUnits(rows, kind, companions, context, state.known, problems);
    resolveIssuers(rows, kind, companions, context, state.known, state.office);
    if (layer.role == Role::communes) assignValidityByOfficialList(rows, state.known.communes(), problems);
    missing = stillMissing(rows, kind, mapping);
    if (!missing.empty() && rows.rowCount > 0 && !partial) return Unexpected(missingColumns(kind, missing, layer.raw.table, where));
    batch.erased = erasedFields(rows, kind, erased, problems);
    checkRows(rows, kind, state.known, problems);
    // Reports of nothing that is known are what they look like: a layer that lacks what its kind needs.
    if (partial && rows.rowCount > 0 && problems.rejectedAll()) {
        if (!geometryFits(geometry, kind)) return Unexpected(wrongRole(kind, geometry, where));
        missing = stillMissing(rows, kind, mapping);
        if (!missing.empty()) return Unexpected(missingColumns(kind, missing, layer.raw.table, where));
    }
    takeReportTime(around, layer.userProfile.reportedOn, batch, problems);
    // Rows with a day of their own are events, however long the time is that the list is of.
    if (mayBeTotals(kind.role)) batch.period = totalsOf;

    describeLayer(layer, kind, mapping, placed, batch);
    batch.rowsRead = rows.rowCount;
    batch.sourceRows.reserve(rows.rowCount);
    for (std::size_t row = 0; row < rows.rowCount; ++row)
        batch.sourceRows.push_back(static_cast<std::uint32_t>(problems.rowNumber(row)));
    removeRejected(batch, problems);
    for (RowProblem& problem : layer.problems) batch.problems.push_back(std::move(problem));
    for (RowProblem& problem : problems.take()) batch.problems.push_back(std::move(problem));
    return batch;
}

} // namespace banlang
