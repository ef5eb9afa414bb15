// SPDX-License-Identifier: MIT
#include "core/link/link.h"

#include "core/base/parallel.h"
#include "core/link/by_place.h"
#include "core/link/to_parcel.h"
#include "core/link/to_unit.h"

#include <algorithm>

namespace banlang {
namespace {

/// What a record names and did not find.
struct Failure {
    std::string said;
    Bilingual reason;
};

/// Links one table after another, in the order of the roles: what others refer to comes first.
class Linker {
public:
    explicit Linker(District& district) : district_(district) {}
    TableLinkReport link(const RecordKind& kind);

private:
    const UnitIndex& units(Role role);
    void byText(const RecordKind& kind, const RecordField& field);
    void byParcelName(const RecordKind& kind);
    void byPlace(Role role);
    void inherit(Role role);
    void rate(const RecordKind& kind);
    void fail(std::size_t row, std::string_view said, Label reason);
    [[nodiscard]] TableLinkReport report(const RecordKind& kind) const;

    District& district_;
    std::map<Role, UnitIndex> indexes_;
    std::map<std::size_t, Failure> failures_; ///< of the table in hand, the first one per row
};

constexpr Label unknownUnit{"không có đơn vị nào mang mã hoặc tên này", "no unit has this code or name"};
constexpr Label unknownRoad{"không có tuyến đường nào mang mã hoặc tên này", "no road has this id or name"};
constexpr Label unknownHousehold{"không có hộ nào mang mã này", "no household has this id"};
constexpr Label unknownParcel{"xã không có thửa này", "the commune has no such parcel"};
constexpr Label severalNames{"nhiều nơi cùng mang tên hoặc mã này", "several places bear this name or code"};
constexpr Label severalParcels{"nhiều thửa cùng số tờ, số thửa", "several parcels bear this sheet and number"};
constexpr Label outsideVillages{"nằm ngoài mọi thôn", "lies outside every village"};
constexpr Label nowhere{"không nêu nơi nào tìm được", "names no place that could be found"};

Label unknown(Reference reference) {
    if (reference == Reference::road) return unknownRoad;
    return reference == Reference::household ? unknownHousehold : unknownUnit;
}

bool refersTo(const RecordKind& kind, Reference reference) {
    return std::any_of(kind.fields.begin(), kind.fields.end(),
                       [&](const RecordField& field) { return field.reference == reference; });
}

/// A place that the record named by text beats one found from its position; the finest place tells the method of the record.
void noteMethod(TableLinks& links, std::size_t row, LinkMethod method) {
    links.method[row] = method;
}

void Linker::fail(std::size_t row, std::string_view said, Label reason) {
    failures_.try_emplace(row, Failure{std::string(said), reason.text()});
}

const UnitIndex& Linker::units(Role role) {
    if (const auto found = indexes_.find(role); found != indexes_.end()) return found->second;
    const std::string_view code = role == Role::communes || role == Role::villages ? "code" : "id";
    // Households have no name to be found by, and an empty column costs nothing.
    const std::span<const std::int32_t> parents =
        role == Role::communes ? std::span<const std::int32_t>{} : std::span<const std::int32_t>(district_.linksOf(role).commune);
    return indexes_.try_emplace(role, district_.table(role), code, parents).first->second;
}

void Linker::byText(const RecordKind& kind, const RecordField& field) {
    const FeatureTable& table = district_.table(kind.role);
    const Column* column = table.find(field.name);
    if (column == nullptr || column->type != ColumnType::text) return;
    TableLinks& links = district_.linksOf(kind.role);
    auto& target = linksTo(links, field.reference);
    target.resize(table.rowCount, notLinked);
    const UnitIndex& index = units(targetOf(field.reference));
    const bool codeOnly = field.reference == Reference::household;
    const auto parentOf = [&](std::size_t row) {
        const bool nested = field.reference == Reference::village || field.reference == Reference::road;
        return nested && !links.commune.empty() ? links.commune[row] : notLinked;
    };
    std::vector<std::uint8_t> failed(table.rowCount, 0); // 1 = unknown, 2 = several
    parallelRanges(table.rowCount, 8'192, [&](std::size_t begin, std::size_t end) {
        std::string_view lastText; // neighbours often name the same unit
        std::int32_t lastParent = notLinked;
        TextMatch last;
        for (std::size_t row = begin; row < end; ++row) {
            const std::string_view text = column->text[row];
            if (text.empty()) continue;
            const std::int32_t parent = parentOf(row);
            if (text != lastText || parent != lastParent) {
                last = codeOnly ? index.findCode(text) : index.find(text, parent);
                lastText = text;
                lastParent = parent;
            }
            target[row] = last.row;
            if (last.row >= 0)
                noteMethod(links, row, codeOnly ? LinkMethod::key : last.method);
            else
                failed[row] = last.ambiguous ? 2 : 1;
        }
    });
    for (std::size_t row = 0; row < table.rowCount; ++row) {
        if (failed[row] == 0) continue;
        // A result or a target may also belong to one village, named by its code.
        if (field.name == "unit_code") {
            links.village.resize(table.rowCount, notLinked);
            const TextMatch village = units(Role::villages).findCode(column->text[row]);
            links.village[row] = village.row;
            if (village.row >= 0) {
                noteMethod(links, row, village.method);
                continue;
            }
        }
        fail(row, column->text[row], failed[row] == 2 ? severalNames : unknown(field.reference));
    }
}

void Linker::byParcelName(const RecordKind& kind) {
    const FeatureTable& table = district_.table(kind.role);
    TableLinks& links = district_.linksOf(kind.role);
    std::vector<ParcelName> names(table.rowCount);
    for (std::size_t row = 0; row < table.rowCount; ++row)
        names[row] = {links.commune.empty() ? notLinked : links.commune[row], table.textAt("sheet", row),
                      table.textAt("number", row)};
    links.parcel = findParcels(district_, names);
    for (std::size_t row = 0; row < table.rowCount; ++row) {
        if (links.parcel[row] >= 0) {
            noteMethod(links, row, LinkMethod::key);
        } else if (!names[row].number.empty()) {
            const std::string said = std::string(names[row].sheet) + "/" + std::string(names[row].number);
            fail(row, said, links.parcel[row] == ambiguousParcel ? severalParcels : unknownParcel);
            links.parcel[row] = notLinked;
        }
    }
}

void Linker::byPlace(Role role) {
    const GeometryColumn& features = district_.table(role).geometry;
    TableLinks& links = district_.linksOf(role);
    const bool pinpoint = features.kind == GeometryKind::point || features.kind == GeometryKind::polygon;
    const auto fill = [&](std::vector<std::int32_t>& target, Role units) {
        const GeometryColumn& polygons = district_.table(units).geometry;
        target.resize(district_.table(role).rowCount, notLinked);
        if (features.featureCount() != target.size() || polygons.featureCount() == 0) return;
        if (std::none_of(target.begin(), target.end(), [](std::int32_t row) { return row < 0; })) return;
        const auto places = findPlaces(features, polygons);
        for (std::size_t row = 0; row < target.size(); ++row) {
            if (target[row] >= 0 || places[row] < 0) continue;
            target[row] = places[row];
            noteMethod(links, row, LinkMethod::place);
        }
    };
    if (pinpoint && role != Role::communes && role != Role::villages) fill(links.village, Role::villages);
    if (role == Role::roads || role == Role::villages) fill(links.commune, Role::communes);
}

/// What a record does not say itself it takes from its parcel, then from its household, then from its village.
void Linker::inherit(Role role) {
    const std::size_t count = district_.table(role).rowCount;
    TableLinks& links = district_.linksOf(role);
    const auto take = [&](std::vector<std::int32_t>& target, const std::vector<std::int32_t>& via,
                          const std::vector<std::int32_t>& source) {
        if (via.empty() || source.empty()) return;
        target.resize(count, notLinked);
        for (std::size_t row = 0; row < count; ++row) {
            if (target[row] < 0 && via[row] >= 0) target[row] = source[static_cast<std::size_t>(via[row])];
        }
    };
    const TableLinks& parcels = district_.linksOf(Role::parcels);
    const TableLinks& households = district_.linksOf(Role::households);
    if (role != Role::parcels) {
        take(links.household, links.parcel, parcels.household);
        take(links.village, links.parcel, parcels.village);
        take(links.village, links.household, households.village);
    }
    take(links.commune, links.village, district_.linksOf(Role::villages).commune);
    if (role != Role::parcels) {
        take(links.commune, links.parcel, parcels.commune);
        take(links.commune, links.household, households.commune);
    }
    take(links.commune, links.road, district_.linksOf(Role::roads).commune);
    // What is said of a garden, a house or a work is said where that is.
    for (const Reference subject : {Reference::garden, Reference::house, Reference::roadWork}) {
        const std::vector<std::int32_t>& via = linksTo(std::as_const(links), subject);
        const TableLinks& there = district_.linksOf(targetOf(subject));
        take(links.household, via, there.household);
        take(links.road, via, there.road);
        take(links.village, via, there.village);
        take(links.commune, via, there.commune);
    }
}

void Linker::rate(const RecordKind& kind) {
    const FeatureTable& table = district_.table(kind.role);
    TableLinks& links = district_.linksOf(kind.role);
    const auto has = [](const std::vector<std::int32_t>& column, std::size_t row) { return !column.empty() && column[row] >= 0; };
    for (std::size_t row = 0; row < table.rowCount; ++row) {
        const bool shaped =
            table.geometry.kind == GeometryKind::polygon && row < table.geometry.featureCount() && !table.geometry.isEmpty(row);
        Precision& precision = links.precision[row];
        if (shaped)
            precision = Precision::polygon;
        else if (has(links.parcel, row))
            precision = Precision::parcel;
        else if (kind.role == Role::households || has(links.household, row))
            precision = Precision::household;
        else if (has(links.village, row))
            precision = Precision::village;
        else if (has(links.commune, row))
            precision = Precision::commune;

        const bool placed =
            has(links.commune, row) || has(links.village, row) || has(links.road, row) || kind.role == Role::unitChanges;
        if (kind.role == Role::parcels && !has(links.village, row) && district_.table(Role::villages).rowCount > 0)
            fail(row, std::string(table.textAt("sheet", row)) + "/" + std::string(table.textAt("number", row)), outsideVillages);
        else if (kind.role != Role::roads && kind.role != Role::rivers && !placed && kind.role != Role::communes)
            fail(row, {}, nowhere);
    }
}

TableLinkReport Linker::report(const RecordKind& kind) const {
    const TableLinks& links = district_.linksOf(kind.role);
    TableLinkReport report;
    report.role = kind.role;
    report.records = district_.table(kind.role).rowCount;
    report.linked = report.records - failures_.size();
    std::map<LinkMethod, std::size_t> counts;
    for (const LinkMethod method : links.method) ++counts[method];
    report.byMethod.assign(counts.begin(), counts.end());
    for (const auto& [row, failure] : failures_)
        report.open.push_back({kind.role, static_cast<std::uint32_t>(row), failure.said, failure.reason});
    return report;
}

TableLinkReport Linker::link(const RecordKind& kind) {
    failures_.clear();
    const std::size_t count = district_.table(kind.role).rowCount;
    TableLinks& links = district_.linksOf(kind.role);
    links = {};
    links.method.assign(count, LinkMethod::none);
    links.precision.assign(count, Precision::none);
    // From coarse to fine, so that the finest place that was found names the method.
    for (const Reference reference : {Reference::commune, Reference::village, Reference::road, Reference::roadWork,
                                      Reference::household, Reference::garden, Reference::house}) {
        for (const RecordField& field : kind.fields) {
            if (field.reference == reference) byText(kind, field);
        }
    }
    if (kind.role != Role::parcels && refersTo(kind, Reference::parcelNumber)) byParcelName(kind);
    byPlace(kind.role);
    inherit(kind.role);
    rate(kind);
    return report(kind);
}

} // namespace

std::vector<TableLinkReport> linkDistrict(District& district) {
    Linker linker(district);
    std::vector<TableLinkReport> reports;
    for (const RecordKind& kind : recordKinds()) reports.push_back(linker.link(kind));
    return reports;
}

std::string_view name(LinkMethod method) {
    switch (method) {
    case LinkMethod::key:
        return "key";
    case LinkMethod::code:
        return "code";
    case LinkMethod::name:
        return "name";
    case LinkMethod::foldedName:
        return "folded-name";
    case LinkMethod::place:
        return "place";
    case LinkMethod::headOfHousehold:
        return "head-of-household";
    case LinkMethod::decision:
        return "decision";
    case LinkMethod::none:
        break;
    }
    return "none";
}

} // namespace banlang
