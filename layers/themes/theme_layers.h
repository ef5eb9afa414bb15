// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/gaps/gaps.h"
#include "core/analysis/ranking/commune_ranking.h"
#include "layers/base/base_layers.h"

namespace banlang {

[[nodiscard]] MapLayer donatedLandLayer(const BaseContext& context);
[[nodiscard]] MapLayer newRoadsLayer(const BaseContext& context);
[[nodiscard]] MapLayer renovatedGardensLayer(const BaseContext& context);

[[nodiscard]] MapLayer housesLayer(const BaseContext& context);
[[nodiscard]] MapLayer greenRoutesLayer(const BaseContext& context);
[[nodiscard]] MapLayer candidatesLayer(const BaseContext& context);
[[nodiscard]] MapLayer criteriaLayer(const BaseContext& context);
/// A ranking of today, by the year of the as-of day, or one that was frozen.
[[nodiscard]] MapLayer communeRankingLayerNow(const BaseContext& context);
[[nodiscard]] MapLayer communeRankingLayer(const BaseContext& context, const CommuneRanking& ranking);
/// One question of who was left out, and its answer; `id` becomes the layer's and must outlive it.
[[nodiscard]] MapLayer gapLayer(const BaseContext& context, std::string_view id, const Gap& gap);

} // namespace banlang
