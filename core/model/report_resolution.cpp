// SPDX-License-Identifier: MIT
#include "core/model/report_resolution.h"

#include "core/model/record_reports.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace banlang {
namespace {

constexpr double geometryToleranceM = 0.001;

/// Which reports each report supersedes, through others as well.
class Reach {
public:
    Reach(std::size_t count, std::span<const Supersession> supersessions) : older_(count), reached_(count) {
        for (const Supersession& one : supersessions) older_[one.newer].push_back(one.older);
        for (std::uint32_t from = 0; from < count; ++from) {
            reached_[from].resize(older_[from].empty() ? 0 : count);
            if (!older_[from].empty()) walk(from);
        }
    }
    [[nodiscard]] bool operator()(std::uint32_t newer, std::uint32_t older) const {
        return !reached_[newer].empty() && reached_[newer][older];
    }
    /// And not the other way round as well.
    [[nodiscard]] bool above(std::uint32_t newer, std::uint32_t older) const {
        return (*this)(newer, older) && !(*this)(older, newer);
    }

private:
    void walk(std::uint32_t from) {
        std::vector<std::uint32_t> open = older_[from];
        while (!open.empty()) {
            const std::uint32_t next = open.back();
            open.pop_back();
            if (reached_[from][next]) continue;
            reached_[from][next] = true;
            open.insert(open.end(), older_[next].begin(), older_[next].end());
        }
    }
    std::vector<std::vector<std::uint32_t>> older_;
    std::vector<std::vector<bool>> reached_;
};

using Indices = std::vector<std::uint32_t>;

class Resolver {
public:
    Resolver(const FeatureTable& values, std::span<const RecordReport> reports, std::span<const Supersession> supersessions)
        : values_(values), reports_(reports), reach_(reports.size(), supersessions), order_(reports.size()) {
        std::iota(order_.begin(), order_.end(), 0U);
        std::sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) { return reports_[a].id < reports_[b].id; });
        resolution_.counts.assign(reports.size(), 0);
        resolution_.last.assign(geometryPosition + 1, -1);
    }

    RecordResolution resolve() {
        std::uint64_t any = 0;
        for (const RecordReport& report : reports_) any |= saidOf(report);
        for (std::size_t field = 0; field <= geometryPosition; ++field) {
            if ((any & fieldBit(field)) != 0) resolveField(field);
        }
        return std::move(resolution_);
    }

private:
    [[nodiscard]] static std::uint64_t saidOf(const RecordReport& report) {
        return report.withdrawn ? 0 : report.stated & ~report.held;
    }

    void resolveField(std::size_t field) {
        Indices saying;
        for (const std::uint32_t one : order_) {
            if ((saidOf(reports_[one]) & fieldBit(field)) != 0) saying.push_back(one);
        }
        Indices heads;
        for (const std::uint32_t one : saying) {
            const bool superseded =
                std::any_of(saying.begin(), saying.end(), [&](std::uint32_t other) { return reach_.above(other, one); });
            if (!superseded) heads.push_back(one);
        }
        // Stable: of one day the smallest id stays first.
        std::stable_sort(heads.begin(), heads.end(), [&](std::uint32_t a, std::uint32_t b) { return dayOf(a) < dayOf(b); });
        std::int32_t last = -1;
        for (std::size_t first = 0; first < heads.size();) {
            std::size_t end = first;
            while (end < heads.size() && dayOf(heads[end]) == dayOf(heads[first])) ++end;
            last = settle(
                field, saying,
                Indices(heads.begin() + static_cast<std::ptrdiff_t>(first), heads.begin() + static_cast<std::ptrdiff_t>(end)));
            first = end;
        }
        resolution_.last[field] = last;
    }

    /// Before all days where nobody stated one.
    [[nodiscard]] std::int32_t dayOf(std::uint32_t report) const {
        const Date day = reports_[report].reportedOn;
        return day.known() ? day.daysSince1970 : -Date::noDay;
    }

    std::int32_t settle(std::size_t field, const Indices& saying, Indices heads) {
        const bool agree = std::all_of(heads.begin(), heads.end(), [&](std::uint32_t one) {
            return saysTheSame(values_, reports_[one].row, values_, reports_[heads.front()].row, field);
        });
        std::uint32_t holding = heads.front();
        if (agree) {
            for (const std::uint32_t one : heads) count(one, field);
        } else {
            holding = meanwhile(saying, heads);
            count(holding, field);
            resolution_.conflicts.push_back({field, std::move(heads), holding});
        }
        return static_cast<std::int32_t>(holding);
    }

    [[nodiscard]] std::uint32_t meanwhile(const Indices& saying, const Indices& heads) const {
        Indices ancestors;
        for (const std::uint32_t one : saying) {
            const bool common =
                std::all_of(heads.begin(), heads.end(), [&](std::uint32_t head) { return reach_.above(head, one); });
            if (common) ancestors.push_back(one);
        }
        std::erase_if(ancestors, [&](std::uint32_t one) {
            return std::any_of(saying.begin(), saying.end(), [&](std::uint32_t nearer) {
                return reach_.above(nearer, one) &&
                       std::all_of(heads.begin(), heads.end(), [&](std::uint32_t head) { return reach_.above(head, nearer); });
            });
        });
        const Indices& choice = ancestors.empty() ? heads : ancestors;
        const auto own =
            std::find_if(choice.begin(), choice.end(), [&](std::uint32_t one) { return reports_[one].fromIssuersStore; });
        if (own != choice.end()) return *own;
        return *std::min_element(choice.begin(), choice.end(),
                                 [&](std::uint32_t a, std::uint32_t b) { return reports_[a].id < reports_[b].id; });
    }

    void count(std::uint32_t report, std::size_t field) { resolution_.counts[report] |= fieldBit(field); }

    const FeatureTable& values_;
    std::span<const RecordReport> reports_;
    Reach reach_;
    Indices order_; ///< of the reports, by id
    RecordResolution resolution_;
};

