// SPDX-License-Identifier: MIT
#include "layers/themes/catalogue.h"

#include "core/analysis/gaps/gaps.h"
#include "layers/base/base_layers.h"
#include "layers/checked_rows.h"
#include "layers/drawn_keys.h"
#include "layers/themes/theme_layers.h"

#include <algorithm>

namespace banlang {
namespace {

using Builder = std::function<MapLayer(const BaseContext&)>;
struct Entry {
    LayerInfo info;
    Builder build;
};

// From the bottom. Themes that fill areas lie under those that draw lines, those under symbols.
const Entry drawnEntries[] = {
    {{"parcels", {"Thửa đất theo loại", "Parcels by land use"}, false}, parcelsLayer},
    {{"renovated-gardens", {"Vườn tạp đã cải tạo", "Renovated gardens"}, true}, renovatedGardensLayer},
    {{"criteria", {"Tiêu chí nông thôn mới", "NTM criteria"}, true}, criteriaLayer},
    {{"emulation", {"Xếp hạng thi đua", "Emulation ranking"}, true}, communeRankingLayerNow},
    {{"rivers", {"Sông, suối", "Rivers"}, false}, riversLayer},
    {{"villages", {"Thôn", "Villages"}, false}, villagesLayer},
    {{"communes", {"Ranh giới xã", "Communes"}, false}, communesLayer},
    {{"roads", {"Đường theo cấp", "Roads by class"}, false}, roadsLayer},
    {{"donated-land", {"Đất hiến", "Donated land"}, true}, donatedLandLayer},
    {{"new-roads", {"Đường mới, nâng cấp", "New and upgraded roads"}, true}, newRoadsLayer},
    {{"green-routes", {"Tuyến xanh - sạch - đẹp", "Green routes"}, true}, greenRoutesLayer},
    {{"houses", {"Nhà ở", "Houses"}, true}, housesLayer},
    {{"candidates", {"Đề xuất tuyến nâng cấp", "Roads to upgrade"}, true}, candidatesLayer},
};

/// A layer for each question of who was left out.
std::vector<Entry> gapEntries() {
    std::vector<Entry> found;
    for (const GapQuestion& question : gapQuestions()) {
        const auto id = std::make_shared<const std::string>("gap-" + std::string(question.id));
        found.push_back({{*id, question.title, true}, [id, &question](const BaseContext& context) {
                             return gapLayer(context, *id, *findGap(context.request.analysis, question));
                         }});
    }
    return found;
}

const std::vector<Entry>& entries() {
    static const std::vector<Entry> all = [] {
        std::vector<Entry> every(std::begin(drawnEntries), std::end(drawnEntries));
        for (Entry& entry : gapEntries()) every.push_back(std::move(entry));
        return every;
    }();
    return all;
}

} // namespace

Error unknownLayer(std::string_view layerId) {
    std::string known;
    for (const Entry& entry : entries()) known += (known.empty() ? "" : ", ") + std::string(entry.info.id);
    const std::string id(layerId);
    return {.kind = ErrorKind::usage,
            .code = "unknown-layer",
            .message = {"không có lớp \"" + id + "\"", "there is no layer \"" + id + "\""},
            .hint = {"các lớp có: " + known, "layers are: " + known},
            .where = {}};
}

std::span<const LayerInfo> layerCatalogue() {
    static const std::vector<LayerInfo> infos = [] {
        std::vector<LayerInfo> all;
        for (const Entry& entry : entries()) all.push_back(entry.info);
        return all;
    }();
    return infos;
}

Result<MapLayer> buildLayer(std::string_view layerId, const LayerRequest& request, bool underTheme) {
    const auto found =
        std::find_if(entries().begin(), entries().end(), [&](const Entry& entry) { return entry.info.id == layerId; });
    if (found == entries().end()) return Unexpected(unknownLayer(layerId));
    MapLayer layer = found->build({request, underTheme});
    BANLANG_CHECK(checkedRows(layer));
    layer.drawn = drawnKeys(layer);
    return layer;
}

} // namespace banlang
