// SPDX-License-Identifier: MIT
#include "viewer/panels/panels.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

// The import: what came in, what has to be decided, and what can be taken back.

namespace banlang::viewer {
namespace {

struct View {
    ImportView view;
    Label title;
};
constexpr std::array<View, 3> views{{{ImportView::layers, {"Lớp dữ liệu", "Layers"}},
                                     {ImportView::questions, {"Cần quyết định", "Decisions"}},
                                     {ImportView::history, {"Lịch sử nạp", "History"}}}};

std::size_t countFor(const ImportLog& log, ImportView view) {
    if (view == ImportView::layers) return log.rows.size();
    return view == ImportView::questions ? log.report.questions.size() : log.history.size();
}

/// A switch of joined segments, like the one for the language.
void drawSwitch(Ui& ui, const Painter& paint, Rect& bar, const ImportLog& log) {
    for (const View& view : views) {
        const std::size_t count = countFor(log, view.view);
        const SegmentSpec segment{fmt::format("import.view.{}", id(view.view)), ui.say(view.title),
                                  ui.number(static_cast<double>(count)), ui.document.importView == view.view,
                                  view.view == ImportView::questions && count > 0};
        if (segmentButton(ui, paint, bar, segment)) ui.emit(Verb::importView, {std::string(id(view.view))});
    }
    bar.takeLeft(16);
}

struct Figure {
    std::size_t count;
    Label unit;
    Icon icon;
    Token token;
    bool always;
};

/// What came of it all, in one line; figures that are zero and would only worry are left out.
void drawSummary(const Ui& ui, const Painter& paint, Rect bar, const ImportLog& log) {
    const ImportTotals& totals = log.totals;
    const std::array<Figure, 5> figures{
        {{totals.refused, {"tệp, lớp không nạp được", "refused"}, Icon::close, Token::danger, false},
         {log.report.questions.size(), {"điều cần quyết định", "to decide"}, Icon::warning, Token::warning, false},
         {totals.layers, {"lớp", "layers"}, Icon::layers, Token::muted, true},
         {totals.rowsLoaded, {"dòng đã nạp", "rows loaded"}, Icon::check, Token::success, true},
         {totals.rowsRejected, {"dòng bị loại", "rows rejected"}, Icon::minus, Token::warning, true}}};
    for (const Figure& figure : figures) {
        if (figure.count == 0 && !figure.always) continue;
        const std::string count = ui.number(static_cast<double>(figure.count));
        const std::string_view unit = ui.say(figure.unit);
        const float width = 20 + paint.textWidth(count, FontRole::cellBold) + 5 + paint.textWidth(unit, FontRole::cell);
        if (width > bar.w) return;
        paint.icon(figure.icon, bar.x + 7, std::round(bar.midY()), 14, ui.colour(figure.count == 0 ? Token::muted : figure.token));
        bar.takeLeft(20);
        paint.text(bar, count, FontRole::cellBold, ui.colour(Token::text));
        bar.takeLeft(paint.textWidth(count, FontRole::cellBold) + 5);
        paint.text(bar, unit, FontRole::cell, ui.colour(Token::muted));
        bar.takeLeft(paint.textWidth(unit, FontRole::cell) + 18);
    }
}

void drawNothingYet(Ui& ui, const Painter& paint, Rect rect) {
    rect = rect.inset(16, 12);
    paint.text(rect.takeTop(24),
               ui.say({"Chưa nạp gì. Kéo thả thư mục hoặc tệp của các xã vào cửa sổ, hoặc chọn thư mục.",
                       "Nothing was imported yet. Drop the communes' folder or files on the window, or choose a folder."}),
               FontRole::body, ui.colour(Token::muted));
    rect.takeTop(8);
    const ButtonSpec choose{"import.folder", Icon::import, ui.say({"Nạp thư mục…", "Import folder…"}), ButtonLook::primary};
    if (button(ui, paint, rect.takeTop(32).takeLeft(buttonWidth(paint, choose) + 8), choose)) ui.emit(Verb::import);
}

void drawHead(Ui& ui, const Painter& paint, Rect bar, const ImportLog& log) {
    paint.fill({bar.x, bar.bottom() - 1, bar.w, 1}, ui.colour(Token::border));
    bar = bar.inset(12, 0);
    const ButtonSpec more{"import.folder", Icon::import, ui.say({"Nạp thư mục…", "Import folder…"}), ButtonLook::bordered,
                          !ui.derived.job};
    if (button(ui, paint, bar.takeRight(buttonWidth(paint, more)).inset(0, 5), more)) ui.emit(Verb::import);
    bar.takeRight(16);
    drawSwitch(ui, paint, bar, log);
    if (log.hasReport()) {
        drawSummary(ui, paint, bar, log);
    } else {
        paint.text(bar,
                   ui.say({"Chưa nạp thêm gì trong phiên này; dưới đây là những lần nạp trước.",
                           "Nothing was imported in this session; these are the imports before."}),
                   FontRole::cell, ui.colour(Token::muted));
    }
}

} // namespace

void drawImport(Ui& ui, const Painter& paint, Rect rect) {
    const ImportLog* log = ui.document.importLog.get();
    if (log == nullptr || (!log->hasReport() && log->history.empty())) return drawNothingYet(ui, paint, rect);
    drawHead(ui, paint, rect.takeTop(42), *log);
    switch (ui.document.importView) {
    case ImportView::questions:
        drawQuestions(ui, rect);
        break;
    case ImportView::history:
        drawImportHistory(ui, paint, rect);
        break;
    default: {
        const Rect details = rect.takeRight(std::min(520.0F, std::round(rect.w * 0.4F)));
        drawImportLayers(ui, paint, rect);
        paint.fill({details.x, details.y, 1, details.h}, ui.colour(Token::border));
        drawImportDetails(ui, paint, details);
        break;
    }
    }
}

} // namespace banlang::viewer
