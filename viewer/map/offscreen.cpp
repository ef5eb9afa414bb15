// SPDX-License-Identifier: MIT
#include "viewer/map/offscreen.h"

#include <epoxy/egl.h>
#include <epoxy/gl.h>
#include <png.h>

#include <algorithm>
#include <array>

namespace banlang::viewer {
namespace {

constexpr int samplesWanted = 0; // the map smooths its own edges, and so do the panels

Unexpected noGl(const std::string& what) {
    return Unexpected(
        Error{ErrorKind::failed,
              "no-opengl",
              {"Máy này không mở được OpenGL 3.3 (" + what + ").", "OpenGL 3.3 cannot be opened on this machine (" + what + ")."},
              {"Cài gói libgl1-mesa-dri, hoặc đặt biến môi trường LIBGL_ALWAYS_SOFTWARE=1 để vẽ bằng phần mềm.",
               "Install libgl1-mesa-dri, or set LIBGL_ALWAYS_SOFTWARE=1 to draw in software."},
              {}});
}

EGLDisplay openDisplay() {
    if (epoxy_has_egl_extension(EGL_NO_DISPLAY, "EGL_MESA_platform_surfaceless")) {
        EGLDisplay display = eglGetPlatformDisplayEXT(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
        if (display != EGL_NO_DISPLAY && eglInitialize(display, nullptr, nullptr)) return display;
    }
    EGLDisplay display = eglGetDisplay(EGL_DEFAULT_DISPLAY);
    if (display != EGL_NO_DISPLAY && eglInitialize(display, nullptr, nullptr)) return display;
    return EGL_NO_DISPLAY;
}

EGLContext openContext(EGLDisplay display) {
    const std::array<EGLint, 3> configWanted{EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_NONE};
    EGLConfig config = nullptr;
    EGLint configCount = 0;
    // Without surfaces a display may have no configuration at all, and then needs none.
    if (!eglChooseConfig(display, configWanted.data(), &config, 1, &configCount) || configCount == 0) config = nullptr;
    const std::array<EGLint, 7> wanted{
        EGL_CONTEXT_MAJOR_VERSION,           3,       EGL_CONTEXT_MINOR_VERSION, 3, EGL_CONTEXT_OPENGL_PROFILE_MASK,
        EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};
    return eglCreateContext(display, config, EGL_NO_CONTEXT, wanted.data());
}

} // namespace

struct OffscreenContext::Impl {
    EGLDisplay display = EGL_NO_DISPLAY;
    EGLContext context = EGL_NO_CONTEXT;
    int widthPx = 0;
    int heightPx = 0;
    GLuint framebuffer = 0;
    GLuint resolved = 0;
    std::array<GLuint, 3> storage{};

    bool makeFramebuffers() {
        GLint maxSamples = 0;
        glGetIntegerv(GL_MAX_SAMPLES, &maxSamples);
        const GLsizei samples = std::min(samplesWanted, maxSamples);
        glGenRenderbuffers(3, storage.data());
        const auto allocate = [&](GLuint buffer, GLsizei samplesOfBuffer, GLenum format) {
            glBindRenderbuffer(GL_RENDERBUFFER, buffer);
            glRenderbufferStorageMultisample(GL_RENDERBUFFER, samplesOfBuffer, format, widthPx, heightPx);
        };
        allocate(storage[0], samples, GL_RGBA8);
        allocate(storage[1], samples, GL_DEPTH24_STENCIL8);
        allocate(storage[2], 0, GL_RGBA8);
        glGenFramebuffers(1, &resolved);
        glBindFramebuffer(GL_FRAMEBUFFER, resolved);
        glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, storage[2]);
        glGenFramebuffers(1, &framebuffer);
        glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
        glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, storage[0]);
        glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_STENCIL_ATTACHMENT, GL_RENDERBUFFER, storage[1]);
        if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE) return false;
        glViewport(0, 0, widthPx, heightPx);
        glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT | GL_STENCIL_BUFFER_BIT);
        return true;
    }
    void makeCurrent() const { eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, context); }
};

OffscreenContext::OffscreenContext() : impl_(std::make_unique<Impl>()) {}

