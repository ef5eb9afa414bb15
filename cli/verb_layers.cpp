// SPDX-License-Identifier: MIT
#include "cli/command_line.h"
#include "core/text/format.h"
#include "layers/legend.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace banlang::cli {
namespace {

using Json = nlohmann::ordered_json;

struct LayersArguments {
    std::string store;
    std::string asOf;
    std::string audience = "meeting";
};

/// The number by which exported files name the class that a legend row counts.
std::optional<std::size_t> classCounted(const MapLayer& layer, const LegendEntry& entry) {
    const auto& classes = layer.rowClasses->classes;
    const auto found =
        std::find_if(classes.begin(), classes.end(), [&](const RowClass& rowClass) { return rowClass.key == entry.key; });
    return found == classes.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - classes.begin()));
}

Json layerJson(const LayerInfo& info, const MapLayer& layer, Language language) {
    Json classes = Json::array();
    for (const LegendEntry& entry : legendOfAllScales(layer)) {
        Json item = {{"label", entry.label.in(language)}};
        if (entry.countHidden) item["count"] = "<3";
        if (entry.count && !entry.countHidden) item["count"] = *entry.count;
        if (entry.amount) item["amount"] = *entry.amount;
        if (const auto counted = classCounted(layer, entry)) item["map_class"] = *counted;
        classes.push_back(std::move(item));
    }
    return {{"id", info.id},
            {"title", info.title.in(language)},
            {"theme", info.isTheme},
            {"features", layer.featureCount},
            {"classes", classes}};
}

int runLayers(const LayersArguments& arguments, const CommonOptions& common) {
    const auto district = openStore(arguments.store, common);
    if (!district) return fail(common, district.error());
    const auto request = layerRequest(arguments.store, *district, arguments.asOf, arguments.audience, MapColourScheme::light);
    if (!request) return fail(common, request.error());
    Json list = Json::array();
    for (const LayerInfo& info : layerCatalogue()) {
        const auto layer = buildLayer(info.id, *request);
        if (!layer) return fail(common, layer.error());
        if (common.json) {
            list.push_back(layerJson(info, *layer, common.language()));
            continue;
        }
        print("{:<34} {:>9}  {}\n", info.id, layer->featureCount, info.title.in(common.language()));
    }
    if (common.json) printJson("layers", {{"as_of", toIso(request->analysis.asOf())}, {"layers", list}});
    return 0;
}

} // namespace

void addLayers(CommandLine& line) {
    auto arguments = std::make_shared<LayersArguments>();
    VerbOptions verb = line.addVerb("layers", "Những lớp có thể vẽ / what can be drawn");
    verb.option("STORE", arguments->store).required();
    verb.option("--as-of", arguments->asOf, "Tính đến ngày / as of");
    verb.option("--audience", arguments->audience, "meeting | working-group | public").showDefault();
    line.whenChosen(verb, [&line, arguments] { return runLayers(*arguments, line.common); });
}

} // namespace banlang::cli
