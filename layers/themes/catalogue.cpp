// SPDX-License-Identifier: MIT
#include "layers/themes/catalogue.h"

#include "layers/checked_rows.h"
#include "layers/drawn_keys.h"
#include "layers/themes/themes.h"

namespace banlang {
namespace {

/// Areas of themes lie between the ground and the lines of the base map, everything else over those.
std::vector<LayerInfo> layersFromTheBottom() {
    std::vector<LayerInfo> layers;
    const auto addBase = [&](bool ground) {
        for (const BaseLayer& layer : baseLayers()) {
            if (layer.isGround == ground) layers.push_back({layer.id, layer.words.title, false});
        }
    };
    const auto addThemes = [&](ThemeLevel level) {
        for (const Theme& theme : themes()) {
            if (theme.level == level) layers.push_back({theme.id, theme.words.title, true});
        }
    };
    addBase(true);
    addThemes(ThemeLevel::areas);
    addBase(false);
    for (const ThemeLevel level : {ThemeLevel::lines, ThemeLevel::symbols, ThemeLevel::gaps}) addThemes(level);
    return layers;
}

} // namespace

Error unknownLayer(std::string_view layerId) {
    std::string known;
    for (const LayerInfo& info : layerCatalogue()) known += (known.empty() ? "" : ", ") + std::string(info.id);
    const std::string id(layerId);
    return {.kind = ErrorKind::usage,
            .code = "unknown-layer",
            .message = {"không có lớp \"" + id + "\"", "there is no layer \"" + id + "\""},
            .hint = {"các lớp có: " + known, "layers are: " + known},
            .where = {}};
}

std::span<const LayerInfo> layerCatalogue() {
    static const std::vector<LayerInfo> infos = layersFromTheBottom();
    return infos;
}

Result<MapLayer> buildLayer(std::string_view layerId, const LayerRequest& request, bool underTheme) {
    const Theme* theme = findTheme(layerId);
    const BaseLayer* base = findBaseLayer(layerId);
    if (theme == nullptr && base == nullptr) return Unexpected(unknownLayer(layerId));
    const BaseContext context{request, underTheme};
    MapLayer layer = theme != nullptr ? theme->build(*theme, context) : base->build(*base, context);
    BANLANG_CHECK(checkedRows(layer));
    layer.drawn = drawnKeys(layer);
    return layer;
}

} // namespace banlang
