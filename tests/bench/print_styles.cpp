// SPDX-License-Identifier: MIT
#include "core/analysis/rule_files/rule_files.h"
#include "layers/style/land_use.h"
#include "layers/themes/catalogue.h"
#include "tests/bench/measure.h"

#include <fmt/format.h>

namespace banlang::bench {
namespace {

std::string hex(Colour colour) {
    return fmt::format("#{:02x}{:02x}{:02x}", colour.r, colour.g, colour.b);
}

} // namespace

void printParcelStyles(const std::shared_ptr<const District>& district) {
    const auto layer =
        buildLayer("parcels", {.analysis = AnalysisContext(district, shippedRules(), {}), .colourScheme = MapColourScheme::print});
    if (!layer) return;
    const std::vector<ClassStyle>& styles = layer->shapes.front().styles;
    for (std::size_t i = 0; i < styles.size(); ++i) {
        fmt::print("{}\t{}\t{}\t{}\n", i < landUses().size() ? landUses()[i].code : "*", hex(styles[i].fill->colour),
                   hex(styles[i].strokes.front().colour), styles[i].strokes.front().widthPx.at100k);
    }
}

} // namespace banlang::bench
