// SPDX-License-Identifier: MIT
#include "core/io/detail/drawing_reader.h"

#include "core/geo/measure.h"
#include "core/geo/packed_rtree.h"
#include "core/io/detail/raw_layer_reader.h"

#include <ogrsf_frmts.h>

#include <algorithm>

namespace banlang::detail {
namespace {

constexpr std::size_t textColumns = 4;

struct PlacedText {
    Point at;
    std::string text;
};

/// Drawings as GDAL gives them: DXF says Layer, EntityHandle, Text; DGN says Level, EntityNum, Text.
struct EntityFields {
    int layer;
    int handle;
    int text;

    explicit EntityFields(const OGRFeatureDefn& definition)
        : layer(std::max(definition.GetFieldIndex("Layer"), definition.GetFieldIndex("Level"))),
          handle(std::max(definition.GetFieldIndex("EntityHandle"), definition.GetFieldIndex("EntityNum"))),
          text(definition.GetFieldIndex("Text")) {}
};

std::string fieldText(const OGRFeature& feature, int field) {
    return field >= 0 && feature.IsFieldSetAndNotNull(field) != 0 ? feature.GetFieldAsString(field) : std::string();
}

/// DGN numbers only what is linked to a database; the place in the file tells the rest apart.
std::string handleOf(const OGRFeature& feature, int field) {
    std::string handle = fieldText(feature, field);
    return handle.empty() ? std::to_string(feature.GetFID()) : handle;
}

RawLayer emptyLayer(const std::string& name, GeometryKind kind, std::size_t texts) {
    RawLayer raw;
    raw.table.name = name;
    raw.table.geometry.kind = kind;
    for (const char* column : {"layer", "handle"}) raw.table.columns.emplace_back().name = column;
    for (std::size_t i = 0; i < texts; ++i) raw.table.columns.emplace_back().name = "text_" + std::to_string(i + 1);
    return raw;
}

class DrawingReader {
public:
    DrawingReader(const std::string& name, const OGRFeatureDefn& definition)
        : fields_(definition), areas_(emptyLayer(name, GeometryKind::polygon, textColumns)),
          lines_(emptyLayer(name + " lines", GeometryKind::line, 0)) {}

    void take(const OGRFeature& feature) {
        const OGRGeometry* geometry = feature.GetGeometryRef();
        if (geometry == nullptr || geometry->IsEmpty() != 0) return;
        const OGRwkbGeometryType type = OGR_GT_Flatten(OGR_GT_GetLinear(geometry->getGeometryType()));
        if (type == wkbPoint) {
            std::string text = fieldText(feature, fields_.text);
            const OGRPoint& point = *geometry->toPoint();
            if (!text.empty()) texts_.push_back({{point.getX(), point.getY()}, std::move(text)});
        } else if (type == wkbLineString && isClosed(*geometry)) {
            takeClosedLine(feature, *geometry);
        } else if (type == wkbPolygon || type == wkbMultiPolygon) {
            append(areas_, feature, *geometry);
        } else if (type == wkbLineString || type == wkbMultiLineString) {
            append(lines_, feature, *geometry);
        }
    }

    std::vector<RawLayer> finish() {
        writeTexts();
        std::vector<RawLayer> layers;
        for (RawLayer* layer : {&areas_, &lines_}) {
            if (layer->table.rowCount > 0) layers.push_back(std::move(*layer));
        }
        return layers;
    }

private:
    static bool isClosed(const OGRGeometry& line) {
        const auto* curve = dynamic_cast<const OGRSimpleCurve*>(&line);
        return curve != nullptr && curve->getNumPoints() > 3 && curve->get_IsClosed() != 0;
    }

    void takeClosedLine(const OGRFeature& feature, const OGRGeometry& line) {
        OGRLinearRing ring;
        ring.addSubLineString(line.toLineString());
        OGRPolygon polygon;
        polygon.addRing(&ring);
        append(areas_, feature, polygon);
    }

    void append(RawLayer& layer, const OGRFeature& feature, const OGRGeometry& geometry) {
        layer.table.columns[0].text.append(fieldText(feature, fields_.layer));
        layer.table.columns[1].text.append(handleOf(feature, fields_.handle));
        appendGeometry(layer, &geometry, bytes_);
        ++layer.table.rowCount;
    }

    /// Every text belongs to the smallest area round it.
    void writeTexts() {
        const GeometryColumn& polygons = areas_.table.geometry;
        std::vector<std::vector<std::size_t>> inside(polygons.featureCount());
        const PackedRtree index(polygons.boxes);
        for (std::size_t text = 0; text < texts_.size(); ++text) {
            const Point at = texts_[text].at;
            std::size_t best = inside.size();
            index.search(Box{at.x, at.y, at.x, at.y}, [&](std::uint32_t area) {
                const bool smaller = best == inside.size() || areaM2(polygons, area) < areaM2(polygons, best);
                if (contains(polygons, area, at) && smaller) best = area;
            });
            if (best < inside.size()) inside[best].push_back(text);
        }
        for (std::vector<std::size_t>& texts : inside) writeTextsOfArea(texts);
    }

    void writeTextsOfArea(std::vector<std::size_t>& texts) {
        std::stable_sort(texts.begin(), texts.end(), [&](std::size_t a, std::size_t b) { return texts_[a].at.y > texts_[b].at.y; });
        for (std::size_t column = 0; column < textColumns; ++column) {
            std::string value;
            const bool last = column + 1 == textColumns;
            for (std::size_t i = column; i < texts.size() && (last || i == column); ++i)
                value += (value.empty() ? "" : "; ") + texts_[texts[i]].text;
            areas_.table.columns[2 + column].text.append(value);
        }
    }

    EntityFields fields_;
    RawLayer areas_;
    RawLayer lines_;
    std::vector<PlacedText> texts_;
    std::vector<unsigned char> bytes_;
};

} // namespace

std::vector<RawLayer> readDrawing(OGRLayer& entities, const std::string& name, const Progress& progress) {
    DrawingReader reader(name, *entities.GetLayerDefn());
    entities.ResetReading();
    for (std::unique_ptr<OGRFeature> feature(entities.GetNextFeature()); feature != nullptr && !progress.shouldStop();
         feature.reset(entities.GetNextFeature()))
        reader.take(*feature);
    std::vector<RawLayer> layers = reader.finish();
    for (RawLayer& layer : layers) layer.crsWkt = wktOf(entities.GetSpatialRef());
    return layers;
}

} // namespace banlang::detail
