// SPDX-License-Identifier: MIT
#include "layers/export/shapefile_sidecars.h"

#include "layers/export/csv_file.h"
#include "layers/export/short_names.h"
#include "layers/export/text_file.h"
#include "layers/provenance_lines.h"

#include <cpl_conv.h>
#include <cpl_minixml.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace banlang {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t longestDbfText = 254;
constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

/// 20220518, as FGDC writes days.
std::string fgdcDay(std::string isoDay) {
    isoDay.resize(std::min<std::size_t>(isoDay.size(), 10));
    std::erase(isoDay, '-');
    return isoDay.empty() ? "unknown" : isoDay;
}

std::string fgdcMetadata(const Provenance& about, Language language) {
    const std::unique_ptr<CPLXMLNode, decltype(&CPLDestroyXMLNode)> root(CPLCreateXMLNode(nullptr, CXT_Element, "metadata"),
                                                                         CPLDestroyXMLNode);
    const auto set = [&](const char* element, const std::string& text) { CPLSetXMLValue(root.get(), element, text.c_str()); };
    const std::string audience(noteOf(about.audience).in(language));
    set("idinfo.citation.citeinfo.origin", about.program);
    set("idinfo.citation.citeinfo.pubdate", fgdcDay(madeAtIso(about)));
    set("idinfo.citation.citeinfo.title", about.title);
    set("idinfo.descript.abstract", provenanceText(about, language));
    set("idinfo.descript.purpose", audience);
    set("idinfo.timeperd.timeinfo.sngdate.caldate", fgdcDay(toIso(about.asOf)));
    set("idinfo.timeperd.current", std::string(Label{"tính đến ngày", "as of"}.in(language)));
    set("idinfo.status.progress", "Complete");
    set("idinfo.status.update", "As needed");
    set("idinfo.accconst", audience);
    set("idinfo.useconst", audience);
    set("dataqual.lineage.srcinfo.srccite.citeinfo.title", sourcesText(about, language));
    set("metainfo.metd", fgdcDay(madeAtIso(about)));
    set("metainfo.metstdn", "FGDC Content Standard for Digital Geospatial Metadata");
    set("metainfo.metstdv", "FGDC-STD-001-1998");
    const std::unique_ptr<char, decltype(&CPLFree)> text(CPLSerializeXMLTree(root.get()), CPLFree);
    return fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}", text.get());
}

} // namespace

std::string_view fittingDbf(std::string_view text) {
    if (text.size() <= longestDbfText) return text;
    std::size_t end = longestDbfText;
    const auto isWithinLetter = [&](std::size_t at) { return (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U; };
    while (end > 0 && isWithinLetter(end)) --end;
    return text.substr(0, end);
}

Result<ShapefileSidecars> writeShapefileSidecars(const FeatureTable& table, const Provenance& provenance, Language language,
                                                 const std::string& path) {
    ShapefileSidecars notes;
    std::vector<std::string> names;
    for (const Column& column : table.columns) names.push_back(column.name);
    notes.columnNames = shortNames(names);
    std::string list(byteOrderMark);
    list += "shp,banlang\r\n";
    std::string texts(byteOrderMark);
    texts += "row,column,text\r\n";
    for (std::size_t c = 0; c < names.size(); ++c) {
        list += fmt::format("{},{}\r\n", notes.columnNames[c], names[c]);
        const Column& column = table.columns[c];
        for (std::size_t row = 0; column.type == ColumnType::text && row < table.rowCount; ++row) {
            if (column.text[row].size() <= longestDbfText) continue;
            ++notes.cutTexts;
            texts += fmt::format("{},{},{}\r\n", row + 1, names[c], csvText(column.text[row]));
        }
    }
    const fs::path shapefile(path);
    BANLANG_CHECK(writeTextFile(fs::path(shapefile).replace_extension(".cot.csv"), list));
    if (notes.cutTexts > 0) {
        const fs::path file = fs::path(shapefile).replace_extension(".dai.csv");
        BANLANG_CHECK(writeTextFile(file, texts));
        notes.cutTextsFile = file.filename().string();
    }
    BANLANG_CHECK(writeTextFile(path + ".xml", fgdcMetadata(provenance, language)));
    return notes;
}

} // namespace banlang
