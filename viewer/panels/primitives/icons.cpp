// SPDX-License-Identifier: MIT
#include "viewer/panels/primitives/icons.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numbers>

namespace banlang::viewer {
namespace {

struct Drawing {
    Icon icon;
    std::string_view id;
    std::string_view path;
};

constexpr std::array<Drawing, iconCount> drawings{{
    {Icon::open, "open", "M1.5 13 V3.5 H6 L7.5 5 H13 V7 M1.5 13 L3.8 7 H15 L12.6 13 Z"},
    {Icon::save, "save", "M2.5 2.5 H11 L13.5 5 V13.5 H2.5 Z M5 2.5 V6 H10 V2.5 M5 13.5 V9.5 H11 V13.5"},
    {Icon::import, "import", "M8 2 V10 M4.8 7 L8 10.2 L11.2 7 M2 10.5 V13.5 H14 V10.5"},
    {Icon::exportOut, "exportOut", "M8 10.2 V2 M4.8 5.2 L8 2 L11.2 5.2 M2 10.5 V13.5 H14 V10.5"},
    {Icon::print, "print", "M4 6 V2 H12 V6 M4 12 H2 V6 H14 V12 H12 M4 9.5 H12 V14 H4 Z"},
    {Icon::present, "present", "M1.5 3 H14.5 M2.5 3 V10.5 H13.5 V3 M8 10.5 V12 M5 14.2 L8 12 L11 14.2"},
    {Icon::undo, "undo", "M5.5 2.5 L2.5 5.5 L5.5 8.5 M2.5 5.5 H9.5 A3.9 3.9 0 0 1 9.5 13.3 H6"},
    {Icon::redo, "redo", "M10.5 2.5 L13.5 5.5 L10.5 8.5 M13.5 5.5 H6.5 A3.9 3.9 0 0 0 6.5 13.3 H10"},
    {Icon::search, "search", "M11.5 7 A4.5 4.5 0 1 1 2.5 7 A4.5 4.5 0 1 1 11.5 7 M10.3 10.3 L14 14"},
    {Icon::layers, "layers", "M8 2 L14 5.2 L8 8.4 L2 5.2 Z M2 8 L8 11.2 L14 8 M2 10.8 L8 14 L14 10.8"},
    {Icon::filter, "filter", "M2 2.8 H14 L9.6 8.2 V13.4 L6.4 11.6 V8.2 Z"},
    {Icon::eye, "eye",
     "M1.2 8 Q4.2 3.6 8 3.6 Q11.8 3.6 14.8 8 Q11.8 12.4 8 12.4 Q4.2 12.4 1.2 8 Z M10.2 8 A2.2 2.2 0 1 1 5.8 8 A2.2 2.2 0 1 1 "
     "10.2 8"},
    {Icon::eyeOff, "eyeOff", "M1.5 6.2 Q4.5 10 8 10 Q11.5 10 14.5 6.2 M3.6 8.6 L2.2 10.6 M8 10 V12.4 M12.4 8.6 L13.8 10.6"},
    {Icon::info, "info", "M14 8 A6 6 0 1 1 2 8 A6 6 0 1 1 14 8 M8 7.2 V11.2 M8 4.7 V5"},
    {Icon::zoomTo, "zoomTo", "M11.5 7 A4.5 4.5 0 1 1 2.5 7 A4.5 4.5 0 1 1 11.5 7 M10.3 10.3 L14 14 M7 5 V9 M5 7 H9"},
    {Icon::measure, "measure", "M2 11 L11 2 L14 5 L5 14 Z M4.4 8.6 L6 10.2 M6.8 6.2 L7.9 7.3 M9.2 3.8 L10.8 5.4"},
    {Icon::pin, "pin",
     "M8 14.5 Q3 9.5 3 6.5 A5 5 0 0 1 13 6.5 Q13 9.5 8 14.5 Z M9.6 6.5 A1.6 1.6 0 1 1 6.4 6.5 A1.6 1.6 0 1 1 9.6 6.5"},
    {Icon::plus, "plus", "M8 2.5 V13.5 M2.5 8 H13.5"},
    {Icon::minus, "minus", "M2.5 8 H13.5"},
    {Icon::fit, "fit", "M2.5 6 V2.5 H6 M10 2.5 H13.5 V6 M13.5 10 V13.5 H10 M6 13.5 H2.5 V10"},
    {Icon::chevronDown, "chevronDown", "M4 6 L8 10 L12 6"},
    {Icon::chevronLeft, "chevronLeft", "M10 4 L6 8 L10 12"},
    {Icon::chevronRight, "chevronRight", "M6 4 L10 8 L6 12"},
    {Icon::close, "close", "M3.5 3.5 L12.5 12.5 M12.5 3.5 L3.5 12.5"},
    {Icon::more, "more", "M2.4 8 H4 M7.2 8 H8.8 M12 8 H13.6"},
    {Icon::calendar, "calendar", "M2.5 3.5 H13.5 V13.5 H2.5 Z M2.5 6.8 H13.5 M5.5 2 V4.8 M10.5 2 V4.8"},
    {Icon::people, "people",
     "M8.4 5 A2.4 2.4 0 1 1 3.6 5 A2.4 2.4 0 1 1 8.4 5 M1.5 13.5 V12 A3.2 3.2 0 0 1 4.7 9 H7.3 A3.2 3.2 0 0 1 10.5 12 "
     "V13.5 M10.6 2.8 A2.4 2.4 0 0 1 10.6 7.2 M11.8 9.2 A3.2 3.2 0 0 1 14.5 12 V13.5"},
    {Icon::table, "table", "M2 3 H14 V13 H2 Z M2 6.3 H14 M2 9.6 H14 M6 3 V13"},
    {Icon::chart, "chart", "M2 2.5 V13.5 H14 M5 13.5 V8.5 M8.2 13.5 V4.5 M11.4 13.5 V10"},
    {Icon::link, "link",
     "M6.5 9.5 L9.5 6.5 M7 4.8 L9 2.9 A2.9 2.9 0 0 1 13.1 7 L11.2 9 M9 11.2 L7 13.1 A2.9 2.9 0 0 1 2.9 9 L4.8 7"},
    {Icon::job, "job",
     "M8 1.8 V4.6 M8 11.4 V14.2 M1.8 8 H4.6 M11.4 8 H14.2 M3.6 3.6 L5.6 5.6 M10.4 10.4 L12.4 12.4 M12.4 3.6 L10.4 5.6 "
     "M5.6 10.4 L3.6 12.4"},
    {Icon::list, "list", "M5.5 3.5 H14 M5.5 8 H14 M5.5 12.5 H14 M2 3.5 H2.6 M2 8 H2.6 M2 12.5 H2.6"},
    {Icon::flag, "flag", "M3.5 14.5 V2 M3.5 2.8 H12.8 L10.6 5.9 L12.8 9 H3.5"},
    {Icon::warning, "warning", "M8 2 L14.6 13.5 H1.4 Z M8 6.4 V9.6 M8 11.5 V11.7"},
    {Icon::check, "check", "M2.5 8.6 L6.2 12.2 L13.5 4.2"},
    {Icon::handOverLand, "handOverLand",
     "M4.5 1.8 H11.5 V6 H4.5 Z M1.5 9 H4.5 L7 10.2 H9.4 A1 1 0 0 1 9.4 12.2 H7 M10.2 11.6 L13.6 9.6 A1 1 0 0 1 14.6 "
     "11.3 L9.6 14.2 H4.5 L1.5 13.2"},
    {Icon::road, "road", "M5 2 L2 14 M11 2 L14 14 M8 2.5 V4.6 M8 7 V9.2 M8 11.6 V13.8"},
    {Icon::sprout, "sprout", "M8 14 V7.4 M8 9 Q2.4 9 2.4 3.6 Q8 3.6 8 9 M8 7.6 Q8 2.6 13.4 2.6 Q13.4 7.6 8 7.6 M4.5 14 H11.5"},
    {Icon::house, "house", "M1.8 8 L8 2.4 L14.2 8 M3.6 6.6 V13.6 H12.4 V6.6 M6.5 13.6 V9.6 H9.5 V13.6"},
    {Icon::gap, "gap", "M13.8 9.4 A6 6 0 1 1 9.4 2.2 M12.2 3.8 A6 6 0 0 1 13.4 5.4 M8 4.8 V8.4 L10.4 9.8"},
    {Icon::rank, "rank", "M5.5 13.5 V4 H10.5 V13.5 M1.5 13.5 V7.5 H5.5 M10.5 9.5 H14.5 V13.5 H1.5 Z"},
    {Icon::split, "split", "M2 3.5 H14 V12.5 H2 Z M8 2 V14 M10.5 8 H12 M4 8 H5.5"},
}};

constexpr bool drawingsInOrder() {
    for (std::size_t i = 0; i < drawings.size(); ++i) {
        if (static_cast<std::size_t>(drawings[i].icon) != i) return false;
    }
    return true;
}
static_assert(drawingsInOrder());

/// Reads one command after the other from the text of a path.
class PathReader {
public:
    explicit PathReader(std::string_view text) : text_(text) {}

