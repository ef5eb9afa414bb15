// SPDX-License-Identifier: MIT
#include "core/intake/problem_list.h"

#include <fmt/format.h>

namespace banlang {

void ProblemList::add(Severity severity, std::string_view rule, std::size_t row, std::string_view column, Bilingual cause,
                      Bilingual fix) {
    if (severity == Severity::rejected) rejected_[row] = true;
    if (++counts_[rule] > mostListed) return;
    problems_.push_back(
        {severity, rule, {file_, layer_, raw_.rowNumber(row), std::string(column)}, std::move(cause), std::move(fix)});
}

void ProblemList::addForLayer(Severity severity, std::string_view rule, Bilingual cause, Bilingual fix) {
    problems_.push_back({severity, rule, {file_, layer_, -1, {}}, std::move(cause), std::move(fix)});
}

std::vector<RowProblem> ProblemList::take() {
    for (const auto& [rule, count] : counts_) {
        if (count <= mostListed) continue;
        addForLayer(Severity::warning, rule,
                    {fmt::format("… và {} dòng nữa như thế ({})", count - mostListed, rule),
                     fmt::format("... and {} more rows like these ({})", count - mostListed, rule)},
                    {"Sửa nguyên nhân chung rồi nạp lại", "Mend what they have in common and import again"});
    }
    return std::move(problems_);
}

} // namespace banlang
