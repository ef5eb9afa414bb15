// SPDX-License-Identifier: MIT
#pragma once

#include "core/link/admin_unit_index.h"
#include "core/link/household_lookup.h"
#include "core/link/link.h"
#include "core/link/link_overrides.h"
#include "core/link/point_in_polygon.h"
#include "core/link/unresolved_reason.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace banlang {

/// Links one table after another, in the order of the roles: what others refer to comes first.
class Linker {
public:
    /// Fills `links`, which may be those of the district itself.
    Linker(const District& district, DistrictLinks& links, const LinkOverrideIndex& overrides);
    [[nodiscard]] TableLinkReport link(const RecordKind& kind);

private:
    // What others refer to, made when first asked for.
    const AdminUnitIndex& units(Role role);
    const PointInPolygonIndex& places(Role role);
    const HouseholdHeadIndex& heads();

    // What the records say, field by field.
    void byText(const RecordField& field);
    void byParcelName();
    void byHead(const RecordField& field);
    void applyOverride(const RecordField& field, std::size_t row, const LinkOverride& linkOverride);
    [[nodiscard]] std::int32_t parentOf(const RecordField& field, std::size_t row) const;
    [[nodiscard]] bool findUnitOfVillage(const RecordField& field, std::size_t row, std::string_view rawText);
    [[nodiscard]] std::int32_t householdOfHead(std::size_t row, std::string_view head, bool saysVillage);
    [[nodiscard]] std::string unitOfHead(std::size_t row) const;

    // Where they lie, and what they take from that which they name.
    void byPlace();
    void inherit();
    void byOverriddenPlace();
    void rate();

    void fail(std::size_t row, std::string_view field, std::string_view rawText, std::string_view scope,
              const UnresolvedReason& reason);
    void markConfirmedAbsent(std::size_t row) { confirmedAbsent_.insert(row); }
    void refuseHousehold(std::size_t row);
    [[nodiscard]] TableLinkReport report() const;

    [[nodiscard]] const FeatureTable& table() const { return district_.table(kind_->role); }
    [[nodiscard]] TableLinks& links() { return links_[indexOf(kind_->role)]; }
    [[nodiscard]] const TableLinks& linksOf(Role role) const { return links_[indexOf(role)]; }
    [[nodiscard]] Date day(std::size_t row) const { return days_.empty() ? Date() : days_[row]; }
    [[nodiscard]] std::string communeCode(std::int32_t commune) const;
    [[nodiscard]] bool placed(std::size_t row) const;
    /// What an override about the place of the record as such calls it, and the commune that narrows it.
    [[nodiscard]] std::pair<std::string, std::string> recordWords(std::size_t row) const;

    const District& district_; ///< its links are not read
    DistrictLinks& links_;
    const LinkOverrideIndex& overrides_;
    AdminUnitVersions communeVersions_;
    AdminUnitVersions villageVersions_;
    std::map<Role, AdminUnitIndex> indexes_;
    std::map<Role, PointInPolygonIndex> places_;
    std::optional<HouseholdHeadIndex> heads_;

    // Of the table in hand.
    const RecordKind* kind_ = nullptr;
    std::vector<Date> days_;                              ///< that tell which units are meant; empty where units have no time
    std::map<std::size_t, UnresolvedReference> failures_; ///< the first one per row: others follow from it
    std::set<std::size_t> confirmedAbsent_;               ///< rows of which a person said that there is no such place
    std::vector<bool> householdRefused_; ///< names a household that was not found, so it has none by its parcel either
};

} // namespace banlang
