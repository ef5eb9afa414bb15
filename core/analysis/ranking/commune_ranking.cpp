// SPDX-License-Identifier: MIT
#include "core/analysis/ranking/commune_ranking.h"

#include "core/analysis/context/analysis_context.h"
#include "core/analysis/ranking/commune_ranking_values.h"
#include "core/analysis/rules/analysis_rules.h"
#include "core/model/as_of.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace banlang {
namespace {

struct Range {
    double least = std::numeric_limits<double>::infinity();
    double most = -std::numeric_limits<double>::infinity();
};

/// Percent of full points; nothing where the records do not say.
std::optional<double> percentOf(const CommuneRankingIndicator& indicator, const CommuneRankingValue& value, const Range& range) {
    if (!value.value) return std::nullopt;
    switch (indicator.scale) {
    case CommuneRankingNormalisation::percentOfTarget:
        if (!value.target || *value.target <= 0) return std::nullopt;
        return std::clamp(*value.value / *value.target * 100, 0.0, indicator.capPercent);
    case CommuneRankingNormalisation::share:
        return std::clamp(*value.value / indicator.full * 100, 0.0, indicator.capPercent);
    case CommuneRankingNormalisation::minMax: {
        if (range.most <= range.least) return 100.0;
        const double place = (*value.value - range.least) / (range.most - range.least) * 100;
        return indicator.lowerIsBetter ? 100 - place : place;
    }
    case CommuneRankingNormalisation::penalty:
        return std::max(-100.0, -*value.value * indicator.pointsEach) + 0.0;
    }
    return std::nullopt;
}

double rounded(double value, int decimals) {
    const double factor = std::pow(10.0, decimals);
    return std::round(value * factor) / factor;
}

/// A list of gaps always has an answer, so it does not show that a commune reported anything.
bool isReport(const CommuneRankingIndicator& indicator) {
    return indicator.source != CommuneRankingSource::gap;
}

void addPart(std::vector<CommuneRankingRow>& rows, const CommuneRankingIndicator& indicator,
             const std::vector<CommuneRankingValue>& values, int decimals) {
    Range range;
    for (const CommuneRankingRow& row : rows) {
        const auto& value = values[static_cast<std::size_t>(row.commune)].value;
        if (!value) continue;
        range.least = std::min(range.least, *value);
        range.most = std::max(range.most, *value);
    }
    for (CommuneRankingRow& row : rows) {
        const CommuneRankingValue& value = values[static_cast<std::size_t>(row.commune)];
        CommuneRankingPart part{value.value, value.target, percentOf(indicator, value, range), 0};
        part.points = rounded(part.percent.value_or(0) * indicator.weight / 100, decimals + 2);
        row.parts.push_back(part);
        if (isReport(indicator) && value.value && !row.score) row.score = 0;
    }
}

/// Points that decide between equals, in the order of the rule.
std::vector<double> tieBreakers(const CommuneRankingRow& row, const CommuneRankingRules& rules) {
    std::vector<double> points;
    for (const std::string& id : rules.tieBreak) {
        for (std::size_t i = 0; i < rules.indicators.size(); ++i) {
            if (rules.indicators[i].id == id) points.push_back(row.parts[i].points);
        }
    }
    return points;
}

void rankRows(std::vector<CommuneRankingRow>& rows, const CommuneRankingRules& rules) {
    // Unset sorts below every score.
    const auto place = [&](const CommuneRankingRow& row) {
        return std::pair(row.score, row.score ? tieBreakers(row, rules) : std::vector<double>{});
    };
    std::sort(rows.begin(), rows.end(), [&](const CommuneRankingRow& a, const CommuneRankingRow& b) {
        const auto placeA = place(a);
        const auto placeB = place(b);
        return placeA != placeB ? placeA > placeB : a.code < b.code;
    });
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool asBefore = i > 0 && place(rows[i]) == place(rows[i - 1]);
        rows[i].rank = asBefore ? rows[i - 1].rank : static_cast<int>(i + 1);
        if (!asBefore) continue;
        rows[i].tied = true;
        rows[i - 1].tied = true;
    }
}

Error yearNotBegun(int year, Date asOf) {
    return {ErrorKind::usage,
            "bad-year",
            {fmt::format("Ngày {} trước năm {}", toVietnamese(asOf), year),
             fmt::format("{} lies before the year {}", toIso(asOf), year)},
            {"Chọn năm khác hoặc ngày khác", "Choose another year or another day"},
            {}};
}

Result<CommuneRanking> standingOf(const AnalysisContext& context) {
    const Period period = context.period();
    const int year = toYmd(period.first).year;
    if (context.asOf() < period.first) return Unexpected(yearNotBegun(year, context.asOf()));
    CommuneRanking ranking{year, std::min(context.asOf(), period.last), context.rules().communeRanking, {}};
    BANLANG_TRY(values, communeRankingValues(context.on(ranking.asOf)));
    const FeatureTable& communes = context.district().table(Role::communes);
    for (std::uint32_t row = 0; row < communes.rowCount; ++row) {
        if (!inForce(communes, row, ranking.asOf)) continue;
        CommuneRankingRow entry;
        entry.commune = static_cast<std::int32_t>(row);
        entry.code = communes.textAt(fields::communes.code, row);
        entry.name = fullName(communes, row);
        ranking.rows.push_back(std::move(entry));
    }
    for (std::size_t i = 0; i < values.size(); ++i)
        addPart(ranking.rows, ranking.rules.indicators[i], values[i], ranking.rules.decimals);
    for (CommuneRankingRow& row : ranking.rows) {
        if (!row.score) continue;
        for (const CommuneRankingPart& part : row.parts) *row.score += part.points;
        row.score = rounded(*row.score, ranking.rules.decimals);
    }
    rankRows(ranking.rows, ranking.rules);
    return ranking;
}

} // namespace

Result<std::shared_ptr<const CommuneRanking>> communeRanking(const AnalysisContext& context) {
    constexpr std::size_t textBytes = 64; // of name and code
    return sharedValue(context.kept<Result<CommuneRanking>>(
        {"emulation", {.day = true, .period = true}}, standingOf, [](const Result<CommuneRanking>& ranking) {
            std::size_t bytes = 0;
            if (!ranking) return bytes;
            for (const CommuneRankingRow& row : ranking->rows)
                bytes += sizeof(CommuneRankingRow) + textBytes + row.parts.size() * sizeof(CommuneRankingPart);
            return bytes;
        }));
}

} // namespace banlang
