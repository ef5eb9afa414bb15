// SPDX-License-Identifier: MIT
#include "core/analysis/context/analysis_context.h"
#include "core/analysis/gaps/gap_questions.h"
#include "core/analysis/progress/progress.h"
#include "core/analysis/rules/analysis_rules.h"
#include "core/model/as_of.h"

#include <fmt/format.h>

#include <algorithm>

namespace banlang {
namespace {

/// Marks the units of a table that a row was found for.
std::vector<bool> reached(std::size_t unitCount) {
    std::vector<bool> none(unitCount, false);
    return none;
}

void mark(std::vector<bool>& units, std::int32_t row) {
    if (row != notLinked) units[static_cast<std::size_t>(row)] = true;
}

} // namespace

void villagesWithoutGreenRoute(const AnalysisContext& context, GapBuilder& gap) {
    const District& district = context.district();
    const Date asOf = context.asOf();
    const FeatureTable& villages = district.table(Role::villages);
    const FeatureTable& routes = district.table(Role::greenRoutes);
    const auto& villageOf = district.linksOf(Role::greenRoutes).village;
    auto has = reached(villages.rowCount);
    auto registered = reached(villages.rowCount);
    for (std::size_t row = 0; row < routes.rowCount; ++row) {
        if (recognisedOn(routes, row, asOf)) mark(has, linkedRow(villageOf, row));
        if (routes.dateAt(fields::greenRoutes.registeredOn, row) <= asOf) mark(registered, linkedRow(villageOf, row));
    }
    for (std::size_t village = 0; village < villages.rowCount; ++village) {
        if (!gap.examine(Role::villages, village) || has[village]) continue;
        gap.miss(Role::villages, village,
                 registered[village]
                     ? Bilingual{"đã đăng ký, chưa được công nhận hoặc không còn đạt", "registered, not recognised or lapsed"}
                     : Bilingual{"chưa đăng ký", "not registered"});
    }
}

void modelVillagesWithoutMeeting(const AnalysisContext& context, GapBuilder& gap) {
    const District& district = context.district();
    const Date asOf = context.asOf();
    auto met = reached(district.table(Role::villages).rowCount);
    const FeatureTable& meetings = district.table(Role::meetings);
    for (std::size_t row = 0; row < meetings.rowCount; ++row) {
        if (meetings.dateAt(fields::meetings.date, row) <= asOf)
            mark(met, linkedRow(district.linksOf(Role::meetings).village, row));
    }
    const FeatureTable& models = district.table(Role::modelVillages);
    for (std::size_t row = 0; row < models.rowCount; ++row) {
        const std::int32_t village = linkedRow(district.linksOf(Role::modelVillages).village, row);
        if (village == notLinked || models.dateAt(fields::modelVillages.registeredOn, row) > asOf) continue;
        if (!gap.examine(Role::villages, static_cast<std::size_t>(village)) || met[static_cast<std::size_t>(village)]) continue;
        const std::string date = toVietnamese(models.dateAt(fields::modelVillages.registeredOn, row));
        gap.miss(Role::villages, static_cast<std::size_t>(village),
                 {fmt::format("đăng ký ngày {}, chưa họp", date), fmt::format("registered {}, no meeting", date)});
    }
}

void silentSaturdays(const AnalysisContext& context, GapBuilder& gap) {
    const District& district = context.district();
    const Date asOf = context.asOf();
    const GapRules& rules = context.rules().gaps;
    const FeatureTable& shifts = district.table(Role::saturdays);
    std::vector<Date> last(district.table(Role::communes).rowCount);
    for (std::size_t row = 0; row < shifts.rowCount; ++row) {
        const Date date = shifts.dateAt(fields::saturdays.date, row);
        const std::int32_t commune = linkedRow(district.linksOf(Role::saturdays).commune, row);
        if (commune == notLinked || !(date <= asOf)) continue;
        Date& latest = last[static_cast<std::size_t>(commune)];
        if (!latest.known() || date > latest) latest = date;
    }
    const Date lastSaturday{asOf.daysSince1970 - (isoWeekday(asOf) + 1) % 7};
    for (std::size_t commune = 0; commune < last.size(); ++commune) {
        if (!gap.examine(Role::communes, commune)) continue;
        const Date latest = last[commune];
        const int missed = latest.known() ? daysBetween(latest, lastSaturday) / 7 : rules.silentSaturdayWeeks;
        if (missed < rules.silentSaturdayWeeks) continue;
        gap.miss(Role::communes, commune,
                 latest.known() ? Bilingual{fmt::format("buổi gần nhất ngày {}, vắng {} tuần", toVietnamese(latest), missed),
                                            fmt::format("last on {}, {} weeks missed", toVietnamese(latest), missed)}
                                : Bilingual{"chưa có buổi nào", "never"});
    }
}

void staleVillages(const AnalysisContext& context, GapBuilder& gap) {
    const Date asOf = context.asOf();
    const GapRules& rules = context.rules().gaps;
    const auto units = progress(context);
    for (const AdminUnitProgress& unit : *units) {
        if (unit.level != AdminLevel::village || !gap.examine(Role::villages, static_cast<std::size_t>(unit.row))) continue;
        if (unit.lastActivity.known() && daysBetween(unit.lastActivity, asOf) <= rules.staleDays) continue;
        const std::string date = toVietnamese(unit.lastActivity);
        gap.miss(Role::villages, static_cast<std::size_t>(unit.row),
                 unit.lastActivity.known()
                     ? Bilingual{fmt::format("số liệu gần nhất ngày {}", date), fmt::format("last record {}", date)}
                     : Bilingual{"chưa có báo cáo nào", "no report at all"});
    }
}

} // namespace banlang
