// SPDX-License-Identifier: MIT
#include "layers/catalogue.h"

#include "layers/base_layers.h"
#include "layers/theme_layers.h"

#include <algorithm>

namespace banlang {
namespace {

using Builder = MapLayer (*)(const BaseContext&);
struct Entry {
    LayerInfo info;
    Builder build;
};

// From the bottom. Themes that fill areas lie under those that draw lines, those under symbols.
constexpr Entry entries[] = {
    {{"parcels", {"Thửa đất theo loại", "Parcels by land use"}, false}, parcelsLayer},
    {{"renovated-gardens", {"Vườn tạp đã cải tạo", "Renovated gardens"}, true}, renovatedGardensLayer},
    {{"rivers", {"Sông, suối", "Rivers"}, false}, riversLayer},
    {{"villages", {"Thôn", "Villages"}, false}, villagesLayer},
    {{"communes", {"Ranh giới xã", "Communes"}, false}, communesLayer},
    {{"roads", {"Đường theo cấp", "Roads by class"}, false}, roadsLayer},
    {{"donated-land", {"Đất hiến", "Donated land"}, true}, donatedLandLayer},
    {{"new-roads", {"Đường mới, nâng cấp", "New and upgraded roads"}, true}, newRoadsLayer},
};

Error unknownLayer(std::string_view layerId) {
    std::string known;
    for (const Entry& entry : entries) known += (known.empty() ? "" : ", ") + std::string(entry.info.id);
    const std::string id(layerId);
    return {.kind = ErrorKind::usage,
            .code = "unknown-layer",
            .message = {"không có lớp \"" + id + "\"", "there is no layer \"" + id + "\""},
            .hint = {"các lớp có: " + known, "layers are: " + known},
            .where = {}};
}

} // namespace

std::span<const LayerInfo> layerCatalogue() {
    static const std::vector<LayerInfo> infos = [] {
        std::vector<LayerInfo> all;
        for (const Entry& entry : entries) all.push_back(entry.info);
        return all;
    }();
    return infos;
}

Result<MapLayer> buildLayer(std::string_view layerId, const LayerRequest& request, bool underTheme) {
    const auto* const found =
        std::find_if(std::begin(entries), std::end(entries), [&](const Entry& entry) { return entry.info.id == layerId; });
    if (found == std::end(entries)) return Unexpected(unknownLayer(layerId));
    return found->build({request, underTheme});
}

} // namespace banlang
