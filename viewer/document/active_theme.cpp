// SPDX-License-Identifier: MIT
#include "viewer/document/active_theme.h"

#include "layers/themes/catalogue.h"
#include "viewer/document/figure_kinds.h"

#include <fmt/format.h>

#include <algorithm>

namespace banlang::viewer {
namespace {

void showOnlyTheme(Document& document, const std::string& layerId) {
    for (const LayerInfo& layer : layerCatalogue()) {
        if (layer.isTheme) std::erase(document.visibleLayers, layer.id);
    }
    document.visibleLayers.push_back(layerId);
    sortLayers(document.visibleLayers);
    document.openLegend = layerId;
}

} // namespace

bool isTheme(std::string_view layerId) {
    return std::ranges::any_of(layerCatalogue(), [&](const LayerInfo& layer) { return layer.isTheme && layer.id == layerId; });
}

void sortLayers(std::vector<std::string>& layers) {
    const auto catalogue = layerCatalogue();
    auto place = [&](const std::string& layerId) {
        return std::ranges::find(catalogue, layerId, &LayerInfo::id) - catalogue.begin();
    };
    std::ranges::sort(layers, {}, place);
}

std::string themeList() {
    std::string known;
    for (const LayerInfo& layer : layerCatalogue()) {
        if (layer.isTheme && !layer.id.starts_with(gapPrefix)) known += fmt::format("{} ", layer.id);
    }
    return known + "gaps";
}

void activateTheme(Document& document, const std::string& layerId) {
    const bool isGap = layerId.starts_with(gapPrefix);
    document.activeTheme = isGap ? "gaps" : layerId;
    if (isGap) document.gap = layerId.substr(gapPrefix.size());
    showOnlyTheme(document, layerId);
    document.sort = {};
}

std::string gapList() {
    std::string known;
    for (const LayerInfo& layer : layerCatalogue()) {
        if (layer.id.starts_with(gapPrefix)) known += fmt::format("{} ", layer.id.substr(gapPrefix.size()));
    }
    return known;
}

} // namespace banlang::viewer
