// SPDX-License-Identifier: MIT
#include "core/analysis/directives/directive_parts.h"
#include "core/analysis/gaps/gap_questions.h"
#include "core/analysis/progress/follow_up.h"

#include <algorithm>
#include <map>

namespace banlang {
namespace {

constexpr Role houses[] = {Role::houses};
constexpr Role oldHouses[] = {Role::houses, Role::houseItems};
constexpr Role list[] = {Role::supportList, Role::housingReviews};
constexpr Role labour[] = {Role::houseResources, Role::labourDays, Role::houses};
constexpr Role gardens[] = {Role::gardens};
constexpr Role loans[] = {Role::gardens, Role::inspections};
constexpr Role poor[] = {Role::households, Role::householdCategories};
constexpr Role models[] = {Role::modelVillages, Role::meetings};

constexpr std::string_view houseFigures[] = {"houses_2022_finished"};
constexpr std::string_view oldHouseFigures[] = {"old_houses_unfinished"};
constexpr std::string_view labourFigures[] = {"labour_days_pledged", "labour_days_given"};
constexpr std::string_view gardenFigures[] = {"gardens_registered", "gardens_non_borrower", "gardens_specialised",
                                              "gardens_finished"};
constexpr std::string_view loanFigures[] = {"loans_disbursed", "loans_inspected", "loans_assessed"};
constexpr std::string_view modelFigures[] = {"model_villages_registered", "model_villages_recognised", "village_meetings"};

/// Days to the deadline that most houses of 2022 share; past it they are negative.
void fillCountdown(const DirectiveFacts& facts, Answer& answer, NamedNumbers& numbers) {
    const FeatureTable& table = facts.district.table(Role::houses);
    std::map<Date, std::size_t> deadlines;
    for (std::size_t row = 0; row < table.rowCount; ++row) {
        const Date deadline = table.dateAt(fields::houses.deadline, row);
        if (deadline.known() && isOfPhase2022(table, row)) ++deadlines[deadline];
    }
    if (deadlines.empty()) return;
    const Date shared = std::max_element(deadlines.begin(), deadlines.end(), [](const auto& a, const auto& b) {
                            return a.second < b.second;
                        })->first;
    const int left = daysBetween(facts.asOf, shared);
    numbers.emplace_back("days_left", left);
    answer.figures.push_back({{"Số ngày còn lại", "Days left"}, "days", static_cast<double>(left), {}, {}});
}

/// Per commune: on the list now, taken off, replaced, added in the year.
void fillList(const DirectiveFacts& facts, Answer& answer, NamedNumbers& numbers) {
    enum Change : std::uint8_t { active, added, removed, replaced, changeCount };
    const FeatureTable& table = facts.district.table(Role::supportList);
    const FeatureTable& communes = facts.district.table(Role::communes);
    std::vector<std::array<double, changeCount>> counts(communes.rowCount + 1); // the last: without a place
    const int year = toYmd(facts.asOf).year;
    for (std::size_t row = 0; row < table.rowCount; ++row) {
        const Date listed = table.dateAt(fields::supportList.listedOn, row);
        if (!(listed <= facts.asOf) || facts.excluded.contains(Role::supportList, row)) continue;
        const std::int32_t commune = linkedRow(facts.district.linksOf(Role::supportList).commune, row);
        auto& unit = counts[commune == notLinked ? communes.rowCount : static_cast<std::size_t>(commune)];
        const bool off = table.dateAt(fields::supportList.removedOn, row) <= facts.asOf;
        unit[active] += off ? 0 : 1;
        unit[removed] += off ? 1 : 0;
        unit[replaced] += off && !table.textAt(fields::supportList.replacedBy, row).empty() ? 1 : 0;
        unit[added] += toYmd(listed).year == year ? 1 : 0;
    }
    answer.table.columns = {{"commune", {"xã", "commune"}, ""},
                            {"active", {"trong danh sách", "on the list"}, ""},
                            {"added", {"vào danh sách trong năm", "listed in the year"}, ""},
                            {"removed", {"đã đưa ra", "taken off"}, ""},
                            {"replaced", {"đã thay thế", "replaced"}, ""}};
    std::array<double, changeCount> all{};
    for (std::size_t unit = 0; unit < counts.size(); ++unit) {
        const bool placed = unit < communes.rowCount;
        const bool any = std::any_of(counts[unit].begin(), counts[unit].end(), [](double count) { return count > 0; });
        for (std::size_t change = 0; change < changeCount; ++change) all[change] += counts[unit][change];
        if (!any) continue;
        AnswerRow row{Role::communes, placed ? static_cast<std::int32_t>(unit) : notLinked, {}};
        row.cells.push_back(placed ? nameCell(fullName(communes, unit)) : AnswerCell(Bilingual{"chưa rõ xã", "no commune"}));
        for (const double count : counts[unit]) row.cells.emplace_back(count);
        answer.table.rows.push_back(std::move(row));
    }
    numbers = {{"active", all[active]}, {"added", all[added]}, {"removed", all[removed]}, {"replaced", all[replaced]}};
    answer.figures.push_back({{"Hộ trong danh sách", "Households on the list"}, "", all[active], {}, {}});
    answer.figures.push_back({{"Đã đưa ra khỏi danh sách", "Taken off the list"}, "", all[removed], {}, {}});
    answer.figures.push_back({{"Đã thay thế", "Replaced"}, "", all[replaced], {}, {}});
}

/// By organisation; where no organisation was recorded, per commune.
void fillLabour(const DirectiveFacts& facts, Answer& answer, NamedNumbers& numbers) {
    static constexpr NumberField sums[] = {fields::labourDays.daysPledged, fields::labourDays.daysGiven};
    if (facts.district.table(Role::labourDays).rowCount > 0)
        answer.table = groupTable(facts, {Role::labourDays, fields::labourDays.organisation, {"tổ chức", "organisation"}, sums});
    const FeatureTable& resources = facts.district.table(Role::houseResources);
    double needed = 0;
    double assessed = 0;
    for (std::size_t row = 0; row < resources.rowCount; ++row) {
        if (!(resources.dateAt(fields::houseResources.assessedOn, row) <= facts.asOf) ||
            facts.excluded.contains(Role::houseResources, row))
            continue;
        ++assessed;
        const double days = resources.numberAt(fields::houseResources.neededLabourDays, row);
        needed += days == days ? days : 0;
    }
    numbers = {{"assessed", assessed}, {"needed_days", needed}};
    if (assessed == 0) return;
    answer.figures.push_back({{"Lượt rà soát nguồn lực hộ", "Assessments of household resources"}, "", assessed, {}, {}});
    answer.figures.push_back({{"Ngày công còn thiếu theo rà soát", "Labour days still needed"}, "days", needed, {}, {}});
}

void fillUptake(const DirectiveFacts& facts, Answer& answer, NamedNumbers& /*numbers*/) {
    answer.table = villageTable(facts, "poor-household-not-joined");
}

constexpr DirectivePoint specs[] = {
    {"V10",
     Programme::housing,
     {"Hoàn thành nhà cho hộ người có công nghèo, hộ nghèo trước 30/6/2022",
      "Houses for poor people of merit and poor households by 30/6/2022"},
     {"Còn bao nhiêu ngày, nhà nào sẽ trễ?", "How many days are left, which houses will be late?"},
     houses,
     houseFigures,
     "house-late",
     "houses",
     {"{houses_2022_finished} trong {examined} nhà năm 2022 đã xong, {missed} nhà trễ hoặc có nguy cơ trễ; còn {days_left} ngày",
      "{houses_2022_finished} of {examined} houses of 2022 finished, {missed} late or at risk; {days_left} days left"},
     fillCountdown},
    {"V11",
     Programme::housing,
     {"Rà soát từng hộ đã hỗ trợ 2019-2021, có phương án giúp hoàn thiện", "Check every household of 2019-2021 and plan help"},
     {"Nhà nào còn dở dang mà chưa có phương án?", "Which unfinished houses have no plan?"},
     oldHouses,
     oldHouseFigures,
     "old-house-unfinished",
     "gap-old-house-unfinished",
     {"{old_houses_unfinished} nhà còn dở dang, {missed} nhà chưa có phương án",
      "{old_houses_unfinished} houses unfinished, {missed} without a plan"}},
    {"V12",
     Programme::housing,
     {"Rà soát, bổ sung, thay thế để hộ người có công, cựu chiến binh nghèo được ưu tiên",
      "Add and replace so that merit and veteran households come first"},
     {"Danh sách đã thay đổi thế nào, còn ai ưu tiên ở ngoài?", "How did the list change, who of priority is still off it?"},
     list,
     {},
     "priority-household-off-list",
     "gap-priority-household-off-list",
     {"{active} hộ trong danh sách, {removed} hộ đưa ra, {replaced} hộ được thay; {missed} hộ ưu tiên còn ngoài",
      "{active} households listed, {removed} taken off, {replaced} replaced; {missed} of priority still off"},
     fillList},
    {"V13",
     Programme::housing,
     {"Đánh giá nguồn lực từng hộ, hỗ trợ vật chất, ngày công", "Assess each household's resources, support with goods and labour"},
     {"Ngày công cam kết đã góp bao nhiêu, nhà nào còn thiếu?", "How much pledged labour was given, which houses still lack it?"},
     labour,
     labourFigures,
     "labour-not-given",
     "gap-labour-not-given",
     {"Góp {labour_days_given} trong {labour_days_pledged} ngày công cam kết; {missed} nhà chưa được góp đủ",
      "{labour_days_given} of {labour_days_pledged} pledged labour days given; {missed} houses still owed"},
     fillLabour},
    {"V14",
     Programme::gardens,
     {"Phong trào toàn dân: hộ không vay vốn cũng tham gia, hướng tới chuyên canh",
      "A movement of all: households without loans too, towards specialised growing"},
     {"Bao nhiêu vườn không vay vốn, bao nhiêu chuyên canh?", "How many gardens without a loan, how many specialised?"},
     gardens,
     gardenFigures,
     "",
     "renovated-gardens",
     {"{gardens_non_borrower} trong {gardens_registered} vườn không vay vốn, {gardens_specialised} vườn chuyên canh",
      "{gardens_non_borrower} of {gardens_registered} gardens without a loan, {gardens_specialised} specialised"}},
    {"V15",
     Programme::gardens,
     {"Tăng cường kiểm tra hộ đã giải ngân duy trì vườn, đánh giá hiệu quả vốn",
      "Check that borrowers keep up their gardens, assess the loans"},
     {"Khoản vay nào quá hạn kiểm tra?", "Which loans are overdue for inspection?"},
     loans,
     loanFigures,
     "loan-never-inspected",
     "gap-loan-never-inspected",
     {"{loans_inspected} trong {loans_disbursed} khoản vay đã kiểm tra, {missed} khoản quá hạn chưa kiểm tra",
      "{loans_inspected} of {loans_disbursed} loans inspected, {missed} overdue"}},
    {"V16",
     Programme::gardens,
     {"Tiếp tục hướng dẫn hộ nghèo, cận nghèo tham gia", "Keep guiding poor and near-poor households to join"},
     {"Thôn nào ít hộ nghèo, cận nghèo tham gia?", "In which villages do few of them join?"},
     poor,
     {},
     "poor-household-not-joined",
     "gap-poor-household-not-joined",
     {"{reached} trong {examined} hộ nghèo, cận nghèo đã tham gia", "{reached} of {examined} poor and near-poor households joined"},
     fillUptake},
    {"V17",
     Programme::gardens,
     {"Rà soát đăng ký thôn kiểu mẫu, họp dân thống nhất giải pháp",
      "Review the registered model villages, agree with villagers in meetings"},
     {"Thôn nào đăng ký mà chưa họp dân?", "Which registered villages held no meeting?"},
     models,
     modelFigures,
     "model-village-without-meeting",
     "gap-model-village-without-meeting",
     {"{model_villages_registered} thôn đăng ký, {village_meetings} cuộc họp dân; {missed} thôn đăng ký chưa họp",
      "{model_villages_registered} villages registered, {village_meetings} meetings; {missed} registered without one"}},
};

} // namespace

std::span<const DirectivePoint> homePoints() {
    return specs;
}

} // namespace banlang
