// SPDX-License-Identifier: MIT
#include "sample-data/monthly/month_report.h"

#include "sample-data/random.h"

namespace banlang::sample {
namespace {

constexpr double forgotten = 0.06; ///< rows of a growing list
constexpr double leftBlank = 0.03; ///< cells that may be
constexpr double lostColumn = 0.2; ///< lists without one of their columns
constexpr double twice = 0.04;     ///< rows written twice
constexpr double saidAgain = 0.15; ///< rows of a list of changes that say nothing new

/// Draws for one list of one month.
class ListDraws {
public:
    ListDraws(const CommuneYear& year, std::size_t kind, int month, std::uint64_t seed)
        : year_(year), place_(kind), kind_(reportedKinds()[kind]), month_(month), seed_(seed),
          random_(hashOf(seed, 0x6d6c6973, year.commune), kind, static_cast<std::uint64_t>(month)) {}

    [[nodiscard]] MonthReport draw() {
        MonthReport report{place_, month_, columns(), {}};
        const std::vector<YearRecord>& records = year_.records[place_];
        for (std::size_t i = 0; i < records.size(); ++i) {
            if (!records[i].isKnownIn(month_) || !isNamed(records[i])) continue;
            report.rows.push_back(row(records[i], i, report.columns));
            if (kind_.numbered && random_.chance(twice)) report.rows.push_back(report.rows.back());
        }
        return report;
    }

private:
    [[nodiscard]] std::vector<std::size_t> columns() {
        std::vector<std::size_t> all;
        std::vector<std::size_t> dispensable;
        for (std::size_t i = 0; i < kind_.fields.size(); ++i) {
            all.push_back(i);
            if (mayBeLeftOut(kind_, kind_.fields[i])) dispensable.push_back(i);
        }
        if (!dispensable.empty() && random_.chance(lostColumn)) std::erase(all, random_.pick(dispensable));
        return all;
    }

    /// Two loads that are told alike are named alike, so that what decides is what is told.
    [[nodiscard]] bool isNamed(const YearRecord& record) const {
        if (record.changedIn(month_)) return true;
        const bool growing = (year_.commune + place_) % 2 == 0;
        std::uint64_t told = hashOf(seed_, place_, static_cast<std::uint64_t>(month_), year_.commune);
        for (const std::string& value : record.values[static_cast<std::size_t>(record.from)]) {
            for (const char letter : value) told = mixed(told ^ static_cast<unsigned char>(letter));
        }
        return growing ? unitOf(told) >= forgotten : unitOf(told) < saidAgain;
    }

    [[nodiscard]] std::string cell(const YearRecord& record, std::size_t field) {
        const auto month = static_cast<std::size_t>(month_);
        const std::string& value = record.values[month][field];
        if (mayBeLeftOut(kind_, kind_.fields[field]) && random_.chance(leftBlank)) return {};
        const bool ended = value.empty() && month_ > record.from && !record.values[month - 1][field].empty();
        return ended ? std::string(struckOut) : value;
    }

    [[nodiscard]] MonthRow row(const YearRecord& record, std::size_t place, const std::vector<std::size_t>& columns) {
        MonthRow row{place, {}, {}};
        for (const std::size_t field : columns) row.cells.push_back(cell(record, field));
        if (!kind_.numbered) return row;
        if (month_ >= record.renumberedFrom) row.cells.front() = record.laterNumber;
        row.number = row.cells.front();
        return row;
    }

    const CommuneYear& year_;
    std::size_t place_;
    const ReportedKind& kind_;
    int month_;
    std::uint64_t seed_;
    Random random_;
};

} // namespace

ReportHabits reportHabits(std::size_t commune) {
    return {static_cast<DayTold>(commune % 4), static_cast<CommuneTold>(commune % 3), commune % 2 == 1};
}

MonthReport reportOf(const CommuneYear& year, std::size_t kind, int month, std::uint64_t seed) {
    return ListDraws(year, kind, month, seed).draw();
}

} // namespace banlang::sample
