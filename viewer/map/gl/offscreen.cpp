// SPDX-License-Identifier: MIT
#include "viewer/map/gl/offscreen.h"

#include "viewer/map/gl/gl_errors.h"
#include "viewer/map/gl/retained_picture.h"

#include <epoxy/egl.h>
#include <epoxy/gl.h>
#include <png.h>

#include <algorithm>
#include <array>
#include <optional>

namespace banlang::viewer {
namespace {

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
    std::vector<EGLint> wanted{EGL_CONTEXT_MAJOR_VERSION,          3, EGL_CONTEXT_MINOR_VERSION, 3, EGL_CONTEXT_OPENGL_PROFILE_MASK,
                               EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT};
    if (glDebugWanted()) wanted.insert(wanted.end(), {EGL_CONTEXT_OPENGL_DEBUG, EGL_TRUE});
    wanted.push_back(EGL_NONE);
    return eglCreateContext(display, config, EGL_NO_CONTEXT, wanted.data());
}

} // namespace

struct OffscreenContext::Impl {
    EGLDisplay display = EGL_NO_DISPLAY;
    EGLContext context = EGL_NO_CONTEXT;
    std::optional<detail::RetainedPicture> picture{}; // goes before the context

    void makeCurrent() const { eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, context); }
};

OffscreenContext::OffscreenContext() : impl_(std::make_unique<Impl>()) {}

// The display stays open: other contexts of this process may share it.
OffscreenContext::~OffscreenContext() {
    if (impl_->context == EGL_NO_CONTEXT) return;
    EGLContext other = eglGetCurrentContext();
    impl_->makeCurrent();
    impl_->picture.reset();
    eglMakeCurrent(impl_->display, EGL_NO_SURFACE, EGL_NO_SURFACE, other == impl_->context ? EGL_NO_CONTEXT : other);
    eglDestroyContext(impl_->display, impl_->context);
}

Result<std::unique_ptr<OffscreenContext>> OffscreenContext::create(int widthPx, int heightPx) {
    std::unique_ptr<OffscreenContext> made(new OffscreenContext);
    Impl& impl = *made->impl_;
    impl.display = openDisplay();
    if (impl.display == EGL_NO_DISPLAY) return noGl("EGL");
    if (!eglBindAPI(EGL_OPENGL_API)) return noGl("eglBindAPI");
    impl.context = openContext(impl.display);
    if (impl.context == EGL_NO_CONTEXT) return noGl("eglCreateContext");
    if (!eglMakeCurrent(impl.display, EGL_NO_SURFACE, EGL_NO_SURFACE, impl.context)) return noGl("eglMakeCurrent");
    BANLANG_CHECK(watchGlErrors());
    impl.picture.emplace(std::max(1, widthPx), std::max(1, heightPx));
    if (!detail::isComplete(made->target())) return noGl("glCheckFramebufferStatus");
    detail::clear(made->target(), impl.picture->all(), {0, 0, 0, 0});
    return made;
}

void OffscreenContext::makeCurrent() {
    impl_->makeCurrent();
}

const RenderTarget& OffscreenContext::target() const {
    return impl_->picture->target();
}

std::vector<std::uint8_t> OffscreenContext::pixels() {
    makeCurrent();
    return readPixels(target());
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
