// SPDX-License-Identifier: MIT
#include "core/intake/parse_layer.h"

#include "core/intake/worksheets/worksheet_header.h"

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

SkippedCounts countSkipped(const std::vector<SkippedWorksheetRow>& skipped) {
    SkippedCounts counts;
    for (const SkippedWorksheetRow& row : skipped) {
        counts.groups += row.kind == WorksheetRowKind::group ? 1U : 0U;
        if (row.kind != WorksheetRowKind::total) continue;
        ++counts.totals;
        constexpr std::size_t mostNamed = 12;
        if (counts.totals <= mostNamed) counts.totalRows += fmt::format("{}{}", counts.totalRows.empty() ? "" : ", ", row.row);
    }
    return counts;
}

void tellSkipped(const WorksheetTable& worksheet, ParsedLayer& layer) {
    const SkippedCounts counts = countSkipped(worksheet.skipped);
    const ErrorPlace where{layer.file, layer.raw.table.name, -1, {}};
    if (counts.totals > 0) {
        layer.problems.push_back({Severity::note,
                                  "total-rows",
                                  where,
                                  {fmt::format("{} dòng cộng không nạp (dòng {})", counts.totals, counts.totalRows),
                                   fmt::format("{} total rows were not loaded (rows {})", counts.totals, counts.totalRows)},
                                  {}});
    }
    if (!worksheet.certain) {
        layer.problems.push_back(
            {Severity::warning,
             "header-doubtful",
             where,
             {fmt::format("Lấy dòng {}–{} làm tiêu đề, nhưng dòng khác cũng có thể", worksheet.firstHeaderRow,
                          worksheet.lastHeaderRow),
              fmt::format("Rows {}-{} were taken as the header, but others might be it", worksheet.firstHeaderRow,
                          worksheet.lastHeaderRow)},
             {"Nếu sai, đặt header_rows trong tệp ánh xạ", "If that is wrong, set header_rows in a mapping file"}});
    }
}

Result<void> findHeader(ParsedLayer& layer) {
    WorksheetHints hints;
    hints.headerRows = layer.userProfile.headerRows;
    hints.knowsHeader = isKnownHeader;
    auto worksheet = readWorksheet(layer.raw.table, hints);
    if (!worksheet) return Unexpected(noTable(layer.file, layer.raw.table.name));
    worksheet->table.name = layer.raw.table.name;
    tellSkipped(*worksheet, layer);
    layer.raw.table = std::move(worksheet->table);
    layer.raw.rowNumbers = std::move(worksheet->rowNumbers);
    layer.raw.cells = false;
    layer.headerRows = {worksheet->firstHeaderRow, worksheet->lastHeaderRow};
    layer.notes = {true, std::move(worksheet->titles)};
    return {};
}

/// The name of a worksheet is typed in the font of its cells, where it shows.
std::string readableName(const ParsedLayer& layer) {
    const std::string& name = layer.raw.table.name;
    const auto legacy = std::find_if(layer.decodings.begin(), layer.decodings.end(),
                                     [](const ColumnDecoding& decoding) { return decoding.decoding.throughCp1252; });
    return legacy == layer.decodings.end() ? name : decodeText(name, legacy->decoding);
}

std::vector<std::string> namesOver(const ParsedLayer& layer) {
    const std::filesystem::path path(layer.file);
    std::vector<std::string> names{readableName(layer)};
    names.insert(names.end(), layer.notes.titles.begin(), layer.notes.titles.end());
    names.push_back(path.stem().string());
    names.push_back(path.parent_path().filename().string());
    return names;
}

Question roleQuestion(const ParsedLayer& layer, std::vector<Role> rivals) {
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

void tellDoubts(ParsedLayer& layer) {
    for (const ColumnDecoding& decoding : layer.decodings) {
        if (decoding.certain) continue;
        std::string preview;
        for (const std::string& value : decoding.preview) preview += (preview.empty() ? "" : "; ") + value;
        layer.problems.push_back(
            {Severity::warning,
             "encoding-doubtful",
             {layer.file, layer.raw.table.name, -1, decoding.column},
             {fmt::format("Đọc chữ theo {}, chưa chắc: {}", toText(decoding.decoding), preview),
              fmt::format("Text was read as {}, which is not certain: {}", toText(decoding.decoding), preview)},
             {"Nếu sai, dùng --encoding hoặc encodings trong tệp ánh xạ",
              "If that is wrong, use --encoding, or encodings in a mapping file"}});
    }
}

} // namespace

Result<ParsedLayer> parseLayer(RawLayer raw, const std::string& file, const ImportProfile& userProfile,
                               const std::vector<EncodingGuess>& guesses, const EncodingTally& import,
                               std::vector<Question>& questions) {
    ParsedLayer layer;
    layer.file = file;
    layer.userProfile = userProfile;
    layer.raw = std::move(raw);
    if (layer.raw.table.geometry.kind == GeometryKind::none && allEmpty(layer.raw.table))
        return Unexpected(noTable(file, layer.raw.table.name));
    layer.decodings = decodeTexts(layer.raw, userProfile, guesses, import);
    if (layer.raw.cells) BANLANG_CHECK(findHeader(layer));
    layer.names = namesOver(layer);
    tellDoubts(layer);
    if (userProfile.role) {
        layer.role = *userProfile.role;
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
