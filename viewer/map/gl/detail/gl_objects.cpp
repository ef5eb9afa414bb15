// SPDX-License-Identifier: MIT
#include "viewer/map/gl/detail/gl_objects.h"

#include <array>
#include <string>

namespace banlang::viewer::detail {
namespace {

bool compiles(GLuint shader, std::string_view source, std::string& log) {
    const char* text = source.data();
    const auto length = static_cast<GLint>(source.size());
    glShaderSource(shader, 1, &text, &length);
    glCompileShader(shader);
    GLint ok = GL_FALSE;
    glGetShaderiv(shader, GL_COMPILE_STATUS, &ok);
    std::array<char, 2048> buffer{};
    glGetShaderInfoLog(shader, static_cast<GLsizei>(buffer.size()), nullptr, buffer.data());
    log += buffer.data();
    return ok == GL_TRUE;
}

} // namespace

Result<Program> linkProgram(std::string_view vertexSource, std::string_view fragmentSource) {
    Program program;
    std::string log;
    bool ok = true;
    for (const auto& [kind, source] : {std::pair{GL_VERTEX_SHADER, vertexSource}, std::pair{GL_FRAGMENT_SHADER, fragmentSource}}) {
        const GLuint shader = glCreateShader(static_cast<GLenum>(kind));
        ok = compiles(shader, source, log) && ok;
        glAttachShader(program.name(), shader);
        glDeleteShader(shader);
    }
    if (ok) glLinkProgram(program.name());
    GLint linked = GL_FALSE;
    glGetProgramiv(program.name(), GL_LINK_STATUS, &linked);
    if (linked == GL_TRUE) return program;
    return Unexpected(
        Error{ErrorKind::failed,
              "shader-failed",
              {"Trình điều khiển đồ hoạ không nhận chương trình vẽ: " + log, "The graphics driver refuses a shader: " + log},
              {"Thử đặt biến môi trường LIBGL_ALWAYS_SOFTWARE=1.", "Try to set LIBGL_ALWAYS_SOFTWARE=1."},
              {}});
}

} // namespace banlang::viewer::detail
