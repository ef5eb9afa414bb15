// SPDX-License-Identifier: MIT
#pragma once

#include "core/link/link.h"
#include "core/link/unresolved_reason.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace banlang {

/// The links of one kind of records in the making: what was found so far, what stays open and why.
class TableLinking {
public:
    /// Empties the links of the kind, to be filled; those of kinds that others refer to are there. `days` tell which units are
    /// meant, one per row; empty where units have no time. Refers to the others.
    TableLinking(const District& district, DistrictLinks& links, const RecordKind& kind, std::vector<Date> days);

    [[nodiscard]] const RecordKind& kind() const { return kind_; }
    [[nodiscard]] Role role() const { return kind_.role; }
    [[nodiscard]] const District& district() const { return district_; } ///< its links are not read
    [[nodiscard]] const FeatureTable& table() const { return table(kind_.role); }
    [[nodiscard]] const FeatureTable& table(Role role) const { return district_.table(role); }
    [[nodiscard]] TableLinks& links() { return links_[indexOf(kind_.role)]; }
    [[nodiscard]] const TableLinks& linksOf(Role role) const { return links_[indexOf(role)]; }
    [[nodiscard]] Date day(std::size_t row) const { return days_.empty() ? Date() : days_[row]; }
    [[nodiscard]] const std::vector<Date>& days() const { return days_; }
    /// The day as of which the record was reported; no date where nobody said, or units have no time.
    [[nodiscard]] Date reportDay(std::size_t row) const {
        return days_.empty() ? Date() : district_.times[indexOf(kind_.role)]->of(row).reportedOn;
    }

    /// Empty for none.
    [[nodiscard]] std::string communeCode(std::int32_t commune) const;
    /// Whether the record has a place as exact as its kind needs.
    [[nodiscard]] bool placed(std::size_t row) const;
    /// What an override about the place of the record as such calls it, and who numbered it: of a parcel its commune.
    [[nodiscard]] std::pair<std::string, std::string> recordWords(std::size_t row) const;

    /// The record stays open; the first reason counts, since others follow from it.
    void fail(std::size_t row, std::string_view field, std::string_view rawText, std::string_view scope,
              const UnresolvedReason& reason);
    /// The same in words that say more than the reason does.
    void fail(std::size_t row, std::string_view field, std::string_view rawText, std::string_view scope,
              const UnresolvedReason& reason, Bilingual words);
    /// A code of several communes, of which the place of the record may tell which is meant.
    struct OpenCommune {
        std::uint32_t row = 0;
        bool recycled = false; ///< or several are in force
    };
    void leaveToPlace(OpenCommune open) { openCommunes_.push_back(open); }
    [[nodiscard]] const std::vector<OpenCommune>& openCommunes() const { return openCommunes_; }
    /// Why it is open; null where it is not.
    [[nodiscard]] const UnresolvedReference* failure(std::size_t row) const;
    void forgetFailure(std::size_t row) { failures_.erase(row); }
    /// It is of the district as a whole, which is no unit to be linked to.
    void markOfWholeDistrict(std::size_t row) { ofWholeDistrict_.insert(row); }
    /// A person said that there is no such place.
    void markConfirmedAbsent(std::size_t row) { confirmedAbsent_.insert(row); }
    [[nodiscard]] bool confirmedAbsent(std::size_t row) const { return confirmedAbsent_.contains(row); }
    /// The record names a household that was not found, so it has none by its parcel either.
    void refuseHousehold(std::size_t row);
    [[nodiscard]] bool householdRefused(std::size_t row) const { return !householdRefused_.empty() && householdRefused_[row]; }
    [[nodiscard]] const std::vector<bool>& householdsRefused() const { return householdRefused_; } ///< empty: none

    [[nodiscard]] TableLinkReport report() const;

private:
    const District& district_; ///< its links are not read
    DistrictLinks& links_;
    const RecordKind& kind_;
    std::vector<Date> days_;
    std::map<std::size_t, UnresolvedReference> failures_;
    std::vector<OpenCommune> openCommunes_; ///< there may be as many as parcels, so that they are no failures yet
    std::set<std::size_t> ofWholeDistrict_;
    std::set<std::size_t> confirmedAbsent_;
    std::vector<bool> householdRefused_;
};

} // namespace banlang
