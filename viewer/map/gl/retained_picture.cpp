// SPDX-License-Identifier: MIT
#include "viewer/map/gl/retained_picture.h"

namespace banlang::viewer::detail {

RetainedPicture::RetainedPicture(int widthPx, int heightPx) : colour_(makePicture(widthPx, heightPx)) {
    glBindRenderbuffer(GL_RENDERBUFFER, depthAndStencil_.name());
    glRenderbufferStorage(GL_RENDERBUFFER, GL_DEPTH24_STENCIL8, widthPx, heightPx);
    glBindRenderbuffer(GL_RENDERBUFFER, 0);
    target_ = targetOf(framebuffer_, colour_, depthAndStencil_, widthPx, heightPx);
}

} // namespace banlang::viewer::detail
