// SPDX-License-Identifier: MIT
#include "core/analysis/criteria_villages.h"

#include "core/analysis/detail/rule_reader.h"
#include "core/model/as_of.h"
#include "core/text/keys.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace banlang {
namespace {

constexpr std::string_view fileName = "model_village_2022.toml";

using detail::RuleReader;

ChecklistItem readItem(RuleReader& reader, const toml::table& table, const ModelVillageRules& rules) {
    reader.onlyKeys(table, {"id", "heading", "name", "weight"});
    ChecklistItem item{reader.text(table, "id"), reader.text(table, "heading"), reader.words(table, "name"),
                       reader.number(table, "weight").value_or(1)};
    const auto isOwn = [&](const CriteriaGroup& heading) { return heading.id == item.heading; };
    if (std::none_of(rules.headings.begin(), rules.headings.end(), isOwn)) {
        reader.refuse(table,
                      {fmt::format("Nội dung {} thuộc nhóm “{}” chưa khai báo", item.id, item.heading),
                       fmt::format("Item {} is under a heading “{}” that is not declared", item.id, item.heading)},
                      {"Thêm [[heading]] hoặc sửa heading", "Add a [[heading]] or mend heading"});
    }
    if (item.weight <= 0) {
        reader.refuse(
            table,
            {fmt::format("Trọng số của {} phải lớn hơn 0", item.id), fmt::format("The weight of {} must be above 0", item.id)},
            {"Bỏ nội dung này hoặc đặt trọng số", "Remove the item or give it a weight"});
    }
    return item;
}

/// Latest judgement of every item of one village.
using Judgements = std::vector<std::map<std::size_t, std::size_t>>;

Judgements judgements(const District& district, Date asOf, const ModelVillageRules& rules) {
    const FeatureTable& lists = district.table(Role::checklists);
    const auto& villageOf = district.linksOf(Role::checklists).village;
    Judgements latest(district.table(Role::villages).rowCount);
    for (std::size_t row = 0; row < lists.rowCount; ++row) {
        const std::int32_t village = linkedRow(villageOf, row);
        const auto item = rules.find(lists.textAt("item", row));
        const Date date = lists.dateAt("date", row);
        if (village == notLinked || !item || date > asOf) continue;
        const auto [found, isNew] = latest[static_cast<std::size_t>(village)].try_emplace(*item, row);
        if (!isNew && date >= lists.dateAt("date", found->second)) found->second = row;
    }
    return latest;
}

/// Last day of a meeting of each village.
std::vector<Date> lastMeetings(const District& district, Date asOf) {
    const FeatureTable& meetings = district.table(Role::meetings);
    std::vector<Date> last(district.table(Role::villages).rowCount);
    for (std::size_t row = 0; row < meetings.rowCount; ++row) {
        const Date date = meetings.dateAt("date", row);
        const std::int32_t village = linkedRow(district.linksOf(Role::meetings).village, row);
        if (village == notLinked || date > asOf) continue;
        Date& latest = last[static_cast<std::size_t>(village)];
        if (!latest.known() || date > latest) latest = date;
    }
    return last;
}

void judge(ModelVillageStatus& status, const FeatureTable& lists, const std::map<std::size_t, std::size_t>& latest,
           const ModelVillageRules& rules) {
    double all = 0;
    double met = 0;
    for (std::size_t item = 0; item < rules.items.size(); ++item) {
        all += rules.items[item].weight;
        const auto found = latest.find(item);
        const CriterionState state =
            found == latest.end() ? CriterionState::noResult : readCriterionResult(lists.textAt("result", found->second));
        if (state != CriterionState::noResult) ++status.judged;
        if (state == CriterionState::met) {
            ++status.met;
            met += rules.items[item].weight;
        } else {
            status.missing.push_back(item);
        }
    }
    status.weightPercent = all > 0 ? met / all * 100 : 0;
    status.passes = status.judged > 0 && status.weightPercent >= rules.passPercent;
}

} // namespace

std::optional<std::size_t> ModelVillageRules::find(std::string_view said) const {
    const std::string key = lowerCase(said);
    for (std::size_t i = 0; i < items.size(); ++i) {
        const std::string number = lowerCase(items[i].id);
        if (key == number || key.starts_with(number + " ") || key == lowerCase(items[i].name.vi) ||
            key == lowerCase(items[i].name.en))
            return i;
    }
    return std::nullopt;
}

Result<ModelVillageRules> parseModelVillageRules(std::string_view file, std::string_view text) {
    RuleReader reader(file);
    const toml::table all = reader.parse(text);
    reader.onlyKeys(all, {"id", "title", "verified", "pass_percent", "heading", "item"});
    ModelVillageRules rules;
    rules.id = reader.text(all, "id");
    rules.title = reader.words(all, "title");
    rules.verified = reader.flag(all, "verified", false);
    rules.passPercent = reader.number(all, "pass_percent").value_or(100);
    reader.each(all, "heading", [&](const toml::table& table) {
        reader.onlyKeys(table, {"id", "name"});
        rules.headings.push_back({reader.text(table, "id"), reader.words(table, "name")});
    });
    reader.each(all, "item", [&](const toml::table& table) { rules.items.push_back(readItem(reader, table, rules)); });
    if (rules.items.empty())
        reader.refuse({"Không có nội dung chấm nào", "There are no items"}, {"Thêm các bảng [[item]]", "Add [[item]] tables"});
    return reader.finish(std::move(rules));
}

Result<ModelVillageRules> modelVillageRules(const RuleTexts& rules) {
    return parseModelVillageRules(fileName, rules.text(fileName));
}

std::vector<ModelVillageStatus> modelVillages(const District& district, Date asOf, const ModelVillageRules& rules) {
    const FeatureTable& villages = district.table(Role::villages);
    const FeatureTable& registrations = district.table(Role::modelVillages);
    const auto latest = judgements(district, asOf, rules);
    std::map<std::size_t, ModelVillageStatus> byVillage;
    for (std::size_t row = 0; row < registrations.rowCount; ++row) {
        const std::int32_t village = linkedRow(district.linksOf(Role::modelVillages).village, row);
        const Date registeredOn = registrations.dateAt("registered_on", row);
        if (village == notLinked || (registeredOn > asOf && !recognisedOn(registrations, row, asOf))) continue;
        ModelVillageStatus& status = byVillage[static_cast<std::size_t>(village)];
        status.registeredOn = registeredOn;
        if (recognisedOn(registrations, row, asOf)) status.recognisedOn = registrations.dateAt("recognised_on", row);
    }
    for (std::size_t village = 0; village < villages.rowCount; ++village) {
        if (!latest[village].empty()) byVillage.try_emplace(village);
    }
    const std::vector<Date> meetings = lastMeetings(district, asOf);
    std::vector<ModelVillageStatus> answer;
    for (auto& [village, status] : byVillage) {
        status.village = static_cast<std::uint32_t>(village);
        status.commune = linkedRow(district.linksOf(Role::villages).commune, village);
        status.code = villages.textAt("code", village);
        status.name = fullName(villages, village);
        status.meetingOn = meetings[village];
        judge(status, district.table(Role::checklists), latest[village], rules);
        answer.push_back(std::move(status));
    }
    return answer;
}

} // namespace banlang
