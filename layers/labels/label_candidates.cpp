// SPDX-License-Identifier: MIT
#include "layers/labels/label_candidates.h"

#include <algorithm>
#include <cmath>

namespace banlang {
namespace {

constexpr double narrowShare = 0.8;
constexpr double markerGapPx = 7;
constexpr double besideMarkerPx = 2;
constexpr double homeGapPx = 4; ///< of a number beside the house on its parcel

/// In two lines at the space nearest the middle.
std::vector<std::string> inTwoLines(const std::string& text) {
    std::size_t best = std::string::npos;
    const auto distance = [&](std::size_t at) { return at > text.size() / 2 ? at - text.size() / 2 : text.size() / 2 - at; };
    for (std::size_t at = text.find(' '); at != std::string::npos; at = text.find(' ', at + 1)) {
        if (best == std::string::npos || distance(at) < distance(best)) best = at;
    }
    if (best == std::string::npos) return {text};
    return {text.substr(0, best), text.substr(best + 1)};
}

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    std::size_t from = 0;
    for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', from)) {
        lines.push_back(text.substr(from, end - from));
        from = end + 1;
    }
    lines.push_back(text.substr(from));
    return lines;
}

PointText measured(std::vector<std::string> lines, const std::string& secondLine, const LabelStyle& style,
                   const MeasureText& measure) {
    PointText block{std::move(lines), secondLine, style, {}};
    for (const std::string& line : block.lines) {
        const TextSize size = measure(line, style);
        block.size.widthPx = std::max(block.size.widthPx, size.widthPx);
        block.size.heightPx = std::max(block.size.heightPx, size.heightPx);
    }
    block.size.heightPx += static_cast<double>(block.lines.size() - 1) * style.sizePx * lineSpacing;
    if (!secondLine.empty()) {
        LabelStyle small = style;
        small.sizePx *= secondLineScale;
        small.bold = false;
        const TextSize size = measure(secondLine, small);
        block.size.widthPx = std::max(block.size.widthPx, size.widthPx);
        block.size.heightPx += small.sizePx * lineSpacing;
    }
    return block;
}

} // namespace

Box PointText::boxAt(PixelPoint centre) const {
    const double halfWidth = size.widthPx / 2 + 1;
    const double halfHeight = size.heightPx / 2 + 1;
    return {centre.x - halfWidth, centre.y - halfHeight, centre.x + halfWidth, centre.y + halfHeight};
}

PointText pointText(const MapLabel& label, const MeasureText& measure, Language language, double unitWidthPx) {
    const LabelStyle style = labelStyle(label.kind);
    PointText block = measured(linesOf(label.text), label.secondLine.in(language), style, measure);
    if (label.kind == LabelKind::commune && block.size.widthPx > narrowShare * unitWidthPx)
        block = measured(inTwoLines(label.text), label.secondLine.in(language), style, measure);
    return block;
}

std::vector<PixelPoint> pointOffsets(LabelKind kind, const TextSize& size, double markerRadiusPx) {
    if (kind == LabelKind::code) {
        const double above = size.heightPx / 2 + homeGapPx;
        const double beside = size.widthPx / 2 + homeGapPx;
        return {{0, 0}, {0, -above}, {0, above}, {beside, 0}, {-beside, 0}};
    }
    const double gap = std::max(markerGapPx, markerRadiusPx + besideMarkerPx);
    const double up = size.heightPx / 2 + gap;
    const double side = size.widthPx / 2 + gap;
    std::vector<PixelPoint> offsets{{0, 0}, {0, up}, {0, -up}, {side, 0}, {-side, 0}};
    for (const double ring : {1.0, 2.2, 3.4}) {
        for (const double x : {-0.3, 0.3, -0.6, 0.6, -1.0, 1.0}) {
            offsets.push_back({x * side * ring, up * ring});
            offsets.push_back({x * side * ring, -up * ring});
        }
        // Far from its point only a commune's name is still read rightly, since its area tells whose name it is.
        if (kind != LabelKind::commune) break;
    }
    return offsets;
}

} // namespace banlang
