// SPDX-License-Identifier: MIT
#include "core/analysis/progress/progress_sums.h"

#include "core/analysis/context/analysis_context.h"
#include "core/analysis/criteria/criteria.h"
#include "core/analysis/progress/follow_up.h"
#include "core/analysis/rules/analysis_rules.h"
#include "core/model/as_of.h"
#include "core/model/latest_date.h"
#include "core/model/record_traits.h"

#include <algorithm>
#include <utility>

namespace banlang {
namespace {

/// An indicator that is missing, or stands in another place than its id, does not compile.
constexpr std::array<std::pair<IndicatorId, IndicatorInfo>, indicatorCount> figureInfos{{
    {donatedM2, {"donated_m2", {"Đất đã hiến", "Land donated"}, "m2"}},
    {pledgedM2, {"pledged_m2", {"Đất đã cam kết", "Land pledged"}, "m2"}},
    {donors, {"donor_households", {"Hộ hiến đất", "Households that gave land"}, ""}},
    {roadsDoneKm, {"roads_done_km", {"Đường mở mới, nâng cấp xong", "Roads opened or upgraded"}, "km"}},
    {roadsUnderWayKm, {"roads_under_way_km", {"Đường đang làm", "Roads under way"}, "km"}},
    {gardensRegistered, {"gardens_registered", {"Vườn đăng ký cải tạo", "Gardens registered"}, ""}},
    {gardensInProgress, {"gardens_in_progress", {"Vườn đang cải tạo", "Gardens in progress"}, ""}},
    {gardensFinished, {"gardens_finished", {"Vườn đã cải tạo", "Gardens renovated"}, ""}},
    {gardensLapsed, {"gardens_lapsed", {"Vườn bỏ dở", "Gardens given up"}, ""}},
    {housesPlanned, {"houses_planned", {"Nhà hỗ trợ theo danh sách", "Houses on the list"}, ""}},
    {housesFinished, {"houses_finished", {"Nhà đã hoàn thành", "Houses finished"}, ""}},
    {greenRoutes, {"green_routes", {"Tuyến xanh - sạch - đẹp", "Green routes"}, ""}},
    {saturdays, {"saturdays", {"Buổi thứ 7 vì nông thôn mới", "Saturdays for new rural development"}, ""}},
    {criteriaMet, {"criteria_met", {"Tiêu chí NTM đã đạt", "NTM criteria met"}, ""}},
    {contributionsVnd, {"contributions_vnd", {"Đóng góp bằng tiền, hiện vật", "Contributions in money and goods"}, "VND"}},
    {labourDaysPledged, {"labour_days_pledged", {"Ngày công cam kết", "Labour days pledged"}, "days"}},
    {labourDaysGiven, {"labour_days_given", {"Ngày công đã góp", "Labour days given"}, "days"}},
    {loansDisbursed, {"loans_disbursed", {"Vườn đã giải ngân vốn vay", "Gardens with a loan disbursed"}, ""}},
    {loansInspected, {"loans_inspected", {"Vốn vay đã kiểm tra", "Loans inspected"}, ""}},
    {loansAssessed, {"loans_assessed", {"Vốn vay đã đánh giá hiệu quả", "Loans assessed for effect"}, ""}},
    {gardensNonBorrower, {"gardens_non_borrower", {"Vườn không vay vốn", "Gardens without a loan"}, ""}},
    {gardensSpecialised, {"gardens_specialised", {"Vườn chuyên canh", "Specialised gardens"}, ""}},
    {modelVillagesRegistered, {"model_villages_registered", {"Thôn kiểu mẫu đăng ký", "Model villages registered"}, ""}},
    {modelVillagesRecognised, {"model_villages_recognised", {"Thôn kiểu mẫu được công nhận", "Model villages recognised"}, ""}},
    {villageMeetings, {"village_meetings", {"Cuộc họp dân", "Village meetings"}, ""}},
    {inspections, {"inspections", {"Lượt kiểm tra, giám sát", "Inspections"}, ""}},
    {campaigns, {"campaigns", {"Buổi ra quân, phát động", "Campaigns"}, ""}},
    {participatingHouseholds, {"participating_households", {"Lượt hộ tham gia ra quân", "Household turns in campaigns"}, ""}},
    {worksBehind, {"works_behind", {"Công trình chậm tiến độ", "Works behind plan"}, ""}},
    {cementOrderedT, {"cement_ordered_t", {"Xi măng đã đặt", "Cement ordered"}, "t"}},
    {cementReceivedT, {"cement_received_t", {"Xi măng đã nhận", "Cement received"}, "t"}},
    {saturdayParticipants, {"saturday_participants", {"Lượt người dự thứ 7", "Turns of people on Saturdays"}, ""}},
    {houses2022Finished, {"houses_2022_finished", {"Nhà năm 2022 đã hoàn thành", "Houses of 2022 finished"}, ""}},
    {oldHousesUnfinished,
     {"old_houses_unfinished", {"Nhà 2019-2021 còn dở dang", "Houses of 2019-2021 with unfinished items"}, ""}},
}};

constexpr bool inOrderOfTheirIds() {
    for (std::size_t i = 0; i < figureInfos.size(); ++i) {
        if (figureInfos[i].first != i) return false;
    }
    return true;
}
static_assert(inOrderOfTheirIds());

/// The latest day up to `asOf` in each row of the columns that tell of what happened.
std::vector<Date> latestDates(const FeatureTable& table, Date asOf) {
    constexpr std::int32_t never = std::numeric_limits<std::int32_t>::min();
    std::vector<Date> latest(table.rowCount, Date{never});
    for (const Column& column : table.columns) {
        if (!isEventDate(column)) continue;
        for (std::size_t row = 0; row < table.rowCount; ++row) {
            const Date date = column.dates[row];
            if (date <= asOf && date > latest[row]) latest[row] = date;
        }
    }
    for (Date& date : latest) date = date.daysSince1970 == never ? Date{} : date;
    return latest;
}

} // namespace

const IndicatorInfo& indicatorInfo(IndicatorId figure) {
    return figureInfos[figure].second;
}

AdminUnitTotals::AdminUnitTotals(const District& district)
    : communes_(district.table(Role::communes).rowCount), communeOfVillage_(&district.linksOf(Role::villages).commune),
      values_(1 + communes_ + district.table(Role::villages).rowCount), lastReport_(values_.size()) {}

Date AdminUnitTotals::lastActivity(std::size_t unit) const {
    Date latest;
    for (const Date date : lastReport_[unit]) {
        if (date.known() && (!latest.known() || date > latest)) latest = date;
    }
    return latest;
}

void AdminUnitTotals::touch(const TableLinks& links, std::size_t row, const ProgrammeSet& programmes, Date date) {
    if (!date.known()) return;
    forUnits(links, row, [&](std::size_t unit) {
        for (std::size_t programme = 0; programme < programmeCount; ++programme) {
            Date& latest = lastReport_[unit][programme];
            if (programmes[programme] && (!latest.known() || date > latest)) latest = date;
        }
    });
}

void touchAll(const IncludedRecords& included, AdminUnitTotals& sums) {
    for (const RecordKind& kind : recordKinds()) {
        const Role role = kind.role;
        if (!traitsOf(role).activity) continue;
        const auto latest = latestDates(included.district.table(role), included.asOf);
        ProgrammesOf programmes(included.district, role);
        const TableLinks& links = included.district.linksOf(role);
        included.forRows(role, [&](std::size_t row) { sums.touch(links, row, programmes(row), latest[row]); });
    }
}

/// Only the latest result of each unit and criterion counts, whatever the set.
void sumCriteria(const IncludedRecords& included, AdminUnitTotals& sums) {
    const FeatureTable& results = included.district.table(Role::criteria);
    const auto units = results.column(fields::criteria.unitCode);
    const auto criteria = results.column(fields::criteria.criterion);
    const auto dates = results.column(fields::criteria.date);
    if (!units.present() || !criteria.present() || !dates.present()) return;
    std::vector<std::size_t> rows;
    included.forRows(Role::criteria, [&](std::size_t row) {
        if (dates[row] <= included.asOf) rows.push_back(row);
    });
    const auto sameAs = [&](std::size_t a, std::size_t b) { return units[a] == units[b] && criteria[a] == criteria[b]; };
    std::sort(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) {
        return std::tuple(units[a], criteria[a], dates[a], b) < std::tuple(units[b], criteria[b], dates[b], a);
    });
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i + 1 < rows.size() && sameAs(rows[i], rows[i + 1])) continue;
        const bool met = readCriterionResult(results.textAt(fields::criteria.result, rows[i])) == CriterionState::met;
        sums.add(included.district.linksOf(Role::criteria), rows[i], criteriaMet, met ? 1 : 0);
    }
}

AdminUnitTotals sumsOn(const AnalysisContext& context) {
    const auto excluded = excludedRecords(context);
    const IncludedRecords included{context.district(), *excluded, context.rules().gaps, context.asOf()};
    AdminUnitTotals sums(included.district);
    sumLand(included, sums);
    sumHomes(included, sums);
    sumMovement(included, sums);
    sumCriteria(included, sums);
    touchAll(included, sums);
    return sums;
}

} // namespace banlang
