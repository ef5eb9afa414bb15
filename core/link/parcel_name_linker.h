// SPDX-License-Identifier: MIT
#pragma once

#include "core/link/link_overrides.h"
#include "core/link/link_targets.h"
#include "core/link/parcel_lookup.h"
#include "core/link/table_linking.h"

#include <cstdint>
#include <string>
#include <vector>

namespace banlang {

/// Links records to the parcels that they name by sheet and number; before that by what people decided about these words.
class ParcelNameLinker {
public:
    ParcelNameLinker(TableLinking& linking, LinkTargets& targets, const LinkOverrideIndex& overrides)
        : linking_(linking), targets_(targets), overrides_(overrides) {}
    /// `communes`: of each record. One pass over the parcels.
    void link(const std::vector<std::int32_t>& communes);

private:
    [[nodiscard]] std::string rawText(std::size_t row) const;
    [[nodiscard]] ParcelName decided(const LinkOverride& linkOverride);
    void leaveOpen(std::size_t row, const ParcelName& name, const LinkOverride* linkOverride, bool several);

    TableLinking& linking_;
    LinkTargets& targets_;
    const LinkOverrideIndex& overrides_;
};

} // namespace banlang
