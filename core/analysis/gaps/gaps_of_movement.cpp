// SPDX-License-Identifier: MIT
#include "core/analysis/context/analysis_context.h"
#include "core/analysis/gaps/gap_questions.h"
#include "core/analysis/progress/progress.h"
#include "core/analysis/rules/analysis_rules.h"
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
        const FeatureTable& events = district.table(role);
        const auto dates = events.column(fields::events.date);
        const auto& communeOf = district.linksOf(role).commune;
        for (std::size_t row = 0; row < events.rowCount; ++row) {
            const std::int32_t commune = linkedRow(communeOf, row);
            if (commune == notLinked || !(dates[row] <= asOf)) continue;
            const bool begins = role == Role::campaigns || role == Role::saturdays;
            addDate(found[static_cast<std::size_t>(commune)], dates[row], begins);
        }
    }
    return found;
}

double valueOf(const AdminUnitProgress& unit, std::string_view id) {
    const auto found =
        std::find_if(unit.indicators.begin(), unit.indicators.end(), [&](const Indicator& one) { return one.id == id; });
    return found == unit.indicators.end() ? 0 : found->value.value_or(0);
}

double householdsOf(const District& district, std::size_t village) {
    return district.table(Role::villages).numberAt(fields::villages.households, village);
}

} // namespace

void communesWithoutLaunch(const AnalysisContext& context, GapBuilder& gap) {
    const District& district = context.district();
    const Date asOf = context.asOf();
    const GapRules& rules = context.rules().gaps;
    const FeatureTable& campaigns = district.table(Role::campaigns);
    if (campaigns.rowCount == 0) return;
    std::vector<bool> launched(district.table(Role::communes).rowCount);
    for (std::size_t row = 0; row < campaigns.rowCount; ++row) {
        const std::int32_t commune = linkedRow(district.linksOf(Role::campaigns).commune, row);
        if (commune == notLinked || !(campaigns.dateAt(fields::campaigns.date, row) <= asOf) ||
            !isLaunch(campaigns.textAt(fields::campaigns.kind, row), rules))
            continue;
        launched[static_cast<std::size_t>(commune)] = true;
    }
    for (std::size_t commune = 0; commune < launched.size(); ++commune) {
        if (!gap.examine(Role::communes, commune) || launched[commune]) continue;
        gap.miss(Role::communes, commune, {"chưa ra quân", "not launched"});
    }
}

void lapsedMovements(const AnalysisContext& context, GapBuilder& gap) {
    const District& district = context.district();
    const Date asOf = context.asOf();
    const GapRules& rules = context.rules().gaps;
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
}

void lowParticipation(const AnalysisContext& context, GapBuilder& gap) {
    const District& district = context.district();
    const GapRules& rules = context.rules().gaps;
    const auto units = progress(context);
    for (const AdminUnitProgress& unit : *units) {
        if (unit.level != AdminLevel::village) continue;
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
}

} // namespace banlang
