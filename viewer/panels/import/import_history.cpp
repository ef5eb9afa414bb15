// SPDX-License-Identifier: MIT
#include "viewer/panels/panels.h"

#include <fmt/format.h>

#include <filesystem>

// Every layer that was ever loaded into the store, the newest first; what is live can be taken back.

namespace banlang::viewer {
namespace {

constexpr float rowPx = 28;

struct Columns {
    Rect state, number, when, names, what, rows, action;
};

Columns columnsIn(Rect line) {
    Columns columns;
    line = line.inset(12, 0);
    columns.action = line.takeRight(128);
    line.takeRight(16);
    columns.rows = line.takeRight(84);
    line.takeRight(16);
    columns.state = line.takeLeft(150);
    columns.number = line.takeLeft(52);
    columns.number.w -= 12;
    columns.when = line.takeLeft(140);
    if (line.w > 420) columns.what = line.takeRight(170);
    columns.names = line;
    columns.names.w -= 12;
    return columns;
}

struct BatchLook {
    Icon icon;
    Token token;
    Label label;
};
BatchLook lookOf(BatchState state) {
    if (state == BatchState::undone) return {Icon::undo, Token::muted, {"Đã lấy lại", "Taken back"}};
    if (state == BatchState::replaced) return {Icon::link, Token::muted, {"Đã bị thay", "Replaced"}};
    return {Icon::check, Token::success, {"Đang dùng", "Live"}};
}

std::string nameOf(const StoredBatch& batch) {
    const std::string file = std::filesystem::path(batch.file).filename().string();
    const std::string layer = shownLayerName(batch.file, batch.layer);
    return layer.empty() ? file : fmt::format("{} · {}", file, layer);
}

void drawHead(const Ui& ui, const Painter& paint, Rect head) {
    paint.fill(head, ui.colour(Token::surface2));
    paint.fill({head.x, head.bottom() - 1, head.w, 1}, ui.colour(Token::border));
    const Columns columns = columnsIn(head);
    auto title = [&](Rect rect, const Label& label, Align align = Align::left) {
        paint.text(rect, ui.say(label), FontRole::hint, ui.colour(Token::muted), align);
    };
    title(columns.state, {"Tình trạng", "State"});
    title(columns.number, {"Số", "No."}, Align::right);
    title(columns.when, {"Nạp lúc", "Imported"});
    title(columns.names, {"Tệp và lớp", "File and layer"});
    title(columns.what, {"Là gì", "What it is"});
    title(columns.rows, {"Dòng", "Rows"}, Align::right);
}

void drawRow(Ui& ui, const Painter& paint, const StoredBatch& batch, Rect line) {
    const Columns columns = columnsIn(line);
    const bool live = batch.state == BatchState::live;
    const Colour ink = ui.colour(live ? Token::text : Token::muted);
    const BatchLook look = lookOf(batch.state);
    paint.fill({line.x, line.bottom() - 1, line.w, 1}, ui.colour(Token::track));
    Rect state = columns.state;
    paint.icon(look.icon, state.x + 7, std::round(state.midY()), 14, ui.colour(look.token));
    state.takeLeft(22);
    std::string word(ui.say(look.label));
    if (batch.replacedBy != 0) word += fmt::format(" {} {}", ui.say({"bởi số", "by no."}), batch.replacedBy);
    paint.text(state, word, FontRole::cell, ink);
    paint.text(columns.number, fmt::format("{}", batch.id), FontRole::cell, ink, Align::right);
    paint.text(columns.when, localTime(ui, batch.importedAt), FontRole::cell, ink);
    paint.text(columns.names, nameOf(batch), live ? FontRole::cellBold : FontRole::cell, ink);
    paint.text(columns.what, ui.say(recordKind(batch.role).label), FontRole::cell, ink);
    paint.text(columns.rows, ui.number(static_cast<double>(batch.rowsLoaded)), FontRole::cell, ink, Align::right);
    if (!live) return;
    const std::string control = fmt::format("import.undo.{}", batch.id);
    const ButtonSpec undo{control, Icon::undo, ui.say({"Lấy lại", "Take back"}), ButtonLook::bare, !ui.derived.job};
    if (button(ui, paint, columns.action.inset(0, 1), undo)) ui.emit(Verb::undoImport, {fmt::format("{}", batch.id)});
}

} // namespace

void drawImportHistory(Ui& ui, const Painter& paint, Rect rect) {
    drawHead(ui, paint, rect.takeTop(24));
    ScrollArea area(ui, "##import-history", rect);
    const std::vector<StoredBatch>& history = ui.document.importLog->history;
    if (history.empty()) {
        area.paint().text(area.row(40).inset(16, 0), ui.say({"Kho chưa có lần nạp nào.", "The store holds no import yet."}),
                          FontRole::body, ui.colour(Token::muted));
    }
    for (std::size_t i = history.size(); i-- > 0;) {
        const Rect line = area.row(rowPx);
        if (area.visible(line)) drawRow(ui, area.paint(), history[i], line);
    }
}

} // namespace banlang::viewer
