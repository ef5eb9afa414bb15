// SPDX-License-Identifier: MIT
#include "core/store/import_dependents.h"
#include "core/text/format.h"
#include "viewer/panels/panels.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>

// Every import into the store, the newest first, with the layers that it loaded; what is live can be taken back, as a whole or
// layer by layer.

namespace banlang::viewer {
namespace {

constexpr float rowPx = 28;

struct Columns {
    Rect state, number, names, what, rows, action;
};

Columns columnsIn(Rect line) {
    Columns columns;
    line = line.inset(12, 0);
    columns.action = line.takeRight(150);
    line.takeRight(16);
    columns.rows = line.takeRight(84);
    line.takeRight(16);
    columns.state = line.takeLeft(150);
    columns.number = line.takeLeft(64);
    columns.number.w -= 12;
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

/// With its folder where another file of the import is called the same.
std::string nameOf(const StoredBatch& batch, const StoredImport& import) {
    const std::filesystem::path path(batch.file);
    const bool shared = std::ranges::any_of(import.batches, [&](const StoredBatch& other) {
        return other.file != batch.file && std::filesystem::path(other.file).filename() == path.filename();
    });
    const std::string file = (shared ? path.parent_path().filename() / path.filename() : path.filename()).string();
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
    title(columns.number, {"Lớp số", "Batch"}, Align::right);
    title(columns.names, {"Tệp và lớp", "File and layer"});
    title(columns.what, {"Là gì", "What it is"});
    title(columns.rows, {"Dòng", "Rows"}, Align::right);
}

bool bringBackButton(Ui& ui, const Painter& paint, Rect place, const std::string& number, std::string_view text) {
    const std::string control = fmt::format("import.redo.{}", number);
    return button(ui, paint, place.inset(0, 1), {control, Icon::redo, text, ButtonLook::bare, !ui.derived.job});
}

bool takeBackButton(Ui& ui, const Painter& paint, Rect place, const std::string& number, std::string_view text) {
    const std::string control = fmt::format("import.undo.{}", number);
    const ButtonSpec undo{control, Icon::undo, text, ButtonLook::bare, !ui.derived.job};
    return button(ui, paint, place.inset(0, 1), undo);
}

/// The head of an import: when, how much, and the way to take it back as a whole.
void drawImportLine(Ui& ui, const Painter& paint, const StoredImport& import, Rect line) {
    paint.fill(line, ui.colour(Token::surface2));
    paint.fill({line.x, line.bottom() - 1, line.w, 1}, ui.colour(Token::track));
    const Columns columns = columnsIn(line);
    const std::size_t live = import.liveBatches();
    const std::string count = fmt::format("{} {}", ui.number(static_cast<double>(import.batches.size())),
                                          ui.say({"lớp", import.batches.size() == 1 ? "layer" : "layers"}));
    std::string title = fmt::format("{} {} · {} · {}", ui.say({"Lần nạp", "Import"}), import.id,
                                    formatLocalTime(import.importedAt, ui.document.language), count);
    if (live == 0) title += fmt::format(" · {}", ui.say(lookOf(import.batches.back().state).label));
    if (live > 0 && live < import.batches.size())
        title += fmt::format(" · {} {}", ui.number(static_cast<double>(live)), ui.say({"còn dùng", "still live"}));
    const Rect text{columns.state.x, line.y, columns.rows.x - columns.state.x - 16, line.h};
    paint.text(text, title, FontRole::cellBold, ui.colour(live > 0 ? Token::text : Token::muted));
    paint.text(columns.rows, ui.number(static_cast<double>(import.rowsLoaded)), FontRole::cellBold,
               ui.colour(live > 0 ? Token::text : Token::muted), Align::right);
    const std::string number = fmt::format("import:{}", import.id);
    if (live > 0 && takeBackButton(ui, paint, columns.action, number, ui.say({"Lấy lại cả lần", "Take all back"})))
        ui.emit(Verb::undoImport, {number});
    const bool undone =
        std::ranges::any_of(import.batches, [](const StoredBatch& batch) { return batch.state == BatchState::undone; });
    if (live == 0 && undone && bringBackButton(ui, paint, columns.action, number, ui.say({"Đưa lại cả lần", "Bring all back"})))
        ui.emit(Verb::redoImport, {number});
}

/// One layer; where it is all that its import brought, it is taken back with it.
void drawRow(Ui& ui, const Painter& paint, const StoredImport& import, const StoredBatch& batch, Rect line) {
    const Columns columns = columnsIn(line);
    const bool live = batch.state == BatchState::live;
    const Colour ink = ui.colour(live ? Token::text : Token::muted);
    const BatchLook look = lookOf(batch.state);
    paint.fill({line.x, line.bottom() - 1, line.w, 1}, ui.colour(Token::track));
    Rect state = columns.state;
    state.takeLeft(14);
    paint.icon(look.icon, state.x + 7, std::round(state.midY()), 14, ui.colour(look.token));
    state.takeLeft(22);
    std::string word(ui.say(look.label));
    if (batch.replacedBy != 0) word += fmt::format(" {} {}", ui.say({"bởi số", "by no."}), batch.replacedBy);
    paint.text(state, word, FontRole::cell, ink);
    paint.text(columns.number, fmt::format("{}", batch.id), FontRole::cell, ink, Align::right);
    paint.text(columns.names, nameOf(batch, import), live ? FontRole::cellBold : FontRole::cell, ink);
    paint.text(columns.what, ui.say(recordKind(batch.role).label), FontRole::cell, ink);
    paint.text(columns.rows, ui.number(static_cast<double>(batch.rowsLoaded)), FontRole::cell, ink, Align::right);
    const std::string number = fmt::format("{}", batch.id);
    if (live && takeBackButton(ui, paint, columns.action, number, ui.say({"Lấy lại", "Take back"})))
        ui.emit(Verb::undoImport, {number});
    if (batch.state == BatchState::undone && bringBackButton(ui, paint, columns.action, number, ui.say({"Đưa lại", "Bring back"})))
        ui.emit(Verb::redoImport, {number});
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
    const std::vector<StoredImport> imports = importsOf(history);
    for (std::size_t i = imports.size(); i-- > 0;) {
        const Rect head = area.row(rowPx);
        if (area.visible(head)) drawImportLine(ui, area.paint(), imports[i], head);
        for (const StoredBatch& batch : imports[i].batches) {
            const Rect line = area.row(rowPx);
            if (area.visible(line)) drawRow(ui, area.paint(), imports[i], batch, line);
        }
    }
}

} // namespace banlang::viewer
