// SPDX-License-Identifier: MIT
#pragma once

#include "viewer/document/document.h"

#include <string>
#include <string_view>
#include <vector>

// Which theme rules the map and the figures.

namespace banlang::viewer {

[[nodiscard]] bool isTheme(std::string_view layerId);
/// Drawing order of the catalogue; keeps the state independent of the order of clicks.
void sortLayers(std::vector<std::string>& layers);
/// The layer of a theme is shown and its legend open, the other themes are off; the theme is its own, "gaps" for a gap.
void activateTheme(Document& document, const std::string& layerId);

/// What may be written for a theme or a gap, for error messages.
[[nodiscard]] std::string themeList();
[[nodiscard]] std::string gapList();

} // namespace banlang::viewer
