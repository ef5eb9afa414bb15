// SPDX-License-Identifier: MIT
#include "core/geo/crs.h"
#include "core/model/units/office_area.h"
#include "core/text/format.h"
#include "layers/base/base_layers.h"
#include "layers/paper/detail/print_page.h"
#include "layers/paper/detail/shape_painter.h"

#include <fmt/format.h>

#include <cmath>

namespace banlang::print_layout {
namespace {

/// The longest of 1, 2, 5 x 10^n that fits.
double roundLength(double longestM) {
    const double power = std::pow(10, std::floor(std::log10(longestM)));
    for (const double digit : {5.0, 2.0, 1.0}) {
        if (digit * power <= longestM) return digit * power;
    }
    return power;
}

void drawNorth(cairo_t* cr, const PrintPage& printPage, double xMm, double topMm) {
    const double x = xMm * pxPerMm;
    const double top = topMm * pxPerMm;
    drawText(cr, printPage.text("B", "N"), typeface(9, true), x, top + 3 * pxPerMm, Align::centre);
    cairo_move_to(cr, x, top + 4.2 * pxPerMm);
    cairo_line_to(cr, x + 2.2 * pxPerMm, top + 12.5 * pxPerMm);
    cairo_line_to(cr, x, top + 10.8 * pxPerMm);
    cairo_line_to(cr, x - 2.2 * pxPerMm, top + 12.5 * pxPerMm);
    cairo_close_path(cr);
    setColour(cr, rgb(0x16242A));
    cairo_fill(cr);
}

void drawSources(cairo_t* cr, const PrintPage& printPage, double xMm, double topMm, double widthMm) {
    drawText(cr, printPage.text("Nguồn số liệu", "Sources"), typeface(8, true), xMm * pxPerMm, (topMm + 4.5) * pxPerMm);
    std::string list;
    for (const std::string& source : printPage.request->sources) {
        if (!list.empty()) list += "; ";
        list += source;
    }
    if (list.empty()) {
        const Label office = officeWords(printPage.request->layer.analysis.district().office).noun;
        list = printPage.text(fmt::format("kho dữ liệu của {}", office.vi), fmt::format("the {}'s data store", office.en));
    }
    drawParagraph(cr, list + ".", typeface(7, false, mutedInk), xMm * pxPerMm, (topMm + 6.5) * pxPerMm, widthMm * pxPerMm, 4);
}

void drawSignatures(cairo_t* cr, const PrintPage& printPage, double xMm, double topMm, double widthMm) {
    const std::pair<std::string, std::string> columns[] = {
        {printPage.text("NGƯỜI LẬP", "PREPARED BY"), printPage.text("(ký, ghi rõ họ tên)", "(signature, full name)")},
        {printPage.text("CƠ QUAN CHUYÊN MÔN", "OFFICE IN CHARGE"), printPage.text("(ký, ghi rõ họ tên)", "(signature, full name)")},
        {printPage.text("TM. BAN CHỈ ĐẠO", "FOR THE COMMITTEE"), printPage.text("(ký, đóng dấu)", "(signature, seal)")}};
    const std::string day = printPage.text("ngày …… tháng …… năm ", "date …… / …… / ") +
                            std::to_string(toYmd(printPage.request->layer.analysis.asOf()).year);
    TextStyle italic = typeface(7, false, mutedInk);
    italic.italic = true;
    const double step = widthMm / 3;
    for (std::size_t i = 0; i < std::size(columns); ++i) {
        const double middle = (xMm + step * (static_cast<double>(i) + 0.5)) * pxPerMm;
        if (i + 1 == std::size(columns)) drawText(cr, day, italic, middle, (topMm + 3.6) * pxPerMm, Align::centre);
        drawText(cr, columns[i].first, typeface(7.5, true), middle, (topMm + 8) * pxPerMm, Align::centre);
        drawText(cr, columns[i].second, italic, middle, (topMm + 11.5) * pxPerMm, Align::centre);
    }
}

std::string crsLine(const PrintPage& printPage) {
    const int epsg = printPage.request->layer.analysis.district().epsg;
    const auto crs = Crs::fromEpsg(epsg);
    const double km = printPage.layout.gridM / 1000;
    return fmt::format("{} (EPSG:{}); {} {} km", crs ? crs->name() : "", epsg, printPage.text("lưới", "grid"),
                       formatNumber(km, km < 1 ? 2 : 0, printPage.language()));
}

} // namespace

void drawScaleBar(cairo_t* cr, double scaleDenominator, Language language, double xMm, double yMm, double longestMm) {
    const double lengthM = roundLength(longestMm / 1000 * scaleDenominator);
    const double lengthMm = lengthM * 1000 / scaleDenominator;
    const bool kilometres = lengthM >= 1000;
    for (int part = 0; part < 4; ++part) {
        const double x = (xMm + lengthMm * part / 4) * pxPerMm;
        cairo_rectangle(cr, x, yMm * pxPerMm, lengthMm / 4 * pxPerMm, 1.4 * pxPerMm);
        setColour(cr, part % 2 == 0 ? rgb(0x16242A) : rgb(0xFFFFFF));
        cairo_fill_preserve(cr);
        setColour(cr, rgb(0x16242A));
        cairo_set_line_width(cr, 0.2 * pxPerMm);
        cairo_stroke(cr);
    }
    for (const int half : {0, 1, 2}) {
        const double value = lengthM * half / 2 / (kilometres ? 1000 : 1);
        const bool whole = std::abs(value - std::round(value)) < 1e-9;
        std::string text = formatNumber(value, whole ? 0 : 1, language);
        if (half == 2) text += kilometres ? " km" : " m";
        drawText(cr, text, typeface(7.5), (xMm + lengthMm * half / 2) * pxPerMm, (yMm - 1.2) * pxPerMm, Align::centre);
    }
}

void drawOverviewMap(cairo_t* cr, const PrintPage& printPage, RectMm place) {
    const auto inForce = shapesInForce(printPage.request->layer, Role::communes);
    const GeometryColumn& communes = *inForce;
    const double heightMm = std::min(46.0, place.height - 8);
    if (printPage.commune == notLinked || heightMm < 18 || communes.featureCount() == 0) return;
    const Label office = areaWords(printPage.request->layer.analysis.district()).noun;
    const std::string title = printPage.text(fmt::format("Vị trí trong {}", office.vi), fmt::format("Place in the {}", office.en));
    drawText(cr, title, typeface(7.5, true), place.x * pxPerMm, (place.y + 4) * pxPerMm);
    const Saved saved(cr);
    cairo_translate(cr, place.x * pxPerMm, (place.y + 6) * pxPerMm);
    MapView view{{}, 1, place.width * pxPerMm, heightMm * pxPerMm};
    view = view.fitted(communes.extent(), 3);
    for (std::size_t row = 0; row < communes.featureCount(); ++row) {
        addFeaturePath(cr, communes, row, view);
        fillPath(cr, {.colour = static_cast<std::int32_t>(row) == printPage.commune ? rgb(0x6FAE66) : rgb(0xEDF0EF)});
        addFeaturePath(cr, communes, row, view);
        strokePath(cr, {.colour = mapPalette(MapColourScheme::print).adminLine, .widthPx = ScaledPx(0.7)}, 100'000);
    }
}

void drawFoot(cairo_t* cr, const PrintPage& printPage) {
    const RectMm& foot = printPage.layout.foot;
    const double scale = printPage.layout.view.scaleDenominator();
    cairo_move_to(cr, foot.x * pxPerMm, foot.y * pxPerMm);
    cairo_line_to(cr, foot.right() * pxPerMm, foot.y * pxPerMm);
    setColour(cr, rgb(0x16242A));
    cairo_set_line_width(cr, 0.4 * pxPerMm);
    cairo_stroke(cr);
    const double barMm = std::min(80.0, foot.width * 0.22);
    drawScaleBar(cr, scale, printPage.language(), foot.x + 5, foot.y + 7.5, barMm);
    drawText(cr, fmt::format("{} 1:{}", printPage.text("Tỷ lệ", "Scale"), formatNumber(scale, 0, printPage.language())),
             typeface(9, true), (foot.x + 3) * pxPerMm, (foot.y + 15) * pxPerMm);
    TextStyle crs = typeface(6.5, false, mutedInk);
    drawParagraph(cr, crsLine(printPage), crs, (foot.x + 3) * pxPerMm, (foot.y + 16.6) * pxPerMm, (barMm + 14) * pxPerMm, 2);
    drawNorth(cr, printPage, foot.x + barMm + 22, foot.y + 3);
    const double sourcesX = foot.x + barMm + 34;
    const double sourcesWidth = foot.width * 0.25;
    drawSources(cr, printPage, sourcesX, foot.y + 1.5, sourcesWidth);
    const double signX = sourcesX + sourcesWidth + 4;
    drawSignatures(cr, printPage, signX, foot.y + 1.5, foot.right() - signX);
}

} // namespace banlang::print_layout
