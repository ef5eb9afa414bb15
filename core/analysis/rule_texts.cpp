// SPDX-License-Identifier: MIT
#include "core/analysis/rule_texts.h"

#include "core/analysis/criteria_sets.h"
#include "core/analysis/criteria_villages.h"
#include "core/analysis/emulation_rules.h"
#include "core/analysis/gap_rules.h"
#include "core/base/shipped_data.h"

#include <fmt/format.h>

namespace banlang {
namespace {

Error unknownRuleFile(std::string_view file) {
    std::string known;
    for (const RuleFile& rule : shippedRuleFiles()) known += fmt::format("{}{}", known.empty() ? "" : ", ", rule.name);
    return {ErrorKind::usage,
            "unknown-rules",
            {fmt::format("Không có tệp quy tắc “{}”", file), fmt::format("There are no rules “{}”", file)},
            {fmt::format("Có: {}; thêm bộ tiêu chí mới thì đặt tên criteria_....toml", known),
             fmt::format("There are: {}; a further criteria set is named criteria_....toml", known)},
            {}};
}

template <class T> Result<void> forgetValue(const Result<T>& read) {
    if (!read) return Unexpected(read.error());
    return {};
}

} // namespace

std::string_view RuleTexts::text(std::string_view file) const {
    const auto found = own.find(file);
    return found == own.end() ? shippedData(file) : std::string_view(found->second);
}

const std::vector<RuleFile>& shippedRuleFiles() {
    static const std::vector<RuleFile> files{
        {"criteria_2016.toml", {"Bộ tiêu chí xã 2016-2020", "Commune criteria 2016-2020"}},
        {"criteria_2022.toml", {"Bộ tiêu chí xã 2021-2025", "Commune criteria 2021-2025"}},
        {"criteria_2026.toml", {"Bộ tiêu chí từ 15/2/2026", "Criteria from 15/2/2026"}},
        {"criteria_district_2022.toml", {"Bộ tiêu chí huyện 2021-2025", "District criteria 2021-2025"}},
        {"model_village_2022.toml", {"Bảng chấm thôn kiểu mẫu", "Checklist of model villages"}},
        {"emulation.toml", {"Chấm điểm thi đua", "Emulation"}},
        {"gap_rules.toml", {"Ngưỡng của các câu hỏi còn sót", "Thresholds of the gap questions"}},
    };
    return files;
}

Result<void> checkRuleText(std::string_view file, std::string_view text) {
    if (file.starts_with("criteria_") && file.ends_with(".toml")) return forgetValue(parseCriteriaSet(file, text));
    if (file == "model_village_2022.toml") return forgetValue(parseModelVillageRules(file, text));
    if (file == "emulation.toml") return forgetValue(parseEmulationRules(file, text));
    if (file == "gap_rules.toml") return forgetValue(parseGapRules(file, text));
    return Unexpected(unknownRuleFile(file));
}

} // namespace banlang
