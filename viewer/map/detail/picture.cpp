// SPDX-License-Identifier: MIT
#include "viewer/map/detail/picture.h"

#include <algorithm>

namespace banlang::viewer::detail {

Texture makePicture(int widthPx, int heightPx, const void* rgba) {
    Texture texture;
    glBindTexture(GL_TEXTURE_2D, texture.name());
    // The order of the storage follows that of the first pixels only while no size is asked for.
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, widthPx, heightPx, 0, GL_BGRA, GL_UNSIGNED_INT_8_8_8_8_REV, nullptr);
    if (rgba != nullptr) glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, widthPx, heightPx, GL_RGBA, GL_UNSIGNED_BYTE, rgba);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glBindTexture(GL_TEXTURE_2D, 0);
    return texture;
}

PixelRectangle common(const PixelRectangle& a, const PixelRectangle& b) {
    const int left = std::max(a.left, b.left);
    const int bottom = std::max(a.bottom, b.bottom);
    const int right = std::min(a.left + a.width, b.left + b.width);
    const int top = std::min(a.bottom + a.height, b.bottom + b.height);
    return {left, bottom, std::max(0, right - left), std::max(0, top - bottom)};
}

void PictureCopier::copy(const Texture& picture, PixelRectangle place, const PixelRectangle& within) const {
    const PixelRectangle seen = common(place, within);
    if (seen.width == 0 || seen.height == 0) return;
    const int x = seen.left - place.left;
    const int y = seen.bottom - place.bottom;
    const GLboolean scissor = glIsEnabled(GL_SCISSOR_TEST);
    GLint readBefore = 0;
    glGetIntegerv(GL_READ_FRAMEBUFFER_BINDING, &readBefore);
    glDisable(GL_SCISSOR_TEST);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, source_.name());
    glFramebufferTexture2D(GL_READ_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, picture.name(), 0);
    glBlitFramebuffer(x, y, x + seen.width, y + seen.height, seen.left, seen.bottom, seen.left + seen.width,
                      seen.bottom + seen.height, GL_COLOR_BUFFER_BIT, GL_NEAREST);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, static_cast<GLuint>(readBefore));
    if (scissor == GL_TRUE) glEnable(GL_SCISSOR_TEST);
}

} // namespace banlang::viewer::detail
