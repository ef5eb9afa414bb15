// SPDX-License-Identifier: MIT
#include "core/store/records/detail/report_matching.h"

#include "core/model/record_reports.h"
#include "core/model/record_traits.h"

#include <algorithm>
#include <set>

namespace banlang::detail {
namespace {

class Comparison {
public:
    Comparison(const RecordKind& kind, const FeatureTable& values, std::span<const RecordReport> reports,
               std::span<const Supersession> supersessions, const std::vector<bool>& sameImport)
        : kind_(kind), values_(values), known_(reports.first(reports.size() - 1)), arriving_(reports.back()),
          sameImport_(sameImport), resolution_(resolveReports(values, known_, supersessions)) {}

    Arrival compare() {
        for (std::size_t field = 0; field <= geometryPosition; ++field) {
            if ((arriving_.stated & fieldBit(field)) != 0) compareField(field);
        }
        arrival_.supersedes.assign(superseded_.begin(), superseded_.end());
        arrival_.kind = kindOf();
        return std::move(arrival_);
    }

private:
    [[nodiscard]] bool measured(std::size_t field) const {
        return field < kind_.fields.size() && traitsOf(kind_.role).temporal == TemporalKind::state &&
               isMeasured(kind_.fields[field]);
    }
    [[nodiscard]] bool same(std::uint32_t report, std::size_t field) const {
        return saysTheSame(values_, known_[report].row, values_, arriving_.row, field);
    }
    /// The reports whose word on a field counts, or is in dispute.
    [[nodiscard]] std::vector<std::uint32_t> counting(std::size_t field) const {
        std::vector<std::uint32_t> all;
        for (std::uint32_t one = 0; one < known_.size(); ++one) {
            if ((resolution_.counts[one] & fieldBit(field)) != 0) all.push_back(one);
        }
        for (const FieldConflict& conflict : resolution_.conflicts) {
            for (const std::uint32_t one : conflict.reports) {
                if (conflict.field == field && std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
            }
        }
        return all;
    }

    void compareField(std::size_t field) {
        const std::vector<std::uint32_t> known = counting(field);
        if (known.empty()) {
            saysMore_ = true;
            return;
        }
        const Date day = arriving_.reportedOn;
        std::vector<std::uint32_t> ofTheDay;
        std::copy_if(known.begin(), known.end(), std::back_inserter(ofTheDay),
                     [&](std::uint32_t one) { return known_[one].reportedOn == day; });
        if (!day.known() && ofTheDay.empty()) return compareUndated(field, known);
        if (ofTheDay.empty()) return compareWithOtherDays(field, known);
        for (const std::uint32_t one : ofTheDay) {
            if (!same(one, field)) differ(field, one);
        }
    }

    /// A word without a day beside words that have one.
    void compareUndated(std::size_t field, const std::vector<std::uint32_t>& known) {
        const std::int32_t last = resolution_.last[field];
        if (last >= 0 && same(static_cast<std::uint32_t>(last), field)) return;
        for (const std::uint32_t one : known) differ(field, one);
    }

    /// What was stated by that day, or first of all after it.
    void compareWithOtherDays(std::size_t field, const std::vector<std::uint32_t>& known) {
        const auto isBefore = [&](std::uint32_t one) {
            return !known_[one].reportedOn.known() || known_[one].reportedOn < arriving_.reportedOn;
        };
        std::int32_t before = -1;
        for (const std::uint32_t one : known) {
            const bool later =
                before < 0 || !known_[static_cast<std::size_t>(before)].reportedOn.known() ||
                (known_[one].reportedOn.known() && known_[one].reportedOn > known_[static_cast<std::size_t>(before)].reportedOn);
            if (isBefore(one) && later) before = static_cast<std::int32_t>(one);
        }
        if (before < 0 || !same(static_cast<std::uint32_t>(before), field)) saysOther_ = true;
    }

    void differ(std::size_t field, std::uint32_t known) {
        if (sameImport_[known]) {
            conflict_ = true;
        } else if (measured(field) && !arriving_.reportedOn.known()) {
            arrival_.held |= fieldBit(field);
        } else {
            superseded_.insert(known);
        }
    }

    [[nodiscard]] ArrivalKind kindOf() const {
        if (conflict_) return ArrivalKind::conflict;
        if (arrival_.held != 0) return ArrivalKind::waiting;
        if (!superseded_.empty()) return ArrivalKind::corrected;
        if (saysMore_ || saysOther_) return ArrivalKind::newer;
        const bool later = arriving_.reportedOn.known() && std::all_of(known_.begin(), known_.end(), [&](const RecordReport& one) {
                               return !one.reportedOn.known() || one.reportedOn < arriving_.reportedOn;
                           });
        return later ? ArrivalKind::confirmed : ArrivalKind::unchanged;
    }

    const RecordKind& kind_;
    const FeatureTable& values_;
    std::span<const RecordReport> known_;
    const RecordReport& arriving_;
    const std::vector<bool>& sameImport_;
    RecordResolution resolution_;
    Arrival arrival_;
    std::set<std::uint32_t> superseded_;
    bool saysMore_ = false;
    bool saysOther_ = false;
    bool conflict_ = false;
};

} // namespace

Arrival compareArrival(const RecordKind& kind, const FeatureTable& values, std::span<const RecordReport> reports,
                       std::span<const Supersession> supersessions, const std::vector<bool>& sameImport) {
    return Comparison(kind, values, reports, supersessions, sameImport).compare();
}

} // namespace banlang::detail
