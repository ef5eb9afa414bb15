// SPDX-License-Identifier: MIT
#include "viewer/map/gl/pass.h"

#include "viewer/map/gl/shaders.h"

namespace banlang::viewer::detail {
namespace {

// All binding of framebuffers is in this file.

void setBlend(Blend blend) {
    if (blend == Blend::none) {
        glDisable(GL_BLEND);
        return;
    }
    glEnable(GL_BLEND);
    glBlendEquation(GL_FUNC_ADD);
    glBlendFuncSeparate(blend == Blend::over ? GL_SRC_ALPHA : GL_ONE, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
}

void attach(const Framebuffer& framebuffer, const Texture& colour) {
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer.name());
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, colour.name(), 0);
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
}

void attach(const Framebuffer& framebuffer, GLenum place, const Renderbuffer& buffer) {
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer.name());
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, place, GL_RENDERBUFFER, buffer.name());
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
}

} // namespace

Pass::Pass(const RenderTarget& target, const PassOptions& options) : blend_(options.blend) {
    glBindFramebuffer(GL_FRAMEBUFFER, target.framebuffer);
    const PixelRectangle view = options.viewport.value_or(PixelRectangle{0, 0, target.widthPx, target.heightPx});
    glViewport(view.left, view.bottom, view.width, view.height);
    if (options.within) {
        glScissor(options.within->left, options.within->bottom, options.within->width, options.within->height);
        glEnable(GL_SCISSOR_TEST);
    } else {
        glDisable(GL_SCISSOR_TEST);
    }
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_CULL_FACE);
    glDisable(GL_STENCIL_TEST);
    glStencilMask(0xFF);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glActiveTexture(GL_TEXTURE0);
    setBlend(blend_);
}

Pass::~Pass() {
    glBindVertexArray(0);
    glUseProgram(0);
    glDisable(GL_SCISSOR_TEST);
    glDisable(GL_STENCIL_TEST);
    glDisable(GL_BLEND);
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
}

void Pass::blend(Blend blend) {
    if (blend == blend_) return;
    blend_ = blend;
    setBlend(blend);
}

void clear(const RenderTarget& target, const PixelRectangle& within, Colour colour) {
    const Pass pass(target, {.within = within});
    setClearColour(colour);
    glClearStencil(0);
    glClear(GL_COLOR_BUFFER_BIT | GL_STENCIL_BUFFER_BIT);
}

void copyPixels(const RenderTarget& from, const PixelRectangle& part, const RenderTarget& to, int left, int bottom) {
    glBindFramebuffer(GL_READ_FRAMEBUFFER, from.framebuffer);
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, to.framebuffer);
    glDisable(GL_SCISSOR_TEST);
    glBlitFramebuffer(part.left, part.bottom, part.left + part.width, part.bottom + part.height, left, bottom, left + part.width,
                      bottom + part.height, GL_COLOR_BUFFER_BIT, GL_NEAREST);
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
}

RenderTarget targetOf(const Framebuffer& framebuffer, const Texture& colour, int widthPx, int heightPx) {
    attach(framebuffer, colour);
    return {framebuffer.name(), widthPx, heightPx};
}

RenderTarget targetOf(const Framebuffer& framebuffer, const Texture& colour, const Renderbuffer& depthAndStencil, int widthPx,
                      int heightPx) {
    attach(framebuffer, GL_DEPTH_STENCIL_ATTACHMENT, depthAndStencil);
    return targetOf(framebuffer, colour, widthPx, heightPx);
}

RenderTarget targetOf(const Framebuffer& framebuffer, const Renderbuffer& colour, const Renderbuffer& depthAndStencil, int widthPx,
                      int heightPx) {
    attach(framebuffer, GL_COLOR_ATTACHMENT0, colour);
    attach(framebuffer, GL_DEPTH_STENCIL_ATTACHMENT, depthAndStencil);
    return {framebuffer.name(), widthPx, heightPx};
}

bool isComplete(const RenderTarget& target) {
    glBindFramebuffer(GL_FRAMEBUFFER, target.framebuffer);
    const bool complete = glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    return complete;
}

} // namespace banlang::viewer::detail

namespace banlang::viewer {

std::vector<std::uint8_t> readPixels(const RenderTarget& target) {
    const auto rowBytes = static_cast<std::size_t>(target.widthPx) * 4;
    const auto rows = static_cast<std::size_t>(target.heightPx);
    std::vector<std::uint8_t> fromBottom(rowBytes * rows);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, target.framebuffer);
    glReadPixels(0, 0, target.widthPx, target.heightPx, GL_RGBA, GL_UNSIGNED_BYTE, fromBottom.data());
    glBindFramebuffer(GL_READ_FRAMEBUFFER, 0);
    std::vector<std::uint8_t> fromTop(fromBottom.size());
    for (std::size_t row = 0; row < rows; ++row) {
        const std::uint8_t* source = fromBottom.data() + (rows - 1 - row) * rowBytes;
        std::copy(source, source + rowBytes, fromTop.data() + row * rowBytes);
    }
    for (std::size_t alpha = 3; alpha < fromTop.size(); alpha += 4) fromTop[alpha] = 255;
    return fromTop;
}

} // namespace banlang::viewer
