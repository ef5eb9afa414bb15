// SPDX-License-Identifier: MIT
#include "viewer/session/simulated_input.h"

#include "viewer/platform/write_text.h"

#include <nlohmann/json.hpp>

#include <charconv>

namespace banlang::viewer {
namespace {

Error noControl(const std::string& control) {
    return {ErrorKind::usage,
            "no-control",
            {"Không có nút “" + control + "” trên màn hình.", "There is no control “" + control + "” on the screen."},
            {"Lệnh controls ghi tên các nút đang có.", "The command controls writes the names of those that there are."},
            {}};
}

} // namespace

std::optional<std::vector<float>> numbersIn(const Command& command) {
    std::vector<float> numbers;
    for (const std::string& word : command.arguments) {
        float value = 0;
        const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
        if (error != std::errc() || end != word.data() + word.size()) return std::nullopt;
        numbers.push_back(value);
    }
    return numbers;
}

Result<void> simulate(const Command& command, const ControlRegistry& controls, InputQueue& input) {
    if (command.verb == Verb::key) {
        if (!input.pushKeys(command.arguments[0])) return Unexpected(wrongArguments(command));
        return {};
    }
    if (command.verb == Verb::type) {
        input.pushText(command.arguments[0]);
        return {};
    }
    if (command.verb == Verb::press) {
        const auto rect = controls.find(command.arguments[0]);
        if (!rect) return Unexpected(noControl(command.arguments[0]));
        input.pushClick(rect->midX(), rect->midY());
        return {};
    }
    const auto numbers = numbersIn(command);
    if (!numbers) return Unexpected(wrongArguments(command));
    const auto& n = *numbers;
    using Kind = InputEvent::Kind;
    switch (command.verb) {
    case Verb::move:
        input.push({Kind::move, n[0], n[1], 0, false, false});
        break;
    case Verb::click:
        input.pushClick(n[0], n[1], n.size() > 2 ? static_cast<int>(n[2]) : 1);
        break;
    case Verb::drag:
        input.push({Kind::move, n[0], n[1], 0, false, false});
        input.push({Kind::button, n[0], n[1], 0, true, false});
        input.push({Kind::move, n[2], n[3], 0, false, false});
        input.push({Kind::button, n[2], n[3], 0, false, false});
        break;
    default:
        input.push({Kind::move, n[0], n[1], 0, false, false});
        input.push({Kind::wheel, 0, n[2], 0, false, false});
        break;
    }
    return {};
}

Result<void> writeControls(const ControlRegistry& controls, const std::string& path) {
    nlohmann::ordered_json json;
    for (const auto& [control, rect] : controls.all()) json[control] = {rect.x, rect.y, rect.w, rect.h};
    return writeText(path, json.dump(1) + "\n");
}

} // namespace banlang::viewer
