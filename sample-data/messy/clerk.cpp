// SPDX-License-Identifier: MIT
#include "sample-data/messy/clerk.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace banlang::sample {
namespace {

constexpr double saoM2 = 360;
constexpr double thuocM2 = 24;

/// Shortest exact digits, with a comma.
std::string withComma(double value) {
    std::string text = fmt::format("{}", value);
    std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

std::string withThousands(double value) {
    const std::string digits = fmt::format("{:.0f}", value);
    std::string text;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) text += '.';
        text += digits[i];
    }
    return text;
}

std::string dateText(Date date, DateHabit habit) {
    const YearMonthDay day = toYmd(date);
    if (habit == DateHabit::dots) return fmt::format("{}.{}.{}", day.day, day.month, day.year);
    if (habit == DateHabit::dashes) return fmt::format("{:02}-{:02}-{}", day.day, day.month, day.year);
    return fmt::format("{:02}/{:02}/{}", day.day, day.month, day.year);
}

/// "2 sào 5 thước", when nothing is left over.
std::string inSao(double areaM2) {
    if (areaM2 <= 0 || std::fmod(areaM2, thuocM2) != 0) return {};
    const double sao = std::floor(areaM2 / saoM2);
    const double thuoc = (areaM2 - sao * saoM2) / thuocM2;
    if (sao == 0) return fmt::format("{} thước", thuoc);
    return thuoc == 0 ? fmt::format("{} sào", sao) : fmt::format("{} sào {} thước", sao, thuoc);
}

SheetCell asText(std::string text) {
    return {std::move(text), CellLook::plain};
}

} // namespace

ClerkHabits habitsOf(std::size_t commune) {
    ClerkHabits habits;
    habits.words = (commune + commune / 3) % 3;
    habits.dates = static_cast<DateHabit>(commune % 4);
    habits.area = commune % 5 == 1 ? AreaHabit::hectares : commune % 5 == 2 ? AreaHabit::sao : AreaHabit::squareMetres;
    habits.money = commune % 4 == 2 ? MoneyHabit::dong : MoneyHabit::millions;
    habits.above = commune % 3 == 0 ? AboveHabit::ditto : commune % 3 == 1 ? AboveHabit::blank : AboveHabit::repeated;
    habits.yes = commune % 4 == 1 ? YesHabit::crossOrBlank : commune % 4 == 2 ? YesHabit::words : YesHabit::crossOrNo;
    habits.sums = commune % 2 == 0 ? SumHabit::ownRow : SumHabit::groupRow;
    const std::size_t place = commune % 13;
    habits.communeIn = place == 3 ? CommuneIn::sheetName : place == 5 || place == 9 ? CommuneIn::fileName : CommuneIn::title;
    habits.numbersAsText = commune % 3 == 1;
    habits.unitInHeader = commune % 2 == 0 || habits.area == AreaHabit::hectares;
    habits.columnNumbers = commune % 3 != 2;
    return habits;
}

SheetCell dateCell(Date date, const ClerkHabits& habits, std::size_t row) {
    if (!date.known()) return {};
    const bool slip = row % 7 == 3;
    const auto next = static_cast<DateHabit>((static_cast<int>(habits.dates) + 1) % 4);
    const DateHabit habit = slip ? next : habits.dates;
    if (habit == DateHabit::cells) return {date, CellLook::plain};
    return asText(dateText(date, habit));
}

SheetCell numberCell(double value, const ClerkHabits& habits) {
    if (std::isnan(value)) return {};
    if (habits.numbersAsText) return asText(withComma(value));
    return {value, CellLook::plain};
}

SheetCell areaCell(double areaM2, const ClerkHabits& habits) {
    if (std::isnan(areaM2)) return {};
    if (habits.area == AreaHabit::sao) {
        if (std::string text = inSao(areaM2); !text.empty()) return asText(std::move(text));
    }
    if (habits.area != AreaHabit::hectares) return numberCell(areaM2, habits);
    const double hectares = areaM2 / 10'000;
    // The clerk who cannot say it in whole square metres writes the unit beside it.
    if (hectares * 10'000 != areaM2) return asText(withComma(areaM2) + " m2");
    return numberCell(hectares, habits);
}

SheetCell moneyCell(double vnd, const ClerkHabits& habits) {
    if (std::isnan(vnd)) return {};
    if (habits.money == MoneyHabit::dong) return asText(withThousands(vnd));
    return numberCell(vnd / 1e6, habits);
}

SheetCell yesCell(double value, const ClerkHabits& habits) {
    if (std::isnan(value)) return {};
    if (value != 0) return asText(habits.yes == YesHabit::words ? "Có" : "x");
    return habits.yes == YesHabit::crossOrBlank ? SheetCell{} : asText("Không");
}

std::string_view areaUnit(const ClerkHabits& habits) {
    return habits.area == AreaHabit::hectares ? "ha" : "m2";
}

std::string_view moneyUnit(const ClerkHabits& habits) {
    return habits.money == MoneyHabit::dong ? "đồng" : "triệu đồng";
}

std::string describe(const ClerkHabits& habits) {
    constexpr const char* dates[] = {"date cells", "dates dd/mm/yyyy", "dates d.m.yyyy", "dates dd-mm-yyyy"};
    constexpr const char* areas[] = {"areas in m2", "areas in ha", "areas partly in sào and thước"};
    constexpr const char* above[] = {"", "; -nt- for the row above", "; blank for the row above"};
    constexpr const char* yes[] = {"x or blank for yes and no", "x or Không", "Có or Không"};
    return fmt::format("{}{}; {}; {}{}", dates[static_cast<std::size_t>(habits.dates)],
                       above[static_cast<std::size_t>(habits.above)], areas[static_cast<std::size_t>(habits.area)],
                       yes[static_cast<std::size_t>(habits.yes)], habits.numbersAsText ? "; numbers as text" : "");
}

std::string roman(std::size_t number) {
    constexpr std::pair<std::size_t, const char*> signs[] = {{100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"},
                                                             {9, "IX"},  {5, "V"},   {4, "IV"}, {1, "I"}};
    std::string text;
    for (const auto& [value, sign] : signs) {
        for (; number >= value; number -= value) text += sign;
    }
    return text;
}

} // namespace banlang::sample
