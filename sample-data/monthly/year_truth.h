// SPDX-License-Identifier: MIT
#pragma once

#include "sample-data/monthly/month_report.h"
#include "sample-data/table_rows.h"

#include <map>
#include <string>

namespace banlang::sample {

/// What the lists of all communes come to: for each field what was said of it last. Lists are taken month by month.
class YearTruth {
public:
    YearTruth();

    void take(const CommuneYear& year, const MonthReport& report);
    /// Notes what holds of one commune at the end of a month, after its lists were taken.
    void closeMonth(const CommuneYear& year, const Commune& commune, int month);
    /// What no program can decide: one garden under two numbers, one that is no longer named.
    void ask(const CommuneYear& year, const Commune& commune);
    /// as_of.csv, counts.csv, questions.csv
    [[nodiscard]] Result<void> write(const std::string& folder) const;

private:
    using Said = std::map<std::size_t, std::vector<std::string>>; ///< by record: values by field of its kind
    [[nodiscard]] Said& saidOf(std::size_t commune, std::size_t kind) { return said_[{commune, kind}]; }
    void addState(const ReportedKind& kind, const Commune& commune, const std::vector<std::string>& values, Date monthEnd);

    std::map<std::pair<std::size_t, std::size_t>, Said> said_;
    FeatureTable asOf_;
    FeatureTable counts_;
    FeatureTable questions_;
};

} // namespace banlang::sample
