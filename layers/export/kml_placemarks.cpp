// SPDX-License-Identifier: MIT
#include "layers/export/kml_placemarks.h"

#include "core/geo/crs.h"
#include "core/model/record_fields.h"
#include "core/text/format.h"
#include "core/text/xml_text.h"
#include "layers/export/detail/xml_writer.h"
#include "layers/export/display_name.h"
#include "layers/export/row_style.h"

#include <fmt/format.h>

#include <cmath>

namespace banlang {
namespace {

constexpr std::int64_t perDegree = 10'000'000; ///< seven decimals: a centimetre

/// Days on which the thing that a row tells of came to be and was no more.
constexpr std::string_view beginColumns[] = {fields::donations.donatedOn.name, fields::gardens.finishedOn.name,
                                             fields::houses.handedOverOn.name, fields::recognitions.recognisedOn.name,
                                             fields::units.validFrom.name,     fields::events.date.name};
constexpr std::string_view endColumns[] = {fields::recognitions.lapsedOn.name, fields::units.validTo.name};
constexpr std::string_view nameColumns[] = {fields::named.name.name, "road_name", fields::units.code.name,
                                            fields::identified.id.name};

const Column* firstOf(const FeatureTable& table, std::span<const std::string_view> names, ColumnType type) {
    for (const std::string_view name : names) {
        const Column* column = table.columnNamed(name);
        if (column != nullptr && column->type == type) return column;
    }
    return nullptr;
}

void appendDegrees(std::string& text, double degrees) {
    const std::int64_t units = std::llround(degrees * static_cast<double>(perDegree));
    const std::int64_t size = std::abs(units);
    const fmt::format_int whole(size / perDegree);
    const fmt::format_int rest(perDegree + size % perDegree); // a one before the decimals keeps their zeros
    if (units < 0) text += '-';
    text.append(whole.data(), whole.size());
    text += '.';
    text.append(rest.data() + 1, rest.size() - 1);
}

/// Whole numbers as they are, years among them; large ones and parts with separators.
std::string readable(double value, Language language) {
    constexpr double fiveDigits = 10'000;
    if (std::trunc(value) != value) return formatNumber(value, 2, language);
    return std::abs(value) < fiveDigits ? fmt::format("{:.0f}", value) : formatNumber(value, 0, language);
}

std::string readable(const Column& column, std::size_t row, Language language) {
    switch (column.type) {
    case ColumnType::number:
        return readable(column.numbers[row], language);
    case ColumnType::date:
        return formatDate(column.dates[row], language);
    case ColumnType::text:
        break;
    }
    return markupText(column.text[row]);
}

} // namespace

struct KmlPlacemarks::Impl {
    const FeatureTable& table;
    Language language;
    KmlFields fields;
    CrsTransform toDegrees;
    std::vector<std::string> heads; ///< of the rows in a balloon, ready to write; "": not for readers
    const Column* name = nullptr;
    const Column* sheet = nullptr;
    const Column* number = nullptr;
    const Column* begin = nullptr;
    const Column* end = nullptr;
    XmlWriter xml{};
    std::vector<double> degrees{};
    std::string scratch{};
    std::size_t lost = 0;

    void writePlacemark(std::uint32_t row, const std::string& styleUrl);
    void writeName(std::uint32_t row);
    void writeBalloon(std::uint32_t row);
    void writeTime(std::uint32_t row);
    void writeFields(std::uint32_t row);
    void writeShape(std::uint32_t row);
    void writePart(std::uint32_t part, std::size_t firstPoint);
    void writeRing(const char* boundary, std::uint32_t ring, std::size_t firstPoint);
    void writeCoordinates(std::uint32_t ring, std::size_t firstPoint);
};

std::string kmlStyleId(std::uint8_t rowClass) {
    return rowClass == noClass ? std::string("none") : fmt::format("class{}", rowClass);
}

Result<KmlPlacemarks> KmlPlacemarks::of(const FeatureTable& table, const std::vector<AttributeName>& names, int epsg,
                                        Language language, KmlFields fields) {
    BANLANG_TRY(toDegrees, toWgs84(epsg));
    auto impl = std::make_unique<Impl>(Impl{table, language, fields, std::move(toDegrees), {}});
    for (const Column& column : table.columns) {
        // The number of a class is for programs.
        const bool shown = column.name != classColumnName;
        impl->heads.push_back(shown ? fmt::format("<tr><td>{}</td><td>", markupText(displayName(names, column.name, language)))
                                    : std::string());
    }
    impl->name = firstOf(table, nameColumns, ColumnType::text);
    impl->sheet = table.columnNamed(fields::parcelReferences.sheet.name);
    impl->number = table.columnNamed(fields::parcelReferences.number.name);
    impl->begin = firstOf(table, beginColumns, ColumnType::date);
    impl->end = firstOf(table, endColumns, ColumnType::date);
    return KmlPlacemarks(std::move(impl));
}

KmlPlacemarks::KmlPlacemarks(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
KmlPlacemarks::KmlPlacemarks(KmlPlacemarks&&) noexcept = default;
KmlPlacemarks& KmlPlacemarks::operator=(KmlPlacemarks&&) noexcept = default;
KmlPlacemarks::~KmlPlacemarks() = default;

std::string KmlPlacemarks::written(std::span<const std::uint32_t> rows, std::uint8_t rowClass) {
    const std::string styleUrl = fmt::format("#{}", kmlStyleId(rowClass));
    for (const std::uint32_t row : rows) impl_->writePlacemark(row, styleUrl);
    return impl_->xml.take();
}

std::size_t KmlPlacemarks::lostPoints() const {
    return impl_->lost;
}

// The order of the elements is the schema's.
void KmlPlacemarks::Impl::writePlacemark(std::uint32_t row, const std::string& styleUrl) {
    xml.start("Placemark");
    writeName(row);
    writeBalloon(row);
    writeTime(row);
    xml.element("styleUrl", styleUrl);
    writeFields(row);
    writeShape(row);
    xml.end();
    xml.plain("\n");
}

void KmlPlacemarks::Impl::writeName(std::uint32_t row) {
    if (sheet != nullptr && number != nullptr && !sheet->isMissing(row) && !number->isMissing(row)) {
        const Label words{"Tờ {}, thửa {}", "Sheet {}, parcel {}"};
        xml.element("name", fmt::format(fmt::runtime(words.in(language)), sheet->valueText(row), number->valueText(row)));
    } else if (name != nullptr && !name->isMissing(row)) {
        xml.element("name", name->text[row]);
    }
}

void KmlPlacemarks::Impl::writeBalloon(std::uint32_t row) {
    scratch = "<table>";
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i].isMissing(row) || heads[i].empty()) continue;
        scratch += heads[i];
        scratch += readable(table.columns[i], row, language);
        scratch += "</td></tr>";
    }
    scratch += "</table>";
    xml.start("description");
    xml.html(scratch);
    xml.end();
}

