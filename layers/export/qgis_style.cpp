// SPDX-License-Identifier: MIT
#include "layers/export/qgis_style.h"

#include "layers/export/detail/gdal_clock.h"

#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <memory>

namespace banlang {
namespace {

constexpr double mmPerPx = 0.2646;

std::string colourText(Colour colour) {
    return fmt::format("{},{},{},{}", colour.r, colour.g, colour.b, colour.a);
}

std::string option(std::string_view name, std::string_view value) {
    return fmt::format(R"(<prop k="{}" v="{}"/>)", name, value);
}

std::string escaped(std::string_view text) {
    const std::unique_ptr<char, decltype(&CPLFree)> xml(CPLEscapeString(std::string(text).c_str(), -1, CPLES_XML), CPLFree);
    return xml.get();
}

constexpr double referenceScale = 25'000;

std::string millimetres(double px) {
    return fmt::format("{:.3f}", px * mmPerPx);
}

/// `pass` puts all features of one layer under all of the next, so that casings merge at junctions.
std::string lineLayer(const StrokeStyle& stroke, std::size_t pass) {
    std::string dashes;
    for (const float length : stroke.dashPx)
        dashes += fmt::format("{}{}", dashes.empty() ? "" : ";", millimetres(static_cast<double>(length)));
    const bool dashed = !stroke.dashPx.empty();
    return fmt::format(R"(<layer class="SimpleLine" enabled="1" pass="{}">{}{}{}{}{}{}{}{}</layer>)", pass,
                       option("line_color", colourText(stroke.colour)),
                       option("line_width", millimetres(stroke.widthPx.at(referenceScale))), option("line_width_unit", "MM"),
                       option("capstyle", stroke.roundCaps && !dashed ? "round" : "flat"), option("joinstyle", "round"),
                       option("use_custom_dash", dashed ? "1" : "0"), option("customdash", dashes),
                       option("customdash_unit", "MM"));
}

std::string simpleFill(Colour colour, std::string_view brush) {
    return fmt::format(R"(<layer class="SimpleFill" enabled="1" pass="0">{}{}{}</layer>)", option("color", colourText(colour)),
                       option("style", brush), option("outline_style", "no"));
}

/// The colour, the pattern on it, the outlines over both.
std::string fillLayer(const ClassStyle& style) {
    static constexpr std::string_view patterns[] = {"solid", "b_diagonal", "b_diagonal", "diagonal_x", "dense6"};
    std::string layers;
    if (style.fill) layers += simpleFill(style.fill->colour, "solid");
    if (style.fill && style.fill->pattern != Pattern::plain)
        layers += simpleFill(style.fill->patternColour, patterns[static_cast<std::size_t>(style.fill->pattern)]);
    for (const StrokeStyle& stroke : style.strokes) layers += lineLayer(stroke, 1);
    return layers.empty() ? simpleFill({0, 0, 0, 0}, "no") : layers;
}

/// Symbols keep their shape where QGIS has it; what else they tell is their colour.
std::string markerLayer(const ClassStyle& style, const std::optional<Marker>& marker) {
    const MarkerShape shape = marker ? marker->shape : MarkerShape::circle;
    const std::string_view name = shape == MarkerShape::triangle ? "triangle" : shape == MarkerShape::square ? "square" : "circle";
    const Colour rim = marker ? marker->rim : mainColour(style);
    return fmt::format(R"(<layer class="SimpleMarker" enabled="1" pass="0">{}{}{}{}{}</layer>)", option("name", name),
                       option("color", colourText(mainColour(style))), option("outline_color", colourText(rim)),
                       option("size", marker ? millimetres(2 * marker->radiusPx) : "2"), option("size_unit", "MM"));
}

std::string symbol(const RowStyles& styles, GeometryKind kind, std::size_t index) {
    const ClassStyle& style = styles.styles[index];
    std::string type = "fill";
    std::string layers;
    if (kind == GeometryKind::line) {
        type = "line";
        for (std::size_t i = 0; i < style.strokes.size(); ++i) layers += lineLayer(style.strokes[i], i);
    } else if (kind == GeometryKind::point) {
        type = "marker";
        layers = markerLayer(style, styles.markers[index]);
    } else {
        layers = fillLayer(style);
    }
    return fmt::format(R"(<symbol type="{}" name="{}" alpha="1" clip_to_extent="1">{}</symbol>)", type, index, layers);
}

} // namespace

std::string qmlStyle(const RowStyles& styles, GeometryKind kind, Language language) {
    std::string categories;
    std::string symbols;
    for (std::size_t i = 0; i < styles.styles.size(); ++i) {
        categories += fmt::format(R"(<category value="{}" symbol="{}" label="{}" render="true"/>)", i, i,
                                  escaped(styles.labels[i].in(language)));
        symbols += symbol(styles, kind, i);
    }
    return fmt::format(
        R"(<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'><qgis version="3.22" styleCategories="Symbology">)"
        R"(<renderer-v2 type="categorizedSymbol" attr="{}" symbollevels="1" forceraster="0"><categories>{}</categories>)"
        R"(<symbols>{}</symbols></renderer-v2></qgis>)",
        classColumnName, categories, symbols);
}

Result<void> addDefaultStyle(const std::string& geoPackage, const std::string& layer, const std::string& qml,
                             const std::string& now) {
    const detail::GdalClock clock(now);
    CPLPushErrorHandler(CPLQuietErrorHandler);
    std::unique_ptr<GDALDataset> dataset(GDALDataset::Open(geoPackage.c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE));
    OGRLayer* styles = dataset == nullptr ? nullptr : dataset->CreateLayer("layer_styles", nullptr, wkbNone, nullptr);
    bool good = styles != nullptr;
    const std::pair<const char*, std::string> values[] = {{"f_table_catalog", ""},
                                                          {"f_table_schema", ""},
                                                          {"f_table_name", layer},
                                                          {"f_geometry_column", "geom"},
                                                          {"styleName", "banlang"},
                                                          {"styleQML", qml},
                                                          {"styleSLD", ""},
                                                          {"description", "banlang"},
                                                          {"owner", ""},
                                                          {"ui", ""}};
    for (const auto& [name, value] : values) {
        OGRFieldDefn field(name, OFTString);
        good = good && styles->CreateField(&field) == OGRERR_NONE;
    }
    OGRFieldDefn isDefault("useAsDefault", OFTInteger);
    isDefault.SetSubType(OFSTBoolean);
    good = good && styles->CreateField(&isDefault) == OGRERR_NONE;
    // QGIS asks for this column by name and takes no style where it is missing. No value: the same data give the same file.
    OGRFieldDefn changed("update_time", OFTDateTime);
    good = good && styles->CreateField(&changed) == OGRERR_NONE;
    if (good) {
        OGRFeature row(styles->GetLayerDefn());
        for (const auto& [name, value] : values) row.SetField(name, value.c_str());
        row.SetField("useAsDefault", 1);
        good = styles->CreateFeature(&row) == OGRERR_NONE;
    }
    dataset.reset();
    CPLPopErrorHandler();
    if (good) return {};
    return Unexpected(Error{ErrorKind::outputUnwritable,
                            "style-not-written",
                            {"Không ghi được kiểu vẽ cho QGIS", "The style for QGIS cannot be written"},
                            {},
                            {geoPackage, layer, -1, {}}});
}

} // namespace banlang
