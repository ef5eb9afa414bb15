// SPDX-License-Identifier: MIT
#pragma once

#include "layers/scene.h"
#include "viewer/map/detail/shaders.h"

#include <chrono>
#include <future>
#include <optional>

namespace banlang::viewer::detail {

/// The backdrop of a scene as two textures: all of it, coarse, and the visible window. Both are read on a worker, the window anew
/// once the view has stood still; until then what is there moves along with the map.
class RasterBackdrop {
public:
    [[nodiscard]] static Result<RasterBackdrop> create();
    RasterBackdrop(RasterBackdrop&&) noexcept = default;
    RasterBackdrop& operator=(RasterBackdrop&&) noexcept = default;
    ~RasterBackdrop();

    void show(const Backdrop& backdrop);
    /// Draws over `paper`, which the framebuffer is clear with.
    void draw(const Frame& frame, Colour paper);
    /// Something better than what was drawn last is wanted or on its way.
    [[nodiscard]] bool waiting() const;
    /// Drawing again would bring something better now.
    [[nodiscard]] bool hasNews() const;
    /// Waits for what is on its way, and lets the next draw ask without delay for what is wanted.
    void hurry();

private:
    using Clock = std::chrono::steady_clock;
    struct Window {
        Box box{};
        int columns = 0;
        int rows = 0;
        bool operator==(const Window&) const = default;
    };
    struct Picture {
        Window window{};
        Texture texture;
    };
    struct Job {
        Window window{};
        bool whole = false;
        std::future<std::shared_ptr<const RasterPixels>> pixels; ///< null: it could not be read
    };
    explicit RasterBackdrop(Program program);
    void take();
    void ask(const Frame& frame);
    void start(const Window& window, bool whole);
    void drawPicture(const Picture& picture, const Frame& frame, Colour paper) const;
    [[nodiscard]] bool good(const Frame& frame) const;

    Program program_;
    VertexArray array_; ///< without attributes: the corners come from their numbers
    Backdrop backdrop_;
    std::optional<Picture> whole_;
    std::optional<Picture> window_;
    std::optional<Job> job_;
    bool wanting_ = false;
    MapView lastView_;
    Clock::time_point stillSince_;
};

} // namespace banlang::viewer::detail