void KmlPlacemarks::Impl::writeTime(std::uint32_t row) {
    const bool begins = begin != nullptr && !begin->isMissing(row);
    const bool ends = end != nullptr && !end->isMissing(row);
    if (!begins && !ends) return;
    xml.start("TimeSpan");
    if (begins) xml.element("begin", toIso(begin->dates[row]));
    if (ends) xml.element("end", toIso(end->dates[row]));
    xml.end();
}

void KmlPlacemarks::Impl::writeFields(std::uint32_t row) {
    const bool typed = fields == KmlFields::typed;
    xml.start("ExtendedData");
    if (typed) {
        xml.start("SchemaData");
        xml.attribute("schemaUrl", std::string("#") + kmlSchemaId);
    }
    for (const Column& column : table.columns) {
        if (column.isMissing(row)) continue;
        xml.start(typed ? "SimpleData" : "Data");
        xml.attribute("name", column.name);
        if (!typed) xml.start("value");
        if (column.type == ColumnType::text)
            xml.text(column.text[row]);
        else
            xml.plain(column.valueText(row));
        if (!typed) xml.end();
        xml.end();
    }
    if (typed) xml.end();
    xml.end();
}

void KmlPlacemarks::Impl::writeShape(std::uint32_t row) {
    const GeometryColumn& shapes = table.geometry;
    if (shapes.kind == GeometryKind::none || shapes.isEmpty(row)) return;
    const std::size_t firstPoint = shapes.ringOffsets[shapes.firstRing(row)];
    const std::size_t lastPoint = shapes.ringOffsets[shapes.lastRing(row)];
    degrees.assign(shapes.xy.begin() + static_cast<std::ptrdiff_t>(2 * firstPoint),
                   shapes.xy.begin() + static_cast<std::ptrdiff_t>(2 * lastPoint));
    if (const std::size_t failed = toDegrees.apply(degrees); failed > 0) {
        lost += failed;
        return;
    }
    const std::uint32_t firstPart = shapes.featureOffsets[row];
    const std::uint32_t lastPart = shapes.featureOffsets[row + 1];
    const bool several = lastPart - firstPart > 1;
    if (several) xml.start("MultiGeometry");
    for (std::uint32_t part = firstPart; part < lastPart; ++part) writePart(part, firstPoint);
    if (several) xml.end();
}

void KmlPlacemarks::Impl::writePart(std::uint32_t part, std::size_t firstPoint) {
    const GeometryColumn& shapes = table.geometry;
    const bool point = shapes.kind == GeometryKind::point;
    const bool polygon = shapes.kind == GeometryKind::polygon;
    xml.start(polygon ? "Polygon" : point ? "Point" : "LineString");
    if (shapes.kind == GeometryKind::line) xml.element("tessellate", "1");
    xml.element("altitudeMode", "clampToGround");
    const std::uint32_t first = shapes.partOffsets[part];
    if (!polygon) {
        writeCoordinates(first, firstPoint);
    } else {
        for (std::uint32_t ring = first; ring < shapes.partOffsets[part + 1]; ++ring)
            writeRing(ring == first ? "outerBoundaryIs" : "innerBoundaryIs", ring, firstPoint);
    }
    xml.end();
}

void KmlPlacemarks::Impl::writeRing(const char* boundary, std::uint32_t ring, std::size_t firstPoint) {
    xml.start(boundary);
    xml.start("LinearRing");
    writeCoordinates(ring, firstPoint);
    xml.end();
    xml.end();
}

void KmlPlacemarks::Impl::writeCoordinates(std::uint32_t ring, std::size_t firstPoint) {
    const GeometryColumn& shapes = table.geometry;
    scratch.clear();
    for (std::size_t i = shapes.ringOffsets[ring] - firstPoint; i < shapes.ringOffsets[ring + 1] - firstPoint; ++i) {
        if (!scratch.empty()) scratch += ' ';
        appendDegrees(scratch, degrees[2 * i]);
        scratch += ',';
        appendDegrees(scratch, degrees[2 * i + 1]);
    }
    xml.start("coordinates");
    xml.plain(scratch);
    xml.end();
}

} // namespace banlang
