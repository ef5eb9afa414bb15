// SPDX-License-Identifier: MIT
#pragma once

#include "core/intake/known_admin_units.h"
#include "core/model/record_key.h"

#include <array>
#include <bitset>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace banlang {

/// What rows may refer to: the records of the store and those taken in before in the same import.
class KnownRecords {
public:
    /// Adds rows that are kept: codes, names, the numbers of parcels, and the ground of units.
    void add(Role role, const FeatureTable& rows);

    [[nodiscard]] const KnownAdminUnits& communes() const { return communes_; }
    [[nodiscard]] const KnownAdminUnits& villages() const { return villages_; }

    [[nodiscard]] bool any(Role role) const { return any_[indexOf(role)]; }
    /// By code or number as numberKey compares them, or by name as the link ladder compares names; whosever number it is.
    [[nodiscard]] bool hasWord(Role role, std::string_view codeOrName) const;
    [[nodiscard]] bool hasParcel(std::string_view communeCode, std::string_view sheet, std::string_view number) const;
    /// Whether a record of this kind bears a number, whose key is `key`.
    [[nodiscard]] bool isNumbered(Role role, const RecordKey& key) const { return keys_[indexOf(role)].contains(key); }
    /// What a household's record says of its village: a code or a name; "" when the household is not known, or several that bear
    /// the number live in different ones.
    [[nodiscard]] std::string villageOfHousehold(std::string_view householdId) const;

private:
    void addKeys(Role role, const FeatureTable& rows);
    void addHouseholds(const FeatureTable& rows);

    std::bitset<roleCount> any_;
    std::array<std::unordered_set<std::string>, roleCount> words_;
    std::array<std::unordered_set<RecordKey, RecordKeyHash>, roleCount> keys_;
    std::unordered_map<std::string, std::string> villageOfHousehold_;
    KnownAdminUnits communes_;
    KnownAdminUnits villages_;
};

} // namespace banlang
