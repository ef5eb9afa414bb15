// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/record_kinds.h"
#include "sample-data/parcels.h"

#include <array>
#include <map>
#include <string>
#include <vector>

namespace banlang::sample {

using Rows = std::vector<std::uint32_t>;

/// The records of the clean district, and who belongs where: what every office draws its papers from.
struct MessyDistrict {
    const Landscape* land = nullptr;
    std::array<FeatureTable, roleCount> tables; ///< by role, in the form of the store
    FeatureTable faults;                        ///< role, key, rule
    std::vector<std::string> villageOfDonation; ///< by row; empty when its parcel is unknown
    FeatureTable heads;                         ///< role, village_code, head_name, household_id: who is meant where no id is given
    std::map<std::string, std::string, std::less<>> headOfHousehold;
    std::map<std::string, std::size_t, std::less<>> communeOfCode;
    std::map<std::string, std::size_t, std::less<>> villageOfCode;

    [[nodiscard]] const FeatureTable& table(Role role) const { return tables[indexOf(role)]; }
    [[nodiscard]] const std::vector<Commune>& communes() const { return land->settlements.communes; }
    [[nodiscard]] const std::vector<Village>& villages() const { return land->settlements.villages; }
};

/// `parcels`: as they were written for the clean district.
[[nodiscard]] MessyDistrict gatherRecords(const Landscape& land, const std::vector<std::size_t>& works, FeatureTable parcels,
                                          const ParcelSummary& summary);

/// Which commune reports a record. Gardens go by their village, for a garden may lie over the border.
[[nodiscard]] std::size_t communeOf(const MessyDistrict& district, Role role, std::size_t row);
/// The code of the village of a record; empty when it has none.
[[nodiscard]] std::string villageOf(const MessyDistrict& district, Role role, std::size_t row);
/// Rows of a kind, by the commune that reports them.
[[nodiscard]] std::vector<Rows> rowsByCommune(const MessyDistrict& district, Role role);

[[nodiscard]] std::string fullName(const Commune& commune); ///< "Xã Nà Sáng", "Thị trấn Sín Chải"
[[nodiscard]] std::string fullName(const MessyDistrict& district, const Village& village);

} // namespace banlang::sample
