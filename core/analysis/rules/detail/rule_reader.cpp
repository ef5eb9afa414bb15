// SPDX-License-Identifier: MIT
#include "core/analysis/rules/detail/rule_reader.h"

#include "core/analysis/rules/rule_texts.h"
#include "core/io/whole_file.h"

#include <fmt/format.h>

#include <algorithm>

namespace banlang::detail {
namespace {

std::string listed(std::initializer_list<std::string_view> words) {
    return fmt::format("{}", fmt::join(words, ", "));
}

Bilingual mustBe(std::string_view key, Label kind) {
    return {fmt::format("“{}” phải là {}", key, kind.vi), fmt::format("“{}” must be {}", key, kind.en)};
}

Bilingual mendRow() {
    return {"Sửa dòng này; xem tệp gốc bằng banlang rules KHO --show TÊN",
            "Mend this row; see the shipped file with banlang rules STORE --show NAME"};
}

} // namespace

toml::table RuleReader::parse(std::string_view text) {
    if (text.size() > largestRuleText) {
        if (!failure_) failure_ = fileTooLarge(file_, text.size(), largestRuleText);
        return {};
    }
    try {
        return toml::parse(text, file_);
    } catch (const toml::parse_error& error) {
        refuseAt(error.source().begin.line,
                 {fmt::format("Không đọc được: {}", error.description()), fmt::format("Cannot be read: {}", error.description())},
                 {"Tệp quy tắc viết theo TOML: tên = giá trị, chữ đặt trong ngoặc kép",
                  "Rule files are TOML: name = value, texts in double quotes"});
        return {};
    }
}

void RuleReader::onlyKeys(const toml::table& table, std::initializer_list<std::string_view> known) {
    for (const auto& [key, node] : table) {
        if (std::find(known.begin(), known.end(), key.str()) != known.end()) continue;
        refuse(node, {fmt::format("Không có mục “{}”", key.str()), fmt::format("There is no entry “{}”", key.str())},
               {fmt::format("Ở đây có thể viết: {}", listed(known)), fmt::format("Known here: {}", listed(known))});
    }
}

const toml::node* RuleReader::find(const toml::table& table, std::string_view key, bool required) {
    const toml::node* node = table.get(key);
    if (node == nullptr && required) {
        refuse(table, {fmt::format("Thiếu mục “{}”", key), fmt::format("The entry “{}” is missing", key)}, mendRow());
    }
    return node;
}

std::string RuleReader::text(const toml::table& table, std::string_view key, bool required) {
    const toml::node* node = find(table, key, required);
    if (node == nullptr) return {};
    const auto value = node->value_exact<std::string>();
    if (!value) refuse(*node, mustBe(key, {"chữ trong ngoặc kép", "a text in double quotes"}), mendRow());
    return value.value_or(std::string{});
}

Bilingual RuleReader::words(const toml::table& table, std::string_view key) {
    const toml::node* node = find(table, key, true);
    if (node == nullptr) return {};
    const toml::table* both = node->as_table();
    if (both == nullptr) {
        refuse(*node, mustBe(key, {R"({ vi = "...", en = "..." })", R"({ vi = "...", en = "..." })"}), mendRow());
        return {};
    }
    onlyKeys(*both, {"vi", "en"});
    return {text(*both, "vi"), text(*both, "en")};
}

std::optional<double> RuleReader::number(const toml::table& table, std::string_view key) {
    const toml::node* node = find(table, key, false);
    if (node == nullptr) return std::nullopt;
    if (!node->is_number()) refuse(*node, mustBe(key, {"một số", "a number"}), mendRow());
    return node->value<double>();
}

int RuleReader::whole(const toml::table& table, std::string_view key, int otherwise) {
    const toml::node* node = find(table, key, false);
    if (node == nullptr) return otherwise;
    if (!node->is_integer()) refuse(*node, mustBe(key, {"một số nguyên", "a whole number"}), mendRow());
    return node->value_or(otherwise);
}

bool RuleReader::flag(const toml::table& table, std::string_view key, bool otherwise) {
    const toml::node* node = find(table, key, false);
    if (node == nullptr) return otherwise;
    if (!node->is_boolean()) refuse(*node, mustBe(key, {"true hoặc false", "true or false"}), mendRow());
    return node->value_or(otherwise);
}

Date RuleReader::date(const toml::table& table, std::string_view key, bool required) {
    const toml::node* node = find(table, key, required);
    if (node == nullptr) return {};
    const auto value = node->value_exact<toml::date>();
    const Date date = value ? Date::fromYmd(value->year, value->month, value->day) : Date{};
    if (!date.known()) refuse(*node, mustBe(key, {"một ngày, ví dụ 2022-03-08", "a day such as 2022-03-08"}), mendRow());
    return date;
}

std::vector<std::string> RuleReader::texts(const toml::table& table, std::string_view key) {
    const toml::node* node = find(table, key, false);
    if (node == nullptr) return {};
    std::vector<std::string> values;
    const toml::array* list = node->as_array();
    const bool allTexts = list != nullptr && (list->empty() || list->is_homogeneous<std::string>());
    if (!allTexts) {
        refuse(*node, mustBe(key, {"danh sách chữ: [\"...\", \"...\"]", R"(a list of texts: ["...", "..."])"}), mendRow());
        return {};
    }
    for (const toml::node& entry : *list) values.push_back(entry.value_or(std::string{}));
    return values;
}

std::size_t RuleReader::oneOf(const toml::table& table, std::string_view key, std::initializer_list<std::string_view> words,
                              std::size_t otherwise) {
    const toml::node* node = find(table, key, false);
    if (node == nullptr) return otherwise;
    const auto* const found = std::find(words.begin(), words.end(), node->value_or(std::string_view{}));
    if (found == words.end()) {
        refuse(*node, {fmt::format("“{}” không nhận giá trị này", key), fmt::format("“{}” does not take this value", key)},
               {fmt::format("Chọn một trong: {}", listed(words)), fmt::format("Choose one of: {}", listed(words))});
        return otherwise;
    }
    return static_cast<std::size_t>(found - words.begin());
}

void RuleReader::refuseUnlike(const toml::table& own, const toml::table& shipped) {
    const Bilingual compare{"So với tệp gốc: banlang rules KHO --show TÊN",
                            "Compare with the shipped file: banlang rules STORE --show NAME"};
    for (const auto& [key, node] : own) {
        const toml::node* theirs = shipped.get(key.str());
        if (theirs == nullptr) {
            refuse(node, {fmt::format("Không có mục “{}”", key.str()), fmt::format("There is no entry “{}”", key.str())}, compare);
        } else if (node.is_table() && theirs->is_table()) {
            refuseUnlike(*node.as_table(), *theirs->as_table());
        } else if (node.is_number() ? !theirs->is_number() || (theirs->is_integer() && !node.is_integer())
                                    : node.type() != theirs->type()) {
            refuse(node, {fmt::format("“{}” không đúng kiểu", key.str()), fmt::format("“{}” is of the wrong kind", key.str())},
                   compare);
        } else if (node.is_number() && node.value_or(0.0) <= 0) {
            refuse(node, {fmt::format("“{}” phải lớn hơn 0", key.str()), fmt::format("“{}” must be above 0", key.str())}, compare);
        }
    }
}

void RuleReader::refuseTables(const toml::node& node, std::string_view key) {
    refuse(node, mustBe(key, {fmt::format("các bảng [[{}]]", key), fmt::format("tables [[{}]]", key)}), mendRow());
}

void RuleReader::refuse(const toml::node& node, Bilingual cause, Bilingual fix) {
    refuseAt(node.source().begin.line, std::move(cause), std::move(fix));
}

void RuleReader::refuse(Bilingual cause, Bilingual fix) {
    refuseAt(-1, std::move(cause), std::move(fix));
}

void RuleReader::refuseAt(std::int64_t row, Bilingual cause, Bilingual fix) {
    if (failure_) return;
    failure_ = Error{ErrorKind::usage, "bad-rules", std::move(cause), std::move(fix), {file_, {}, row, {}}};
}

} // namespace banlang::detail
