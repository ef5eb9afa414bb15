// SPDX-License-Identifier: MIT
#pragma once

#include "layers/style/style.h"

#include <cairo.h>

#include <memory>

namespace banlang::print_layout {

// Everything is drawn in style pixels of 1/96 inch; the surface's own unit is set once, when the page is opened.
inline constexpr double pxPerMm = 96 / 25.4;
inline constexpr double pxPerPt = 96.0 / 72.0;

using CairoPtr = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;
using SurfacePtr = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;

/// A picture to draw on. Throws std::bad_alloc where there is no memory for it: cairo would draw on nothing and say so to nobody.
[[nodiscard]] SurfacePtr imageSurface(cairo_format_t format, int columns, int rows);

inline void setColour(cairo_t* cr, Colour colour) {
    cairo_set_source_rgba(cr, colour.r / 255.0, colour.g / 255.0, colour.b / 255.0, colour.a / 255.0);
}

/// Saves the state of a canvas for the length of a scope.
class Saved {
public:
    explicit Saved(cairo_t* cr) : cr_(cr) { cairo_save(cr); }
    ~Saved() { cairo_restore(cr_); }
    Saved(const Saved&) = delete;
    Saved& operator=(const Saved&) = delete;

private:
    cairo_t* cr_;
};

/// Fills the current path, pattern lines and dots included, and forgets the path.
void fillPath(cairo_t* cr, const FillStyle& fill);

} // namespace banlang::print_layout
