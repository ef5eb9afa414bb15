// SPDX-License-Identifier: MIT
#include "core/analysis/gaps/gaps.h"

#include "core/analysis/context/analysis_context.h"
#include "core/analysis/gaps/gap_questions.h"
#include "core/model/as_of.h"
#include "core/model/counted_commune.h"
#include "core/model/record_traits.h"

#include <fmt/format.h>

#include <algorithm>

namespace banlang {
namespace {

constexpr GapQuestion questions[] = {
    {"village-without-green-route",
     {"Thôn chưa có tuyến xanh - sạch - đẹp", "Villages without a green route"},
     {"Không có tuyến đã công nhận và còn đạt đến ngày xem", "No route recognised and not lapsed by the day"},
     villagesWithoutGreenRoute},
    {"village-without-hardened-access",
     {"Thôn chưa có đường cứng hóa về trung tâm xã", "Villages without hardened access"},
     {"Không có lối đi toàn đường cứng hóa từ trung tâm thôn đến trung tâm xã",
      "No way over hardened roads alone from the village centre to the commune centre"},
     villagesWithoutHardenedAccess},
    {"loan-never-inspected",
     {"Vườn đã giải ngân, chưa kiểm tra vốn", "Loans disbursed, never inspected"},
     {"Đã giải ngân quá thời hạn mà chưa có lần kiểm tra nào, kể cả trong sổ kiểm tra",
      "Disbursed longer ago than the limit, never inspected, by the record of inspections either"},
     loansNeverInspected},
    {"house-late",
     {"Nhà 2022 sẽ trễ hạn", "Houses of 2022 that will miss the deadline"},
     {"Quá hạn, chưa khởi công, theo tốc độ hiện nay sẽ trễ, hoặc lâu không có báo cáo",
      "Past the deadline, not started, late at today's pace, or without a recent report"},
     lateHouses},
    {"old-house-unfinished",
     {"Nhà 2019-2021 còn hạng mục dở dang, chưa có phương án", "Houses of 2019-2021 with unfinished items and no plan"},
     {"Có hạng mục chưa xong theo báo cáo mới nhất và chưa có phương án giúp đỡ",
      "Unfinished items by the latest report and no plan of help"},
     unfinishedOldHouses},
    {"priority-household-off-list",
     {"Hộ ưu tiên ngoài danh sách hỗ trợ", "Priority households off the support list"},
     {"Người có công hoặc cựu chiến binh, khó khăn nhà ở theo danh sách hoặc rà soát, không trong danh sách còn hiệu lực",
      "People of merit or veterans with housing difficulty, by list or review, not on the list in force"},
     priorityHouseholdsOffList},
    {"commune-silent-on-saturdays",
     {"Xã vắng “Ngày thứ 7 vì nông thôn mới”", "Communes silent on Saturdays"},
     {"Không có buổi nào trong các thứ 7 gần nhất", "No shift on the latest Saturdays"},
     silentSaturdays},
    {"model-village-without-meeting",
     {"Thôn kiểu mẫu đã đăng ký, chưa họp dân", "Model villages registered without a meeting"},
     {"Đã đăng ký thôn kiểu mẫu, chưa có cuộc họp dân nào đến ngày xem",
      "Registered as a model village, no village meeting by the day"},
     modelVillagesWithoutMeeting},
    {"work-stuck-for-land",
     {"Công trình đường còn vướng đất", "Road works that still lack land"},
     {"Công trình chưa xong mà đất trong nền chuẩn chưa được hiến đủ",
      "Work not finished, land within the standard bed not all donated"},
     worksStuckForLand},
    {"stale-data",
     {"Thôn lâu không có số liệu mới", "Villages without recent records"},
     {"Không có bản ghi nào của ba chương trình trong thời hạn", "No record of any programme within the limit"},
     staleVillages},
    {"participation-low",
     {"Thôn ít hộ tham gia phong trào", "Villages with low participation"},
     {"Lượt tham gia (hộ ra quân, hộ hiến đất, hộ có vườn, người dự thứ 7) trên mỗi hộ dưới ngưỡng",
      "Turns of taking part (households in campaigns, donors, gardens, people on Saturdays) per household below the limit"},
     lowParticipation},
    {"movement-lapsed",
     {"Phong trào không còn được duy trì", "Movements not kept up"},
     {"Đã phát động nhưng lâu nay không có ra quân, thứ 7, họp dân, góp công hay đóng góp nào",
      "Launched, and for long no campaign, Saturday, meeting, labour or gift"},
     lapsedMovements},
    {"never-inspected",
     {"Chưa được kiểm tra lần nào", "Never inspected"},
     {"Vườn đã vay vốn, nhà đã khởi công, công trình đang làm hoặc đã xong mà chưa có lần kiểm tra nào",
      "Gardens with a loan, houses begun, works under way or finished that nobody has inspected"},
     neverInspected},
    {"loan-not-assessed",
     {"Vốn đã giải ngân, chưa đánh giá hiệu quả", "Loans disbursed, effect not assessed"},
     {"Đã giải ngân mà chưa có lần kiểm tra nào ghi hiệu quả hoặc thu nhập trước, sau",
      "Disbursed, and no inspection that says what effect it had or what was earned before and after"},
     loansNotAssessed},
    {"house-items-unfinished",
     {"Nhà 2019-2021 còn hạng mục dở dang", "Houses of 2019-2021 with unfinished items"},
     {"Có hạng mục chưa xong theo báo cáo mới nhất; có nguy cơ: đã có phương án giúp đỡ",
      "Unfinished items by the latest report; at risk: there is a plan of help"},
     housesWithUnfinishedItems},
    {"commune-without-launch",
     {"Xã chưa ra quân, phát động thi đua", "Communes without a launch of emulation"},
     {"Không có buổi ra quân hoặc phát động thi đua nào đến ngày xem", "No launch of emulation by the day"},
     communesWithoutLaunch},
    {"work-behind-plan",
     {"Công trình đường chậm tiến độ", "Road works behind plan"},
     {"Chưa xong khi đã quá ngày hoàn thành theo kế hoạch, hoặc đang tạm dừng", "Not finished past the planned finish, or paused"},
     worksBehindPlan},
    {"asset-poor",
     {"Công trình phúc lợi xuống cấp hoặc bỏ không", "Public assets in poor condition or out of use"},
     {"Tình trạng hỏng, xuống cấp, kém, hoặc không còn sử dụng", "Condition poor or damaged, or no longer in use"},
     assetsInPoorCondition},
    {"labour-not-given",
     {"Nhà chưa được góp đủ ngày công đã cam kết", "Houses still owed pledged labour days"},
     {"Ngày công đã góp đến ngày xem ít hơn ngày công cam kết", "Fewer labour days given by the day than were pledged"},
     labourNotGiven},
    {"poor-household-not-joined",
     {"Hộ nghèo, cận nghèo chưa tham gia cải tạo vườn tạp", "Poor and near-poor households without a garden"},
     {"Thuộc diện nghèo hoặc cận nghèo vào ngày xem, chưa đăng ký vườn nào hoặc đã bỏ dở",
      "Poor or near-poor on the day, with no garden registered or only ones given up"},
     poorHouseholdsNotJoined},
};

} // namespace

GapBuilder::GapBuilder(const AnalysisContext& context, const GapQuestion& question)
    : district_(context.district()), asOf_(context.asOf()), gap_{question.id, question.title, question.definition, {}, 0, {}},
      communes_(district_.table(Role::communes).rowCount, AdminUnitGapCount{.level = Role::communes}),
      villages_(district_.table(Role::villages).rowCount, AdminUnitGapCount{.level = Role::villages}) {}

GapBuilder::Place GapBuilder::placeOf(Role role, std::size_t row) const {
    const TableLinks& links = district_.linksOf(role);
    const auto self = static_cast<std::int32_t>(row);
    return {role == Role::communes ? self : countedCommune(district_.linksOf(Role::villages).commune, links, row),
            role == Role::villages ? self : linkedRow(links.village, row)};
}

bool GapBuilder::examine(Role role, std::size_t row) {
    const bool isUnit = role == Role::communes || role == Role::villages;
    if (isUnit && !inForce(district_.table(role), row, asOf_)) return false;
    const Place place = placeOf(role, row);
    ++gap_.examined;
    if (place.commune != notLinked) ++communes_[static_cast<std::size_t>(place.commune)].examined;
    if (place.village != notLinked) ++villages_[static_cast<std::size_t>(place.village)].examined;
    return true;
}

GapItem GapBuilder::item(Role role, std::size_t row) const {
    const FeatureTable& table = district_.table(role);
    const Place place = placeOf(role, row);
    GapItem item;
    item.role = role;
    item.row = static_cast<std::uint32_t>(row);
    item.commune = place.commune;
    item.village = place.village;
    const bool isUnit = role == Role::communes || role == Role::villages;
    item.code = table.textAt(codeField(role), row);
    // Records of households are named by their village, so that no person is.
    if (isUnit) {
        item.name = fullName(table, row);
    } else if (!isOfHousehold(role)) {
        item.name = ownName(table, row);
    } else if (item.village != notLinked) {
        item.name = fullName(district_.table(Role::villages), static_cast<std::size_t>(item.village));
    }
    return item;
}

void GapBuilder::miss(Role role, std::size_t row, Bilingual reason, bool atRisk) {
    GapItem& missed = gap_.items.emplace_back(item(role, row));
    missed.reason = std::move(reason);
    missed.atRisk = atRisk;
    if (missed.commune != notLinked) ++communes_[static_cast<std::size_t>(missed.commune)].count;
    if (missed.village != notLinked) ++villages_[static_cast<std::size_t>(missed.village)].count;
}

Gap GapBuilder::finish() && {
    for (auto* const units : {&communes_, &villages_}) {
        for (std::size_t row = 0; row < units->size(); ++row) {
            AdminUnitGapCount& unit = (*units)[row];
            if (unit.examined == 0) continue;
            unit.row = static_cast<std::int32_t>(row);
            gap_.byAdminUnit.push_back(unit);
        }
    }
    return std::move(gap_);
}

int daysBetween(Date from, Date to) {
    return to.daysSince1970 - from.daysSince1970;
}

std::span<const GapQuestion> gapQuestions() {
    return questions;
}

const GapQuestion* gapQuestion(std::string_view gapId) {
    const auto* const found = std::ranges::find(questions, gapId, &GapQuestion::id);
    return found == std::end(questions) ? nullptr : found;
}

std::shared_ptr<const Gap> findGap(const AnalysisContext& context, const GapQuestion& question) {
    constexpr std::size_t textBytes = 128; // of a name and of a reason in both languages
    return context.kept<Gap>(
        {fmt::format("gap/{}", question.id), {.day = true}},
        [&](const AnalysisContext& asked) {
            GapBuilder gap(asked, question);
            question.run(asked, gap);
            return std::move(gap).finish();
        },
        [](const Gap& gap) {
            return gap.items.size() * (sizeof(GapItem) + textBytes) + gap.byAdminUnit.size() * sizeof(AdminUnitGapCount);
        });
}

Gaps findGaps(const AnalysisContext& context) {
    Gaps gaps;
    for (const GapQuestion& question : questions) gaps.push_back(findGap(context, question));
    return gaps;
}

} // namespace banlang
