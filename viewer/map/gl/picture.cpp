// SPDX-License-Identifier: MIT
#include "viewer/map/gl/picture.h"

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

void PictureCopier::copy(const Texture& picture, const RenderTarget& to, PixelRectangle place, const PixelRectangle& within) const {
    const PixelRectangle seen = common(place, within);
    if (seen.empty()) return;
    const RenderTarget from = targetOf(source_, picture, place.width, place.height);
    copyPixels(from, {seen.left - place.left, seen.bottom - place.bottom, seen.width, seen.height}, to, seen.left, seen.bottom);
}

} // namespace banlang::viewer::detail
