// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "viewer/map/gl/render_target.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace banlang::viewer {

/// A GL 3.3 core context without window or display, and a framebuffer of fixed size with depth, stencil and 4 samples a pixel.
/// Used for screenshots and tests; works on machines without a graphics card through Mesa's software renderer.
/// All calls on one thread at a time.
class OffscreenContext {
public:
    /// Leaves the new context current and its target clear. Fails where there is no GL 3.3.
    [[nodiscard]] static Result<std::unique_ptr<OffscreenContext>> create(int widthPx, int heightPx);
    ~OffscreenContext();
    OffscreenContext(const OffscreenContext&) = delete;
    OffscreenContext& operator=(const OffscreenContext&) = delete;

    /// Makes the context current on this thread.
    void makeCurrent();
    [[nodiscard]] const RenderTarget& target() const;
    /// What was drawn: RGBA, 8 bits each, opaque, top row first. Waits for the drawing to finish.
    [[nodiscard]] std::vector<std::uint8_t> pixels();

    [[nodiscard]] int widthPx() const { return target().widthPx; }
    [[nodiscard]] int heightPx() const { return target().heightPx; }
    [[nodiscard]] std::string rendererName() const; ///< as the driver calls itself, for reports

private:
    OffscreenContext();
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// Writes RGBA pixels, top row first, replacing the file.
[[nodiscard]] Result<void> writePng(const std::string& path, int widthPx, int heightPx, const std::vector<std::uint8_t>& pixels);

} // namespace banlang::viewer
