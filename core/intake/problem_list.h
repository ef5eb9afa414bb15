// SPDX-License-Identifier: MIT
#pragma once

#include "core/intake/batch.h"

#include <string>
#include <string_view>
#include <vector>

namespace banlang {

/// Collects what is wrong with the rows of one layer and which of them have to stay out.
class ProblemList {
public:
    ProblemList(std::string file, std::string layer, std::int64_t firstRowNumber, std::size_t rowCount)
        : file_(std::move(file)), layer_(std::move(layer)), firstRowNumber_(firstRowNumber), rejected_(rowCount, false) {}

    void add(Severity severity, std::string_view rule, std::size_t row, std::string_view column, Bilingual cause, Bilingual fix) {
        if (severity == Severity::rejected) rejected_[row] = true;
        const ErrorPlace where{file_, layer_, firstRowNumber_ + static_cast<std::int64_t>(row), std::string(column)};
        problems_.push_back({severity, rule, where, std::move(cause), std::move(fix)});
    }
    void addForLayer(Severity severity, std::string_view rule, Bilingual cause, Bilingual fix) {
        problems_.push_back({severity, rule, {file_, layer_, -1, {}}, std::move(cause), std::move(fix)});
    }
    [[nodiscard]] bool isRejected(std::size_t row) const { return rejected_[row]; }
    [[nodiscard]] std::vector<RowProblem> take() { return std::move(problems_); }

private:
    std::string file_;
    std::string layer_;
    std::int64_t firstRowNumber_;
    std::vector<bool> rejected_;
    std::vector<RowProblem> problems_;
};

} // namespace banlang
