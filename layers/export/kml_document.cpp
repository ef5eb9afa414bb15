// SPDX-License-Identifier: MIT
#include "layers/export/kml_document.h"

#include "core/base/parallel.h"
#include "core/text/keys.h"
#include "core/text/xml_text.h"
#include "layers/export/detail/xml_writer.h"
#include "layers/export/display_name.h"
#include "layers/export/kml_placemarks.h"
#include "layers/provenance_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <numeric>

namespace banlang {
namespace {

constexpr std::size_t rowsPerPiece = 1'000;
/// A fill that hides nothing on a map of its own would hide the picture of the ground.
constexpr std::uint8_t densestFill = 153;
constexpr double thinnestLinePx = 2;
/// KML knows no dashes.
constexpr double dashedOpacity = 0.5;

/// Rows of one class that one thread writes together.
struct Piece {
    std::uint8_t rowClass = noClass;
    std::size_t begin = 0, end = 0; ///< in the ordered rows
    bool opensFolder = false, closesFolder = false;
};

/// KML writes alpha, blue, green, red.
std::string kmlColour(Colour colour) {
    return fmt::format("{:02x}{:02x}{:02x}{:02x}", colour.a, colour.b, colour.g, colour.r);
}

void writeColour(XmlWriter& xml, const char* element, Colour colour, std::string_view width = {}) {
    xml.start(element);
    xml.element("color", kmlColour(colour));
    if (!width.empty()) xml.element("width", width);
    xml.end();
}

void writePointStyle(XmlWriter& xml, Colour colour) {
    xml.start("IconStyle");
    xml.element("color", kmlColour(colour));
    xml.start("Icon");
    xml.element("href", "http://maps.google.com/mapfiles/kml/shapes/shaded_dot.png");
    xml.end();
    xml.end();
}

void writeStyle(XmlWriter& xml, std::uint8_t rowClass, const ClassStyle& style, GeometryKind kind) {
    xml.start("Style");
    xml.attribute("id", kmlStyleId(rowClass));
    if (kind == GeometryKind::point) writePointStyle(xml, mainColour(style));
    if (kind == GeometryKind::line) {
        Colour colour = mainColour(style);
        if (const StrokeStyle* stroke = mainStroke(style); stroke != nullptr && !stroke->dashPx.empty())
            colour.a = static_cast<std::uint8_t>(colour.a * dashedOpacity);
        writeColour(xml, "LineStyle", colour, fmt::format("{:.1f}", std::max(thinnestLinePx, mainWidthPx(style))));
    }
    if (kind == GeometryKind::polygon) {
        const StrokeStyle* stroke = mainStroke(style);
        const Colour outline = stroke == nullptr ? mainColour(style) : stroke->colour;
        writeColour(xml, "LineStyle", outline, fmt::format("{:.1f}", mainWidthPx(style)));
        Colour fill = style.fill ? mainColour(style) : Colour{0, 0, 0, 0};
        fill.a = std::min(fill.a, densestFill);
        writeColour(xml, "PolyStyle", fill);
    }
    xml.start("BalloonStyle");
    xml.element("text", "<b>$[name]</b><br/>$[description]");
    xml.end();
    xml.end();
    xml.plain("\n");
}

KmlFields fieldsOf(const ExportRequest& request) {
    const std::string ending = std::filesystem::path(request.path).extension().string();
    return lowerCase(ending) == ".kmz" ? KmlFields::plain : KmlFields::typed;
}

void writeSchema(XmlWriter& xml, const FeatureTable& table, const MapLayer& layer, Language language) {
    xml.start("Schema");
    xml.attribute("name", layer.id);
    xml.attribute("id", kmlSchemaId);
    for (const Column& column : table.columns) {
        xml.start("SimpleField");
        xml.attribute("name", column.name);
        xml.attribute("type", column.type == ColumnType::number ? "double" : "string");
        xml.element("displayName", displayName(layer.attributeNames, column.name, language));
        xml.end();
    }
    xml.end();
    xml.plain("\n");
}

void writeAbout(XmlWriter& xml, const MapLayer& layer, const ExportRequest& request) {
    const std::string& title = request.provenance.title;
    xml.element("name", title.empty() ? layer.title.in(request.language) : std::string_view(title));
    xml.element("open", "1");
    std::string table;
    for (const ProvenanceLine& line : provenanceLines(request.provenance, request.language))
        table +=
            fmt::format("<tr><td>{}</td><td>{}</td></tr>", markupText(line.label.in(request.language)), markupText(line.value));
    xml.start("description");
    xml.html(fmt::format("<table>{}</table>", table));
    xml.end();
}

/// The same for programs.
void writeData(XmlWriter& xml, const ExportRequest& request) {
    xml.start("ExtendedData");
    for (const ProvenanceLine& line : provenanceLines(request.provenance, request.language)) {
        xml.start("Data");
        xml.attribute("name", line.key);
        xml.element("value", line.value);
        xml.end();
    }
    xml.end();
}

} // namespace

struct KmlDocument::Impl {
    const MapLayer& layer;
    const FeatureTable& table;
    const RowStyles& styles;
    const ExportRequest& request;
    std::vector<KmlPlacemarks> writers{}; ///< one for each core
    std::vector<std::uint32_t> rows{};    ///< folder by folder, and within one as in the table
    std::vector<Piece> pieces{};
    std::size_t nextPiece = 0;
    XmlWriter frame{}; ///< all but the placemarks
    bool begun = false, stopped = false, ended = false;
    std::vector<std::string> texts{}; ///< of the pieces under way
    PendingRanges coming{};           ///< writes them; last: it uses the others

