// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "viewer/panels/widgets/ui.h"
#include "viewer/platform/input_queue.h"

#include <functional>
#include <memory>
#include <vector>

struct ImGuiContext;

namespace banlang::viewer {

/// All panels over one document, without any window or GL: takes input events, gives commands, and leaves draw lists behind.
class Gui {
public:
    [[nodiscard]] static Result<std::unique_ptr<Gui>> create(double pixelRatio);
    ~Gui();
    Gui(const Gui&) = delete;
    Gui& operator=(const Gui&) = delete;

    /// Draws one frame for a window of this size in style pixels; `seconds` have passed since the last.
    [[nodiscard]] std::vector<Command> frame(const Document& document, const Derived& derived, InputQueue& input, float widthPx,
                                             float heightPx, double seconds);

    void makeCurrent() const;
    /// Frames that nobody waits for: each shows all that belongs to it, however long that takes.
    void setCompleteFrames(bool completeFrames) { state_.completeFrames = completeFrames; }
    [[nodiscard]] const Layout& layout() const { return layout_; }
    [[nodiscard]] const ControlRegistry& controlRegistry() const { return controlRegistry_; }
    [[nodiscard]] const UiState& state() const { return state_; }
    [[nodiscard]] double pixelRatio() const { return pixelRatio_; }
    /// For another monitor: bakes the fonts anew, unless nothing changes.
    [[nodiscard]] Result<void> setPixelRatio(double pixelRatio);
    /// Forgets what is held down: its release went to another window.
    void releaseKeys();
    /// Called at once and whenever the font atlas was baked anew, so that its texture is there before anything is drawn with it.
    /// An empty function ends it.
    void useFontUploader(std::function<void()> upload);
    /// Clipboard of the system; without one the widgets keep their own.
    void useClipboard(std::function<std::string()> read, std::function<void(const char*)> write);
    /// True while a key or button is held or something moves by itself.
    [[nodiscard]] bool wantsFrames() const;

private:
    explicit Gui(double pixelRatio);
    [[nodiscard]] Result<void> bake(bool withProjector);
    void styleFor(UiColourScheme colourScheme);

    ImGuiContext* context_ = nullptr;
    double pixelRatio_ = 1;
    FontFiles files_;
    Fonts fonts_;
    bool projectorBaked_ = false;
    std::function<void()> uploadFonts_;
    double timeS_ = 0;
    Layout layout_;
    UiState state_;
    ControlRegistry controlRegistry_;
    std::function<std::string()> readClipboard_;
    std::function<void(const char*)> writeClipboard_;
    std::string clipboard_;
};

} // namespace banlang::viewer
