// SPDX-License-Identifier: MIT
#pragma once

#include "viewer/document/document.h"

#include <string>
#include <string_view>
#include <vector>

// Which theme rules the map and the figures.

namespace banlang::viewer {

/// The layer of what is chosen by an id of ThemeChoice; one question of several is the one that is shown. Other ids stay as they
/// are.
[[nodiscard]] std::string layerOfChoice(const Document& document, std::string_view choiceId);
/// Drawing order of the catalogue; keeps the state independent of the order of clicks.
void sortLayers(std::vector<std::string>& layers);
/// The layer of a theme is shown and its legend open, the other themes are off.
void activateTheme(Document& document, const Theme& theme);

/// What may be written to choose a theme or a gap, for error messages.
[[nodiscard]] std::string themeList();
[[nodiscard]] std::string gapList();

} // namespace banlang::viewer