    [[nodiscard]] std::uint8_t classOf(std::uint32_t row) const {
        return styles.classOf[row] < styles.styles.size() ? styles.classOf[row] : noClass;
    }
    [[nodiscard]] std::string_view folderName(std::uint8_t rowClass) const;
    [[nodiscard]] std::vector<std::uint8_t> foldersByClass() const;
    void arrange();
    void writeHead();
    void begin();
    std::string finished();
};

std::string_view KmlDocument::Impl::folderName(std::uint8_t rowClass) const {
    if (rowClass == noClass && !styles.styles.empty()) {
        constexpr Label without{"Không thuộc loại nào trên bản đồ", "Of no class on the map"};
        return without.in(request.language);
    }
    const std::string_view label =
        rowClass < styles.labels.size() ? styles.labels[rowClass].in(request.language) : std::string_view{};
    return label.empty() ? layer.title.in(request.language) : label;
}

/// Classes of one name share a folder: for each class the first that has its name.
std::vector<std::uint8_t> KmlDocument::Impl::foldersByClass() const {
    std::vector<std::uint8_t> folders(std::size_t{noClass} + 1, noClass);
    for (std::size_t i = 0; i < styles.styles.size(); ++i) {
        const auto rowClass = static_cast<std::uint8_t>(i);
        std::uint8_t first = 0;
        while (folderName(first) != folderName(rowClass)) ++first;
        folders[i] = first;
    }
    return folders;
}

void KmlDocument::Impl::arrange() {
    const std::vector<std::uint8_t> folders = foldersByClass();
    const auto place = [&](std::uint32_t row) { return std::pair(folders[classOf(row)], classOf(row)); };
    rows.resize(table.rowCount);
    std::iota(rows.begin(), rows.end(), 0U);
    std::stable_sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) { return place(a) < place(b); });
    for (std::size_t begin = 0; begin < rows.size();) {
        const auto [folder, rowClass] = place(rows[begin]);
        std::size_t end = begin;
        while (end < rows.size() && end < begin + rowsPerPiece && classOf(rows[end]) == rowClass) ++end;
        const bool first = begin == 0 || folders[classOf(rows[begin - 1])] != folder;
        const bool last = end == rows.size() || folders[classOf(rows[end])] != folder;
        pieces.push_back({rowClass, begin, end, first, last});
        begin = end;
    }
}

