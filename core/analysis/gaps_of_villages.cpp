// SPDX-License-Identifier: MIT
#include "core/analysis/gap_questions.h"
#include "core/analysis/progress.h"
#include "core/model/as_of.h"

#include <fmt/format.h>

#include <algorithm>

namespace banlang {
namespace {

/// Marks the units of a table that a row was found for.
std::vector<bool> reached(std::size_t unitCount) {
    return std::vector<bool>(unitCount, false);
}

void mark(std::vector<bool>& units, std::int32_t row) {
    if (row != notLinked) units[static_cast<std::size_t>(row)] = true;
}

} // namespace

Gap villagesWithoutGreenRoute(const District& district, Date asOf, const GapRules& /*rules*/) {
    GapBuilder gap(district, asOf, "village-without-green-route",
                   {"Thôn chưa có tuyến xanh - sạch - đẹp", "Villages without a green route"},
                   {"Không có tuyến đã công nhận và còn đạt đến ngày xem", "No route recognised and not lapsed by the day"});
    const FeatureTable& villages = district.table(Role::villages);
    const FeatureTable& routes = district.table(Role::greenRoutes);
    const auto& villageOf = district.linksOf(Role::greenRoutes).village;
    auto has = reached(villages.rowCount);
    auto registered = reached(villages.rowCount);
    for (std::size_t row = 0; row < routes.rowCount; ++row) {
        if (recognisedOn(routes, row, asOf)) mark(has, linkedRow(villageOf, row));
        if (routes.dateAt("registered_on", row) <= asOf) mark(registered, linkedRow(villageOf, row));
    }
    for (std::size_t village = 0; village < villages.rowCount; ++village) {
        if (!gap.examine(Role::villages, village) || has[village]) continue;
        gap.miss(Role::villages, village,
                 registered[village]
                     ? Bilingual{"đã đăng ký, chưa được công nhận hoặc không còn đạt", "registered, not recognised or lapsed"}
                     : Bilingual{"chưa đăng ký", "not registered"});
    }
    return std::move(gap).finish();
}

Gap modelVillagesWithoutMeeting(const District& district, Date asOf, const GapRules& /*rules*/) {
    GapBuilder gap(district, asOf, "model-village-without-meeting",
                   {"Thôn kiểu mẫu đã đăng ký, chưa họp dân", "Model villages registered without a meeting"},
                   {"Đã đăng ký thôn kiểu mẫu, chưa có cuộc họp dân nào đến ngày xem",
                    "Registered as a model village, no village meeting by the day"});
    auto met = reached(district.table(Role::villages).rowCount);
    const FeatureTable& meetings = district.table(Role::meetings);
    for (std::size_t row = 0; row < meetings.rowCount; ++row) {
        if (meetings.dateAt("date", row) <= asOf) mark(met, linkedRow(district.linksOf(Role::meetings).village, row));
    }
    const FeatureTable& models = district.table(Role::modelVillages);
    for (std::size_t row = 0; row < models.rowCount; ++row) {
        const std::int32_t village = linkedRow(district.linksOf(Role::modelVillages).village, row);
        if (village == notLinked || models.dateAt("registered_on", row) > asOf) continue;
        if (!gap.examine(Role::villages, static_cast<std::size_t>(village)) || met[static_cast<std::size_t>(village)]) continue;
        const std::string date = toVietnamese(models.dateAt("registered_on", row));
        gap.miss(Role::villages, static_cast<std::size_t>(village),
                 {fmt::format("đăng ký ngày {}, chưa họp", date), fmt::format("registered {}, no meeting", date)});
    }
    return std::move(gap).finish();
}

Gap silentSaturdays(const District& district, Date asOf, const GapRules& rules) {
    GapBuilder gap(district, asOf, "commune-silent-on-saturdays",
                   {"Xã vắng “Ngày thứ 7 vì nông thôn mới”", "Communes silent on Saturdays"},
                   {"Không có buổi nào trong các thứ 7 gần nhất", "No shift on the latest Saturdays"});
    const FeatureTable& shifts = district.table(Role::saturdays);
    std::vector<Date> last(district.table(Role::communes).rowCount);
    for (std::size_t row = 0; row < shifts.rowCount; ++row) {
        const Date date = shifts.dateAt("date", row);
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
    return std::move(gap).finish();
}

Gap staleVillages(const District& district, Date asOf, const GapRules& rules) {
    GapBuilder gap(district, asOf, "stale-data", {"Thôn lâu không có số liệu mới", "Villages without recent records"},
                   {"Không có bản ghi nào của ba chương trình trong thời hạn", "No record of any programme within the limit"});
    for (const UnitProgress& unit : progress(district, asOf)) {
        if (unit.level != UnitLevel::village || !gap.examine(Role::villages, static_cast<std::size_t>(unit.row))) continue;
        if (unit.lastActivity.known() && daysBetween(unit.lastActivity, asOf) <= rules.staleDays) continue;
        const std::string date = toVietnamese(unit.lastActivity);
        gap.miss(Role::villages, static_cast<std::size_t>(unit.row),
                 unit.lastActivity.known()
                     ? Bilingual{fmt::format("số liệu gần nhất ngày {}", date), fmt::format("last record {}", date)}
                     : Bilingual{"chưa có báo cáo nào", "no report at all"});
    }
    return std::move(gap).finish();
}

} // namespace banlang
