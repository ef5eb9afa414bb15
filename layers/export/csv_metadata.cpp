// SPDX-License-Identifier: MIT
#include "layers/export/csv_metadata.h"

#include "layers/export/text_file.h"
#include "layers/provenance_lines.h"

#include <nlohmann/json.hpp>

#include <filesystem>

namespace banlang {
namespace {

using Json = nlohmann::ordered_json;

Json typeOf(const CsvColumn& column, const CsvFile& file, Language language) {
    Json number = {{"base", "decimal"}, {"format", {{"decimalChar", std::string(1, file.decimalMark())}}}};
    switch (column.kind) {
    case CsvColumn::Kind::number:
    case CsvColumn::Kind::x:
    case CsvColumn::Kind::y:
        return number;
    case CsvColumn::Kind::date:
        return {{"base", "date"}, {"format", language == Language::vietnamese ? "d/M/yyyy" : "yyyy-MM-dd"}};
    case CsvColumn::Kind::wkt:
    case CsvColumn::Kind::text:
        break;
    }
    return "string";
}

Json columnsOf(const CsvFile& file, Language language) {
    Json columns = Json::array();
    for (const CsvColumn& column : file.columns())
        columns.push_back(
            {{"name", column.name}, {"titles", {column.name, column.title}}, {"datatype", typeOf(column, file, language)}});
    return columns;
}

} // namespace

Result<void> writeCsvMetadata(const CsvFile& file, const Provenance& provenance, Language language, const std::string& path) {
    const char* const languageTag = language == Language::vietnamese ? "vi" : "en";
    const Json json = {{"@context", {"http://www.w3.org/ns/csvw", {{"@language", languageTag}}}},
                       {"url", std::filesystem::path(path).filename().string()},
                       {"dc:title", provenance.title},
                       {"dc:description", provenanceText(provenance, language)},
                       {"dc:temporal", toIso(provenance.asOf)},
                       {"dc:audience", noteOf(provenance.audience).in(language)},
                       {"dc:source", sourcesText(provenance, language)},
                       {"dc:creator", provenance.program},
                       {"dc:created", madeAtIso(provenance)},
                       {"dc:language", languageTag},
                       {"dialect", {{"delimiter", std::string(1, file.delimiter())}, {"encoding", "utf-8"}, {"header", true}}},
                       {"tableSchema", {{"columns", columnsOf(file, language)}}}};
    return writeTextFile(path + "-metadata.json", json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

} // namespace banlang