    /// The next letter, or 0 at the end.
    char letter() {
        skipBlanks();
        return text_.empty() ? '\0' : take();
    }
    [[nodiscard]] bool numberFollows() {
        skipBlanks();
        return !text_.empty() && (text_[0] == '-' || text_[0] == '.' || (text_[0] >= '0' && text_[0] <= '9'));
    }
    bool number(float& value) {
        skipBlanks();
        const auto [end, error] = std::from_chars(text_.data(), text_.data() + text_.size(), value);
        if (error != std::errc()) return false;
        text_.remove_prefix(static_cast<std::size_t>(end - text_.data()));
        return true;
    }

private:
    char take() {
        const char c = text_[0];
        text_.remove_prefix(1);
        return c;
    }
    void skipBlanks() {
        while (!text_.empty() && (text_[0] == ' ' || text_[0] == ',')) text_.remove_prefix(1);
    }
    std::string_view text_;
};

constexpr int curvePieces = 14;

void addCubic(IconStroke& stroke, IconPoint b, IconPoint c, IconPoint d) {
    const IconPoint a = stroke.points.back();
    for (int i = 1; i <= curvePieces; ++i) {
        const float t = static_cast<float>(i) / curvePieces;
        const float u = 1 - t;
        stroke.points.push_back({u * u * u * a.x + 3 * u * u * t * b.x + 3 * u * t * t * c.x + t * t * t * d.x,
                                 u * u * u * a.y + 3 * u * u * t * b.y + 3 * u * t * t * c.y + t * t * t * d.y});
    }
}

/// Circles only: the two radii of an arc are taken as equal and its turn as none, which is all that the icons use.
void addArc(IconStroke& stroke, float radius, bool large, bool sweep, IconPoint end) {
    const IconPoint start = stroke.points.back();
    const float dx = end.x - start.x;
    const float dy = end.y - start.y;
    const float chord = std::hypot(dx, dy);
    if (chord <= 0) return;
    const float r = std::max(radius, chord / 2);
    const float height = std::sqrt(std::max(0.0F, r * r - chord * chord / 4));
    const float side = large == sweep ? -1.0F : 1.0F;
    const IconPoint centre{(start.x + end.x) / 2 - side * height * dy / chord, (start.y + end.y) / 2 + side * height * dx / chord};
    const float from = std::atan2(start.y - centre.y, start.x - centre.x);
    float turn = std::atan2(end.y - centre.y, end.x - centre.x) - from;
    constexpr float full = 2 * std::numbers::pi_v<float>;
    if (sweep && turn < 0) turn += full;
    if (!sweep && turn > 0) turn -= full;
    const int pieces = 2 * curvePieces;
    for (int i = 1; i <= pieces; ++i) {
        const float angle = from + turn * static_cast<float>(i) / static_cast<float>(pieces);
        stroke.points.push_back({centre.x + r * std::cos(angle), centre.y + r * std::sin(angle)});
    }
}

int argumentCount(char command) {
    switch (command) {
    case 'M':
    case 'L':
        return 2;
    case 'H':
    case 'V':
        return 1;
    case 'Q':
        return 4;
    case 'C':
        return 6;
    case 'A':
        return 7;
    case 'Z':
        return 0;
    default:
        return -1;
    }
}

void addPiece(char command, const std::array<float, 7>& v, IconStroke& stroke) {
    const IconPoint last = stroke.points.back();
    switch (command) {
    case 'L':
        stroke.points.push_back({v[0], v[1]});
        break;
    case 'H':
        stroke.points.push_back({v[0], last.y});
        break;
    case 'V':
        stroke.points.push_back({last.x, v[0]});
        break;
    case 'C':
        addCubic(stroke, {v[0], v[1]}, {v[2], v[3]}, {v[4], v[5]});
        break;
    case 'Q':
        addCubic(stroke, {last.x + (v[0] - last.x) * 2 / 3, last.y + (v[1] - last.y) * 2 / 3},
                 {v[2] + (v[0] - v[2]) * 2 / 3, v[3] + (v[1] - v[3]) * 2 / 3}, {v[2], v[3]});
        break;
    case 'A':
        addArc(stroke, v[0], v[3] != 0, v[4] != 0, {v[5], v[6]});
        break;
    default:
        stroke.closed = true;
        break;
    }
}

} // namespace

std::string_view pathOf(Icon icon) {
    return drawings[static_cast<std::size_t>(icon)].path;
}

std::optional<Icon> iconFromId(std::string_view id) {
    const auto* const found = std::find_if(drawings.begin(), drawings.end(), [&](const Drawing& one) { return one.id == id; });
    if (found == drawings.end()) return std::nullopt;
    return found->icon;
}

std::vector<IconStroke> flatten(std::string_view path) {
    std::vector<IconStroke> strokes;
    PathReader reader(path);
    for (char command = reader.letter(); command != '\0'; command = reader.letter()) {
        const int count = argumentCount(command);
        if (count < 0 || (strokes.empty() && command != 'M')) return {};
        do {
            std::array<float, 7> values{};
            for (int i = 0; i < count; ++i) {
                if (!reader.number(values[static_cast<std::size_t>(i)])) return {};
            }
            if (command == 'M') {
                strokes.push_back({{{values[0], values[1]}}, false});
            } else {
                addPiece(command, values, strokes.back());
            }
        } while (count > 0 && reader.numberFollows());
    }
    return strokes;
}

} // namespace banlang::viewer
