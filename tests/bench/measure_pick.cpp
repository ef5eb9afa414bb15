// SPDX-License-Identifier: MIT
#include "core/analysis/rule_files/rule_files.h"
#include "layers/scene/scene.h"
#include "layers/themes/catalogue.h"
#include "tests/bench/measure.h"
#include "viewer/document/document.h"
#include "viewer/map/pick.h"

#include <algorithm>
#include <chrono>
#include <random>

namespace banlang::bench {
namespace {

std::shared_ptr<const viewer::PreparedScene> everythingOf(const std::shared_ptr<const District>& district) {
    const LayerRequest request{AnalysisContext(district, shippedRules(), {})};
    std::vector<std::string> ids;
    for (const LayerInfo& info : layerCatalogue()) ids.emplace_back(info.id);
    auto scene = buildScene(ids, request);
    return viewer::prepareScene(scene ? std::make_shared<const MapScene>(std::move(*scene)) : nullptr);
}

} // namespace

std::vector<Measured> measurePick(const std::shared_ptr<const District>& district) {
    const auto scene = everythingOf(district);
    const Box extent = viewer::extentOf(*district, {});
    std::mt19937 random(5);
    std::uniform_real_distribution<double> share(0, 1);
    std::vector<double> seconds;
    for (int i = 0; i < 4000; ++i) {
        MapView view;
        view.widthPx = 1200;
        view.heightPx = 700;
        view.centre = {extent.minX + share(random) * extent.width(), extent.minY + share(random) * extent.height()};
        view.metresPerPx = extent.width() / view.widthPx / static_cast<double>(1 << i % 10); // the whole district to a house
        const PixelPoint pointer{share(random) * view.widthPx, share(random) * view.heightPx};
        const auto begin = std::chrono::steady_clock::now();
        (void)viewer::pick(*scene, view, pointer);
        seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    }
    std::ranges::sort(seconds);
    return {{"pick", seconds[seconds.size() / 2], {}, {}}, {"pick-slow", seconds[seconds.size() * 99 / 100], {}, {}}};
}

} // namespace banlang::bench
