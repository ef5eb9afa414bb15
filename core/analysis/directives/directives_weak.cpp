// SPDX-License-Identifier: MIT
#include "core/analysis/directives/directive_parts.h"
#include "core/analysis/gaps/gap_questions.h"

namespace banlang {
namespace {

constexpr Role participation[] = {Role::campaigns, Role::saturdays, Role::donations, Role::gardens};
constexpr Role movement[] = {Role::campaigns, Role::saturdays, Role::meetings, Role::labourDays, Role::contributions};
constexpr Role inspected[] = {Role::inspections, Role::gardens, Role::houses, Role::roadWorks};
constexpr Role loans[] = {Role::gardens, Role::inspections};
constexpr Role priority[] = {Role::households, Role::householdCategories, Role::housingReviews};
constexpr Role houseItems[] = {Role::houseItems, Role::houses};

constexpr std::string_view participationFigures[] = {"participating_households", "donor_households", "gardens_registered",
                                                     "saturday_participants"};
constexpr std::string_view inspectionFigures[] = {"inspections"};
constexpr std::string_view loanFigures[] = {"loans_disbursed", "loans_inspected", "loans_assessed"};
constexpr std::string_view houseFigures[] = {"old_houses_unfinished"};

/// By commune the last day of any activity and the last report of each programme.
void fillMovement(const DirectiveFacts& facts, Answer& answer, NamedNumbers& /*numbers*/) {
    AnswerTable& table = answer.table;
    table.columns = {{"commune", {"xã", "commune"}, ""},
                     {"code", {"mã", "code"}, ""},
                     {"days_since", {"số ngày từ hoạt động cuối", "days since the last activity"}, "days"},
                     {"last_activity", {"hoạt động cuối", "last activity"}, ""},
                     {"new_rural", programmeLabel(Programme::newRural), ""},
                     {"gardens", programmeLabel(Programme::gardens), ""},
                     {"housing", programmeLabel(Programme::housing), ""}};
    for (const AdminUnitProgress& unit : facts.units) {
        if (unit.level != AdminLevel::commune) continue;
        AnswerRow row{Role::communes, unit.row, {nameCell(unit.name), nameCell(unit.code)}};
        row.cells.push_back(unit.lastActivity.known() ? AnswerCell(static_cast<double>(daysBetween(unit.lastActivity, facts.asOf)))
                                                      : AnswerCell());
        row.cells.push_back(dateCell(unit.lastActivity));
        for (const Date date : unit.lastReport) row.cells.push_back(dateCell(date));
        table.rows.push_back(std::move(row));
    }
}

constexpr DirectivePoint specs[] = {
    {"W1",
     Programme::gardens,
     {"Vận động nhân dân chưa thật hiệu quả, nhất là cải tạo vườn tạp", "People are not truly mobilised, least of all for gardens"},
     {"Xã, thôn nào ít hộ tham gia?", "In which communes and villages do few take part?"},
     participation,
     participationFigures,
     "participation-low",
     "gap-participation-low",
     {"{missed} trong {examined} thôn có ít lượt tham gia", "{missed} of {examined} villages with low participation"}},
    {"W2",
     Programme::all,
     {"Phong trào phát động rồi chưa được duy trì thường xuyên", "Movements were launched and not kept up"},
     {"Xã nào đã lâu không hoạt động?", "Which communes have long been inactive?"},
     movement,
     {},
     "movement-lapsed",
     "gap-movement-lapsed",
     {"{missed} trong {examined} xã đã phát động nay không còn duy trì", "{missed} of {examined} communes let the movement lapse"},
     fillMovement},
    {"W3",
     Programme::all,
     {"Một số người đứng đầu phó mặc, chưa kiểm tra, giám sát", "Some heads delegate and do not inspect"},
     {"Vườn, nhà, công trình nào chưa được kiểm tra lần nào?", "Which gardens, houses and works were never inspected?"},
     inspected,
     inspectionFigures,
     "never-inspected",
     "gap-never-inspected",
     {"{missed} trong {examined} vườn, nhà, công trình chưa được kiểm tra",
      "{missed} of {examined} gardens, houses and works never inspected"}},
    {"W4",
     Programme::gardens,
     {"Chưa đánh giá được hiệu quả vốn vay", "The effect of loans is not assessed"},
     {"Bao nhiêu khoản đã giải ngân chưa được đánh giá?", "How many disbursed loans were not assessed?"},
     loans,
     loanFigures,
     "loan-not-assessed",
     "gap-loan-not-assessed",
     {"{missed} trong {examined} khoản vay chưa đánh giá hiệu quả", "{missed} of {examined} loans not assessed"}},
    {"W5",
     Programme::housing,
     {"Một số hộ người có công nghèo còn ngoài danh sách hỗ trợ", "Some poor people of merit are off the support list"},
     {"Bao nhiêu hộ ưu tiên ngoài danh sách, ở thôn nào?", "How many priority households are off the list, and where?"},
     priority,
     {},
     "priority-household-off-list",
     "gap-priority-household-off-list",
     {"{missed} trong {examined} hộ ưu tiên khó khăn nhà ở chưa có trong danh sách",
      "{missed} of {examined} priority households in need are off the list"}},
    {"W6",
     Programme::housing,
     {"Một số nhà hỗ trợ 2019-2021 còn hạng mục chưa hoàn thiện", "Some houses of 2019-2021 have unfinished items"},
     {"Nhà nào còn dở dang, đã có phương án chưa?", "Which houses are unfinished, and is there a plan?"},
     houseItems,
     houseFigures,
     "house-items-unfinished",
     "gap-house-items-unfinished",
     {"{missed} trong {examined} nhà 2019-2021 còn hạng mục dở dang",
      "{missed} of {examined} houses of 2019-2021 have unfinished items"}},
};

} // namespace

std::span<const DirectivePoint> weakPoints() {
    return specs;
}

} // namespace banlang
