// SPDX-License-Identifier: MIT
#pragma once

#include "core/link/link_overrides.h"
#include "core/link/link_targets.h"
#include "core/link/table_linking.h"

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
    void inherit();
    void byOverriddenPlace();
    void rate();

    TableLinking& linking_;
    LinkTargets& targets_;
    const LinkOverrideIndex& overrides_;
};

} // namespace banlang
