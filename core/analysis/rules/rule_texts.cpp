// SPDX-License-Identifier: MIT
#include "core/analysis/rules/rule_texts.h"

#include "core/base/shipped_data.h"

namespace banlang {
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

} // namespace banlang
