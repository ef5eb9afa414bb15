// SPDX-License-Identifier: MIT
#include "sample-data/monthly/year_truth.h"

#include "sample-data/writer.h"

#include <fmt/format.h>

namespace banlang::sample {
namespace {

std::string_view idOf(const ReportedKind& kind) {
    return recordKind(kind.role).id;
}

} // namespace

YearTruth::YearTruth()
    : asOf_(textTable({"kind", "issuer", "number", "field", "month_end", "value"})),
      counts_(textTable({"kind", "issuer", "month_end", "records", "figure", "sum"})),
      questions_(textTable({"question", "kind", "issuer", "number", "other_number", "month_end"})) {}

void YearTruth::take(const CommuneYear& year, const MonthReport& report) {
    const ReportedKind& kind = reportedKinds()[report.kind];
    Said& said = saidOf(year.commune, report.kind);
    for (const MonthRow& row : report.rows) {
        std::vector<std::string>& values = said[row.record];
        values.resize(kind.fields.size());
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const std::size_t field = report.columns[i];
            // A record keeps the number by which it became known.
            if (row.cells[i].empty() || (kind.numbered && field == 0 && !values[0].empty())) continue;
            values[field] = row.cells[i] == struckOut ? std::string() : row.cells[i];
        }
    }
}

void YearTruth::addState(const ReportedKind& kind, const Commune& commune, const std::vector<std::string>& values, Date monthEnd) {
    const std::string day = toIso(monthEnd);
    for (std::size_t field = 0; field < kind.fields.size(); ++field) {
        if (!mayChange(kind, kind.fields[field])) continue;
        addRow(asOf_, {{"kind", idOf(kind)},
                       {"issuer", commune.code},
                       {"number", values.front()},
                       {"field", kind.fields[field].name},
                       {"month_end", day},
                       {"value", values[field]}});
    }
}

void YearTruth::closeMonth(const CommuneYear& year, const Commune& commune, int month) {
    const std::string day = toIso(endOfMonth(month));
    for (std::size_t k = 0; k < reportedKinds().size(); ++k) {
        const ReportedKind& kind = reportedKinds()[k];
        const Said& said = saidOf(year.commune, k);
        double sum = 0;
        for (const auto& [record, values] : said) {
            const std::string& figure = values[placeOf(kind, kind.figure)];
            sum += figure.empty() ? 0 : std::stod(figure);
            if (kind.numbered) addState(kind, commune, values, endOfMonth(month));
        }
        const std::string records = fmt::format("{}", said.size());
        const std::string total = fmt::format("{:.0f}", sum);
        addRow(counts_, {{"kind", idOf(kind)},
                         {"issuer", commune.code},
                         {"month_end", day},
                         {"records", records},
                         {"figure", kind.figure.name},
                         {"sum", total}});
    }
}

void YearTruth::ask(const CommuneYear& year, const Commune& commune) {
    for (std::size_t k = 0; k < reportedKinds().size(); ++k) {
        for (const YearRecord& record : year.records[k]) {
            const bool renumbered = record.renumberedFrom < monthsOfYear;
            if (!renumbered && record.until == monthsOfYear) continue;
            const std::string day = toIso(endOfMonth(renumbered ? record.renumberedFrom : record.until));
            addRow(questions_, {{"question", renumbered ? "same-as" : "no-longer-named"},
                                {"kind", idOf(reportedKinds()[k])},
                                {"issuer", commune.code},
                                {"number", record.values[static_cast<std::size_t>(record.from)].front()},
                                {"other_number", record.laterNumber},
                                {"month_end", day}});
        }
    }
}

Result<void> YearTruth::write(const std::string& folder) const {
    BANLANG_CHECK(writeTable(folder, "as_of", asOf_));
    BANLANG_CHECK(writeTable(folder, "counts", counts_));
    return writeTable(folder, "questions", questions_);
}

} // namespace banlang::sample
