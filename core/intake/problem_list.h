// SPDX-License-Identifier: MIT
#pragma once

#include "core/intake/batch.h"
#include "core/io/source.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace banlang {

/// Collects what is wrong with the rows of one layer and which of them have to stay out. Of one rule only so many rows are listed;
/// the rest is counted.
class ProblemList {
public:
    ProblemList(std::string file, const RawLayer& raw)
        : file_(std::move(file)), layer_(raw.table.name), raw_(raw), rejected_(raw.table.rowCount, false) {}

    void add(Severity severity, std::string_view rule, std::size_t row, std::string_view column, Bilingual cause, Bilingual fix);
    void addForLayer(Severity severity, std::string_view rule, Bilingual cause, Bilingual fix);

    [[nodiscard]] bool isRejected(std::size_t row) const { return rejected_[row]; }
    [[nodiscard]] bool rejectedAll() const { return std::find(rejected_.begin(), rejected_.end(), false) == rejected_.end(); }
    /// Of a row as the user sees it.
    [[nodiscard]] std::int64_t rowNumber(std::size_t row) const { return raw_.rowNumber(row); }
    [[nodiscard]] std::vector<RowProblem> take();

private:
    static constexpr std::size_t mostListed = 1'000;

    std::string file_;
    std::string layer_;
    const RawLayer& raw_; ///< knows the row numbers that the user sees
    std::vector<bool> rejected_;
    std::vector<RowProblem> problems_;
    std::map<std::string_view, std::size_t> counts_;
};

} // namespace banlang
