// SPDX-License-Identifier: MIT
#include "core/analysis/follow_up.h"
#include "core/analysis/gap_questions.h"
#include "core/analysis/land_take.h"
#include "core/model/as_of.h"
#include "core/text/format.h"
#include "core/text/keys.h"

#include <fmt/format.h>

#include <algorithm>

namespace banlang {
namespace {

std::string tonnes(const std::optional<double>& value, Language language) {
    return value ? formatNumber(*value, 1, language) : std::string("?");
}

/// Cement ordered, received and needed; empty where nothing is known.
Bilingual cementNote(const Cement& cement) {
    if (!cement.orderedT && !cement.receivedT && !cement.neededT) return {};
    using enum Language;
    return {fmt::format("; xi măng nhận {} / đặt {} / cần {} tấn", tonnes(cement.receivedT, vietnamese),
                        tonnes(cement.orderedT, vietnamese), tonnes(cement.neededT, vietnamese)),
            fmt::format("; cement received {} / ordered {} / needed {} t", tonnes(cement.receivedT, english),
                        tonnes(cement.orderedT, english), tonnes(cement.neededT, english))};
}

bool hasAnyWord(std::string_view text, const std::vector<std::string>& words) {
    const std::string lower = lowerCase(text);
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& word) { return !word.empty() && lower.find(word) != std::string::npos; });
}

} // namespace

Gap worksStuckForLand(const District& district, Date asOf, const GapRules& /*rules*/) {
    GapBuilder gap(district, asOf, "work-stuck-for-land", {"Công trình đường còn vướng đất", "Road works that still lack land"},
                   {"Công trình chưa xong mà đất trong nền chuẩn chưa được hiến đủ",
                    "Work not finished, land within the standard bed not all donated"});
    constexpr double squareMetresThatCount = 1;
    const auto takes = landTake(district, asOf);
    const FeatureTable& works = district.table(Role::roadWorks);
    const auto& roadOf = district.linksOf(Role::roadWorks).road;
    for (std::size_t row = 0; row < works.rowCount; ++row) {
        const auto state = workState(works, row, asOf);
        if (!state || *state == WorkState::finished || row >= roadOf.size() || roadOf[row] == notLinked) continue;
        gap.examine(Role::roadWorks, row);
        const auto road = static_cast<std::uint32_t>(roadOf[row]);
        const auto take = std::find_if(takes.begin(), takes.end(), [&](const RoadLandTake& t) { return t.road == road; });
        if (take == takes.end() || take->outstandingM2 < squareMetresThatCount) continue;
        gap.miss(Role::roadWorks, row,
                 {fmt::format("còn thiếu {:.0f} trong {:.0f} m²", take->outstandingM2, take->neededM2),
                  fmt::format("{:.0f} of {:.0f} m² still missing", take->outstandingM2, take->neededM2)});
    }
    return std::move(gap).finish();
}

Gap worksBehindPlan(const District& district, Date asOf, const GapRules& rules) {
    GapBuilder gap(district, asOf, "work-behind-plan", {"Công trình đường chậm tiến độ", "Road works behind plan"},
                   {"Chưa xong khi đã quá ngày hoàn thành theo kế hoạch, hoặc đang tạm dừng",
                    "Not finished past the planned finish, or paused"});
    const FeatureTable& works = district.table(Role::roadWorks);
    const auto cement = cementOfWorks(district, asOf, rules);
    for (std::size_t row = 0; row < works.rowCount; ++row) {
        const auto state = workState(works, row, asOf);
        if (!state) continue;
        gap.examine(Role::roadWorks, row);
        const auto days = daysBehind(works, row, asOf);
        const bool paused = *state == WorkState::underWay && isPaused(works, row, asOf);
        if (!days && !paused) continue;
        const Bilingual note = cementNote(cement[row]);
        const std::string since = toVietnamese(works.dateAt("paused_on", row));
        Bilingual reason = days ? Bilingual{fmt::format("chậm {} ngày", *days), fmt::format("{} days behind", *days)} : Bilingual{};
        if (paused) {
            reason.vi += fmt::format("{}tạm dừng từ {}", days ? ", " : "", since);
            reason.en += fmt::format("{}paused since {}", days ? ", " : "", since);
        }
        gap.miss(Role::roadWorks, row, {reason.vi + note.vi, reason.en + note.en}, !days);
    }
    return std::move(gap).finish();
}

Gap assetsInPoorCondition(const District& district, Date asOf, const GapRules& rules) {
    GapBuilder gap(district, asOf, "asset-poor",
                   {"Công trình phúc lợi xuống cấp hoặc bỏ không", "Public assets in poor condition or out of use"},
                   {"Tình trạng hỏng, xuống cấp, kém, hoặc không còn sử dụng", "Condition poor or damaged, or no longer in use"});
    const FeatureTable& assets = district.table(Role::publicAssets);
    for (std::size_t row = 0; row < assets.rowCount; ++row) {
        const Date checked = assets.dateAt("checked_on", row);
        if (checked.known() && checked > asOf) continue;
        gap.examine(Role::publicAssets, row);
        const std::string condition(assets.textAt("condition", row));
        const bool unused = assets.numberAt("in_use", row) == 0;
        if (!unused && !hasAnyWord(condition, rules.poorConditions)) continue;
        gap.miss(Role::publicAssets, row,
                 {fmt::format("{}{}", condition, unused ? "; không sử dụng" : ""),
                  fmt::format("{}{}", condition, unused ? "; not in use" : "")});
    }
    return std::move(gap).finish();
}

} // namespace banlang
