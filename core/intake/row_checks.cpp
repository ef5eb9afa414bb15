// SPDX-License-Identifier: MIT
#include "core/intake/row_checks.h"

#include "core/base/parallel.h"
#include "core/geo/measure.h"

#include <fmt/format.h>

#include <algorithm>

namespace banlang {
namespace {

struct Target {
    Role role;
    std::string_view rule;
    Label what;
};

std::optional<Target> targetOf(Reference reference) {
    switch (reference) {
    case Reference::commune:
        return Target{Role::communes, "unknown-commune", {"xã", "commune"}};
    case Reference::village:
        return Target{Role::villages, "unknown-village", {"thôn", "village"}};
    case Reference::road:
        return Target{Role::roads, "unknown-road", {"tuyến đường", "road"}};
    case Reference::household:
        return Target{Role::households, "unknown-household", {"hộ", "household"}};
    default:
        return std::nullopt;
    }
}

void addUnknown(ProblemList& problems, const Target& target, std::size_t row, std::string_view column, std::string_view value) {
    problems.add(Severity::warning, target.rule, row, column,
                 {fmt::format("Không có {} “{}”; dòng được giữ nhưng chưa nối", target.what.vi, value),
                  fmt::format("There is no {} “{}”; the row is kept but not linked", target.what.en, value)},
                 {"Sửa mã, hoặc nạp thêm tệp có mã này", "Mend the code, or import the file that holds it"});
}

/// Donations and gardens name their parcel by commune, sheet and number.
void checkParcelReferences(const FeatureTable& rows, const KnownRecords& known, ProblemList& problems) {
    const bool named = (rows.kind & fields::parcelReferences.number.kinds) != 0;
    if (!named || !known.any(Role::parcels)) return;
    const KeyReader reader(rows, recordKind(Role::parcels).key);
    for (std::size_t row = 0; row < rows.rowCount; ++row) {
        const std::string_view commune = rows.textAt(fields::parcelReferences.communeCode, row);
        const std::string_view sheet = rows.textAt(fields::parcelReferences.sheet, row);
        const std::string_view number = rows.textAt(fields::parcelReferences.number, row);
        if (commune.empty() || sheet.empty() || number.empty() || known.hasKey(Role::parcels, reader.key(row))) continue;
        constexpr Target parcel{Role::parcels, "unknown-parcel", {"thửa", "parcel"}};
        addUnknown(problems, parcel, row, fields::parcelReferences.number.name,
                   fmt::format("{} / {} / {}", commune, sheet, number));
    }
}

bool mustNotBeNegative(std::string_view field) {
    constexpr std::string_view endings[] = {"_m2", "_m", "_vnd", "_t", "households", "members", "percent_done"};
    return std::any_of(std::begin(endings), std::end(endings), [&](std::string_view ending) { return field.ends_with(ending); });
}

bool impossible(Date date) {
    const int year = toYmd(date).year;
    return year < 1945 || year > 2100;
}

void checkColumnValues(const Column& column, ProblemList& problems) {
    for (std::size_t row = 0; row < column.numbers.size(); ++row) {
        if (!(column.numbers[row] < 0) || !mustNotBeNegative(column.name)) continue;
        problems.add(Severity::warning, "negative-value", row, column.name,
                     {"Giá trị âm: " + column.valueText(row), "A negative value: " + column.valueText(row)},
                     {"Kiểm tra lại số liệu", "Check the figure"});
    }
    for (std::size_t row = 0; row < column.dates.size(); ++row) {
        if (!column.dates[row].known() || !impossible(column.dates[row])) continue;
        problems.add(Severity::warning, "impossible-date", row, column.name,
                     {"Ngày không hợp lý: " + toVietnamese(column.dates[row]), "An unlikely date: " + toIso(column.dates[row])},
                     {"Kiểm tra lại năm", "Check the year"});
    }
}

} // namespace

void checkRequired(const FeatureTable& rows, const RecordKind& kind, ProblemList& problems) {
    for (std::size_t i = 0; i < kind.fields.size(); ++i) {
        if (!kind.fields[i].required) continue;
        const RecordField* fallbackField = findField(kind, kind.fields[i].fallbackField);
        const Column* usesFallback = fallbackField == nullptr ? nullptr : rows.find(*fallbackField);
        const Label label = kind.fields[i].label;
        const Bilingual missing = usesFallback == nullptr
                                      ? Bilingual{fmt::format("Thiếu {}", label.vi), fmt::format("There is no {}", label.en)}
                                      : Bilingual{fmt::format("Thiếu cả {} và {}", label.vi, fallbackField->label.vi),
                                                  fmt::format("There is neither {} nor {}", label.en, fallbackField->label.en)};
        for (std::size_t row = 0; row < rows.rowCount; ++row) {
            if (!rows.columns[i].isMissing(row) || (usesFallback != nullptr && !usesFallback->isMissing(row))) continue;
            problems.add(Severity::rejected, "missing-value", row, kind.fields[i].name, missing,
                         {"Điền ô này rồi nạp lại", "Fill in the cell and import again"});
        }
    }
    if (!kind.geometryRequired) return;
    for (std::size_t row = 0; row < rows.rowCount; ++row) {
        if (row < rows.geometry.featureCount() && !rows.geometry.isEmpty(row)) continue;
        problems.add(Severity::rejected, "missing-geometry", row, {},
                     {"Không có hình, hoặc tọa độ không phải số", "There is no geometry, or its coordinates are no numbers"},
                     {"Vẽ lại hình này", "Draw the geometry again"});
    }
}

void checkKeys(const FeatureTable& rows, const RecordKind& kind, const KnownRecords& known, const RecordKeys& own,
               ProblemList& problems) {
    if (kind.key.empty()) return;
    const KeyReader reader(rows, kind);
    RecordKeys here;
    here.reserve(rows.rowCount);
    for (std::size_t row = 0; row < rows.rowCount; ++row) {
        if (problems.isRejected(row)) continue;
        const RecordKey key = reader.key(row);
        const bool stored = known.hasKey(kind.role, key) && !own.contains(key);
        if (!stored && here.insert(key).second) continue;
        const std::string shown = reader.text(row);
        problems.add(
            Severity::rejected, "duplicate-key", row, kind.key.back(),
            {fmt::format("Mã “{}” đã có {}", shown, stored ? "trong kho hoặc trong tệp trước" : "ở dòng trên"),
             fmt::format("The key “{}” is already {}", shown, stored ? "in the store or an earlier file" : "in a row above")},
            {"Bỏ dòng lặp, hoặc sửa mã", "Remove the repeated row, or mend its key"});
    }
}

void checkReferences(const FeatureTable& rows, const RecordKind& kind, const KnownRecords& known, ProblemList& problems) {
    for (std::size_t i = 0; i < kind.fields.size(); ++i) {
        const auto target = targetOf(kind.fields[i].reference);
        // Nothing to compare with says nothing about the row.
        if (!target || !known.any(target->role)) continue;
        for (std::size_t row = 0; row < rows.rowCount; ++row) {
            const std::string_view value = rows.columns[i].text[row];
            if (value.empty() || problems.isRejected(row) || known.hasWord(target->role, value)) continue;
            addUnknown(problems, *target, row, kind.fields[i].name, value);
        }
    }
    if (kind.role != Role::parcels) checkParcelReferences(rows, known, problems);
}

void checkValues(const FeatureTable& rows, const RecordKind& /*kind*/, ProblemList& problems) {
    for (const Column& column : rows.columns) checkColumnValues(column, problems);
}

void checkLocation(const FeatureTable& rows, const RecordKind& kind, const KnownRecords& known, ProblemList& problems) {
    if (kind.role != Role::parcels || !known.villages().hasPolygons()) return;
    std::vector<char> outside(rows.rowCount, 0);
    constexpr std::size_t grain = 4096;
    parallelRanges(rows.rowCount, grain, [&](std::size_t begin, std::size_t end) {
        for (std::size_t row = begin; row < end; ++row) {
            const auto point = pointOnSurface(rows.geometry, row);
            outside[row] = point && !known.villages().insideAny(*point) ? 1 : 0;
        }
    });
    for (std::size_t row = 0; row < rows.rowCount; ++row) {
        if (outside[row] == 0 || problems.isRejected(row)) continue;
        problems.add(Severity::warning, "outside-every-village", row, {},
                     {"Thửa nằm ngoài mọi thôn; vẫn được giữ", "The parcel lies outside every village; it is kept"},
                     {"Kiểm tra vị trí thửa hoặc ranh giới thôn", "Check the place of the parcel or the village boundaries"});
    }
}

} // namespace banlang
