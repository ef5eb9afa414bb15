// SPDX-License-Identifier: MIT
#include "core/analysis/directives/directive_parts.h"
#include "core/analysis/progress/follow_up.h"
#include "core/model/as_of.h"

#include <algorithm>

namespace banlang {
namespace {

constexpr Role plans[] = {Role::targets};
constexpr Role launches[] = {Role::campaigns};
constexpr Role routes[] = {Role::greenRoutes};
constexpr Role criteria[] = {Role::criteria, Role::criteriaDue};
constexpr Role models[] = {Role::modelVillages, Role::checklists};
constexpr Role reviews[] = {Role::housingReviews, Role::householdCategories, Role::households, Role::supportList};
constexpr Role gifts[] = {Role::contributions};

constexpr std::string_view launchFigures[] = {"campaigns", "participating_households"};
constexpr std::string_view routeFigures[] = {"green_routes"};
constexpr std::string_view criteriaFigures[] = {"criteria_met"};
constexpr std::string_view modelFigures[] = {"model_villages_registered", "model_villages_recognised"};
constexpr std::string_view giftFigures[] = {"contributions_vnd"};

/// A line per commune and target, with what was reached.
void fillPlans(const DirectiveFacts& facts, Answer& answer, NamedNumbers& numbers) {
    AnswerTable& table = answer.table;
    table.columns = {{"unit", {"đơn vị", "unit"}, ""},
                     {"indicator", {"chỉ tiêu", "indicator"}, ""},
                     {"target", {"kế hoạch", "plan"}, ""},
                     {"value", {"thực hiện", "done"}, ""},
                     {"percent_of_plan", {"% kế hoạch", "% of plan"}, "percent"}};
    double given = 0;
    double reached = 0;
    for (const AdminUnitProgress& unit : facts.units) {
        if (unit.level != AdminLevel::commune) continue;
        for (const Indicator& one : unit.indicators) {
            if (!one.target) continue;
            ++given;
            if (one.value && *one.value >= *one.target) ++reached;
            const bool share = one.value && *one.target > 0;
            table.rows.push_back({Role::communes,
                                  unit.row,
                                  {nameCell(unit.name), one.label.text(), *one.target, numberCell(one.value),
                                   share ? AnswerCell(100 * *one.value / *one.target) : AnswerCell()}});
        }
    }
    for (const Indicator& one : facts.units.front().indicators) {
        if (one.target) answer.figures.push_back({one.label, one.unit, one.value, one.previous, one.target});
    }
    numbers = {{"given", given}, {"plans_reached", reached}};
}

void fillRoutes(const DirectiveFacts& facts, Answer& answer, NamedNumbers& numbers) {
    double communes = 0;
    double covered = 0;
    for (const AdminUnitProgress& unit : facts.units) {
        if (unit.level != AdminLevel::commune) continue;
        ++communes;
        const Indicator* const one = facts.indicator(unit, "green_routes");
        if (one != nullptr && one->value.value_or(0) >= 1) ++covered;
    }
    numbers = {{"communes", communes}, {"covered", covered}};
    answer.figures.push_back({{"Xã có ít nhất một tuyến", "Communes with a route"}, "", covered, {}, communes});
}

void fillModels(const DirectiveFacts& facts, Answer& answer, NamedNumbers& /*numbers*/) {
    answer.table.columns = {{"commune", {"xã", "commune"}, ""},
                            {"village", {"thôn", "village"}, ""},
                            {"registered_on", {"ngày đăng ký", "registered on"}, ""},
                            {"recognised_on", {"ngày công nhận", "recognised on"}, ""},
                            {"set_version", {"bộ tiêu chí", "criteria set"}, ""}};
    const FeatureTable& registered = facts.district.table(Role::modelVillages);
    for (std::size_t row = 0; row < registered.rowCount; ++row) {
        const std::int32_t village = linkedRow(facts.district.linksOf(Role::modelVillages).village, row);
        const Date registeredOn = registered.dateAt(fields::modelVillages.registeredOn, row);
        const Date recognisedOn = registered.dateAt(fields::modelVillages.recognisedOn, row);
        if (village == notLinked || !(registeredOn <= facts.asOf || recognisedOn <= facts.asOf)) continue;
        answer.table.rows.push_back({Role::villages,
                                     village,
                                     {communeCell(facts, Role::modelVillages, row),
                                      nameCell(fullName(facts.district.table(Role::villages), static_cast<std::size_t>(village))),
                                      dateCell(registeredOn), recognisedOn <= facts.asOf ? dateCell(recognisedOn) : AnswerCell(),
                                      nameCell(registered.textAt(fields::modelVillages.setVersion, row))}});
    }
}

/// Households with housing difficulty by category, and how many of them are on the list; a household may be in several lines.
void fillReviews(const DirectiveFacts& facts, Answer& answer, NamedNumbers& numbers) {
    struct Line {
        Label category;
        bool (*belongs)(const HouseholdStatus&);
    };
    static constexpr Line lines[] = {
        {{"Người có công", "People of merit"}, [](const HouseholdStatus& one) { return one.merit; }},
        {{"Cựu chiến binh", "Veterans"}, [](const HouseholdStatus& one) { return one.veteran; }},
        {{"Hộ nghèo", "Poor households"}, [](const HouseholdStatus& one) { return one.poor; }},
        {{"Hộ cận nghèo", "Near-poor households"}, [](const HouseholdStatus& one) { return one.nearPoor; }},
    };
    const auto statuses = householdStatuses(facts.district, facts.asOf);
    const auto listed = listedHouseholds(facts.district, facts.asOf);
    answer.table.columns = {{"category", {"diện", "category"}, ""},
                            {"in_need", {"khó khăn nhà ở", "with housing difficulty"}, ""},
                            {"listed", {"có trong danh sách", "on the list"}, ""},
                            {"off_list", {"ngoài danh sách", "off the list"}, ""}};
    double need = 0;
    double onList = 0;
    for (std::size_t row = 0; row < statuses.size(); ++row) {
        need += statuses[row].housingNeed ? 1 : 0;
        onList += listed[row] ? 1 : 0;
    }
    for (const Line& line : lines) {
        double inNeed = 0;
        double served = 0;
        for (std::size_t row = 0; row < statuses.size(); ++row) {
            if (!statuses[row].housingNeed || !line.belongs(statuses[row])) continue;
            ++inNeed;
            served += listed[row] ? 1 : 0;
        }
        answer.table.rows.push_back({Role::households, notLinked, {line.category.text(), inNeed, served, inNeed - served}});
    }
    numbers = {{"need", need}, {"listed", onList}};
    answer.figures.push_back({{"Hộ khó khăn về nhà ở", "Households with housing difficulty"}, "", need, {}, {}});
    answer.figures.push_back({{"Hộ trong danh sách còn hiệu lực", "Households on the list in force"}, "", onList, {}, {}});
}

void fillGifts(const DirectiveFacts& facts, Answer& answer, NamedNumbers& numbers) {
    static constexpr NumberField sums[] = {fields::contributions.amountVnd, fields::contributions.goodsVnd,
                                           fields::contributions.labourDays};
    answer.table = groupTable(facts, {Role::contributions, fields::contributions.donorKind, {"nguồn", "source"}, sums});
    numbers = {{"sources", static_cast<double>(answer.table.rows.size())}};
}

constexpr DirectivePoint specs[] = {
    {"E1",
     Programme::all,
     {"Cơ quan thường trực các ban chỉ đạo đã xây dựng kế hoạch năm", "The standing agencies drew up the plans for the year"},
     {"Kế hoạch giao từng xã đến đâu, đạt bao nhiêu phần trăm?", "What was each commune given, and how much of it is done?"},
     plans,
     {},
     "",
     "",
     {"{given} chỉ tiêu đã giao cho các xã, {plans_reached} chỉ tiêu đã đạt",
      "{given} targets given to communes, {plans_reached} reached"},
     fillPlans},
    {"E2",
     Programme::all,
     {"Huyện đã phát động thi đua, yêu cầu các xã ra quân", "The district launched emulation and had communes follow"},
     {"Xã nào chưa ra quân?", "Which communes have not launched?"},
     launches,
     launchFigures,
     "commune-without-launch",
     "gap-commune-without-launch",
     {"{reached} trong {examined} xã đã ra quân, còn {missed} xã chưa",
      "{reached} of {examined} communes launched, {missed} not yet"}},
    {"E3",
     Programme::newRural,
     {"Mỗi xã, mỗi thôn có một tuyến đường xanh - sạch - đẹp", "A green, clean and beautiful road for each commune and village"},
     {"Xã, thôn nào chưa có tuyến?", "Which communes and villages have none?"},
     routes,
     routeFigures,
     "village-without-green-route",
     "green-routes",
     {"{covered} trong {communes} xã và {reached} trong {examined} thôn đã có tuyến được công nhận",
      "{covered} of {communes} communes and {reached} of {examined} villages have a recognised route"},
     fillRoutes},
    {"E4",
     Programme::newRural,
     {"Đã rà soát chỉ tiêu tỉnh giao, phân bổ tiêu chí cho xã và ngành",
      "Targets reviewed, criteria allocated to communes and agencies"},
     {"Xã nào đạt bao nhiêu tiêu chí, tiêu chí nào đến hạn chưa đạt?", "How many criteria has each commune met, which are due?"},
     criteria,
     criteriaFigures,
     "",
     "criteria",
     {"Các xã đạt {met} trong {of} tiêu chí, {due} tiêu chí đến hạn năm nay chưa đạt",
      "The communes met {met} of {of} criteria; {due} due this year are not met"},
     fillCriteria},
    {"E5",
     Programme::gardens,
     {"Đã dự thảo bộ tiêu chí thôn kiểu mẫu và kế hoạch", "Criteria for model villages and their plan are drafted"},
     {"Thôn nào đăng ký, thôn nào đã được công nhận?", "Which villages registered, which were recognised?"},
     models,
     modelFigures,
     "",
     "",
     {"{model_villages_registered} thôn đăng ký kiểu mẫu, {model_villages_recognised} thôn được công nhận",
      "{model_villages_registered} villages registered as models, {model_villages_recognised} recognised"},
     fillModels},
    {"E6",
     Programme::housing,
     {"Đã rà soát hộ người có công, cựu chiến binh, hộ nghèo khó khăn nhà ở",
      "Poor people of merit, veterans and poor households reviewed"},
     {"Bao nhiêu hộ đủ điều kiện, bao nhiêu có trong danh sách, theo diện?",
      "How many are eligible, how many listed, by category?"},
     reviews,
     {},
     "priority-household-off-list",
     "gap-priority-household-off-list",
     {"{need} hộ khó khăn về nhà ở, {listed} hộ trong danh sách còn hiệu lực",
      "{need} households with housing difficulty, {listed} on the list in force"},
     fillReviews},
    {"E7",
     Programme::all,
     {"Huy động xã hội hóa kết hợp các nguồn vốn", "Social mobilisation combined with several funds"},
     {"Bao nhiêu đến từ nguồn nào?", "How much came from which source?"},
     gifts,
     giftFigures,
     "",
     "",
     {"{contributions_vnd} đồng tiền và hiện vật từ {sources} nguồn",
      "{contributions_vnd} VND in money and goods from {sources} sources"},
     fillGifts},
};

} // namespace

std::span<const DirectivePoint> existingPoints() {
    return specs;
}

} // namespace banlang
