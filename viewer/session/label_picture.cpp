// SPDX-License-Identifier: MIT
#include "viewer/session/label_picture.h"

#include "viewer/map/gl/picture.h"
#include "viewer/session/panel_changes.h"

#include <imgui/imgui.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace banlang::viewer::detail {

namespace {

/// About four milliseconds where the processor draws.
constexpr unsigned indicesPerFrame = 24'000;

/// The draw commands of a list, cut down to [first, first + most) of its indices.
ImVector<ImDrawCmd> partOf(const ImDrawList& list, unsigned first, unsigned most) {
    ImVector<ImDrawCmd> part;
    unsigned begin = 0;
    for (ImDrawCmd command : list.CmdBuffer) {
        const unsigned end = begin + command.ElemCount;
        const unsigned from = std::max(begin, first);
        const unsigned to = std::min(end, first + most);
        if (from < to) {
            command.IdxOffset += from - begin;
            command.ElemCount = to - from;
            part.push_back(command);
        }
        begin = end;
    }
    return part;
}

/// Where an overlay has letters: on a map most of it is bare, and laying nothing over it takes as long as laying letters.
std::vector<ClipRectangle> partsWithLetters(const LabelOverlay& overlay) {
    constexpr float cellWidthPx = 64;
    constexpr float cellHeightPx = 32;
    const auto columns = static_cast<std::size_t>(std::ceil(overlay.view.widthPx / static_cast<double>(cellWidthPx)));
    const auto rows = static_cast<std::size_t>(std::ceil(overlay.view.heightPx / static_cast<double>(cellHeightPx)));
    std::vector<bool> used(columns * rows, false);
    const auto cell = [](float at, float size, std::size_t count) {
        return static_cast<std::size_t>(std::clamp(at / size, 0.0F, static_cast<float>(count - 1)));
    };
    const ImDrawList& list = *overlay.list;
    for (const ImDrawCmd& command : list.CmdBuffer) {
        for (unsigned i = command.IdxOffset; i + 2 < command.IdxOffset + command.ElemCount; i += 3) {
            const auto corner = [&](unsigned of) {
                return list.VtxBuffer[static_cast<int>(command.VtxOffset + list.IdxBuffer[static_cast<int>(i + of)])].pos;
            };
            const auto [left, right] = std::minmax({corner(0).x, corner(1).x, corner(2).x});
            const auto [top, bottom] = std::minmax({corner(0).y, corner(1).y, corner(2).y});
            for (std::size_t row = cell(top, cellHeightPx, rows); row <= cell(bottom, cellHeightPx, rows); ++row) {
                for (std::size_t column = cell(left, cellWidthPx, columns); column <= cell(right, cellWidthPx, columns); ++column)
                    used[row * columns + column] = true;
            }
        }
    }
    std::vector<ClipRectangle> parts;
    const auto x = [&](std::size_t column) {
        return std::min(1.0F, static_cast<float>(column) * cellWidthPx / static_cast<float>(overlay.view.widthPx));
    };
    const auto y = [&](std::size_t row) {
        return std::max(0.0F, 1 - static_cast<float>(row) * cellHeightPx / static_cast<float>(overlay.view.heightPx));
    };
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t column = 0; column < columns; ++column) {
            if (!used[row * columns + column]) continue;
            const std::size_t first = column;
            while (column + 1 < columns && used[row * columns + column + 1]) ++column;
            parts.push_back({x(first), y(row + 1), x(column + 1), y(row)});
        }
    }
    return parts;
}

} // namespace

void LabelPicture::forget() {
    shown_.reset();
    next_.reset();
    spare_.reset();
}

