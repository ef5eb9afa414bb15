// SPDX-License-Identifier: MIT
#include "viewer/map/gl/gl_errors.h"

#include <epoxy/gl.h>

#include <cstdlib>
#include <mutex>
#include <string>
#include <string_view>

namespace banlang::viewer {
namespace {

struct Told {
    std::mutex mutex;
    std::size_t count = 0;
    std::string first; ///< the cause; the others mostly follow from it
};

Told& told() {
    static Told all;
    return all;
}

void take(GLenum, GLenum type, GLuint, GLenum, GLsizei length, const GLchar* text, const void*) {
    if (type != GL_DEBUG_TYPE_ERROR && type != GL_DEBUG_TYPE_UNDEFINED_BEHAVIOR) return;
    Told& all = told();
    const std::scoped_lock lock(all.mutex);
    if (all.count++ == 0) all.first.assign(text, static_cast<std::size_t>(length));
    while (!all.first.empty() && all.first.back() == '\n') all.first.pop_back();
}

} // namespace

bool glDebugWanted() {
    const char* word = std::getenv("BANLANG_GL_DEBUG");
    return word != nullptr && std::string_view(word) == "1";
}

Result<void> watchGlErrors() {
    if (!glDebugWanted()) return {};
    if (!epoxy_has_gl_extension("GL_KHR_debug")) {
        return Unexpected(Error{ErrorKind::failed,
                                "no-gl-debug",
                                {"Trình điều khiển đồ hoạ không có KHR_debug.", "The graphics driver has no KHR_debug."},
                                {"Bỏ biến môi trường BANLANG_GL_DEBUG.", "Unset BANLANG_GL_DEBUG."},
                                {}});
    }
    glEnable(GL_DEBUG_OUTPUT);
    glEnable(GL_DEBUG_OUTPUT_SYNCHRONOUS);
    glDebugMessageCallback(take, nullptr);
    return {};
}

Result<void> checkGlErrors() {
    Told& all = told();
    const std::scoped_lock lock(all.mutex);
    if (all.count == 0) return {};
    const std::string text = std::to_string(all.count) + " x: " + all.first;
    all.count = 0;
    return Unexpected(Error{ErrorKind::failed,
                            "gl-error",
                            {"Trình điều khiển đồ hoạ báo lỗi, " + text, "The graphics driver reported errors, " + text},
                            {"Đây là lỗi của chương trình, xin báo lại.", "This is a fault of the program; please report it."},
                            {}});
}

} // namespace banlang::viewer
