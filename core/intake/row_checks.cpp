// SPDX-License-Identifier: MIT
#include "core/intake/row_checks.h"

#include "core/base/parallel.h"
#include "core/geo/measure.h"
#include "core/geo/wkb.h"
#include "core/model/units/whole_district.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <span>
#include <unordered_map>

namespace banlang {
namespace {

struct Target {
    Role role;
    std::string_view rule;
    Label what;
};

std::optional<Target> checkedTargetOf(Reference reference) {
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

/// "Phiêng Sương" is a district and a town in it; with its level it would be clear.
void tellUnclearLevel(ProblemList& problems, std::size_t row, std::string_view column, std::string_view value,
                      const KnownAdminUnits& communes) {
    if (saysDistrict(value) || !communes.codeOf(value)) return;
    problems.add(
        Severity::warning, "unit-or-district", row, column,
        {fmt::format("“{}” là tên của cả huyện và của một xã, thị trấn; chưa rõ là cấp nào, dòng được giữ nhưng chưa nối", value),
         fmt::format(
             "“{}” is the name of the district and of a commune in it; which is meant is not known, and the row is kept but "
             "not linked",
             value)},
        {"Viết thêm “Huyện” hoặc “Thị trấn”, hay mã của xã", "Write “Huyện” or “Thị trấn” in front, or the code of the commune"});
}

/// Donations and gardens name their parcel by commune, sheet and number.
void checkParcelReferences(const FeatureTable& rows, const KnownRecords& known, ProblemList& problems) {
    const bool named = (rows.kind & fields::parcelReferences.number.kinds) != 0;
    if (!named || !known.any(Role::parcels)) return;
    for (std::size_t row = 0; row < rows.rowCount; ++row) {
        const std::string_view commune = rows.textAt(fields::parcelReferences.communeCode, row);
        const std::string_view sheet = rows.textAt(fields::parcelReferences.sheet, row);
        const std::string_view number = rows.textAt(fields::parcelReferences.number, row);
        if (commune.empty() || sheet.empty() || number.empty() || known.hasParcel(commune, sheet, number)) continue;
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

Bilingual nothingOf(const std::vector<const RecordField*>& chain) {
    const Label label = chain.front()->label;
    if (chain.size() == 1) return {fmt::format("Thiếu {}", label.vi), fmt::format("There is no {}", label.en)};
    std::string vi(label.vi);
    std::string en(label.en);
    for (std::size_t i = 1; i < chain.size(); ++i) {
        const bool last = i + 1 == chain.size();
        vi += fmt::format("{}{}", last ? " và " : ", ", chain[i]->label.vi);
        en += fmt::format("{}{}", last ? " nor " : ", ", chain[i]->label.en);
    }
    return {fmt::format("Thiếu cả {}", vi), fmt::format("There is neither {}", en)};
}

struct NumberedRow {
    RecordKey key;
    std::uint32_t row;
};

/// By key, rows of one key in their order.
std::vector<NumberedRow> numberedRows(const FeatureTable& rows, const RecordKeyReader& reader) {
    std::vector<NumberedRow> numbered(rows.rowCount);
    constexpr std::size_t grain = 8192;
    parallelRanges(rows.rowCount, grain, [&](std::size_t begin, std::size_t end) {
        for (std::size_t row = begin; row < end; ++row) numbered[row] = {reader.key(row), static_cast<std::uint32_t>(row)};
    });
    std::erase_if(numbered, [&](const NumberedRow& one) { return !reader.isNumbered(one.row); });
    std::sort(numbered.begin(), numbered.end(),
              [](const NumberedRow& a, const NumberedRow& b) { return a.key != b.key ? a.key < b.key : a.row < b.row; });
    return numbered;
}

/// All that a row says, and where it lies.
std::string contentOf(const FeatureTable& rows, std::size_t row) {
    std::string content;
    for (const Column& column : rows.columns) content += column.valueText(row) + '\x1f';
    if (row < rows.geometry.featureCount() && !rows.geometry.isEmpty(row)) {
        const std::vector<std::byte> shape = toWkb(rows.geometry, row);
        content.append(reinterpret_cast<const char*>(shape.data()), shape.size());
    }
    return content;
}

void addRepeated(ProblemList& problems, std::string_view rule, std::size_t row, std::string_view field, std::string_view number,
                 std::int64_t firstRow) {
    const bool same = rule == "repeated-row";
    problems.add(Severity::warning, rule, row, field,
                 same ? Bilingual{fmt::format("“{}” lặp lại đúng dòng {}; tính một lần", number, firstRow),
                                  fmt::format("“{}” says just what row {} says; it counts once", number, firstRow)}
                      : Bilingual{fmt::format("Số “{}” đã có ở dòng {} với nội dung khác; cả hai dòng được giữ", number, firstRow),
                                  fmt::format("The number “{}” stands in row {}, too, with other values; both rows are kept",
                                              number, firstRow)},
                 same ? Bilingual{"Bỏ dòng lặp", "Remove the repeated row"}
                      : Bilingual{"Nếu là hai việc, sửa số của một dòng; nếu là một, bỏ dòng sai",
                                  "If they are two, mend the number of one; if they are one, remove the row that is wrong"});
}

/// Rows of one key.
void tellRepeated(const FeatureTable& rows, const RecordKind& kind, const RecordKeyReader& reader,
                  std::span<const NumberedRow> alike, ProblemList& problems) {
    std::unordered_map<std::string, std::uint32_t> firstOfContent;
    std::optional<std::uint32_t> first;
    for (const NumberedRow& one : alike) {
        if (problems.isRejected(one.row)) continue;
        const auto [same, isNew] = firstOfContent.emplace(contentOf(rows, one.row), one.row);
        if (!first) {
            first = one.row;
            continue;
        }
        addRepeated(problems, isNew ? "repeated-number" : "repeated-row", one.row, kind.key.back(), reader.text(one.row),
                    problems.rowNumber(isNew ? *first : same->second));
    }
}

} // namespace

void checkRequired(const FeatureTable& rows, const RecordKind& kind, const KnownRecords& known, ProblemList& problems) {
    const RecordKeyReader reader(rows, kind);
    const auto isReport = [&](std::size_t row) {
        return known.any(kind.role) && reader.isNumbered(row) && known.isNumbered(kind.role, reader.key(row));
    };
    for (const RecordField& field : kind.fields) {
        if (!field.required) continue;
        const std::vector<const RecordField*> chain = fallbackChain(kind, field);
        const Bilingual missing = nothingOf(chain);
        for (std::size_t row = 0; row < rows.rowCount; ++row) {
            const bool told = std::any_of(chain.begin(), chain.end(), [&](const RecordField* one) {
                const Column* column = rows.find(*one);
                return column != nullptr && !column->isMissing(row);
            });
            if (!told && !isReport(row)) {
                problems.add(Severity::rejected, "missing-value", row, field.name, missing,
                             {"Điền ô này rồi nạp lại", "Fill in the cell and import again"});
            }
        }
    }
    if (!kind.geometryRequired) return;
    for (std::size_t row = 0; row < rows.rowCount; ++row) {
        if ((row < rows.geometry.featureCount() && !rows.geometry.isEmpty(row)) || isReport(row)) continue;
        problems.add(Severity::rejected, "missing-geometry", row, {},
                     {"Không có hình, hoặc tọa độ không phải số", "There is no geometry, or its coordinates are no numbers"},
                     {"Vẽ lại hình này", "Draw the geometry again"});
    }
}

void checkKeys(const FeatureTable& rows, const RecordKind& kind, ProblemList& problems) {
    if (kind.key.empty()) return;
    const RecordKeyReader reader(rows, kind);
    std::vector<NumberedRow> numbered = numberedRows(rows, reader);
    for (auto first = numbered.begin(); first != numbered.end();) {
        const auto end = std::find_if(first, numbered.end(), [&](const NumberedRow& row) { return row.key != first->key; });
        if (end - first > 1) tellRepeated(rows, kind, reader, {first, end}, problems);
        first = end;
    }
}

void checkReferences(const FeatureTable& rows, const RecordKind& kind, const KnownRecords& known, ProblemList& problems) {
    for (std::size_t i = 0; i < kind.fields.size(); ++i) {
        const auto target = checkedTargetOf(kind.fields[i].reference);
        // Nothing to compare with says nothing about the row.
        if (!target || !known.any(target->role)) continue;
        for (std::size_t row = 0; row < rows.rowCount; ++row) {
            const std::string_view value = rows.columns[i].text[row];
            if (value.empty() || problems.isRejected(row) || known.hasWord(target->role, value)) continue;
            if (target->role == Role::communes && known.communes().mayNameDistrict(value)) {
                tellUnclearLevel(problems, row, kind.fields[i].name, value, known.communes());
                continue;
            }
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
