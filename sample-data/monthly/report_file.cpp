// SPDX-License-Identifier: MIT
#include "sample-data/monthly/report_file.h"

#include "core/model/record_fields.h"
#include "sample-data/messy/messy_district.h"

#include <fmt/format.h>

namespace banlang::sample {
namespace {

constexpr int dayInTitle = 28;
constexpr int dayInColumn = 27;

bool hasDayColumn(const ReportedKind& kind, const ReportHabits& habits) {
    return habits.day == DayTold::inColumn && kind.saysItsDay;
}
bool hasDayInTitle(const ReportedKind& kind, const ReportHabits& habits) {
    return habits.day == DayTold::inTitle || (habits.day == DayTold::inColumn && !kind.saysItsDay);
}

std::string csvField(std::string_view text) {
    if (text.find_first_of(",\"\n") == std::string_view::npos) return std::string(text);
    std::string quoted(1, '"');
    for (const char letter : text) {
        if (letter == '"') quoted.push_back(letter);
        quoted.push_back(letter);
    }
    quoted.push_back('"');
    return quoted;
}

std::string written(Date date, const ReportHabits& habits) {
    return habits.vietnameseDates ? toVietnamese(date) : toIso(date);
}

/// One line of a list after another; every line has as many cells.
class Lines {
public:
    explicit Lines(std::size_t width) : width_(width) {}
    void add(std::vector<std::string> cells) {
        cells.resize(width_);
        for (std::size_t i = 0; i < width_; ++i) {
            if (i > 0) text.push_back(',');
            text.append(csvField(cells[i]));
        }
        text.append("\r\n");
    }
    std::string text = "\xEF\xBB\xBF";

private:
    std::size_t width_;
};

std::string cellText(const FieldHandle& field, const std::string& cell, const ReportHabits& habits) {
    const auto date = field.type == ColumnType::date ? parseDate(cell) : std::nullopt;
    return date ? written(*date, habits) : cell;
}

std::vector<std::string> header(const MonthReport& report, const ReportHabits& habits) {
    const ReportedKind& kind = reportedKinds()[report.kind];
    const RecordKind& declared = recordKind(kind.role);
    std::vector<std::string> labels;
    for (const std::size_t place : report.columns) labels.emplace_back(declared.fields[kind.fields[place].position].label.vi);
    if (habits.commune == CommuneTold::inColumn) labels.emplace_back("mã xã");
    if (hasDayColumn(kind, habits)) labels.emplace_back("ngày báo cáo");
    return labels;
}

void addTitles(Lines& lines, const ReportedKind& kind, const Commune& commune, const ReportHabits& habits, int month) {
    const bool own = habits.commune == CommuneTold::inTitle;
    const bool day = hasDayInTitle(kind, habits);
    if (!own && !day) return;
    if (own) lines.add({fmt::format("UBND {}", fullName(commune))});
    lines.add({std::string(kind.title)});
    if (day) lines.add({fmt::format("(Số liệu đến ngày {})", toVietnamese(reportDay(kind, habits, month)))});
    lines.add({});
}

} // namespace

Date reportDay(const ReportedKind& kind, const ReportHabits& habits, int month) {
    if (hasDayColumn(kind, habits)) return dayIn(month, dayInColumn);
    return hasDayInTitle(kind, habits) ? dayIn(month, dayInTitle) : endOfMonth(month);
}

std::string fileNameOf(const MonthReport& report, const ReportHabits& habits) {
    const std::string_view name = reportedKinds()[report.kind].file;
    return habits.day == DayTold::byFileName ? fmt::format("{} T{}.2022.csv", name, report.month + 1) : fmt::format("{}.csv", name);
}

std::string csvOf(const MonthReport& report, const Commune& commune, const ReportHabits& habits) {
    const ReportedKind& kind = reportedKinds()[report.kind];
    const std::vector<std::string> labels = header(report, habits);
    Lines lines(labels.size());
    addTitles(lines, kind, commune, habits, report.month);
    lines.add(labels);
    for (const MonthRow& row : report.rows) {
        std::vector<std::string> cells;
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            cells.push_back(cellText(kind.fields[report.columns[i]], row.cells[i], habits));
        if (habits.commune == CommuneTold::inColumn) cells.push_back(commune.code);
        if (hasDayColumn(kind, habits)) cells.push_back(written(reportDay(kind, habits, report.month), habits));
        lines.add(std::move(cells));
    }
    return lines.text;
}

} // namespace banlang::sample