void LabelPicture::drawPart(const LabelOverlay& overlay, double pixelRatio, unsigned mostIndices) {
    const Framebuffer framebuffer;
    const RenderTarget target = targetOf(framebuffer, next_->texture, next_->widthPx, next_->heightPx);
    if (indicesDrawn_ == 0) clear(target, {0, 0, target.widthPx, target.heightPx}, {0, 0, 0, 0});
    ImDrawList* list = overlay.list.get();
    ImVector<ImDrawCmd> part = partOf(*list, indicesDrawn_, mostIndices);
    list->CmdBuffer.swap(part);
    ImDrawData data;
    data.Valid = true;
    data.CmdLists = &list;
    data.CmdListsCount = 1;
    data.TotalIdxCount = list->IdxBuffer.Size;
    data.TotalVtxCount = list->VtxBuffer.Size;
    data.DisplaySize = {static_cast<float>(overlay.view.widthPx), static_cast<float>(overlay.view.heightPx)};
    data.FramebufferScale = {static_cast<float>(pixelRatio), static_cast<float>(pixelRatio)};
    drawLists(target, data);
    list->CmdBuffer.swap(part);
    indicesDrawn_ += mostIndices;
}

void LabelPicture::begin(const LabelOverlay& overlay, double pixelRatio) {
    const auto device = [&](double px) { return static_cast<int>(std::lround(px * pixelRatio)); };
    const int width = device(overlay.view.widthPx);
    const int height = device(overlay.view.heightPx);
    if (!next_) next_ = std::exchange(spare_, std::nullopt);
    if (!next_ || next_->widthPx != width || next_->heightPx != height)
        next_ = Picture{.texture = makePicture(width, height), .widthPx = width, .heightPx = height};
    next_->parts = PictureParts(partsWithLetters(overlay));
    next_->view = overlay.view;
    next_->version = overlay.version;
    indicesDrawn_ = 0;
}

bool LabelPicture::follow(const LabelOverlay& overlay, double pixelRatio, bool all) {
    if (overlay.version == version()) return true;
    if (overlay.version == 0) {
        forget();
        return true;
    }
    if (!next_ || next_->version != overlay.version) begin(overlay, pixelRatio);
    const auto count = static_cast<unsigned>(overlay.list->IdxBuffer.Size);
    drawPart(overlay, pixelRatio, all ? std::max(count, 1U) : indicesPerFrame);
    if (indicesDrawn_ < count) return false;
    spare_ = std::exchange(shown_, std::exchange(next_, std::nullopt));
    return true;
}

void LabelPicture::show(const RenderTarget& target, const MapView& view, Rect area, double pixelRatio,
                        const Programs& programs) const {
    if (!shown_) return;
    const auto device = [&](double px) { return static_cast<GLint>(std::lround(px * pixelRatio)); };
    const GLint left = device(static_cast<double>(area.x));
    const GLint width = device(static_cast<double>(area.w));
    const GLint height = device(static_cast<double>(area.h));
    const GLint bottom = target.heightPx - device(static_cast<double>(area.bottom()));
    const PixelRectangle rectangle{left, bottom, width, height};
    const Pass pass(target, {.viewport = rectangle, .within = rectangle, .blend = Blend::premultiplied});
    // On whole pixels letters stay as sharp as they were drawn.
    const Box ground = shown_->view.visible();
    const PixelPoint topLeft = view.toPixel({ground.minX, ground.maxY});
    const PixelPoint bottomRight = view.toPixel({ground.maxX, ground.minY});
    const auto x = [&](double px) { return 2.0F * static_cast<float>(device(px)) / static_cast<float>(width) - 1; };
    const auto y = [&](double px) { return 1 - 2.0F * static_cast<float>(device(px)) / static_cast<float>(height); };
    const GLint filter = view.metresPerPx == shown_->view.metresPerPx ? GL_NEAREST : GL_LINEAR;
    glBindTexture(GL_TEXTURE_2D, shown_->texture.name());
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, filter);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, filter);
    shown_->parts.draw(programs, shown_->texture, {x(topLeft.x), y(bottomRight.y), x(bottomRight.x), y(topLeft.y)});
}

} // namespace banlang::viewer::detail
