// SPDX-License-Identifier: MIT
#include "core/intake/reports/report_day.h"

#include "core/intake/reports/report_phrases.h"

#include <algorithm>
#include <vector>

namespace banlang {
namespace {

struct Said {
    ReportPhrase phrase;
    std::size_t name;
};

/// The phrase of a name that is finer than a year; of several the finest, and of these the last.
std::optional<ReportPhrase> finestIn(const std::vector<ReportPhrase>& phrases) {
    std::optional<ReportPhrase> finest;
    for (const ReportPhrase& phrase : phrases) {
        if (phrase.kind != ReportPhraseKind::year && (!finest || phrase.kind <= finest->kind)) finest = phrase;
    }
    return finest;
}

std::optional<Said> nearest(const std::vector<std::vector<ReportPhrase>>& phrases, std::size_t folders) {
    for (std::size_t name = 0; name < phrases.size(); ++name) {
        if (const auto finest = finestIn(phrases[name])) return Said{*finest, name};
    }
    for (std::size_t name = 0; name + folders < phrases.size(); ++name) {
        if (!phrases[name].empty()) return Said{phrases[name].back(), name};
    }
    return std::nullopt;
}

bool agree(std::optional<int> year, std::optional<int> other) {
    return !year || !other || *year == *other;
}

/// A sheet is called "T5", and its title says "số liệu đến ngày 25/5/2022".
void refineDay(Said& said, const std::vector<std::vector<ReportPhrase>>& phrases) {
    if (said.phrase.kind != ReportPhraseKind::month && said.phrase.kind != ReportPhraseKind::months) return;
    for (const std::vector<ReportPhrase>& ofName : phrases) {
        for (const ReportPhrase& other : ofName) {
            const bool within = other.kind == ReportPhraseKind::day && other.firstMonth == 0 && other.month == said.phrase.month &&
                                agree(other.year, said.phrase.year);
            if (!within) continue;
            said.phrase.day = other.day;
            if (!said.phrase.year) said.phrase.year = other.year;
            return;
        }
    }
}

/// The total that a name speaks of beside the day up to which it counts: "5 tháng đầu năm (số liệu đến ngày 25/5)".
void addPeriod(Said& said, const std::vector<ReportPhrase>& phrases) {
    if (said.phrase.kind != ReportPhraseKind::day || said.phrase.firstMonth != 0) return;
    for (const ReportPhrase& other : phrases) {
        const bool holds = other.kind == ReportPhraseKind::months && other.firstMonth <= said.phrase.month &&
                           other.month >= said.phrase.month && agree(other.year, said.phrase.year);
        if (!holds) continue;
        said.phrase.firstMonth = other.firstMonth;
        if (!said.phrase.year) said.phrase.year = other.year;
        return;
    }
}

std::optional<int> yearFor(const Said& said, const std::vector<std::string>& names) {
    if (said.phrase.year) return said.phrase.year;
    if (const auto year = yearNamedIn(names[said.name])) return year;
    for (const std::string& name : names) {
        if (const auto year = yearNamedIn(name)) return year;
    }
    return std::nullopt;
}

Date lastDayOf(int year, int month) {
    const Date next = month == 12 ? Date::fromYmd(year + 1, 1, 1) : Date::fromYmd(year, month + 1, 1);
    return Date{next.daysSince1970 - 1};
}

/// The beginning of a total: in the year before where its month comes after that of the end.
Date firstDayOf(const ReportPhrase& phrase, int year) {
    const bool before = phrase.firstMonth > phrase.month;
    return Date::fromYmd(phrase.firstYear.value_or(before ? year - 1 : year), phrase.firstMonth, phrase.firstDay);
}

} // namespace

ReportTime findReportTime(const ReportNames& around, std::optional<Date> reportedOn) {
    const std::vector<std::string>& names = around.names;
    if (reportedOn) return {*reportedOn, std::nullopt, std::nullopt, {}, false};
    std::vector<std::vector<ReportPhrase>> phrases;
    phrases.reserve(names.size());
    for (const std::string& name : names) phrases.push_back(reportPhrases(name));
    auto said = nearest(phrases, around.folders);
    if (!said) return {};
    refineDay(*said, phrases);
    addPeriod(*said, phrases[said->name]);
    ReportTime time;
    time.foundIn = names[said->name];
    const auto year = yearFor(*said, names);
    time.yearMissing = !year;
    if (!year) return time;
    const ReportPhrase& phrase = said->phrase;
    time.day = phrase.day == 0 ? lastDayOf(*year, phrase.month) : Date::fromYmd(*year, phrase.month, phrase.day);
    if (!time.day.known()) return {}; // 31/6: no day at all
    const Date first = phrase.firstMonth == 0 ? Date{} : firstDayOf(phrase, *year);
    if (first.known() && first <= time.day) time.period = Period{first, time.day};
    if (phrase.kind == ReportPhraseKind::month) time.month = Period{Date::fromYmd(*year, phrase.month, 1), time.day};
    return time;
}

} // namespace banlang