bool sameText(const Column& a, std::uint32_t rowA, const Column& b, std::uint32_t rowB) {
    switch (a.type) {
    case ColumnType::text:
        return a.text[rowA] == b.text[rowB];
    case ColumnType::number:
        return a.numbers[rowA] == b.numbers[rowB] || (std::isnan(a.numbers[rowA]) && std::isnan(b.numbers[rowB]));
    case ColumnType::date:
        return a.dates[rowA] == b.dates[rowB];
    }
    return false;
}

/// First point and number of points of a feature.
struct PointRange {
    std::size_t first;
    std::size_t count;
};
PointRange pointsOf(const GeometryColumn& geometry, std::uint32_t row) {
    const std::size_t firstRing = geometry.partOffsets[geometry.featureOffsets[row]];
    const std::size_t endRing = geometry.partOffsets[geometry.featureOffsets[row + 1]];
    const std::size_t first = geometry.ringOffsets[firstRing];
    return {first, geometry.ringOffsets[endRing] - first};
}

bool sameGeometry(const GeometryColumn& a, std::uint32_t rowA, const GeometryColumn& b, std::uint32_t rowB) {
    if (a.isEmpty(rowA) || b.isEmpty(rowB)) return a.isEmpty(rowA) == b.isEmpty(rowB);
    const PointRange of = pointsOf(a, rowA);
    const PointRange with = pointsOf(b, rowB);
    if (of.count != with.count) return false;
    for (std::size_t i = 0; i < 2 * of.count; ++i) {
        if (std::abs(a.xy[2 * of.first + i] - b.xy[2 * with.first + i]) > geometryToleranceM) return false;
    }
    return true;
}

} // namespace

RecordResolution resolveReports(const FeatureTable& values, std::span<const RecordReport> reports,
                                std::span<const Supersession> supersessions) {
    return Resolver(values, reports, supersessions).resolve();
}

bool saysTheSame(const FeatureTable& a, std::uint32_t rowA, const FeatureTable& b, std::uint32_t rowB, std::size_t field) {
    if (field == geometryPosition) return sameGeometry(a.geometry, rowA, b.geometry, rowB);
    return sameText(a.columns[field], rowA, b.columns[field], rowB);
}

std::uint64_t statedBy(const FeatureTable& values, std::uint32_t row) {
    std::uint64_t stated = 0;
    for (std::size_t field = 0; field < values.columns.size(); ++field) {
        if (!values.columns[field].isMissing(row)) stated |= fieldBit(field);
    }
    const bool placed = values.geometry.featureCount() == values.rowCount && values.rowCount > 0 && !values.geometry.isEmpty(row);
    return placed ? stated | fieldBit(geometryPosition) : stated;
}

} // namespace banlang
