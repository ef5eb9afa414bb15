// SPDX-License-Identifier: MIT
#include "viewer/document/figure_kinds.h"

#include <algorithm>
#include <array>
#include <utility>

namespace banlang::viewer {
namespace {

constexpr std::array<std::pair<FigureKind, std::string_view>, 9> ids{{{FigureKind::donatedLand, "donated-land"},
                                                                      {FigureKind::newRoads, "new-roads"},
                                                                      {FigureKind::gardens, "renovated-gardens"},
                                                                      {FigureKind::houses, "houses"},
                                                                      {FigureKind::greenRoutes, "green-routes"},
                                                                      {FigureKind::criteria, "criteria"},
                                                                      {FigureKind::communeRanking, "emulation"},
                                                                      {FigureKind::candidates, "candidates"},
                                                                      {FigureKind::gap, "gap"}}};

} // namespace

std::optional<FigureKind> figureKind(std::string_view layerId) {
    if (layerId.starts_with(gapPrefix)) return FigureKind::gap;
    const auto* const found = std::ranges::find(ids, layerId, &decltype(ids)::value_type::second);
    if (found == ids.end() || found->first == FigureKind::gap) return std::nullopt;
    return found->first;
}

std::string_view id(FigureKind kind) {
    return std::ranges::find(ids, kind, &decltype(ids)::value_type::first)->second;
}

} // namespace banlang::viewer
