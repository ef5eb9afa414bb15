// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "viewer/map/gl/render_target.h"
#include "viewer/platform/input_queue.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace banlang::viewer {

/// A window of the desktop with a GL 3.3 core context that is current. Input goes to a queue in style pixels.
class Window {
public:
    /// Fails where there is no display or no GL 3.3. Size in style pixels.
    [[nodiscard]] static Result<std::unique_ptr<Window>> create(int widthPx, int heightPx, const std::string& title);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    /// Somebody asked to close it since the last call; it stays open.
    [[nodiscard]] bool takeClosing();
    /// What the window shows was lost since the last call, as when it comes back from behind another.
    [[nodiscard]] bool takeDamage();
    [[nodiscard]] RenderTarget target() const; ///< without any pixel while it cannot be drawn
    [[nodiscard]] double pixelRatio() const;   ///< device pixels of one style pixel, from the monitor that it is on
    /// The driver was reset and what lay on the card is gone: only a new window helps.
    [[nodiscard]] bool contextLost() const;
    void resize(int widthPx, int heightPx);
    void setFullScreen(bool on);

    /// Waits for events at most so long and puts them into the queue. Zero only looks.
    void collect(InputQueue& queue, double waitS);
    /// Ends a wait from any thread.
    static void wake();
    void swap();
    [[nodiscard]] std::vector<std::string> takeDropped();
    [[nodiscard]] std::string clipboard() const;
    void setClipboard(const char* text);

private:
    Window();
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace banlang::viewer
