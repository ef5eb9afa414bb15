// SPDX-License-Identifier: MIT
#include "viewer/map/detail/kept_picture.h"

namespace banlang::viewer::detail {

KeptPicture::KeptPicture(int widthPx, int heightPx)
    : widthPx_(widthPx), heightPx_(heightPx), colour_(makePicture(widthPx, heightPx)) {
    glBindRenderbuffer(GL_RENDERBUFFER, depthAndStencil_.name());
    glRenderbufferStorage(GL_RENDERBUFFER, GL_DEPTH24_STENCIL8, widthPx, heightPx);
    bind();
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, colour_.name(), 0);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_STENCIL_ATTACHMENT, GL_RENDERBUFFER, depthAndStencil_.name());
}

void KeptPicture::bind() const {
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_.name());
    glViewport(0, 0, widthPx_, heightPx_);
    glDisable(GL_SCISSOR_TEST);
}

void KeptPicture::copyTo(GLuint framebuffer) const {
    glDisable(GL_SCISSOR_TEST);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer_.name());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, framebuffer);
    glBlitFramebuffer(0, 0, widthPx_, heightPx_, 0, 0, widthPx_, heightPx_, GL_COLOR_BUFFER_BIT, GL_NEAREST);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
}

} // namespace banlang::viewer::detail
