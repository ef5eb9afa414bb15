// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/ranking/commune_ranking.h"
#include "layers/base/base_layers.h"

#include <span>

namespace banlang {

/// A ranking as a layer: of today, or one that was frozen.
[[nodiscard]] MapLayer communeRankingLayer(const BaseContext& context, const CommuneRanking& ranking);

/// How the points of a programme look within the score of a commune.
struct CommuneRankingLook {
    std::string_view id; ///< CommuneRankingIndicator::programme
    Label label;
    FillStyle fill;
};
/// A pattern each, since the parts of a bar lie side by side.
[[nodiscard]] std::span<const CommuneRankingLook> communeRankingLooks();

} // namespace banlang
