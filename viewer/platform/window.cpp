// SPDX-License-Identifier: MIT
#include "viewer/platform/window.h"

#include "viewer/map/gl/gl_errors.h"

#define GLFW_INCLUDE_NONE // epoxy declares GL
#include <GLFW/glfw3.h>
#include <epoxy/gl.h>
#include <fmt/format.h>

#include <algorithm>
#include <clocale>
#include <utility>

namespace banlang::viewer {

struct Window::Impl {
    GLFWwindow* handle = nullptr;
    InputQueue* queue = nullptr;
    double pixelRatio = 1;
    std::vector<InputEvent> early; ///< what came while nobody collected
    std::vector<std::string> dropped;
    int left = 0, top = 0, width = 0, height = 0; ///< before full screen
    bool started = false;
    bool damaged = false;
    bool tellsOfReset = false;

    ~Impl() {
        if (handle != nullptr) glfwDestroyWindow(handle);
        if (started) glfwTerminate();
    }
    void take(InputEvent event) {
        if (queue != nullptr) {
            queue->push(event);
        } else {
            early.push_back(event);
        }
    }
    /// Style pixels of one unit that GLFW reports positions in.
    [[nodiscard]] float toStyle() const {
        int windowWidth = 1;
        int windowHeight = 1;
        int pixelWidth = 1;
        int pixelHeight = 1;
        glfwGetWindowSize(handle, &windowWidth, &windowHeight);
        glfwGetFramebufferSize(handle, &pixelWidth, &pixelHeight);
        return static_cast<float>(static_cast<double>(pixelWidth) / std::max(1, windowWidth) / pixelRatio);
    }
    static Impl& of(GLFWwindow* window) { return *static_cast<Impl*>(glfwGetWindowUserPointer(window)); }
    void listen();
};

void Window::Impl::listen() {
    glfwSetWindowUserPointer(handle, this);
    glfwSetCursorPosCallback(handle, [](GLFWwindow* window, double x, double y) {
        const float scale = of(window).toStyle();
        of(window).take({InputEvent::Kind::move, static_cast<float>(x) * scale, static_cast<float>(y) * scale, 0, false, false});
    });
    glfwSetMouseButtonCallback(handle, [](GLFWwindow* window, int button, int action, int) {
        of(window).take({InputEvent::Kind::button, 0, 0, button, action == GLFW_PRESS, false});
    });
    glfwSetScrollCallback(handle, [](GLFWwindow* window, double, double notches) {
        of(window).take({InputEvent::Kind::wheel, 0, static_cast<float>(notches), 0, false, false});
    });
    glfwSetKeyCallback(handle, [](GLFWwindow* window, int key, int, int action, int) {
        // Held keys are repeated by the widgets themselves.
        if (key >= 0 && action != GLFW_REPEAT) of(window).take({InputEvent::Kind::key, 0, 0, key, action == GLFW_PRESS, false});
    });
    glfwSetCharCallback(handle, [](GLFWwindow* window, unsigned int letter) {
        of(window).take({InputEvent::Kind::letter, 0, 0, static_cast<int>(letter), true, false});
    });
    glfwSetCursorEnterCallback(handle, [](GLFWwindow* window, int entered) {
        if (entered == GLFW_FALSE) of(window).take({InputEvent::Kind::move, -1e6F, -1e6F, 0, false, false});
    });
    glfwSetWindowRefreshCallback(handle, [](GLFWwindow* window) { of(window).damaged = true; });
    // A window that is dragged to another monitor.
    glfwSetWindowContentScaleCallback(handle, [](GLFWwindow* window, float scaleX, float) {
        of(window).pixelRatio = std::max(1.0, static_cast<double>(scaleX));
    });
    glfwSetDropCallback(handle, [](GLFWwindow* window, int count, const char** paths) {
        for (int i = 0; i < count; ++i) of(window).dropped.emplace_back(paths[i]);
    });
}

Window::Window() : impl_(std::make_unique<Impl>()) {}
Window::~Window() = default;

namespace {

Error windowError(const char* code, Bilingual message, Bilingual hint) {
    const char* reason = nullptr;
    glfwGetError(&reason);
    if (reason != nullptr) {
        message.vi += fmt::format(" ({})", reason);
        message.en += fmt::format(" ({})", reason);
    }
    return {ErrorKind::failed, code, std::move(message), std::move(hint), {}};
}

} // namespace

Result<std::unique_ptr<Window>> Window::create(int widthPx, int heightPx, const std::string& title) {
    // Before GLFW starts, so that the input method of the desktop is asked for UTF-8.
    std::setlocale(LC_CTYPE, "");
    if (glfwInit() == GLFW_FALSE) {
        return Unexpected(windowError(
            "no-display", {"Không mở được màn hình.", "No display could be opened."},
            {"Chạy trong phiên có màn hình, hoặc dùng --screenshot.", "Run in a desktop session, or use --screenshot."}));
    }
    std::unique_ptr<Window> window(new Window());
    Impl& impl = *window->impl_;
    impl.started = true;
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
    glfwWindowHint(GLFW_SAMPLES, 0);
    glfwWindowHint(GLFW_STENCIL_BITS, 8);
    glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
    glfwWindowHintString(GLFW_X11_CLASS_NAME, "banlang");
    glfwWindowHint(GLFW_OPENGL_DEBUG_CONTEXT, glDebugWanted() ? GLFW_TRUE : GLFW_FALSE);
    glfwWindowHint(GLFW_CONTEXT_ROBUSTNESS, GLFW_LOSE_CONTEXT_ON_RESET);
    impl.handle = glfwCreateWindow(widthPx, heightPx, title.c_str(), nullptr, nullptr);
    if (impl.handle == nullptr) {
        glfwWindowHint(GLFW_CONTEXT_ROBUSTNESS, GLFW_NO_ROBUSTNESS);
        impl.handle = glfwCreateWindow(widthPx, heightPx, title.c_str(), nullptr, nullptr);
    }
    if (impl.handle == nullptr) {
        return Unexpected(windowError("no-gl", {"Máy này không có OpenGL 3.3.", "There is no OpenGL 3.3 on this machine."},
                                      {"Cập nhật trình điều khiển đồ hoạ.", "Update the graphics driver."}));
    }
    glfwMakeContextCurrent(impl.handle);
    glfwSwapInterval(1);
    BANLANG_CHECK(watchGlErrors());
    float scaleX = 1;
    float scaleY = 1;
    glfwGetWindowContentScale(impl.handle, &scaleX, &scaleY);
    impl.pixelRatio = std::max(1.0, static_cast<double>(scaleX));
    impl.tellsOfReset = epoxy_has_gl_extension("GL_ARB_robustness");
    impl.listen();
    glfwSetWindowSizeLimits(impl.handle, 960, 600, GLFW_DONT_CARE, GLFW_DONT_CARE);
    return window;
}

bool Window::takeClosing() {
    const bool closing = glfwWindowShouldClose(impl_->handle) == GLFW_TRUE;
    if (closing) glfwSetWindowShouldClose(impl_->handle, GLFW_FALSE);
    return closing;
}

bool Window::takeDamage() {
    return std::exchange(impl_->damaged, false);
}

RenderTarget Window::target() const {
    RenderTarget target;
    glfwGetFramebufferSize(impl_->handle, &target.widthPx, &target.heightPx);
    return target;
}

double Window::pixelRatio() const {
    return impl_->pixelRatio;
}

bool Window::contextLost() const {
    return impl_->tellsOfReset && glGetGraphicsResetStatusARB() != GL_NO_ERROR;
}

void Window::resize(int widthPx, int heightPx) {
    glfwSetWindowSize(impl_->handle, widthPx, heightPx);
}

void Window::setFullScreen(bool on) {
    const bool isOn = glfwGetWindowMonitor(impl_->handle) != nullptr;
    if (on == isOn) return;
    if (!on) {
        glfwSetWindowMonitor(impl_->handle, nullptr, impl_->left, impl_->top, impl_->width, impl_->height, GLFW_DONT_CARE);
        return;
    }
    GLFWmonitor* monitor = glfwGetPrimaryMonitor();
    const GLFWvidmode* mode = monitor == nullptr ? nullptr : glfwGetVideoMode(monitor);
    if (mode == nullptr) return;
    glfwGetWindowPos(impl_->handle, &impl_->left, &impl_->top);
    glfwGetWindowSize(impl_->handle, &impl_->width, &impl_->height);
    glfwSetWindowMonitor(impl_->handle, monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
}

void Window::collect(InputQueue& queue, double waitS) {
    for (const InputEvent& event : impl_->early) queue.push(event);
    impl_->early.clear();
    impl_->queue = &queue;
    if (waitS > 0) {
        glfwWaitEventsTimeout(waitS);
    } else {
        glfwPollEvents();
    }
    impl_->queue = nullptr;
}

void Window::wake() {
    glfwPostEmptyEvent();
}

void Window::swap() {
    glfwSwapBuffers(impl_->handle);
}

std::vector<std::string> Window::takeDropped() {
    return std::exchange(impl_->dropped, {});
}

std::string Window::clipboard() const {
    const char* text = glfwGetClipboardString(impl_->handle);
    return text == nullptr ? std::string() : std::string(text);
}

void Window::setClipboard(const char* text) {
    glfwSetClipboardString(impl_->handle, text);
}

} // namespace banlang::viewer
