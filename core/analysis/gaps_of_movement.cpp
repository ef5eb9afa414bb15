// SPDX-License-Identifier: MIT
#include "core/analysis/gap_questions.h"
#include "core/analysis/progress.h"
#include "core/text/format.h"
#include "core/text/keys.h"

#include <fmt/format.h>

#include <algorithm>

namespace banlang {
namespace {

/// Launch and latest activity of the movements in one commune.
struct Movement {
    Date launched;
    Date latest;
};

bool isLaunch(std::string_view kind, const GapRules& rules) {
    const std::string lower = lowerCase(kind);
    return std::any_of(rules.launchKinds.begin(), rules.launchKinds.end(),
                       [&](const std::string& word) { return !word.empty() && lower.find(word) != std::string::npos; });
}

void addDate(Movement& movement, Date date, bool launch) {
    if (launch && (!movement.launched.known() || date < movement.launched)) movement.launched = date;
    if (!movement.latest.known() || date > movement.latest) movement.latest = date;
}

/// Campaigns, Saturdays, meetings, labour and gifts of each commune. What is in the records of a movement counts as its launch
/// where none was written down.
std::vector<Movement> movements(const District& district, Date asOf) {
    std::vector<Movement> found(district.table(Role::communes).rowCount);
    for (const Role role : {Role::campaigns, Role::saturdays, Role::meetings, Role::labourDays, Role::contributions}) {
        const Column* const dates = district.table(role).find("date");
        const auto& communeOf = district.linksOf(role).commune;
        for (std::size_t row = 0; dates != nullptr && row < dates->dates.size(); ++row) {
            const std::int32_t commune = linkedRow(communeOf, row);
            if (commune == notLinked || !(dates->dates[row] <= asOf)) continue;
            const bool begins = role == Role::campaigns || role == Role::saturdays;
            addDate(found[static_cast<std::size_t>(commune)], dates->dates[row], begins);
        }
    }
    return found;
}

double valueOf(const UnitProgress& unit, std::string_view id) {
    const auto found =
        std::find_if(unit.indicators.begin(), unit.indicators.end(), [&](const Indicator& one) { return one.id == id; });
    return found == unit.indicators.end() ? 0 : found->value.value_or(0);
}

double householdsOf(const District& district, std::size_t village) {
    return district.table(Role::villages).numberAt("households", village);
}

} // namespace

Gap communesWithoutLaunch(const District& district, Date asOf, const GapRules& rules) {
    GapBuilder gap(district, asOf, "commune-without-launch",
                   {"Xã chưa ra quân, phát động thi đua", "Communes without a launch of emulation"},
                   {"Không có buổi ra quân hoặc phát động thi đua nào đến ngày xem", "No launch of emulation by the day"});
    const FeatureTable& campaigns = district.table(Role::campaigns);
    if (campaigns.rowCount == 0) return std::move(gap).finish();
    std::vector<bool> launched(district.table(Role::communes).rowCount);
    for (std::size_t row = 0; row < campaigns.rowCount; ++row) {
        const std::int32_t commune = linkedRow(district.linksOf(Role::campaigns).commune, row);
        if (commune == notLinked || !(campaigns.dateAt("date", row) <= asOf) || !isLaunch(campaigns.textAt("kind", row), rules))
            continue;
        launched[static_cast<std::size_t>(commune)] = true;
    }
    for (std::size_t commune = 0; commune < launched.size(); ++commune) {
        if (!gap.examine(Role::communes, commune) || launched[commune]) continue;
        gap.miss(Role::communes, commune, {"chưa ra quân", "not launched"});
    }
    return std::move(gap).finish();
}

Gap lapsedMovements(const District& district, Date asOf, const GapRules& rules) {
    GapBuilder gap(district, asOf, "movement-lapsed", {"Phong trào không còn được duy trì", "Movements not kept up"},
                   {"Đã phát động nhưng lâu nay không có ra quân, thứ 7, họp dân, góp công hay đóng góp nào",
                    "Launched, and for long no campaign, Saturday, meeting, labour or gift"});
    const auto found = movements(district, asOf);
    for (std::size_t commune = 0; commune < found.size(); ++commune) {
        const Movement& one = found[commune];
        if (!one.launched.known() || !gap.examine(Role::communes, commune)) continue;
        const int days = daysBetween(one.latest, asOf);
        if (days <= rules.movementLapsedDays) continue;
        const std::string last = toVietnamese(one.latest);
        gap.miss(Role::communes, commune,
                 {fmt::format("{} ngày không hoạt động, lần cuối {}", days, last),
                  fmt::format("{} days without activity, last on {}", days, last)});
    }
    return std::move(gap).finish();
}

Gap lowParticipation(const District& district, Date asOf, const GapRules& rules) {
    GapBuilder gap(
        district, asOf, "participation-low", {"Thôn ít hộ tham gia phong trào", "Villages with low participation"},
        {"Lượt tham gia (hộ ra quân, hộ hiến đất, hộ có vườn, người dự thứ 7) trên mỗi hộ dưới ngưỡng",
         "Turns of taking part (households in campaigns, donors, gardens, people on Saturdays) per household below the limit"});
    for (const UnitProgress& unit : progress(district, asOf)) {
        if (unit.level != UnitLevel::village) continue;
        const auto village = static_cast<std::size_t>(unit.row);
        const double households = householdsOf(district, village);
        if (!(households > 0) || !gap.examine(Role::villages, village)) continue;
        double turns = 0;
        for (const std::string_view id :
             {"participating_households", "donor_households", "gardens_registered", "saturday_participants"})
            turns += valueOf(unit, id);
        const double share = turns / households;
        if (share >= rules.participationPerHousehold) continue;
        const auto number = [](double value, Language language) { return formatNumber(value, 0, language); };
        using enum Language;
        gap.miss(
            Role::villages, village,
            {fmt::format("{} lượt trên {} hộ ({:.0f} %)", number(turns, vietnamese), number(households, vietnamese), share * 100),
             fmt::format("{} turns for {} households ({:.0f} %)", number(turns, english), number(households, english),
                         share * 100)});
    }
    return std::move(gap).finish();
}

} // namespace banlang
