// SPDX-License-Identifier: MIT
#pragma once

#include "layers/style/style.h"
#include "viewer/map/gl/detail/gl_objects.h"
#include "viewer/map/gl/pixel_rectangle.h"
#include "viewer/map/gl/render_target.h"

#include <optional>

namespace banlang::viewer::detail {

/// How colours are laid over those that are there; premultiplied: they are multiplied by their alpha already.
enum class Blend : std::uint8_t { none, over, premultiplied };

struct PassOptions {
    std::optional<PixelRectangle> viewport{}; ///< none: all of the target
    std::optional<PixelRectangle> within{};   ///< nothing outside of it changes
    Blend blend = Blend::none;
};

/// One drawing into one target, while it lives. Binds the target and sets all of GL that drawing depends on; afterwards nothing
/// is bound, so that who draws without a pass draws nowhere. Passes follow each other and never overlap.
class Pass {
public:
    explicit Pass(const RenderTarget& target, const PassOptions& options = {});
    ~Pass();
    Pass(const Pass&) = delete;
    Pass& operator=(const Pass&) = delete;
    void blend(Blend blend);

private:
    Blend blend_ = Blend::none;
};

/// Fills a rectangle, and forgets what its stencil holds.
void clear(const RenderTarget& target, const PixelRectangle& within, Colour colour);

/// Copies pixels from one target to another, or merges their samples when `from` has several. A copy of memory where the processor
/// draws, because no scissor is on.
void copyPixels(const RenderTarget& from, const PixelRectangle& part, const RenderTarget& to, int left, int bottom);

/// The framebuffer with these as what it draws on.
[[nodiscard]] RenderTarget targetOf(const Framebuffer& framebuffer, const Texture& colour, int widthPx, int heightPx);
[[nodiscard]] RenderTarget targetOf(const Framebuffer& framebuffer, const Texture& colour, const Renderbuffer& depthAndStencil,
                                    int widthPx, int heightPx);
[[nodiscard]] RenderTarget targetOf(const Framebuffer& framebuffer, const Renderbuffer& colour, const Renderbuffer& depthAndStencil,
                                    int widthPx, int heightPx);
[[nodiscard]] bool isComplete(const RenderTarget& target);

} // namespace banlang::viewer::detail
