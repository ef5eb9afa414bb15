// SPDX-License-Identifier: MIT
#include "core/intake/admin_unit_names.h"

#include "core/base/parallel.h"
#include "core/geo/measure.h"
#include "core/intake/official_list_dates.h"
#include "core/model/record_traits.h"
#include "core/text/named_code.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace banlang {
namespace {

template <class Table> auto* fieldThatNames(Table& rows, const RecordKind& kind, Reference reference) {
    for (std::size_t i = 0; i < kind.fields.size(); ++i) {
        if (kind.fields[i].reference == reference && kind.role != Role::communes) return &rows.columns[i];
    }
    return static_cast<decltype(&rows.columns[0])>(nullptr);
}

bool isNumber(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// The code of a unit, also when zeros in front were lost. Unit codes have at most ten digits.
std::optional<std::string> codeOf(const KnownAdminUnits& units, std::string_view text, std::string_view parent) {
    if (text.empty()) return std::nullopt;
    if (auto code = units.codeOf(text, parent)) return code;
    constexpr std::size_t longestCode = 10;
    std::string padded(text);
    while (isNumber(text) && padded.size() < longestCode) {
        padded.insert(padded.begin(), '0');
        if (units.hasCode(padded)) return padded;
    }
    return std::nullopt;
}

/// For every row the code of the commune in which its geometry lies; empty where it lies in none.
std::vector<std::string> communesByPlace(const FeatureTable& rows, const KnownAdminUnits& communes) {
    std::vector<std::string> codes(rows.rowCount);
    constexpr std::size_t grain = 2048;
    parallelRanges(rows.rowCount, grain, [&](std::size_t begin, std::size_t end) {
        for (std::size_t row = begin; row < end; ++row) {
            const auto point = rows.geometry.isEmpty(row) ? std::nullopt : representativePoint(rows.geometry, row);
            if (point) codes[row] = communes.codeAt(*point).value_or(std::string());
        }
    });
    return codes;
}

TextValues texts(const std::vector<std::string>& values) {
    TextValues column;
    for (const std::string& value : values) column.append(value);
    return column;
}

/// The commune is no part of what names a record, so that it may be told by code and name.
bool keepsNames(const RecordKind& kind) {
    const auto isCommune = [&](std::string_view name) {
        const RecordField* field = findField(kind, name);
        return field != nullptr && field->reference == Reference::commune;
    };
    return traitsOf(kind.role).scope != KeyScope::roadAuthority && std::none_of(kind.key.begin(), kind.key.end(), isCommune);
}

class AdminUnitResolver {
public:
    AdminUnitResolver(const KnownRecords& known, const Column* commune, const Column* village,
                      const AdminUnitCompanions& companions, const RecordKind& kind)
        : known_(known), commune_(commune), village_(village), companions_(companions), keepsNames_(keepsNames(kind)),
          anyLevel_(findField(kind, fields::unitReferences.unitCode.name) != nullptr) {}

    [[nodiscard]] RowAdminUnits settle(std::size_t row) const {
        RowAdminUnits units;
        const std::string_view rawText = commune_ != nullptr ? commune_->text[row] : std::string_view();
        std::string_view beside = companions_.commune.size() > 0 ? companions_.commune[row] : std::string_view();
        if (const auto named = namedCode(rawText); named && beside.empty()) beside = named->name;
        if (anyLevel_ && known_.communes().mayNameDistrict(rawText)) {
            units.commune = std::string(rawText);
            settleVillage(row, units);
            return units;
        }
        const auto byStatedCode = codeOf(known_.communes(), rawText, {});
        const auto byName = codeOf(known_.communes(), beside, {});
        units.commune = byStatedCode.value_or(byName.value_or(std::string(rawText)));
        if (byStatedCode && byName && *byStatedCode != *byName) decide(row, *byStatedCode, *byName, units);
        units.misnamed = byStatedCode && !byName && !beside.empty() && !known_.communes().isNamed(*byStatedCode, beside) &&
                         !villageIsIn(row, *byStatedCode);
        if (byStatedCode && !beside.empty()) keepName(row, *byStatedCode, beside, units);
        settleVillage(row, units);
        return units;
    }

private:
    [[nodiscard]] bool villageIsIn(std::size_t row, const std::string& commune) const {
        for (const std::string_view text : {village_ != nullptr ? village_->text[row] : std::string_view(),
                                            companions_.village.size() > 0 ? companions_.village[row] : std::string_view()}) {
            if (const auto code = codeOf(known_.villages(), text, commune)) {
                if (known_.villages().isUnder(*code, commune)) return true;
            }
        }
        return false;
    }

    void decide(std::size_t row, const std::string& byCode, const std::string& byName, RowAdminUnits& units) const {
        const bool nameConfirmed = villageIsIn(row, byName);
        const bool codeConfirmed = villageIsIn(row, byCode);
        units.conflict = nameConfirmed == codeConfirmed;
        units.nameWon = nameConfirmed && !codeConfirmed;
        if (units.nameWon) units.commune = byName;
    }

    /// Of a recycled code the name tells which unit is meant, unless the village has told it.
    void keepName(std::size_t row, const std::string& code, std::string_view beside, RowAdminUnits& units) const {
        const auto bearers = known_.communes().bearersOfRecycled(code);
        if (!keepsNames_ || bearers.empty() || units.nameWon || villageIsIn(row, code)) return;
        const CodeBearer* meant = nullptr;
        for (const CodeBearer& bearer : bearers) {
            if (!isSameName(bearer.name, beside)) continue;
            if (meant != nullptr && !isSameName(meant->name, bearer.name)) return;
            if (meant == nullptr) meant = &bearer;
        }
        if (meant != nullptr) units.namedCode = codeAndName(code, meant->name);
    }

    void settleVillage(std::size_t row, RowAdminUnits& units) const {
        if (village_ == nullptr) return;
        units.village = village_->text[row];
        const std::string_view beside = companions_.village.size() > 0 ? companions_.village[row] : std::string_view();
        const std::string parent = known_.communes().hasCode(units.commune) ? units.commune : std::string();
        auto code = codeOf(known_.villages(), units.village, parent);
        const bool elsewhere = code && !parent.empty() && !known_.villages().isUnder(*code, parent);
        if (!code || elsewhere) {
            if (auto byName = codeOf(known_.villages(), beside, parent)) code = byName;
        }
        if (code) units.village = *code;
        if (units.commune.empty() && code) units.commune = known_.villages().parentOf(*code);
    }

    const KnownRecords& known_;
    const Column* commune_;
    const Column* village_;
    const AdminUnitCompanions& companions_;
    bool keepsNames_;
    bool anyLevel_; ///< the unit may be the district
};

void fillCommunes(FeatureTable& rows, const RecordKind& kind, const AdminUnitContext& context, const KnownAdminUnits& communes,
                  Column& column) {
    bool missing = false;
    for (std::size_t row = 0; row < rows.rowCount && !missing; ++row) missing = column.text[row].empty();
    if (!missing) return;
    const auto told = communeOf(context, communes);
    std::vector<std::string> places;
    // What need not be said is found by place when records are linked; here only what has to be there.
    const bool needed = findField(kind, column.name)->required;
    if (needed && rows.geometry.featureCount() == rows.rowCount && communes.hasPolygons()) places = communesByPlace(rows, communes);
    // A file of one commune may hold parcels that were drawn a little across its border; a file of the district lies all over.
    const auto there = static_cast<std::size_t>(std::count(places.begin(), places.end(), told.value_or("")));
    const bool contextHolds = told && (places.empty() || there * 2 > rows.rowCount || context.commune);
    std::vector<std::string> values(rows.rowCount);
    for (std::size_t row = 0; row < rows.rowCount; ++row) {
        values[row] = column.text[row];
        if (!values[row].empty()) continue;
        if (contextHolds)
            values[row] = *told;
        else if (!places.empty())
            values[row] = places[row];
    }
    column.text = texts(values);
}

void fillVillages(FeatureTable& rows, const KnownAdminUnits& villages, Column& column) {
    if (rows.geometry.featureCount() != rows.rowCount || !villages.hasPolygons()) return;
    std::vector<std::string> values(rows.rowCount);
    for (std::size_t row = 0; row < rows.rowCount; ++row) {
        values[row] = column.text[row];
        const auto point =
            values[row].empty() && !rows.geometry.isEmpty(row) ? representativePoint(rows.geometry, row) : std::nullopt;
        if (point) values[row] = villages.codeAt(*point).value_or(std::string());
    }
    column.text = texts(values);
}

/// Most tables name each row's commune by a code that is known: nothing to settle.
bool allCodesKnown(const Column& column, const KnownAdminUnits& units) {
    std::string_view last;
    for (std::size_t row = 0; row < column.text.size(); ++row) {
        const std::string_view code = column.text[row];
        if (code.empty() || (code != last && !units.hasCode(code))) return false;
        last = code;
    }
    return true;
}

/// What codes meant at other times, looked up once for each code and name.
class Meanings {
public:
    [[nodiscard]] const Bilingual& of(std::string_view code, std::string_view name) {
        const auto [found, isNew] = known_.try_emplace({std::string(code), std::string(name)});
        if (isNew) found->second = meaningsOfCode(code, name);
        return found->second;
    }

private:
    std::map<std::pair<std::string, std::string>, Bilingual> known_;
};

struct StatedAdminUnit {
    std::string_view code;
    std::string_view beside; ///< the name
    std::string_view field;
};

void addRecycled(ProblemList& problems, std::size_t row, bool kept, const StatedAdminUnit& stated, const Bilingual& meanings) {
    problems.add(kept ? Severity::warning : Severity::rejected, "code-names-another-unit", row, stated.field,
                 {fmt::format("Cột tên ghi “{}”, còn mã “{}” qua các thời kỳ là {}; chưa rõ là xã nào", stated.beside, stated.code,
                              meanings.vi),
                  fmt::format("The name says “{}”, and the code “{}” meant {}; which commune is meant is not known", stated.beside,
                              stated.code, meanings.en)},
                 {"Nạp danh sách xã của thời điểm lập bảng, hoặc sửa mã hay tên của dòng này",
                  "Import the list of communes of the time of this table, or mend code or name of the row"});
}

void addConflict(ProblemList& problems, std::size_t row, const StatedAdminUnit& stated) {
    problems.add(Severity::rejected, "code-name-conflict", row, stated.field,
                 {fmt::format("Mã “{}” và tên “{}” là hai xã khác nhau", stated.code, stated.beside),
                  fmt::format("The code “{}” and the name “{}” are two different communes", stated.code, stated.beside)},
                 {"Sửa dòng này, hoặc bỏ bớt một cột trong tệp ánh xạ (cột = \"\")",
                  "Mend the row, or leave one of the columns out in a mapping file (column = \"\")"});
}

void tellDisagreement(ProblemList& problems, std::size_t row, const RowAdminUnits& units, const StatedAdminUnit& stated,
                      Meanings& meanings) {
    if (!units.conflict && !units.misnamed) return;
    const Bilingual& recycled = meanings.of(units.commune, stated.beside);
    if (!recycled.vi.empty())
        addRecycled(problems, row, !units.namedCode.empty(), stated, recycled);
    else if (units.conflict)
        addConflict(problems, row, stated);
}

} // namespace

RowAdminUnits adminUnitsOf(const FeatureTable& rows, const RecordKind& kind, const AdminUnitCompanions& companions,
                           const KnownRecords& known, std::size_t row) {
    const AdminUnitResolver settler(known, fieldThatNames(rows, kind, Reference::commune),
                                    fieldThatNames(rows, kind, Reference::village), companions, kind);
    return settler.settle(row);
}

std::optional<std::string> communeOf(const AdminUnitContext& context, const KnownAdminUnits& communes) {
    return context.commune ? context.commune : communes.codeNamedIn(context.names);
}

void resolveAdminUnits(FeatureTable& rows, const RecordKind& kind, const AdminUnitCompanions& companions,
                       const AdminUnitContext& context, const KnownRecords& known, ProblemList& problems) {
    Column* commune = fieldThatNames(rows, kind, Reference::commune);
    Column* village = fieldThatNames(rows, kind, Reference::village);
    if (commune != nullptr && companions.commune.size() == 0) fillCommunes(rows, kind, context, known.communes(), *commune);
    if (commune == nullptr && village == nullptr) return;
    if (village == nullptr && companions.commune.size() == 0 && allCodesKnown(*commune, known.communes())) return;
    const bool named = companions.commune.size() > 0;
    const auto told = commune == nullptr && !named ? communeOf(context, known.communes()) : std::nullopt;
    Column everywhere;
    for (std::size_t row = 0; told && row < rows.rowCount; ++row) everywhere.text.append(*told);
    const AdminUnitResolver settler(known, told ? &everywhere : commune, village, companions, kind);
    std::vector<RowAdminUnits> settled(rows.rowCount);
    constexpr std::size_t grain = 8192;
    parallelRanges(rows.rowCount, grain, [&](std::size_t begin, std::size_t end) {
        for (std::size_t row = begin; row < end; ++row) settled[row] = settler.settle(row);
    });
    std::size_t mended = 0;
    Meanings meanings;
    TextValues communeCodes;
    TextValues villageCodes;
    for (std::size_t row = 0; row < rows.rowCount; ++row) {
        mended += settled[row].nameWon ? 1U : 0U;
        if (commune != nullptr) {
            const std::string_view beside = named ? companions.commune[row] : std::string_view();
            tellDisagreement(problems, row, settled[row], {commune->text[row], beside, commune->name}, meanings);
        }
        communeCodes.append(settled[row].namedCode.empty() ? settled[row].commune : settled[row].namedCode);
        villageCodes.append(settled[row].village);
    }
    if (commune != nullptr) commune->text = std::move(communeCodes);
    if (village != nullptr) village->text = std::move(villageCodes);
    if (village != nullptr && findField(kind, village->name)->required) fillVillages(rows, known.villages(), *village);
    if (mended > 0) {
        problems.addForLayer(
            Severity::warning, "recycled-code",
            {fmt::format("{} dòng có mã xã đã cấp cho xã khác; lấy theo tên xã, thôn xác nhận", mended),
             fmt::format("{} rows bear a commune code that was given to another; the name was taken, as the village confirms",
                         mended)},
            {"Kiểm tra nguồn dùng danh mục mã năm nào", "Check of which year the code list of the source is"});
    }
}

} // namespace banlang
