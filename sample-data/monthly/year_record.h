// SPDX-License-Identifier: MIT
#pragma once

#include "sample-data/monthly/commune_year.h"

#include <fmt/format.h>

namespace banlang::sample {

/// Fills a record of the year: what is said holds from its month to the end of the year. What is said of a later year is lost.
class RecordMaker {
public:
    RecordMaker(const ReportedKind& kind, int from) : kind_(&kind) {
        made.from = from;
        for (auto& values : made.values) values.resize(kind.fields.size());
    }

    void say(int month, const FieldHandle& field, const std::string& value) {
        const std::size_t place = placeOf(*kind_, field);
        for (auto m = static_cast<std::size_t>(month); m < made.values.size(); ++m) made.values[m][place] = value;
    }
    void say(int month, const FieldHandle& field, double value) { say(month, field, fmt::format("{:.0f}", value)); }
    void say(int month, const FieldHandle& field, Date value) { say(month, field, toIso(value)); }
    template <class Value> void always(const FieldHandle& field, const Value& value) { say(made.from, field, value); }

    YearRecord made;

private:
    const ReportedKind* kind_;
};

} // namespace banlang::sample
