// SPDX-License-Identifier: MIT
#include "core/text/path_component.h"

#include "core/text/detail/control_characters.h"

#include <algorithm>
#include <array>

namespace banlang {
namespace {

constexpr std::size_t mostBytes = 120;
constexpr char standIn = '_';

/// Separators of any system, and what Windows takes in no name.
constexpr std::string_view forbidden = "/\\:*?\"<>|";

/// Windows takes these for devices in every folder, with any ending.
constexpr std::array<std::string_view, 6> devices = {"con", "prn", "aux", "nul", "conin$", "conout$"};
constexpr std::array<std::string_view, 2> numberedDevices = {"com", "lpt"};

bool isDevice(std::string_view name) {
    std::string stem(name.substr(0, name.find('.')));
    stem.erase(stem.find_last_not_of(' ') + 1);
    std::transform(stem.begin(), stem.end(), stem.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    if (std::find(devices.begin(), devices.end(), stem) != devices.end()) return true;
    return std::any_of(numberedDevices.begin(), numberedDevices.end(), [&](std::string_view device) {
        if (!stem.starts_with(device)) return false;
        const std::string number = stem.substr(device.size());
        return number == "¹" || number == "²" || number == "³" || (number.size() == 1 && number[0] >= '0' && number[0] <= '9');
    });
}

std::string withoutForbidden(std::string_view text) {
    std::string name;
    for (std::string_view rest = text; !rest.empty();) {
        const detail::FirstCharacter first = detail::firstCharacter(rest);
        const bool bad = !first.sound || detail::isControl(first.code) || forbidden.find(first.bytes) != forbidden.npos;
        const std::string_view kept = bad ? std::string_view(&standIn, 1) : first.bytes;
        if (name.size() + kept.size() > mostBytes) break;
        name += kept;
        rest.remove_prefix(first.bytes.size());
    }
    return name;
}

/// Dots at the start hide a file or lead upwards, and Windows drops dots and blanks at the end.
void replaceDots(std::string& name) {
    const std::string before = name;
    const auto isDot = [&](std::size_t at) { return at < before.size() && before[at] == '.'; };
    for (std::size_t i = 0; i < before.size(); ++i) {
        const bool atEdge = i == 0 || i + 1 == before.size();
        if (isDot(i) && (atEdge || isDot(i - 1) || isDot(i + 1))) name[i] = standIn;
    }
    if (!name.empty() && name.back() == ' ') name.back() = standIn;
}

} // namespace

std::string pathComponent(std::string_view text) {
    std::string name = withoutForbidden(text);
    replaceDots(name);
    if (name.empty()) return {standIn};
    return isDevice(name) ? pathComponent(standIn + name) : name;
}

} // namespace banlang
