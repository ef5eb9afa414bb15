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

std::string lineLayer(const StrokeStyle& stroke) {
    constexpr double referenceScale = 25'000;
    const bool dashed = !stroke.dashPx.empty();
    return fmt::format(R"(<layer class="SimpleLine" enabled="1" pass="0">{}{}{}{}</layer>)",
                       option("line_color", colourText(stroke.colour)),
                       option("line_width", fmt::format("{:.2f}", stroke.widthPx.at(referenceScale) * mmPerPx)),
                       option("line_width_unit", "MM"), option("line_style", dashed ? "dash" : "solid"));
}

std::string fillLayer(const ClassStyle& style) {
    const Colour outline = style.strokes.empty() ? Colour{0, 0, 0, 0} : style.strokes.back().colour;
    static constexpr std::string_view patterns[] = {"solid", "b_diagonal", "b_diagonal", "diagonal_x", "dense6"};
    const Pattern pattern = style.fill ? style.fill->pattern : Pattern::plain;
    const Colour under = style.fill ? style.fill->colour : Colour{0, 0, 0, 0};
    const auto simpleFill = [&](Colour colour, std::string_view brush) {
        return fmt::format(R"(<layer class="SimpleFill" enabled="1" pass="0">{}{}{}{}{}</layer>)",
                           option("color", colourText(colour)), option("style", brush),
                           option("outline_color", colourText(outline)), option("outline_width", "0.15"),
                           option("outline_width_unit", "MM"));
    };
    std::string layers = simpleFill(under, "solid");
    if (pattern != Pattern::plain) layers += simpleFill(style.fill->patternColour, patterns[static_cast<std::size_t>(pattern)]);
    return layers;
}

std::string symbol(const ClassStyle& style, GeometryKind kind, std::size_t index) {
    std::string type = "fill";
    std::string layers;
    if (kind == GeometryKind::line) {
        type = "line";
        for (const StrokeStyle& stroke : style.strokes) layers += lineLayer(stroke);
    } else if (kind == GeometryKind::point) {
        type = "marker";
        layers = fmt::format(R"(<layer class="SimpleMarker" enabled="1" pass="0">{}{}{}</layer>)", option("name", "circle"),
                             option("color", colourText(mainColour(style))), option("size", "2"));
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
        symbols += symbol(styles.styles[i], kind, i);
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
