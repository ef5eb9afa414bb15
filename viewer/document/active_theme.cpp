// SPDX-License-Identifier: MIT
#include "viewer/document/active_theme.h"

#include "core/analysis/gaps/gaps.h"
#include "layers/themes/catalogue.h"

#include <fmt/format.h>

#include <algorithm>

namespace banlang::viewer {

std::string layerOfChoice(const Document& document, std::string_view choiceId) {
    const bool shared = std::ranges::any_of(
        themes(), [&](const Theme& theme) { return theme.sharedChoice != nullptr && theme.sharedChoice->id == choiceId; });
    return shared ? gapThemeId(shownGap(document)) : std::string(choiceId);
}

void sortLayers(std::vector<std::string>& layers) {
    const auto catalogue = layerCatalogue();
    auto place = [&](const std::string& layerId) {
        return std::ranges::find(catalogue, layerId, &LayerInfo::id) - catalogue.begin();
    };
    std::ranges::sort(layers, {}, place);
}

void activateTheme(Document& document, const Theme& theme) {
    document.activeTheme = choiceOf(theme).id;
    if (theme.question != nullptr) document.gap = theme.question->id;
    for (const Theme& other : themes()) std::erase(document.visibleLayers, other.id);
    document.visibleLayers.emplace_back(theme.id);
    sortLayers(document.visibleLayers);
    document.openLegend = theme.id;
    document.sort = {};
}

std::string themeList() {
    std::vector<std::string_view> known;
    for (const LayerInfo& layer : layerCatalogue()) {
        const Theme* theme = findTheme(layer.id);
        if (theme == nullptr) continue;
        const std::string_view choice = choiceOf(*theme).id;
        if (std::ranges::find(known, choice) == known.end()) known.push_back(choice);
    }
    return fmt::format("{}", fmt::join(known, " "));
}

std::string gapList() {
    std::string known;
    for (const Theme& theme : themes()) {
        if (theme.question != nullptr) known += fmt::format("{} ", theme.question->id);
    }
    return known;
}

} // namespace banlang::viewer
