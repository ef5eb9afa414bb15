// SPDX-License-Identifier: MIT
#include "viewer/detail/label_picture.h"

#include "viewer/map/detail/tile_target.h"

#include <imgui/backends/imgui_impl_opengl3.h>
#include <imgui/imgui.h>

#include <cmath>

namespace banlang::viewer::detail {

void LabelPicture::paint(const LabelSheet& sheet, double pixelRatio) {
    GLint target = 0;
    glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &target);
    picture_ = makePicture(static_cast<int>(std::lround(sheet.view.widthPx * pixelRatio)),
                           static_cast<int>(std::lround(sheet.view.heightPx * pixelRatio)), nullptr);
    const Framebuffer framebuffer;
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer.name());
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, picture_->name(), 0);
    glDisable(GL_SCISSOR_TEST);
    glClearColor(0, 0, 0, 0);
    glClear(GL_COLOR_BUFFER_BIT);
    ImDrawList* list = sheet.list.get();
    ImDrawData data;
    data.Valid = true;
    data.CmdLists = &list;
    data.CmdListsCount = 1;
    data.TotalIdxCount = list->IdxBuffer.Size;
    data.TotalVtxCount = list->VtxBuffer.Size;
    data.DisplaySize = {static_cast<float>(sheet.view.widthPx), static_cast<float>(sheet.view.heightPx)};
    data.FramebufferScale = {static_cast<float>(pixelRatio), static_cast<float>(pixelRatio)};
    ImGui_ImplOpenGL3_RenderDrawData(&data);
    glBindFramebuffer(GL_FRAMEBUFFER, static_cast<GLuint>(target));
}

void LabelPicture::show(const LabelSheet& sheet, const MapView& view, Rect area, double pixelRatio, int heightPx,
                        const Programs& programs) {
    if (sheet.version == 0) return;
    if (sheet.version != version_) paint(sheet, pixelRatio);
    version_ = sheet.version;
    const auto device = [&](double px) { return static_cast<GLint>(std::lround(px * pixelRatio)); };
    const GLint left = device(static_cast<double>(area.x));
    const GLint width = device(static_cast<double>(area.w));
    const GLint height = device(static_cast<double>(area.h));
    const GLint bottom = heightPx - device(static_cast<double>(area.bottom()));
    glViewport(left, bottom, width, height);
    glScissor(left, bottom, width, height);
    glEnable(GL_SCISSOR_TEST);
    glEnable(GL_BLEND);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    // On whole pixels letters stay as sharp as they were drawn.
    const Box ground = sheet.view.visible();
    const PixelPoint topLeft = view.toPixel({ground.minX, ground.maxY});
    const PixelPoint bottomRight = view.toPixel({ground.maxX, ground.minY});
    const auto x = [&](double px) { return 2.0F * static_cast<float>(device(px)) / static_cast<float>(width) - 1; };
    const auto y = [&](double px) { return 1 - 2.0F * static_cast<float>(device(px)) / static_cast<float>(height); };
    const GLint filter = view.metresPerPx == sheet.view.metresPerPx ? GL_NEAREST : GL_LINEAR;
    glBindTexture(GL_TEXTURE_2D, picture_->name());
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, filter);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, filter);
    drawPicture(programs, *picture_, {x(topLeft.x), y(bottomRight.y), x(bottomRight.x), y(topLeft.y)});
    glDisable(GL_SCISSOR_TEST);
    glDisable(GL_BLEND);
}

} // namespace banlang::viewer::detail
