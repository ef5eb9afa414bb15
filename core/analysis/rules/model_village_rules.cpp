// SPDX-License-Identifier: MIT
#include "core/analysis/rules/model_village_rules.h"

#include "core/analysis/rules/detail/rule_reader.h"
#include "core/text/keys.h"

#include <fmt/format.h>

#include <algorithm>

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

} // namespace

std::optional<std::size_t> ModelVillageRules::find(std::string_view rawText) const {
    const std::string key = lowerCase(rawText);
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

} // namespace banlang
