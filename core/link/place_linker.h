// SPDX-License-Identifier: MIT
#pragma once

#include "core/link/link_overrides.h"
#include "core/link/link_targets.h"
#include "core/link/table_linking.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace banlang {

/// Links records by where they lie, by what they take from that which they name, and by what people decided about records that
/// name nothing; then rates how exact the place is. Comes after TextLinker.
class PlaceLinker {
public:
    PlaceLinker(TableLinking& linking, LinkTargets& targets, const LinkOverrideIndex& overrides)
        : linking_(linking), targets_(targets), overrides_(overrides) {}
    void link();

private:
    void byPlace();
    void confirmCommunes();
    [[nodiscard]] std::set<std::int32_t> communesOfVillage(std::int32_t village);
    [[nodiscard]] std::int32_t confirmedCommune(std::size_t row, std::vector<std::int32_t> bearers);
    void inherit();
    void byOverriddenPlace();
    [[nodiscard]] bool isOnlyBearer(std::size_t row);
    [[nodiscard]] std::pair<std::int32_t, std::int32_t> placeOf(const LinkOverride& linkOverride, Date on);
    void rate();

    TableLinking& linking_;
    LinkTargets& targets_;
    const LinkOverrideIndex& overrides_;
    std::map<std::int32_t, std::set<std::int32_t>> communesOfLineage_;    ///< of villages that follow one another
    std::unordered_map<std::string, std::optional<std::string>> bearers_; ///< issuer by what the records are called
};

} // namespace banlang
