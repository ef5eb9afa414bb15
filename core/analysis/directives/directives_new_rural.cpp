// SPDX-License-Identifier: MIT
#include "core/analysis/directives/directive_parts.h"
#include "core/analysis/progress/follow_up.h"
#include "core/analysis/rules/analysis_rules.h"
#include "core/model/as_of.h"

namespace banlang {
namespace {

constexpr Role ranked[] = {
    Role::communeRankingScores, Role::targets, Role::criteria, Role::donations, Role::roadWorks, Role::gardens, Role::houses};
constexpr Role modelCriteria[] = {Role::checklists, Role::modelVillages};
constexpr Role events[] = {Role::campaigns};
constexpr Role gifts[] = {Role::contributions};
constexpr Role land[] = {Role::donations};
constexpr Role shifts[] = {Role::saturdays};
constexpr Role works[] = {Role::roadWorks, Role::deliveries};
constexpr Role assets[] = {Role::publicAssets};

constexpr std::string_view modelFigures[] = {"model_villages_registered", "model_villages_recognised"};
constexpr std::string_view eventFigures[] = {"campaigns", "participating_households"};
constexpr std::string_view giftFigures[] = {"contributions_vnd", "labour_days_given"};
constexpr std::string_view landFigures[] = {"donated_m2", "pledged_m2", "donor_households"};
constexpr std::string_view shiftFigures[] = {"saturdays", "saturday_participants"};
constexpr std::string_view workFigures[] = {"roads_done_km", "roads_under_way_km", "works_behind", "cement_ordered_t",
                                            "cement_received_t"};
constexpr std::string_view communeRankingFigures[] = {"donated_m2", "roads_done_km", "gardens_finished", "houses_finished",
                                                      "criteria_met"};

void fillEvents(const DirectiveFacts& facts, Answer& answer, NamedNumbers& /*numbers*/) {
    static constexpr NumberField sums[] = {fields::campaigns.participants, fields::campaigns.participatingHouseholds};
    answer.table = groupTable(facts, {Role::campaigns, fields::campaigns.kind, {"loại hoạt động", "kind of event"}, sums});
}

/// Gifts of agencies and their people; what they are called stands in the kind of donor.
void fillOfficials(const DirectiveFacts& facts, Answer& answer, NamedNumbers& numbers) {
    static constexpr NumberField sums[] = {fields::contributions.amountVnd, fields::contributions.goodsVnd,
                                           fields::contributions.labourDays};
    answer.table = groupTable(facts, {Role::contributions,
                                      fields::contributions.donorKind,
                                      {"nguồn", "source"},
                                      sums,
                                      "cán bộ|công chức|viên chức|cơ quan|official|agency"});
    double money = 0;
    double records = 0;
    for (const AnswerRow& row : answer.table.rows) {
        records += std::get<double>(row.cells[1]);
        if (const double* amount = std::get_if<double>(&row.cells[2])) money += *amount;
    }
    numbers = {{"official_vnd", money}, {"official_records", records}};
    answer.figures.push_back({{"Cán bộ, cơ quan đóng góp", "Given by officials and agencies"}, "VND", money, {}, {}});
}

void fillShifts(const DirectiveFacts& facts, Answer& answer, NamedNumbers& numbers) {
    static constexpr NumberField sums[] = {fields::saturdays.participants, fields::saturdays.roadM, fields::saturdays.clearedM2};
    answer.table =
        groupTable(facts, {Role::saturdays, fields::saturdays.organisation, {"đơn vị chủ trì", "lead organisation"}, sums});
    numbers = {{"organisations", static_cast<double>(answer.table.rows.size())}};
}

Label stateLabel(WorkState state, bool paused) {
    if (paused) return {"tạm dừng", "paused"};
    switch (state) {
    case WorkState::finished:
        return {"đã xong", "finished"};
    case WorkState::underWay:
        return {"đang làm", "under way"};
    case WorkState::planned:
        break;
    }
    return {"chuẩn bị", "planned"};
}

void fillWorks(const DirectiveFacts& facts, Answer& answer, NamedNumbers& numbers) {
    answer.table.columns = {{"commune", {"xã", "commune"}, ""},
                            {"id", {"mã công trình", "work"}, ""},
                            {"name", {"tên", "name"}, ""},
                            {"state", {"tình trạng", "state"}, ""},
                            {"percent_done", {"đã làm", "done"}, "percent"},
                            {"planned_finish", {"hoàn thành kế hoạch", "planned finish"}, ""},
                            {"days_behind", {"chậm", "behind"}, "days"},
                            {"cement_needed_t", {"xi măng cần", "cement needed"}, "t"},
                            {"cement_ordered_t", {"xi măng đặt", "cement ordered"}, "t"},
                            {"cement_received_t", {"xi măng nhận", "cement received"}, "t"},
                            {"quality_checked_on", {"kiểm tra chất lượng", "quality checked on"}, ""}};
    const FeatureTable& table = facts.district.table(Role::roadWorks);
    const auto cement = cementOfWorks(facts.district, facts.asOf, facts.context.rules().gaps);
    double count = 0;
    for (std::size_t row = 0; row < table.rowCount; ++row) {
        const auto state = workState(table, row, facts.asOf);
        if (!state || facts.excluded.contains(Role::roadWorks, row)) continue;
        ++count;
        const bool paused = *state == WorkState::underWay && isPaused(table, row, facts.asOf);
        const auto behind = daysBehind(table, row, facts.asOf);
        const Date checked = table.dateAt(fields::roadWorks.qualityCheckedOn, row);
        answer.table.rows.push_back(
            {Role::roadWorks,
             static_cast<std::int32_t>(row),
             {communeCell(facts, Role::roadWorks, row), nameCell(table.textAt(fields::roadWorks.id, row)),
              nameCell(table.textAt(fields::roadWorks.name, row)), stateLabel(*state, paused).text(),
              numberCell(workPercent(table, row, facts.asOf)), dateCell(table.dateAt(fields::roadWorks.plannedFinish, row)),
              behind ? AnswerCell(static_cast<double>(*behind)) : AnswerCell(), numberCell(cement[row].neededT),
              numberCell(cement[row].orderedT), numberCell(cement[row].receivedT),
              checked <= facts.asOf ? dateCell(checked) : AnswerCell()}});
    }
    numbers = {{"works", count}};
}

void fillAssets(const DirectiveFacts& facts, Answer& answer, NamedNumbers& /*numbers*/) {
    answer.table.columns = {{"commune", {"xã", "commune"}, ""},
                            {"name", {"tên", "name"}, ""},
                            {"kind", {"loại", "kind"}, ""},
                            {"condition", {"tình trạng", "condition"}, ""},
                            {"in_use", {"đang dùng", "in use"}, ""},
                            {"looked_after_by", {"đơn vị trông coi", "looked after by"}, ""},
                            {"checked_on", {"ngày kiểm tra", "checked on"}, ""}};
    const FeatureTable& table = facts.district.table(Role::publicAssets);
    for (std::size_t row = 0; row < table.rowCount; ++row) {
        const Date checked = table.dateAt(fields::publicAssets.checkedOn, row);
        if (checked.known() && checked > facts.asOf) continue;
        const double used = table.numberAt(fields::publicAssets.inUse, row);
        answer.table.rows.push_back(
            {Role::publicAssets,
             static_cast<std::int32_t>(row),
             {communeCell(facts, Role::publicAssets, row), nameCell(table.textAt(fields::publicAssets.name, row)),
              nameCell(table.textAt(fields::publicAssets.kind, row)), nameCell(table.textAt(fields::publicAssets.condition, row)),
              used == used ? AnswerCell(used != 0 ? Bilingual{"có", "yes"} : Bilingual{"không", "no"}) : AnswerCell(),
              nameCell(table.textAt(fields::publicAssets.lookedAfterBy, row)), dateCell(checked)}});
    }
}

constexpr DirectivePoint specs[] = {
    {"V1",
     Programme::all,
     {"Phát động thi đua, cuối năm đánh giá, khen thưởng việc thực hiện ba chương trình",
      "Launch emulation, judge and reward at year's end"},
     {"Xã nào làm tốt, dựa trên số liệu nào?", "Which communes did well, and by which figures?"},
     ranked,
     communeRankingFigures,
     "",
     "emulation",
     {"Các xã có vườn cải tạo xong: {gardens_finished}, nhà xong: {houses_finished}, đường xong: {roads_done_km} km",
      "Gardens renovated: {gardens_finished}, houses finished: {houses_finished}, roads done: {roads_done_km} km"},
     fillCommuneRanking},
    {"V2",
     Programme::gardens,
     {"Ban hành bộ tiêu chí thôn kiểu mẫu và hướng dẫn 2022-2025", "Issue criteria and guidance for model villages 2022-2025"},
     {"Từng thôn đạt bao nhiêu mục của bộ tiêu chí?", "How much of the checklist does each village meet?"},
     modelCriteria,
     modelFigures,
     "",
     "",
     {"{passing} trong {followed} thôn đăng ký đạt bộ tiêu chí, {model_villages_recognised} thôn được công nhận",
      "{passing} of {followed} registered villages meet the checklist, {model_villages_recognised} recognised"},
     fillChecklists},
    {"V3",
     Programme::newRural,
     {"Tuyên truyền; cán bộ, đảng viên gương mẫu đi đầu", "Spread the word; cadres and Party members lead by example"},
     {"Đã có những hoạt động nào, bao nhiêu người tham gia?", "Which events took place, and how many came?"},
     events,
     eventFigures,
     "",
     "",
     {"{campaigns} buổi, {participating_households} lượt hộ tham gia",
      "{campaigns} events, {participating_households} household turns"},
     fillEvents},
    {"V4",
     Programme::newRural,
     {"Vận động tổ chức, doanh nghiệp, hợp tác xã, hộ khá ủng hộ thực hiện tiêu chí",
      "Mobilise organisations, firms, cooperatives, the better-off"},
     {"Mỗi xã huy động được bao nhiêu?", "How much did each commune mobilise?"},
     gifts,
     giftFigures,
     "",
     "",
     {"Huy động {contributions_vnd} đồng tiền và hiện vật, {labour_days_given} ngày công",
      "{contributions_vnd} VND in money and goods, {labour_days_given} labour days mobilised"}},
    {"V5",
     Programme::newRural,
     {"Vận động nhân dân hiến đất mở mới, nâng cấp đường và công trình phúc lợi",
      "Mobilise land donation for roads and welfare works"},
     {"Đã hiến bao nhiêu, ở đâu, còn vướng đất ở công trình nào?", "How much was given and where, which works still lack land?"},
     land,
     landFigures,
     "work-stuck-for-land",
     "donated-land",
     {"{donor_households} hộ đã hiến {donated_m2} m², cam kết thêm {pledged_m2} m²; {missed} công trình còn vướng đất",
      "{donor_households} households gave {donated_m2} m², {pledged_m2} m² pledged; {missed} works still lack land"}},
    {"V6",
     Programme::newRural,
     {"Cán bộ, công chức đóng góp theo chủ trương của huyện", "Officials contribute under the district's policy"},
     {"Cơ quan, cán bộ đã đóng góp bao nhiêu?", "How much did agencies and officials give?"},
     gifts,
     {},
     "",
     "",
     {"{official_records} lượt, {official_vnd} đồng từ cán bộ, cơ quan",
      "{official_records} gifts, {official_vnd} VND from officials and agencies"},
     fillOfficials},
    {"V7",
     Programme::newRural,
     {"Phân công các tổ chức luân phiên hằng tuần “Ngày thứ 7 vì nông thôn mới”",
      "Organisations take turns on Saturdays, every week"},
     {"Đơn vị nào đã làm mấy buổi, xã nào vắng?", "Who did how many shifts, which communes are silent?"},
     shifts,
     shiftFigures,
     "commune-silent-on-saturdays",
     "gap-commune-silent-on-saturdays",
     {"{saturdays} buổi của {organisations} đơn vị; {missed} trong {examined} xã vắng các thứ 7 gần nhất",
      "{saturdays} shifts by {organisations} organisations; {missed} of {examined} communes silent on the latest Saturdays"},
     fillShifts},
    {"V8",
     Programme::newRural,
     {"Chỉ đạo, kiểm tra chất lượng, tiến độ công trình và vật tư cung ứng",
      "Check quality and progress of works, and materials supplied"},
     {"Công trình nào chậm, xi măng nhận bao nhiêu so với cần?", "Which works are late, how much cement came against the need?"},
     works,
     workFigures,
     "work-behind-plan",
     "gap-work-behind-plan",
     {"{missed} trong {works} công trình chậm hoặc tạm dừng; xi măng nhận {cement_received_t} trong {cement_ordered_t} tấn đã đặt",
      "{missed} of {works} works behind or paused; {cement_received_t} of {cement_ordered_t} t of cement received"},
     fillWorks},
    {"V9",
     Programme::newRural,
     {"Cộng đồng bảo vệ tài sản công, sử dụng tốt công trình phúc lợi", "The community protects and uses its public assets"},
     {"Công trình nào xuống cấp hoặc bỏ không?", "Which assets decay or stand unused?"},
     assets,
     {},
     "asset-poor",
     "gap-asset-poor",
     {"{missed} trong {examined} công trình phúc lợi xuống cấp hoặc bỏ không",
      "{missed} of {examined} public assets decay or stand unused"},
     fillAssets},
};

} // namespace

std::span<const DirectivePoint> newRuralPoints() {
    return specs;
}

} // namespace banlang
