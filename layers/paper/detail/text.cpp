// SPDX-License-Identifier: MIT
#include "layers/paper/detail/text.h"

#include <pango/pangocairo.h>

#include <cmath>

namespace banlang::print_layout {
namespace {

using LayoutPtr = std::unique_ptr<PangoLayout, decltype(&g_object_unref)>;
using FontPtr = std::unique_ptr<PangoFontDescription, decltype(&pango_font_description_free)>;

LayoutPtr layoutOf(cairo_t* cr, const std::string& text, const TextStyle& style) {
    LayoutPtr layout(pango_cairo_create_layout(cr), g_object_unref);
    const FontPtr font(pango_font_description_new(), pango_font_description_free);
    pango_font_description_set_family(font.get(), "Noto Sans,DejaVu Sans");
    pango_font_description_set_weight(font.get(), style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_style(font.get(), style.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    pango_font_description_set_absolute_size(font.get(), style.sizePx * PANGO_SCALE);
    pango_layout_set_font_description(layout.get(), font.get());
    if (style.spacingPx != 0) {
        PangoAttrList* attributes = pango_attr_list_new();
        pango_attr_list_insert(attributes, pango_attr_letter_spacing_new(static_cast<int>(style.spacingPx * PANGO_SCALE)));
        pango_layout_set_attributes(layout.get(), attributes);
        pango_attr_list_unref(attributes);
    }
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    return layout;
}

double baselinePx(PangoLayout* layout) {
    return pango_layout_get_baseline(layout) / static_cast<double>(PANGO_SCALE);
}

TextSize sizeOf(PangoLayout* layout) {
    int width = 0;
    int height = 0;
    pango_layout_get_size(layout, &width, &height);
    return {width / static_cast<double>(PANGO_SCALE), height / static_cast<double>(PANGO_SCALE)};
}

void strokeHalo(cairo_t* cr, PangoLayout* layout, const TextStyle& style) {
    const Saved saved(cr);
    pango_cairo_layout_path(cr, layout);
    setColour(cr, style.halo);
    cairo_set_line_width(cr, style.haloPx);
    cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
    cairo_set_dash(cr, nullptr, 0, 0);
    cairo_stroke(cr);
}

struct Letter {
    std::string text;
    double widthPx = 0;
};

/// Splits where a reader sees letters, so that a vowel keeps its marks.
std::vector<Letter> lettersOf(cairo_t* cr, const std::string& text, const TextStyle& style) {
    const LayoutPtr layout = layoutOf(cr, text, style);
    int count = 0;
    const PangoLogAttr* attributes = pango_layout_get_log_attrs_readonly(layout.get(), &count);
    std::vector<Letter> letters;
    const char* at = text.c_str();
    for (int i = 0; i + 1 < count; ++i, at = g_utf8_next_char(at)) {
        if (attributes[i].is_cursor_position != 0U || letters.empty()) letters.emplace_back();
        letters.back().text.append(std::string_view(at, static_cast<std::size_t>(g_utf8_next_char(at) - at)));
    }
    for (Letter& letter : letters) letter.widthPx = measureText(cr, letter.text, style).widthPx;
    return letters;
}

struct Pose {
    PixelPoint at;
    double angle = 0;
};

Pose poseAt(const std::vector<PixelPoint>& path, double distancePx) {
    Pose pose;
    for (std::size_t i = 0; i + 1 < path.size(); ++i) {
        const double dx = path[i + 1].x - path[i].x;
        const double dy = path[i + 1].y - path[i].y;
        const double length = std::hypot(dx, dy);
        if (length == 0) continue;
        pose = {{path[i].x + dx / length * distancePx, path[i].y + dy / length * distancePx}, std::atan2(dy, dx)};
        if (distancePx <= length) return pose;
        distancePx -= length;
    }
    return pose;
}

} // namespace

TextSize measureText(cairo_t* cr, const std::string& text, const TextStyle& style) {
    return sizeOf(layoutOf(cr, text, style).get());
}

void drawText(cairo_t* cr, const std::string& text, const TextStyle& style, double x, double baselineY, Align align) {
    if (text.empty()) return;
    const LayoutPtr layout = layoutOf(cr, text, style);
    const double width = sizeOf(layout.get()).widthPx;
    if (align == Align::centre) x -= width / 2;
    if (align == Align::right) x -= width;
    cairo_move_to(cr, x, baselineY - baselinePx(layout.get()));
    if (style.haloPx > 0) strokeHalo(cr, layout.get(), style);
    setColour(cr, style.colour);
    cairo_move_to(cr, x, baselineY - baselinePx(layout.get()));
    pango_cairo_show_layout(cr, layout.get());
    cairo_new_path(cr);
}

double drawParagraph(cairo_t* cr, const std::string& text, const TextStyle& style, double x, double topY, double widthPx,
                     int maxLines) {
    if (text.empty()) return topY;
    const LayoutPtr layout = layoutOf(cr, text, style);
    pango_layout_set_width(layout.get(), static_cast<int>(widthPx * PANGO_SCALE));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_height(layout.get(), -maxLines);
    pango_layout_set_ellipsize(layout.get(), PANGO_ELLIPSIZE_END);
    setColour(cr, style.colour);
    cairo_move_to(cr, x, topY);
    pango_cairo_show_layout(cr, layout.get());
    cairo_new_path(cr);
    return topY + sizeOf(layout.get()).heightPx;
}

void drawTextAlong(cairo_t* cr, const std::string& text, const TextStyle& style, const std::vector<PixelPoint>& path,
                   double startPx) {
    TextStyle plain = style;
    plain.spacingPx = 0;
    const auto letters = lettersOf(cr, text, plain);
    for (const bool halo : {true, false}) {
        double along = startPx;
        for (const Letter& letter : letters) {
            const Pose pose = poseAt(path, along + letter.widthPx / 2);
            along += letter.widthPx + style.spacingPx;
            const LayoutPtr layout = layoutOf(cr, letter.text, plain);
            const Saved saved(cr);
            cairo_translate(cr, pose.at.x, pose.at.y);
            cairo_rotate(cr, pose.angle);
            // The line of the path runs through the middle of the small letters.
            cairo_move_to(cr, -letter.widthPx / 2, style.sizePx * 0.35 - baselinePx(layout.get()));
            if (halo) {
                if (style.haloPx > 0) strokeHalo(cr, layout.get(), plain);
            } else {
                setColour(cr, style.colour);
                pango_cairo_show_layout(cr, layout.get());
            }
            cairo_new_path(cr);
        }
    }
}

} // namespace banlang::print_layout
