// SPDX-License-Identifier: MIT
#include "viewer/panels/panels.h"

#include <fmt/format.h>
#include <imgui/imgui.h>

// The layers of an import, one line each: what was refused first.

namespace banlang::viewer {
namespace {

constexpr float rowPx = 24;

/// Places of the columns; those without room have no width.
struct Columns {
    Rect sign, file, what, loaded, rejected, encoding, crs, notes;
};

Columns columnsIn(Rect line) {
    constexpr float leastFilePx = 200;
    constexpr float whatPx = 148;
    constexpr float encodingPx = 128;
    constexpr float crsPx = 96;
    constexpr float scrollbarPx = 10;
    Columns columns;
    line = line.inset(10, 0);
    line.takeRight(scrollbarPx);
    columns.sign = line.takeLeft(22);
    columns.notes = line.takeRight(84);
    // The narrower the window, the more columns go: what a layer is taken for stays longest.
    float spare = line.w - leastFilePx - 76 - 78;
    auto affordable = [&](float width) {
        if (spare < width) return false;
        spare -= width;
        return true;
    };
    const bool what = affordable(whatPx);
    const bool encoding = what && affordable(encodingPx);
    const bool crs = encoding && affordable(crsPx);
    auto take = [&](float width, float gap) {
        Rect column = line.takeRight(width);
        column.w -= gap;
        return column;
    };
    if (crs) columns.crs = take(crsPx, 12);
    if (encoding) columns.encoding = take(encodingPx, 12);
    columns.rejected = take(78, 22);
    columns.loaded = take(76, 12);
    if (what) columns.what = take(whatPx, 8);
    columns.file = line;
    columns.file.w -= 10;
    return columns;
}

void drawHead(const Ui& ui, const Painter& paint, Rect head) {
    paint.fill(head, ui.colour(Token::surface2));
    paint.fill({head.x, head.bottom() - 1, head.w, 1}, ui.colour(Token::border));
    const Columns columns = columnsIn(head);
    const Colour muted = ui.colour(Token::muted);
    auto title = [&](Rect rect, const Label& label, Align align = Align::left) {
        paint.text(rect, ui.say(label), FontRole::hint, muted, align);
    };
    title(columns.file, {"Tệp và lớp", "File and layer"});
    title(columns.what, {"Là gì", "What it is"});
    title(columns.loaded, {"Nạp", "Loaded"}, Align::right);
    title(columns.rejected, {"Loại", "Rejected"}, Align::right);
    title(columns.encoding, {"Bảng mã", "Encoding"});
    title(columns.crs, {"Hệ tọa độ", "CRS"});
    title(columns.notes, {"Lưu ý", "Notes"}, Align::right);
}

/// The file with its folder, muted, and the layer when it is another name.
void drawNames(const Painter& paint, Rect rect, const ImportRow& row, RowColours ink, bool strong) {
    const std::size_t slash = row.shownFile.rfind('/');
    const std::string folder = slash == std::string::npos ? std::string() : row.shownFile.substr(0, slash + 1);
    const std::string name = row.shownFile.substr(folder.size());
    const FontRole role = strong ? FontRole::cellBold : FontRole::cell;
    const float nameWidth = paint.textWidth(name, role) + 1;
    const std::string layer = row.shownLayer.empty() ? std::string() : fmt::format(" · {}", row.shownLayer);
    const float layerWidth = paint.textWidth(layer, FontRole::cell) + 1;
    // Where room is short the folder goes first.
    const float folderRoom = rect.w - nameWidth - layerWidth;
    if (!folder.empty() && folderRoom >= paint.textWidth(folder, FontRole::cell)) {
        paint.text(rect, folder, FontRole::cell, ink.muted);
        rect.takeLeft(paint.textWidth(folder, FontRole::cell));
    }
    Rect first = rect.takeLeft(std::min(nameWidth, rect.w));
    paint.text(first, name, role, ink.text);
    paint.text(rect, layer, FontRole::cell, ink.text);
}

void drawNotes(const Ui& ui, const Painter& paint, Rect rect, const ImportRow& row, RowColours ink, bool selected) {
    struct Note {
        std::size_t count;
        Icon icon;
        Token token;
    };
    const Note notes[] = {{row.notes, Icon::info, Token::muted},
                          {row.warnings, Icon::warning, Token::warning},
                          {row.rejected, Icon::close, Token::danger}};
    for (const Note& note : notes) {
        if (note.count == 0) continue;
        const std::string count = ui.number(static_cast<double>(note.count));
        const float width = paint.textWidth(count, FontRole::hint);
        if (rect.w < width + 18) return;
        paint.text(rect.takeRight(width), count, FontRole::hint, ink.text);
        const Rect sign = rect.takeRight(18);
        paint.icon(note.icon, sign.x + 7, std::round(sign.midY()), 13, selected ? ink.text : ui.colour(note.token));
        rect.takeRight(8);
    }
}

void drawBatch(const Ui& ui, const Painter& paint, const Columns& columns, const ImportRow& row, const CheckedBatch& batch,
               RowColours ink, bool selected) {
    drawNames(paint, columns.file, row, ink, selected);
    paint.text(columns.what, ui.say(recordKind(batch.role).label), FontRole::cell, ink.text);
    if (row.state == ImportState::unchanged) {
        Rect rect = columns.loaded;
        rect.w = columns.rejected.right() - rect.x;
        paint.text(rect, ui.say({"đã nạp trước", "there already"}), FontRole::cell, ink.muted, Align::right);
    } else {
        paint.text(columns.loaded, ui.number(static_cast<double>(rowsLoaded(batch))), FontRole::cell, ink.text, Align::right);
        const bool some = batch.rowsRejected > 0;
        paint.text(columns.rejected, ui.number(static_cast<double>(batch.rowsRejected)), some ? FontRole::cellBold : FontRole::cell,
                   selected ? ink.text
                   : some   ? ui.colour(Token::danger)
                            : ink.muted,
                   Align::right);
    }
    paint.text(columns.encoding, batch.encoding, FontRole::cell, ink.text);
    paint.text(columns.crs, batch.crs.empty() ? ui.say({"bảng", "table"}) : std::string_view(batch.crs), FontRole::cell,
               batch.crs.empty() ? ink.muted : ink.text);
    if (row.state != ImportState::unchanged) drawNotes(ui, paint, columns.notes, row, ink, selected);
}

/// What did not come in says why, over all columns.
void drawError(const Ui& ui, const Painter& paint, Rect line, const ImportRow& row, const Error& error, RowColours ink,
               bool selected) {
    const Columns columns = columnsIn(line);
    drawNames(paint, columns.file, row, ink, selected);
    const float left = columns.what.w > 0 ? columns.what.x : columns.loaded.x;
    const Rect rest{left, line.y, line.right() - 10 - left, line.h};
    const StateLook look = lookOf(row);
    const std::string why = row.state == ImportState::waiting
                                ? fmt::format("{}: {}", ui.say(look.label), error.message.in(ui.document.language))
                                : error.message.in(ui.document.language);
    paint.text(rest, why, FontRole::cell, selected ? ink.text : ui.colour(look.token));
}

void drawRow(Ui& ui, const Painter& paint, const ImportLog& log, std::size_t index, Rect line) {
    const ImportRow& row = log.rows[index];
    const bool selected = ui.document.importRow == index;
    const Press state = press(ui, fmt::format("import.row.{}", index + 1), line);
    if (row.state == ImportState::refused) paint.fill(line, ui.colour(Token::dangerBackground));
    if (row.state == ImportState::waiting) paint.fill(line, ui.colour(Token::warningBackground));
    const bool tinted = row.state == ImportState::refused || row.state == ImportState::waiting;
    const RowColours ink = rowBackground(ui, paint, line, state.hovered && !tinted, selected);
    paint.fill({line.x, line.bottom() - 1, line.w, 1}, ui.colour(Token::track));
    const Columns columns = columnsIn(line);
    const StateLook look = lookOf(row);
    paint.icon(look.icon, columns.sign.x + 7, std::round(line.midY()), 14, selected ? ink.text : ui.colour(look.token));
    if (const CheckedBatch* batch = log.batchOf(row)) {
        drawBatch(ui, paint, columns, row, *batch, ink, selected);
    } else {
        drawError(ui, paint, line, row, *log.errorOf(row), ink, selected);
    }
    if (state.clicked) {
        ui.state.revealedImportRow = index;
        ui.state.allEncodings = ui.state.otherRoles = false;
        ui.emit(Verb::importRow, {fmt::format("{}", index + 1)});
    }
}

} // namespace

StateLook lookOf(const ImportRow& row) {
    switch (row.state) {
    case ImportState::refused:
        return {Icon::close, Token::danger, {"Không nạp được", "Refused"}};
    case ImportState::waiting:
        return {Icon::flag, Token::warning, {"Chờ quyết định", "Waits for a decision"}};
    case ImportState::unchanged:
        return {Icon::link, Token::muted, {"Đã nạp trước, không đổi", "There already, unchanged"}};
    case ImportState::leftOut:
        return {Icon::minus, Token::muted, {"Bỏ qua", "Left out"}};
    default:
        break;
    }
    if (row.rejected + row.warnings > 0) return {Icon::warning, Token::warning, {"Đã nạp, có cảnh báo", "Loaded, with warnings"}};
    return {Icon::check, Token::success, {"Đã nạp", "Loaded"}};
}

void drawImportLayers(Ui& ui, const Painter& paint, Rect rect) {
    const ImportLog& log = *ui.document.importLog;
    drawHead(ui, paint, rect.takeTop(rowPx));
    ScrollArea area(ui, "##import-layers", rect);
    if (log.rows.empty()) {
        area.paint().text(area.row(40).inset(16, 0),
                          ui.say({"Chưa nạp lớp nào trong phiên này.", "No layer was imported in this session."}), FontRole::body,
                          ui.colour(Token::muted));
    }
    for (std::size_t i = 0; i < log.rows.size(); ++i) {
        const Rect line = area.row(rowPx);
        if (ui.document.importRow == i && ui.state.revealedImportRow != i) {
            if (line.y < rect.y || line.bottom() > rect.bottom()) ImGui::SetScrollFromPosY(line.midY() - ImGui::GetWindowPos().y);
            ui.state.revealedImportRow = i;
            ui.state.allEncodings = ui.state.otherRoles = false;
        }
        if (area.visible(line)) drawRow(ui, area.paint(), log, i, line);
    }
}

} // namespace banlang::viewer