void KmlDocument::Impl::writeHead() {
    frame.declaration();
    frame.start("kml");
    frame.attribute("xmlns", "http://www.opengis.net/kml/2.2");
    frame.start("Document");
    writeAbout(frame, layer, request);
    const GeometryKind kind = table.geometry.kind;
    for (std::size_t i = 0; i < styles.styles.size(); ++i) writeStyle(frame, static_cast<std::uint8_t>(i), styles.styles[i], kind);
    writeStyle(frame, noClass, {}, kind);
    writeData(frame, request);
    if (fieldsOf(request) == KmlFields::typed) writeSchema(frame, table, layer, request.language);
}

/// As many pieces as there are writers.
void KmlDocument::Impl::begin() {
    begun = true;
    texts.resize(std::min(writers.size(), pieces.size() - nextPiece));
    coming.begin(texts.size(), 1, [this](std::size_t i, std::size_t /*end*/) {
        const Piece& piece = pieces[nextPiece + i];
        texts[i] = writers[i].written(std::span(rows).subspan(piece.begin, piece.end - piece.begin), piece.rowClass);
    });
}

/// The pieces that were begun, in their order; the end of the document after the last.
std::string KmlDocument::Impl::finished() {
    coming.wait();
    std::string all;
    for (const std::string& text : texts) {
        const Piece& piece = pieces[nextPiece++];
        if (piece.opensFolder) {
            frame.start("Folder");
            frame.element("name", folderName(piece.rowClass));
            frame.plain("\n");
        }
        all += frame.take();
        all += text;
        if (piece.closesFolder) {
            frame.end();
            frame.plain("\n");
        }
    }
    if (nextPiece == pieces.size() && !ended) {
        frame.end();
        frame.end();
        frame.plain("\n");
        ended = true;
    }
    return all + frame.take();
}

Result<KmlDocument> KmlDocument::of(const MapLayer& layer, const FeatureTable& table, const RowStyles& styles,
                                    const ExportRequest& request) {
    auto impl = std::make_unique<Impl>(Impl{layer, table, styles, request});
    impl->arrange();
    for (std::size_t i = 0; i < std::min(workerCount(), std::max<std::size_t>(1, impl->pieces.size())); ++i) {
        BANLANG_TRY(writer, KmlPlacemarks::of(table, layer.attributeNames, request.epsg, request.language, fieldsOf(request)));
        impl->writers.push_back(std::move(writer));
    }
    impl->writeHead();
    return KmlDocument(std::move(impl));
}

KmlDocument::KmlDocument(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
KmlDocument::KmlDocument(KmlDocument&&) noexcept = default;
KmlDocument::~KmlDocument() = default;

std::string KmlDocument::next() {
    if (impl_->ended || impl_->stopped) return {};
    if (!impl_->begun) impl_->begin();
    std::string text = impl_->finished();
    impl_->stopped = impl_->request.progress.shouldStop();
    if (impl_->stopped) return {};
    if (!impl_->ended) impl_->begin();
    return text;
}

std::uint64_t KmlDocument::bytesAtMost() const {
    constexpr std::uint64_t frame = 1'000'000; // head, folders
    constexpr std::uint64_t perRow = 700;
    constexpr std::uint64_t perPoint = 28;
    constexpr std::uint64_t perValue = 120;    // tags in fields and balloon, digits
    constexpr std::uint64_t perCharacter = 12; // in both, each escaped
    constexpr std::uint64_t perRing = 120;
    const FeatureTable& table = impl_->table;
    std::uint64_t bytes = frame + perPoint * table.geometry.pointCount() + perRing * table.geometry.ringOffsets.size();
    std::uint64_t ofRow = perRow;
    for (const Column& column : table.columns) {
        ofRow +=
            perValue + column.name.size() + displayName(impl_->layer.attributeNames, column.name, impl_->request.language).size();
        bytes += perCharacter * column.text.characterCount();
    }
    return bytes + ofRow * table.rowCount;
}

std::size_t KmlDocument::lostPoints() const {
    std::size_t lost = 0;
    for (const KmlPlacemarks& writer : impl_->writers) lost += writer.lostPoints();
    return lost;
}

} // namespace banlang
