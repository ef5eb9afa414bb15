// SPDX-License-Identifier: MIT
#include "core/intake/prepare.h"

#include "core/intake/sheet_header.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace banlang {
namespace {

Error noTable(const std::string& file, const std::string& layer) {
    return {
        ErrorKind::inputUnreadable,
        "no-table",
        {"Không thấy bảng nào: không dòng nào giống tiêu đề", "No table was found: no row looks like a header"},
        {"Cho biết dòng tiêu đề bằng header_rows trong tệp ánh xạ", "Say where the header is with header_rows in a mapping file"},
        {file, layer, -1, {}}};
}

Error unknownRole(const std::string& file, const std::string& layer) {
    return {ErrorKind::inputUnreadable,
            "role-unknown",
            {"Không đoán được lớp này chứa gì", "What this layer holds could not be guessed"},
            {"Cho biết bằng --as, ví dụ --as parcels, hoặc role trong tệp ánh xạ",
             "Say it with --as, for example --as parcels, or with role in a mapping file"},
            {file, layer, -1, {}}};
}

bool allEmpty(const FeatureTable& table) {
    return std::all_of(table.columns.begin(), table.columns.end(), [&](const Column& column) {
        for (std::size_t row = 0; row < table.rowCount; ++row) {
            if (!column.isMissing(row)) return false;
        }
        return true;
    });
}

struct SkippedCounts {
    std::size_t totals = 0;
    std::size_t groups = 0;
    std::string totalRows;
};

SkippedCounts countSkipped(const std::vector<SkippedSheetRow>& skipped) {
    SkippedCounts counts;
    for (const SkippedSheetRow& row : skipped) {
        counts.groups += row.kind == SheetRowKind::group ? 1U : 0U;
        if (row.kind != SheetRowKind::total) continue;
        ++counts.totals;
        constexpr std::size_t mostNamed = 12;
        if (counts.totals <= mostNamed) counts.totalRows += fmt::format("{}{}", counts.totalRows.empty() ? "" : ", ", row.row);
    }
    return counts;
}

void tellSkipped(const SheetReading& reading, PreparedLayer& layer) {
    const SkippedCounts counts = countSkipped(reading.skipped);
    const ErrorPlace where{layer.file, layer.raw.table.name, -1, {}};
    if (counts.totals > 0) {
        layer.problems.push_back({Severity::note,
                                  "total-rows",
                                  where,
                                  {fmt::format("{} dòng cộng không nạp (dòng {})", counts.totals, counts.totalRows),
                                   fmt::format("{} total rows were not loaded (rows {})", counts.totals, counts.totalRows)},
                                  {}});
    }
    if (!reading.certain) {
        layer.problems.push_back(
            {Severity::warning,
             "header-doubtful",
             where,
             {fmt::format("Lấy dòng {}–{} làm tiêu đề, nhưng dòng khác cũng có thể", reading.firstHeaderRow, reading.lastHeaderRow),
              fmt::format("Rows {}-{} were taken as the header, but others might be it", reading.firstHeaderRow,
                          reading.lastHeaderRow)},
             {"Nếu sai, đặt header_rows trong tệp ánh xạ", "If that is wrong, set header_rows in a mapping file"}});
    }
}

Result<void> findHeader(PreparedLayer& layer) {
    SheetHints hints;
    hints.headerRows = layer.decided.headerRows;
    hints.knowsHeader = isKnownHeader;
    auto reading = readSheet(layer.raw.table, hints);
    if (!reading) return Unexpected(noTable(layer.file, layer.raw.table.name));
    reading->table.name = layer.raw.table.name;
    tellSkipped(*reading, layer);
    layer.raw.table = std::move(reading->table);
    layer.raw.rowNumbers = std::move(reading->rowNumbers);
    layer.raw.cells = false;
    layer.headerRows = {reading->firstHeaderRow, reading->lastHeaderRow};
    layer.notes = {true, std::move(reading->titles)};
    return {};
}

/// The name of a sheet is typed in the font of its cells, where it shows.
std::string readableName(const PreparedLayer& layer) {
    const std::string& name = layer.raw.table.name;
    const auto legacy = std::find_if(layer.readings.begin(), layer.readings.end(),
                                     [](const ColumnReading& reading) { return reading.reading.throughCp1252; });
    return legacy == layer.readings.end() ? name : readText(name, legacy->reading);
}

std::vector<std::string> namesOver(const PreparedLayer& layer) {
    const std::filesystem::path path(layer.file);
    std::vector<std::string> names{readableName(layer)};
    names.insert(names.end(), layer.notes.titles.begin(), layer.notes.titles.end());
    names.push_back(path.stem().string());
    names.push_back(path.parent_path().filename().string());
    return names;
}

Question roleQuestion(const PreparedLayer& layer, std::vector<Role> rivals) {
    if (rivals.empty()) {
        for (const RecordKind& kind : recordKinds()) {
            if (geometryFits(layer.raw.table.geometry.kind, kind)) rivals.push_back(kind.role);
        }
    }
    Question question;
    question.kind = "role";
    question.text = {"Lớp này chứa gì?", "What does this layer hold?"};
    question.layers.emplace_back(layer.file, layer.raw.table.name);
    for (const Role role : rivals)
        question.options.push_back({std::string(recordKind(role).id), recordKind(role).label.text(), 0, {}});
    return question;
}

void tellDoubts(PreparedLayer& layer) {
    for (const ColumnReading& reading : layer.readings) {
        if (reading.certain) continue;
        std::string preview;
        for (const std::string& value : reading.preview) preview += (preview.empty() ? "" : "; ") + value;
        layer.problems.push_back({Severity::warning,
                                  "encoding-doubtful",
                                  {layer.file, layer.raw.table.name, -1, reading.column},
                                  {fmt::format("Đọc chữ theo {}, chưa chắc: {}", toText(reading.reading), preview),
                                   fmt::format("Text was read as {}, which is not certain: {}", toText(reading.reading), preview)},
                                  {"Nếu sai, dùng --encoding hoặc encodings trong tệp ánh xạ",
                                   "If that is wrong, use --encoding, or encodings in a mapping file"}});
    }
}

} // namespace

Result<PreparedLayer> prepare(RawLayer raw, const std::string& file, const LayerPlan& decided,
                              const std::vector<ReadingGuess>& guesses, const ReadingTally& import,
                              std::vector<Question>& questions) {
    PreparedLayer layer;
    layer.file = file;
    layer.decided = decided;
    layer.raw = std::move(raw);
    if (layer.raw.table.geometry.kind == GeometryKind::none && allEmpty(layer.raw.table))
        return Unexpected(noTable(file, layer.raw.table.name));
    layer.readings = decodeTexts(layer.raw, decided, guesses, import);
    if (layer.raw.cells) BANLANG_CHECK(findHeader(layer));
    layer.names = namesOver(layer);
    tellDoubts(layer);
    if (decided.role) {
        layer.role = *decided.role;
        return layer;
    }
    const RoleGuess guess = guessRole(layer.names, layer.raw.table);
    if (!guess.role) {
        ask(questions, roleQuestion(layer, guess.rivals));
        return Unexpected(unknownRole(file, layer.raw.table.name));
    }
    layer.role = *guess.role;
    return layer;
}

} // namespace banlang
