// SPDX-License-Identifier: MIT
#include "core/analysis/emulation.h"

#include "core/analysis/emulation_values.h"
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
std::optional<double> percentOf(const EmulationIndicator& indicator, const EmulationValue& value, const Range& range) {
    if (!value.value) return std::nullopt;
    switch (indicator.scale) {
    case EmulationScale::percentOfTarget:
        if (!value.target || *value.target <= 0) return std::nullopt;
        return std::clamp(*value.value / *value.target * 100, 0.0, indicator.capPercent);
    case EmulationScale::share:
        return std::clamp(*value.value / indicator.full * 100, 0.0, indicator.capPercent);
    case EmulationScale::minMax: {
        if (range.most <= range.least) return 100.0;
        const double place = (*value.value - range.least) / (range.most - range.least) * 100;
        return indicator.lowerIsBetter ? 100 - place : place;
    }
    case EmulationScale::penalty:
        return std::max(-100.0, -*value.value * indicator.pointsEach) + 0.0;
    }
    return std::nullopt;
}

double rounded(double value, int decimals) {
    const double factor = std::pow(10.0, decimals);
    return std::round(value * factor) / factor;
}

/// A list of gaps always has an answer, so it does not show that a commune reported anything.
bool isReport(const EmulationIndicator& indicator) {
    return indicator.source != EmulationSource::gap;
}

void addPart(std::vector<EmulationRow>& rows, const EmulationIndicator& indicator, const std::vector<EmulationValue>& values,
             int decimals) {
    Range range;
    for (const EmulationRow& row : rows) {
        const auto& value = values[static_cast<std::size_t>(row.commune)].value;
        if (!value) continue;
        range.least = std::min(range.least, *value);
        range.most = std::max(range.most, *value);
    }
    for (EmulationRow& row : rows) {
        const EmulationValue& value = values[static_cast<std::size_t>(row.commune)];
        EmulationPart part{value.value, value.target, percentOf(indicator, value, range), 0};
        part.points = rounded(part.percent.value_or(0) * indicator.weight / 100, decimals + 2);
        row.parts.push_back(part);
        if (isReport(indicator) && value.value && !row.score) row.score = 0;
    }
}

/// Points that decide between equals, in the order of the rule.
std::vector<double> tieBreakers(const EmulationRow& row, const EmulationRules& rules) {
    std::vector<double> points;
    for (const std::string& id : rules.tieBreak) {
        for (std::size_t i = 0; i < rules.indicators.size(); ++i) {
            if (rules.indicators[i].id == id) points.push_back(row.parts[i].points);
        }
    }
    return points;
}

void rankRows(std::vector<EmulationRow>& rows, const EmulationRules& rules) {
    // Unset sorts below every score.
    const auto place = [&](const EmulationRow& row) {
        return std::pair(row.score, row.score ? tieBreakers(row, rules) : std::vector<double>{});
    };
    std::sort(rows.begin(), rows.end(), [&](const EmulationRow& a, const EmulationRow& b) {
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

} // namespace

Result<EmulationStanding> emulation(const District& district, int year, Date asOf, const RuleTexts& texts) {
    BANLANG_TRY(rules, emulationRules(texts));
    if (asOf < Date::fromYmd(year, 1, 1)) return Unexpected(yearNotBegun(year, asOf));
    EmulationStanding standing{year, std::min(asOf, Date::fromYmd(year, 12, 31)), std::move(rules), {}};
    BANLANG_TRY(values, emulationValues(district, year, standing.asOf, standing.rules, texts));
    const FeatureTable& communes = district.table(Role::communes);
    for (std::uint32_t row = 0; row < communes.rowCount; ++row) {
        if (!inForce(communes, row, standing.asOf)) continue;
        EmulationRow entry;
        entry.commune = static_cast<std::int32_t>(row);
        entry.code = communes.textAt("code", row);
        entry.name = fullName(communes, row);
        standing.rows.push_back(std::move(entry));
    }
    for (std::size_t i = 0; i < values.size(); ++i)
        addPart(standing.rows, standing.rules.indicators[i], values[i], standing.rules.decimals);
    for (EmulationRow& row : standing.rows) {
        if (!row.score) continue;
        for (const EmulationPart& part : row.parts) *row.score += part.points;
        row.score = rounded(*row.score, standing.rules.decimals);
    }
    rankRows(standing.rows, standing.rules);
    return standing;
}

} // namespace banlang
