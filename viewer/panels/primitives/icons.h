// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace banlang::viewer {

/// Our own icons on a 16-unit grid, stroke 1.5, no fill.
enum class Icon : std::uint8_t {
    open,
    save,
    import,
    exportOut,
    print,
    present,
    undo,
    redo,
    search,
    layers,
    filter,
    eye,
    eyeOff,
    info,
    zoomTo,
    measure,
    pin,
    plus,
    minus,
    fit,
    chevronDown,
    chevronLeft,
    chevronRight,
    close,
    more,
    calendar,
    people,
    table,
    chart,
    link,
    job,
    list,
    flag,
    warning,
    check,
    handOverLand,
    road,
    sprout,
    house,
    gap,
    rank,
    split,
};
inline constexpr std::size_t iconCount = 42;

/// The drawing as an SVG path of absolute M L H V C Q A Z commands; the same strings make the SVG for the documents.
[[nodiscard]] std::string_view pathOf(Icon icon);
/// By the name of the enumerator: "house".
[[nodiscard]] std::optional<Icon> iconFromId(std::string_view id);

struct IconPoint {
    float x = 0;
    float y = 0;
};
struct IconStroke {
    std::vector<IconPoint> points;
    bool closed = false;
};
/// The path as straight pieces, curves flattened finely enough for 48 px. Empty when the text is not such a path.
[[nodiscard]] std::vector<IconStroke> flatten(std::string_view path);

} // namespace banlang::viewer
