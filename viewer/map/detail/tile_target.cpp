// SPDX-License-Identifier: MIT
#include "viewer/map/detail/tile_target.h"

#include "viewer/map/detail/picture.h"

#include <algorithm>

namespace banlang::viewer::detail {
namespace {

constexpr GLint samplesWanted = 4;

} // namespace

TileTarget::TileTarget() {
    GLint most = 0;
    glGetIntegerv(GL_MAX_SAMPLES, &most);
    const GLint samples = std::min(samplesWanted, most);
    const auto allocate = [&](const Renderbuffer& buffer, GLenum format) {
        glBindRenderbuffer(GL_RENDERBUFFER, buffer.name());
        glRenderbufferStorageMultisample(GL_RENDERBUFFER, samples, format, tileSidePx, tileSidePx);
    };
    allocate(colour_, GL_RGBA8);
    allocate(depthAndStencil_, GL_DEPTH24_STENCIL8);
    glBindFramebuffer(GL_FRAMEBUFFER, painted_.name());
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, colour_.name());
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_STENCIL_ATTACHMENT, GL_RENDERBUFFER, depthAndStencil_.name());
}

void TileTarget::bind() const {
    glBindFramebuffer(GL_FRAMEBUFFER, painted_.name());
    glViewport(0, 0, tileSidePx, tileSidePx);
    glDisable(GL_SCISSOR_TEST);
}

Texture TileTarget::finish() const {
    Texture picture = makePicture(tileSidePx, tileSidePx);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, painted_.name());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, finished_.name());
    glFramebufferTexture2D(GL_DRAW_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, picture.name(), 0);
    glDisable(GL_SCISSOR_TEST);
    glBlitFramebuffer(0, 0, tileSidePx, tileSidePx, 0, 0, tileSidePx, tileSidePx, GL_COLOR_BUFFER_BIT, GL_NEAREST);
    glFramebufferTexture2D(GL_DRAW_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, 0, 0);
    return picture;
}

} // namespace banlang::viewer::detail
