// SPDX-License-Identifier: MIT
#include "core/analysis/quality/quality.h"

#include "core/analysis/context/analysis_context.h"
#include "core/analysis/quality/quality_checks.h"
#include "core/analysis/rules/analysis_rules.h"
#include "core/geo/overlay.h"
#include "core/model/as_of.h"
#include "core/model/latest_date.h"
#include "core/model/units/admin_unit_validity.h"
#include "core/text/format.h"

#include <numeric>
#include <tuple>

namespace banlang {
namespace {

using enum QualitySeverity;

constexpr QualityCheck checks[] = {
    {"duplicate-key",
     error,
     {"Trùng mã", "Two records with one key"},
     {"Bỏ bản ghi lặp hoặc sửa mã; số tờ “07” và “7” là một",
      "Remove the repeated record or mend its key; sheet “07” and “7” are one"},
     "records",
     findDuplicateKeys},
    {"unit-versions-overlap",
     error,
     {"Một mã có hai đơn vị cùng hiệu lực", "Two units in force bear one code"},
     {"Sửa ngày hết hiệu lực của đơn vị cũ: là ngày đơn vị mới bắt đầu",
      "Mend the day on which the older one ended: it is the day on which the newer one began"},
     "days",
     findOverlappingVersions},
    {"code-recycled",
     note,
     {"Mã đã cấp cho đơn vị khác", "A code was given to another unit"},
     {"Số liệu cũ không so theo mã; xem banlang units --changes",
      "Compare older figures by unit, not by code; see banlang units --changes"},
     "records",
     findRecycledCodes},
    {"invalid-geometry",
     error,
     {"Hình không hợp lệ", "Invalid geometry"},
     {"Sửa ranh giới tự cắt ở nơi đo vẽ rồi nạp lại", "Mend the boundary where it crosses itself and import again"},
     "m2",
     findInvalidGeometry},
    {"overlapping-boundaries",
     error,
     {"Ranh giới xã hoặc thôn chồng lên nhau", "Commune or village boundaries overlap"},
     {"Chỉnh hai ranh giới theo bản đồ địa giới", "Bring both boundaries to the official boundary map"},
     "m2",
     findOverlappingBoundaries},
    {"boundary-gaps",
     warning,
     {"Khoảng hở giữa các ranh giới", "Gaps between boundaries"},
     {"Chỉnh ranh giới để phần đất này thuộc một đơn vị", "Bring the boundaries together so that this ground belongs to one unit"},
     "m2",
     findBoundaryGaps},
    {"village-outside-commune",
     warning,
     {"Thôn vượt ra ngoài xã của mình", "Village reaches beyond its commune"},
     {"Chỉnh ranh giới thôn, hoặc kiểm tra mã xã của thôn", "Mend the village boundary, or check its commune code"},
     "m2",
     findVillagesOutside},
    {"parcel-overlaps",
     warning,
     {"Thửa đất chồng lên nhau", "Parcels overlap"},
     {"Kiểm tra ranh giới hai thửa trên bản đồ địa chính", "Check the boundary of both on the cadastral map"},
     "m2",
     findParcelOverlaps},
    {"parcel-outside-commune",
     error,
     {"Thửa không nằm trong xã ghi trên thửa", "Parcel lies outside the commune that it names"},
     {"Sửa mã xã, hoặc kiểm tra hệ tọa độ của tờ bản đồ", "Mend the commune code, or check the CRS of the map sheet"},
     "m",
     findParcelsOutsideCommune},
    {"parcel-outside-village",
     warning,
     {"Thửa không thuộc thôn nào", "Parcel lies in no village"},
     {"Kiểm tra vị trí thửa hoặc ranh giới thôn", "Check the place of the parcel or the village boundaries"},
     "m",
     findParcelsOutsideVillages},
    {"area-declared-vs-measured",
     warning,
     {"Diện tích khai khác diện tích đo trên bản đồ", "Declared area differs from the drawn one"},
     {"Kiểm tra đơn vị tính (m², sào, ha), giấy tờ và ranh giới thửa",
      "Check the unit (m², sào, ha), the papers and the drawn boundary"},
     "percent",
     findAreaDifferences},
    {"donation-above-parcel",
     error,
     {"Hiến nhiều hơn diện tích thửa", "More land donated than the parcel holds"},
     {"Kiểm tra đơn vị tính, số tờ, số thửa và biên bản bị ghi hai lần",
      "Check the unit, sheet and number, and minutes entered twice"},
     "m2",
     findDonationsAboveParcel,
     true},
    {"date-after-as-of",
     error,
     {"Việc đã làm mang ngày chưa tới", "Something done bears a day that has not come"},
     {"Kiểm tra ngày, tháng bị đổi chỗ hoặc nhầm năm", "Check for day and month swapped or a wrong year"},
     "days",
     findDatesAfterAsOf},
    {"implausible-date",
     error,
     {"Ngày không hợp lý", "An unlikely date"},
     {"Kiểm tra lại năm", "Check the year"},
     "years",
     findImplausibleDates,
     true},
    {"date-order",
     error,
     {"Thứ tự ngày không thể có", "Dates in an impossible order"},
     {"Đối chiếu hai ngày với hồ sơ", "Compare both dates with the papers"},
     "days",
     findDatesOutOfOrder,
     true},
    {"saturday-not-saturday",
     note,
     {"“Ngày thứ 7 vì NTM” không rơi vào thứ Bảy", "A Saturday shift on another day"},
     {"Kiểm tra ngày, hoặc ghi rõ là làm bù", "Check the date, or note that the shift was moved"},
     "days",
     findShiftsOnOtherDays,
     true},
    {"sum-mismatch",
     warning,
     {"Tổng không khớp", "Sums that do not agree"},
     {"Hỏi lại đơn vị báo cáo; phần mềm không tự sửa số nào", "Ask who reported; no figure is changed by itself"},
     "difference",
     findSumMismatches},
    {"loan-mismatch",
     warning,
     {"Vốn vay không khớp với hộ vay", "Loan and borrower disagree"},
     {"Đối chiếu danh sách hộ vay với ngân hàng", "Compare the list of borrowers with the bank"},
     "records",
     findLoanMismatches},
    {"negative-value",
     error,
     {"Giá trị âm", "Negative value"},
     {"Kiểm tra lại số liệu", "Check the figure"},
     "value",
     findNegativeValues,
     true},
    {"percent-above-100",
     error,
     {"Tỷ lệ trên 100 %", "More than 100 percent"},
     {"Kiểm tra lại tỷ lệ, có thể là số mét hoặc số tiền", "Check the share; it may be metres or money"},
     "percent",
     findPercentAbove100},
    {"road-not-connected",
     warning,
     {"Đường không nối với mạng chính", "Roads not connected to the main network"},
     {"Vẽ nối đường, hoặc bổ sung đoạn còn thiếu", "Join the lines, or add the stretch that is missing"},
     "m",
     findUnconnectedRoads},
    {"road-dangling",
     warning,
     {"Đầu đường gần chạm mà không nối", "Road ends just short of another"},
     {"Kéo đầu đường cho chạm đường kia", "Draw the end onto the other road"},
     "m",
     findDanglingRoads},
    {"chainage-outside",
     warning,
     {"Lý trình vượt ngoài chiều dài tuyến", "Chainage beyond the length of the road"},
     {"Kiểm tra lý trình, mã tuyến, hoặc tuyến vẽ còn thiếu", "Check chainage and road id, or whether the road is drawn in full"},
     "m",
     findChainageOutside},
    {"unlinked",
     warning,
     {"Bản ghi chưa nối được với nơi chốn", "Records whose place was not found"},
     {"Sửa mã, hoặc nạp tệp có mã này; xem banlang link", "Mend the code, or import the file that holds it; see banlang link"},
     "records",
     findUnlinked},
    {"commune-village-mismatch",
     error,
     {"Xã và thôn ghi trong bản ghi không thuộc nhau", "Record names a village of another commune"},
     {"Sửa mã xã hoặc mã thôn", "Mend the commune code or the village code"},
     "records",
     findAdminUnitsThatDisagree},
    {"duplicate-event",
     error,
     {"Một việc ghi hai lần", "One event entered twice"},
     {"Bỏ dòng lặp; chỉ dòng đầu được cộng", "Remove the repeated row; only the first is summed"},
     "records",
     findDuplicateEvents,
     true},
    {"overlapping-total",
     warning,
     {"Số tổng của kỳ nằm trong hoặc chồng lên tổng của kỳ khác", "A total of a period within or across another one"},
     {"Không cần sửa khi là chi tiết của kỳ dài hơn; nếu chồng một phần, xin số của từng kỳ không chồng nhau",
      "Nothing to mend where it is a detail of the longer one; where they overlap in part, ask for totals that do not"},
     "days",
     findOverlappingTotals,
     true},
    {"loan-without-household",
     error,
     {"Vốn vay không rõ hộ vay", "A loan without a household"},
     {"Ghi mã hộ vay, hoặc bổ sung hộ vào danh sách hộ", "Enter the household, or add it to the list of households"},
     "records",
     findLoansWithoutHousehold,
     true},
    {"household-in-two-villages",
     error,
     {"Hộ ghi ở hai thôn", "A household in two villages"},
     {"Đối chiếu mã hộ và thôn với danh sách hộ", "Compare household and village with the list of households"},
     "records",
     findHouseholdsInTwoVillages,
     true},
};

/// Of the units in force on the day; the others have no shape.
GeometryColumn validPolygons(const FeatureTable& units, Date day) {
    GeometryColumn valid;
    valid.kind = GeometryKind::polygon;
    const GeometryColumn& drawn = units.geometry;
    for (std::size_t unit = 0; unit < units.rowCount; ++unit) {
        if (!hasShape(units, unit) || !inForce(units, unit, day)) {
            valid.endFeature();
        } else if (invalidReason(drawn, unit).empty()) {
            valid.appendFeature(drawn, unit);
        } else {
            valid.appendFeature(madeValid(drawn, unit), 0);
        }
    }
    return valid;
}

} // namespace

QualityContext::QualityContext(const AnalysisContext& context, QualityCoverage looksAt)
    : district(context.district()), asOf(context.asOf()), coverage(looksAt), limits(context.rules().quality),
      roadStandards(context.rules().roads) {
    if (coverage == QualityCoverage::records) return;
    const Date day = asOf.known() ? asOf : lastProgrammeDay(district);
    communes = validPolygons(district.table(Role::communes), day);
    villages = validPolygons(district.table(Role::villages), day);
}

std::span<const QualityCheck> qualityChecks() {
    return checks;
}

bool Findings::worse(const QualityExample& a, const QualityExample& b) {
    return std::tuple(-a.measure, a.role, a.row) < std::tuple(-b.measure, b.role, b.row);
}

std::vector<QualityExample> Findings::worstFirst() && {
    std::sort_heap(worst_.begin(), worst_.end(), worse);
    return std::move(worst_);
}

std::string keyOf(const FeatureTable& table, Role role, std::size_t row) {
    if (!recordKind(role).key.empty()) return keyText(table, role, row);
    std::string key;
    const FieldHandle shown[] = {fields::placeReferences.villageCode, fields::placeReferences.communeCode, fields::events.date};
    for (const FieldHandle& field : shown) {
        const Column* column = table.columnNamed(field.name);
        if (column == nullptr || column->isMissing(row)) continue;
        if (!key.empty()) key += '/';
        key += column->valueText(row);
    }
    return key;
}

bool hasShape(const FeatureTable& table, std::size_t row) {
    return row < table.geometry.featureCount() && !table.geometry.isEmpty(row);
}

Bilingual figure(double value, int decimals) {
    return {formatNumber(value, decimals, Language::vietnamese), formatNumber(value, decimals, Language::english)};
}

std::vector<QualityRule> checkQuality(const AnalysisContext& asked, const QualityOptions& options) {
    const QualityContext context(asked);
    std::vector<QualityRule> rules;
    for (const QualityCheck& check : checks) {
        if (asked.shouldStop()) break;
        if (!options.only.empty() && options.only != check.id) continue;
        Findings findings(options.exampleCount);
        check.find(context, findings);
        QualityRule& rule = rules.emplace_back();
        rule.id = check.id;
        rule.severity = check.severity;
        rule.title = check.title.text();
        rule.fix = check.fix.text();
        rule.unit = check.unit;
        rule.excludesRecords = check.excludesRecords;
        rule.countByRole = findings.countByRole();
        rule.count = std::accumulate(rule.countByRole.begin(), rule.countByRole.end(), std::size_t{0});
        rule.examples = std::move(findings).worstFirst();
        for (QualityExample& example : rule.examples)
            example.key = keyOf(context.district.table(example.role), example.role, example.row);
    }
    return rules;
}

std::vector<std::string_view> qualityRuleIds() {
    std::vector<std::string_view> ids;
    for (const QualityCheck& check : checks) ids.push_back(check.id);
    return ids;
}

std::string_view id(QualitySeverity severity) {
    switch (severity) {
    case QualitySeverity::note:
        return "note";
    case QualitySeverity::warning:
        return "warning";
    case QualitySeverity::error:
        break;
    }
    return "error";
}

} // namespace banlang
