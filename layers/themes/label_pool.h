// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/bilingual.h"

#include <deque>

namespace banlang {

/// Labels whose words come from data. A layer keeps them alive by holding them, shared, in its `attributes`.
class LabelPool {
public:
    [[nodiscard]] Label keep(Bilingual words) {
        const Bilingual& kept = words_.emplace_back(std::move(words));
        return {kept.vi, kept.en};
    }

private:
    std::deque<Bilingual> words_; ///< never moves what it holds
};

} // namespace banlang
