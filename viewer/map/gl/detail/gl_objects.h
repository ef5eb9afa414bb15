// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <epoxy/gl.h>

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace banlang::viewer::detail {

/// Owns one GL name; moves, never copies. The context that made it must be current when it goes.
template <void (*make)(GLuint&), void (*drop)(GLuint)> class GlObject {
public:
    GlObject() { make(name_); }
    ~GlObject() {
        if (name_ != 0) drop(name_);
    }
    GlObject(GlObject&& other) noexcept : name_(std::exchange(other.name_, 0)) {}
    GlObject& operator=(GlObject&& other) noexcept {
        std::swap(name_, other.name_);
        return *this;
    }
    GlObject(const GlObject&) = delete;
    GlObject& operator=(const GlObject&) = delete;
    [[nodiscard]] GLuint name() const { return name_; }

private:
    GLuint name_ = 0;
};

inline void makeBuffer(GLuint& name) {
    glGenBuffers(1, &name);
}
inline void dropBuffer(GLuint name) {
    glDeleteBuffers(1, &name);
}
inline void makeTexture(GLuint& name) {
    glGenTextures(1, &name);
}
inline void dropTexture(GLuint name) {
    glDeleteTextures(1, &name);
}
inline void makeVertexArray(GLuint& name) {
    glGenVertexArrays(1, &name);
}
inline void dropVertexArray(GLuint name) {
    glDeleteVertexArrays(1, &name);
}
inline void makeFramebuffer(GLuint& name) {
    glGenFramebuffers(1, &name);
}
inline void dropFramebuffer(GLuint name) {
    glDeleteFramebuffers(1, &name);
}
inline void makeRenderbuffer(GLuint& name) {
    glGenRenderbuffers(1, &name);
}
inline void dropRenderbuffer(GLuint name) {
    glDeleteRenderbuffers(1, &name);
}
inline void makeProgram(GLuint& name) {
    name = glCreateProgram();
}
inline void dropProgram(GLuint name) {
    glDeleteProgram(name);
}

using Buffer = GlObject<makeBuffer, dropBuffer>;
using Texture = GlObject<makeTexture, dropTexture>;
using VertexArray = GlObject<makeVertexArray, dropVertexArray>;
using Framebuffer = GlObject<makeFramebuffer, dropFramebuffer>;
using Renderbuffer = GlObject<makeRenderbuffer, dropRenderbuffer>;
using Program = GlObject<makeProgram, dropProgram>;

/// Binds the buffer there and fills it; it stays bound.
template <class Value> void upload(GLenum target, const Buffer& buffer, const std::vector<Value>& values) {
    glBindBuffer(target, buffer.name());
    glBufferData(target, static_cast<GLsizeiptr>(values.size() * sizeof(Value)), values.data(), GL_STATIC_DRAW);
}

/// Compiles and links; the error carries the driver's log.
[[nodiscard]] Result<Program> linkProgram(std::string_view vertexSource, std::string_view fragmentSource);

[[nodiscard]] inline GLint uniform(const Program& program, const char* name) {
    return glGetUniformLocation(program.name(), name);
}

/// A place in a bound buffer as GL's pointer calls want it.
[[nodiscard]] inline const void* bufferOffset(std::size_t bytes) {
    return reinterpret_cast<const void*>(bytes); // NOLINT(performance-no-int-to-ptr): what GL calls a pointer here is a number
}

} // namespace banlang::viewer::detail