// The display stays open: other contexts of this process may share it.
OffscreenContext::~OffscreenContext() {
    if (impl_->context == EGL_NO_CONTEXT) return;
    if (eglGetCurrentContext() == impl_->context) eglMakeCurrent(impl_->display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
    eglDestroyContext(impl_->display, impl_->context);
}

Result<std::unique_ptr<OffscreenContext>> OffscreenContext::create(int widthPx, int heightPx) {
    std::unique_ptr<OffscreenContext> made(new OffscreenContext);
    Impl& impl = *made->impl_;
    impl.widthPx = std::max(1, widthPx);
    impl.heightPx = std::max(1, heightPx);
    impl.display = openDisplay();
    if (impl.display == EGL_NO_DISPLAY) return noGl("EGL");
    if (!eglBindAPI(EGL_OPENGL_API)) return noGl("eglBindAPI");
    impl.context = openContext(impl.display);
    if (impl.context == EGL_NO_CONTEXT) return noGl("eglCreateContext");
    if (!eglMakeCurrent(impl.display, EGL_NO_SURFACE, EGL_NO_SURFACE, impl.context)) return noGl("eglMakeCurrent");
    if (!impl.makeFramebuffers()) return noGl("glCheckFramebufferStatus");
    return made;
}

void OffscreenContext::makeCurrent() {
    impl_->makeCurrent();
    glBindFramebuffer(GL_FRAMEBUFFER, impl_->framebuffer);
    glViewport(0, 0, impl_->widthPx, impl_->heightPx);
}

std::vector<std::uint8_t> OffscreenContext::pixels() {
    impl_->makeCurrent();
    const int width = impl_->widthPx;
    const int height = impl_->heightPx;
    glDisable(GL_SCISSOR_TEST);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, impl_->framebuffer);
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, impl_->resolved);
    glBlitFramebuffer(0, 0, width, height, 0, 0, width, height, GL_COLOR_BUFFER_BIT, GL_NEAREST);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, impl_->resolved);
    const auto rowBytes = static_cast<std::size_t>(width) * 4;
    std::vector<std::uint8_t> fromBottom(rowBytes * static_cast<std::size_t>(height));
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, fromBottom.data());
    makeCurrent();

    std::vector<std::uint8_t> fromTop(fromBottom.size());
    for (std::size_t row = 0; row < static_cast<std::size_t>(height); ++row) {
        const auto* source = fromBottom.data() + (static_cast<std::size_t>(height) - 1 - row) * rowBytes;
        std::copy(source, source + rowBytes, fromTop.data() + row * rowBytes);
    }
    for (std::size_t alpha = 3; alpha < fromTop.size(); alpha += 4) fromTop[alpha] = 255;
    return fromTop;
}

int OffscreenContext::widthPx() const {
    return impl_->widthPx;
}
int OffscreenContext::heightPx() const {
    return impl_->heightPx;
}

std::string OffscreenContext::rendererName() const {
    impl_->makeCurrent();
    const auto* name = glGetString(GL_RENDERER);
    return name == nullptr ? std::string{} : std::string(reinterpret_cast<const char*>(name));
}

Result<void> writePng(const std::string& path, int widthPx, int heightPx, const std::vector<std::uint8_t>& pixels) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(widthPx);
    image.height = static_cast<png_uint_32>(heightPx);
    image.format = PNG_FORMAT_RGBA;
    const bool sizeFits = pixels.size() == static_cast<std::size_t>(widthPx) * static_cast<std::size_t>(heightPx) * 4;
    if (sizeFits && png_image_write_to_file(&image, path.c_str(), 0, pixels.data(), 0, nullptr) != 0) return {};
    const std::string reason = sizeFits ? std::string(static_cast<const char*>(image.message)) : "size";
    return Unexpected(
        Error{ErrorKind::outputUnwritable,
              "png-unwritable",
              {"Không ghi được ảnh " + path + " (" + reason + ").", "The picture " + path + " cannot be written (" + reason + ")."},
              {"Kiểm tra thư mục có tồn tại và có quyền ghi không.", "Check that the folder exists and may be written to."},
              {}});
}

} // namespace banlang::viewer
