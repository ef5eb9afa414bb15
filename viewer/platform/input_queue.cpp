// SPDX-License-Identifier: MIT
#include "viewer/platform/input_queue.h"

#include "viewer/panels/primitives/detail/imgui_types.h"

#define GLFW_INCLUDE_NONE // nothing is drawn here
#include <GLFW/glfw3.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

namespace banlang::viewer {
namespace {

struct KeyName {
    std::string_view name;
    int code;
};
constexpr std::array<KeyName, 21> keyNames{{{"ctrl", GLFW_KEY_LEFT_CONTROL},
                                            {"shift", GLFW_KEY_LEFT_SHIFT},
                                            {"alt", GLFW_KEY_LEFT_ALT},
                                            {"esc", GLFW_KEY_ESCAPE},
                                            {"enter", GLFW_KEY_ENTER},
                                            {"tab", GLFW_KEY_TAB},
                                            {"backspace", GLFW_KEY_BACKSPACE},
                                            {"delete", GLFW_KEY_DELETE},
                                            {"home", GLFW_KEY_HOME},
                                            {"end", GLFW_KEY_END},
                                            {"left", GLFW_KEY_LEFT},
                                            {"right", GLFW_KEY_RIGHT},
                                            {"up", GLFW_KEY_UP},
                                            {"down", GLFW_KEY_DOWN},
                                            {"pgup", GLFW_KEY_PAGE_UP},
                                            {"pgdn", GLFW_KEY_PAGE_DOWN},
                                            {"plus", GLFW_KEY_EQUAL},
                                            {"minus", GLFW_KEY_MINUS},
                                            {"f5", GLFW_KEY_F5},
                                            {"f11", GLFW_KEY_F11},
                                            {"space", GLFW_KEY_SPACE}}};

std::optional<int> keyCode(std::string_view word) {
    const auto found = std::ranges::find(keyNames, word, &KeyName::name);
    if (found != keyNames.end()) return found->code;
    if (word.size() != 1) return std::nullopt;
    if (word[0] >= 'a' && word[0] <= 'z') return word[0] - 'a' + GLFW_KEY_A;
    if (word[0] >= '0' && word[0] <= '9') return word[0];
    return std::nullopt;
}

void setModifiers(ImGuiIO& io) {
    auto down = [&](int left, int right) { return io.KeysDown[left] || io.KeysDown[right]; };
    io.KeyCtrl = down(GLFW_KEY_LEFT_CONTROL, GLFW_KEY_RIGHT_CONTROL);
    io.KeyShift = down(GLFW_KEY_LEFT_SHIFT, GLFW_KEY_RIGHT_SHIFT);
    io.KeyAlt = down(GLFW_KEY_LEFT_ALT, GLFW_KEY_RIGHT_ALT);
}

/// True when the event would hide, or be hidden by, what this frame already holds.
bool conflicts(const InputEvent& event, const std::vector<InputEvent>& fed) {
    using enum InputEvent::Kind;
    return std::ranges::any_of(fed, [&](const InputEvent& earlier) {
        if (event.kind == move) return earlier.kind == button || earlier.kind == wheel;
        // A release after a move ends a drag, which has to be seen as one first.
        if (event.kind == button) return earlier.kind == button ? earlier.code == event.code : earlier.kind == move && !event.down;
        if (event.kind == key) return earlier.kind == letter || (earlier.kind == key && earlier.code == event.code);
        if (event.kind == letter) return earlier.kind == key && earlier.down;
        return false;
    });
}

void give(ImGuiIO& io, const InputEvent& event) {
    using enum InputEvent::Kind;
    switch (event.kind) {
    case move:
        io.MousePos = {event.x, event.y};
        break;
    case button:
        if (event.code >= 0 && event.code < IM_ARRAYSIZE(io.MouseDown)) io.MouseDown[event.code] = event.down;
        break;
    case wheel:
        io.MouseWheel += event.y;
        break;
    case key:
        if (event.code >= 0 && event.code < IM_ARRAYSIZE(io.KeysDown)) io.KeysDown[event.code] = event.down;
        setModifiers(io);
        break;
    case letter:
        io.AddInputCharacter(static_cast<unsigned int>(event.code));
        break;
    }
}

} // namespace

bool InputQueue::pushKeys(std::string_view combination) {
    std::vector<int> codes;
    std::string words(combination);
    std::ranges::transform(words, words.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    std::string_view rest = words;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('+'), rest.size());
        const auto code = keyCode(rest.substr(0, end));
        if (!code) return false;
        codes.push_back(*code);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    for (const int code : codes) push({InputEvent::Kind::key, 0, 0, code, true, false});
    std::ranges::reverse(codes);
    for (const int code : codes) push({InputEvent::Kind::key, 0, 0, code, false, false});
    return !codes.empty();
}

void InputQueue::pushText(std::string_view utf8) {
    const char* cursor = utf8.data();
    const char* end = utf8.data() + utf8.size();
    while (cursor < end) push({InputEvent::Kind::letter, 0, 0, detail::nextLetter(cursor, end), true, false});
}

void InputQueue::pushClick(float x, float y, int count) {
    push({InputEvent::Kind::move, x, y, 0, false, false});
    for (int i = 0; i < count; ++i) {
        push({InputEvent::Kind::button, x, y, 0, true, false});
        push({InputEvent::Kind::button, x, y, 0, false, false});
    }
}

void InputQueue::feed() {
    ImGuiIO& io = ImGui::GetIO();
    std::vector<InputEvent> fed;
    while (!events_.empty() && !conflicts(events_.front(), fed)) {
        fed.push_back(events_.front());
        give(io, events_.front());
        events_.pop_front();
    }
}

} // namespace banlang::viewer
