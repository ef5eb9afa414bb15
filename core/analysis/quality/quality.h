// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/bilingual.h"
#include "core/model/district.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace banlang {

class AnalysisContext;

enum class QualitySeverity : std::uint8_t { note, warning, error };

/// One row that breaks a rule. `measure` is how badly, in the rule's unit; examples come worst first.
struct QualityExample {
    Role role = Role::communes;
    std::uint32_t row = 0;
    std::string key;   ///< code or id, as a planner would look it up
    Bilingual finding; ///< "khai 1.250 m², đo 1.870 m²"
    double measure = 0;
};

struct QualityRule {
    std::string_view id; ///< stable: "overlapping-boundaries"
    QualitySeverity severity = QualitySeverity::warning;
    Bilingual title;
    Bilingual fix;
    std::string_view unit;        ///< of the measures: "m2", "m", "days", "percent", "records" ...
    bool excludesRecords = false; ///< records that break it count in no sum; see excluded_records.h
    std::size_t count = 0;
    std::array<std::size_t, roleCount> countByRole{}; ///< by the kind of record that the finding is about
    std::vector<QualityExample> examples;             ///< at most as many as asked for
};

struct QualityOptions {
    std::size_t exampleCount = 20; ///< per rule
    std::string_view only = {};    ///< id of the one rule to look at; empty: all
};

/// Looks at a linked district and changes nothing. Later dates than that of the context of what is said to have happened are
/// faults; without one none are. All rules in a fixed order, those that found nothing with count 0. 1 million parcels in a few
/// seconds.
[[nodiscard]] std::vector<QualityRule> checkQuality(const AnalysisContext& context, const QualityOptions& options = {});

[[nodiscard]] std::vector<std::string_view> qualityRuleIds();
[[nodiscard]] std::string_view id(QualitySeverity severity); ///< "note", "warning", "error"

} // namespace banlang
