// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <deque>
#include <string_view>

namespace banlang::viewer {

/// What a pointer or keyboard did, from the window, from a script or from a test. Positions in style pixels.
struct InputEvent {
    enum class Kind : std::uint8_t { move, button, wheel, key, letter };
    Kind kind = Kind::move;
    float x = 0;
    float y = 0;           ///< move: position; wheel: notches in y
    int code = 0;          ///< button number, GLFW key code, or Unicode letter
    bool down = false;     ///< button and key
    bool repeated = false; ///< key that is held
};

/// Feeds events to the widgets in order, and in one frame never two that would hide each other: a press and a release of the same
/// key or button come in different frames, and so do a key and the letters after it. Input methods send such bursts.
class InputQueue {
public:
    void push(InputEvent event) { events_.push_back(event); }
    /// A key with its modifiers as people write it, pressed and released: "ctrl+k", "shift+f5", "esc". False if there is no such
    /// key.
    [[nodiscard]] bool pushKeys(std::string_view combination);
    void pushText(std::string_view utf8);
    void pushClick(float x, float y, int count = 1);

    /// Hands the next events to the current Dear ImGui context.
    void feed();
    [[nodiscard]] bool empty() const { return events_.empty(); }

private:
    std::deque<InputEvent> events_;
};

} // namespace banlang::viewer
