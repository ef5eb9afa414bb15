// SPDX-License-Identifier: MIT
#include "viewer/map/tiles/tile_target.h"

#include "viewer/map/gl/picture.h"

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
    glBindRenderbuffer(GL_RENDERBUFFER, 0);
    target_ = targetOf(painted_, colour_, depthAndStencil_, tileSidePx, tileSidePx);
}

Texture TileTarget::finish() const {
    Texture picture = makePicture(tileSidePx, tileSidePx);
    copyPixels(target_, {0, 0, tileSidePx, tileSidePx}, targetOf(finished_, picture, tileSidePx, tileSidePx), 0, 0);
    return picture;
}

} // namespace banlang::viewer::detail
