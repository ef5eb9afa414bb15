// SPDX-License-Identifier: MIT
#include "viewer/panels/panels.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>

// What is known of the layer that is chosen in the list of an import: how its texts were read, and what is wrong with it.

namespace banlang::viewer {
namespace {

constexpr float marginPx = 14;
struct OfferedEncoding {
    TextEncoding encoding;
    std::string_view name;
};
constexpr std::array<OfferedEncoding, 5> encodings{{{TextEncoding::tcvn3, "TCVN3"},
                                                    {TextEncoding::vniWindows, "VNI-Windows"},
                                                    {TextEncoding::cp1258, "CP1258"},
                                                    {TextEncoding::viscii, "VISCII"},
                                                    {TextEncoding::utf8, "UTF-8"}}};

struct SeverityLook {
    Icon icon;
    Token token;
};
SeverityLook lookOf(Severity severity) {
    if (severity == Severity::rejected) return {Icon::close, Token::danger};
    return severity == Severity::warning ? SeverityLook{Icon::warning, Token::warning} : SeverityLook{Icon::info, Token::muted};
}

std::string placeText(const Ui& ui, const ErrorPlace& place) {
    std::string text;
    if (place.row >= 0) text = fmt::format("{} {}", ui.say({"Dòng", "Row"}), place.row);
    if (!place.column.empty()) text += fmt::format("{}{} {}", text.empty() ? "" : " · ", ui.say({"cột", "column"}), place.column);
    return text;
}

/// Place and fix on one muted line under the cause.
std::string adviceOf(const Ui& ui, const RowProblem& problem) {
    const std::string place = placeText(ui, problem.where);
    const std::string& fix = problem.fix.in(ui.document.language);
    return fmt::format("{}{}{} [{}]", place, place.empty() || fix.empty() ? "" : ": ", fix, problem.rule);
}

void section(const Ui& ui, ScrollArea& area, std::string_view title, std::string_view hint) {
    area.skip(6);
    Rect row = area.row(26);
    area.paint().fill(row, ui.colour(Token::surface2));
    row = row.inset(marginPx, 0);
    area.paint().text(row, title, FontRole::cellBold, ui.colour(Token::text));
    area.paint().text(row, hint, FontRole::hint, ui.colour(Token::muted), Align::right);
    area.skip(4);
}

void drawTitle(const Ui& ui, const Painter& paint, Rect head, const ImportLog& log, const ImportRow& row) {
    const StateLook look = viewer::lookOf(row);
    head = head.inset(marginPx, 6);
    paint.text(head.takeTop(22), std::filesystem::path(row.file).filename().string(), FontRole::title, ui.colour(Token::text));
    std::string line(ui.say(look.label));
    if (const CheckedBatch* batch = log.batchOf(row)) line += fmt::format(" · {}", ui.say(recordKind(batch->role).label));
    if (!row.shownLayer.empty()) line += fmt::format(" · {} “{}”", ui.say({"lớp", "layer"}), row.shownLayer);
    paint.icon(look.icon, head.x + 7, std::round(head.midY()), 14, ui.colour(look.token));
    head.takeLeft(20);
    paint.text(head, line, FontRole::hint, ui.colour(Token::muted));
}

/// "Field3" of a sheet is what people call column C.
std::string columnName(const CheckedBatch& batch, const std::string& name) {
    constexpr std::string_view prefix = "Field";
    int number = 0;
    const bool numbered = batch.profile.headerRows && name.starts_with(prefix);
    if (numbered) std::from_chars(name.data() + prefix.size(), name.data() + name.size(), number);
    if (number < 1) return name;
    std::string letters;
    for (int rest = number; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return letters;
}

void drawDecoding(const Ui& ui, const Painter& paint, Rect row, const CheckedBatch& batch, const ColumnDecoding& decoding) {
    paint.text(row.takeLeft(92), columnName(batch, decoding.column), FontRole::cell, ui.colour(Token::muted));
    row.takeLeft(8);
    if (!decoding.certain) {
        paint.icon(Icon::warning, row.x + 6, std::round(row.midY()), 13, ui.colour(Token::warning));
        row.takeLeft(18);
    }
    std::string preview;
    for (const std::string& value : decoding.preview) preview += (preview.empty() ? "" : " · ") + value;
    paint.text(row, preview, FontRole::cell, ui.colour(Token::text));
}

/// A few columns are enough to see whether the texts are right; doubtful ones come first, the rest on demand.
void drawDecodings(Ui& ui, ScrollArea& area, const CheckedBatch& batch) {
    constexpr std::size_t few = 4;
    std::vector<const ColumnDecoding*> decodings;
    for (const ColumnDecoding& decoding : batch.decodings) decodings.push_back(&decoding);
    std::ranges::stable_sort(decodings, {}, &ColumnDecoding::certain);
    const std::size_t hidden = decodings.size() > few + 1 && !ui.state.allEncodings ? decodings.size() - few : 0;
    decodings.resize(decodings.size() - hidden);
    for (const ColumnDecoding* decoding : decodings) {
        const Rect row = area.row(22).inset(marginPx, 0);
        if (area.visible(row)) drawDecoding(ui, area.paint(), row, batch, *decoding);
    }
    if (hidden == 0) return;
    const Rect row = area.row(22).inset(marginPx, 0);
    const Label form{"Xem thêm {} cột", "Show {} more columns"};
    const std::string text = fmt::format(fmt::runtime(ui.say(form)), hidden);
    if (press(ui, "import.readings.all", {row.x, row.y, area.paint().textWidth(text, FontRole::cell), row.h}).clicked)
        ui.state.allEncodings = true;
    area.paint().text(row, text, FontRole::cell, ui.colour(Token::accent));
}

struct Choice {
    std::string control;
    std::string value;
    std::string_view text;
    bool used = false;
};

/// Buttons in as many lines as they need; the one that was clicked.
const Choice* drawChoices(Ui& ui, ScrollArea& area, std::string_view title, const std::vector<Choice>& choices) {
    const Painter& paint = area.paint();
    paint.text(area.row(22).inset(marginPx, 0), title, FontRole::hint, ui.colour(Token::muted));
    Rect line = area.row(28).inset(marginPx, 0);
    const float left = line.x;
    const Choice* chosen = nullptr;
    for (const Choice& choice : choices) {
        const ButtonSpec spec{choice.control, std::nullopt, choice.text, choice.used ? ButtonLook::toggled : ButtonLook::bordered,
                              !ui.derived.job};
        const float width = std::ceil(paint.textWidth(choice.text, choice.used ? FontRole::bodyBold : FontRole::body)) + 22;
        if (line.x > left && line.w < width) {
            area.skip(5);
            line = area.row(28).inset(marginPx, 0);
        }
        if (button(ui, paint, line.takeLeft(width), spec) && !choice.used) chosen = &choice;
        line.takeLeft(5);
    }
    area.skip(4);
    return chosen;
}

std::string rowNumber(const Ui& ui) {
    return fmt::format("{}", *ui.document.importRow + 1);
}

/// True when the source holds Unicode, so that old letters in it can only be their CP1252 images.
bool holdsUnicode(const CheckedBatch& batch) {
    constexpr std::string_view lost = "\xEF\xBF\xBD"; // what UTF-8 makes of bytes that are none
    return std::ranges::all_of(batch.decodings, [&](const ColumnDecoding& decoding) {
        const bool unicode = decoding.decoding.encoding == TextEncoding::utf8 || decoding.decoding.throughCp1252;
        return unicode && std::ranges::none_of(decoding.preview,
                                               [&](const std::string& text) { return text.find(lost) != std::string::npos; });
    });
}

/// One button per encoding that offices have used; the one that was used is pressed in.
void drawEncodings(Ui& ui, ScrollArea& area, const CheckedBatch& batch) {
    const bool throughCp1252 = holdsUnicode(batch);
    std::vector<Choice> choices;
    for (const auto& [encoding, name] : encodings) {
        const std::string value = toText(TextDecoding{encoding, throughCp1252 && encoding != TextEncoding::utf8});
        choices.push_back({fmt::format("import.read.{}", name), value, name, batch.encoding == value});
    }
    if (const Choice* chosen = drawChoices(ui, area, ui.say({"Đọc chữ theo", "Read text as"}), choices))
        ui.emit(Verb::readText, {rowNumber(ui), chosen->value});
}

/// What the layer could be instead.
void drawRoles(Ui& ui, ScrollArea& area, std::optional<Role> used) {
    std::vector<Choice> choices;
    for (const RecordKind& kind : recordKinds())
        choices.push_back({fmt::format("import.role.{}", kind.id), std::string(kind.id), ui.say(kind.label), kind.role == used});
    if (const Choice* chosen =
            drawChoices(ui, area, ui.say({"Nạp lại, coi lớp này là", "Import again, taking this layer for"}), choices))
        ui.emit(Verb::readRole, {rowNumber(ui), chosen->value});
}

void offerRoles(Ui& ui, ScrollArea& area, const CheckedBatch& batch) {
    if (ui.state.otherRoles) return drawRoles(ui, area, batch.role);
    const Rect row = area.row(24).inset(marginPx, 0);
    const Label form{"Không phải “{}”? Chọn loại khác…", "Not “{}”? Choose what it is…"};
    const std::string text = fmt::format(fmt::runtime(ui.say(form)), ui.say(recordKind(batch.role).label));
    if (press(ui, "import.roles", {row.x, row.y, area.paint().textWidth(text, FontRole::cell), row.h}).clicked)
        ui.state.otherRoles = true;
    area.paint().text(row, text, FontRole::cell, ui.colour(Token::accent));
}

void drawWhy(Ui& ui, ScrollArea& area, const ImportRow& row, const Error& error) {
    const Painter& paint = area.paint();
    const auto language = ui.document.language;
    auto paragraph = [&](const std::string& text, FontRole role, Token token) {
        if (text.empty()) return;
        const Rect controlRegistry = area.row(0).inset(marginPx, 0);
        const float height = paint.paragraphHeight(controlRegistry.w, text, role);
        paint.paragraph(area.row(height + 4).inset(marginPx, 0), text, role, ui.colour(token));
    };
    area.skip(4);
    paragraph(error.message.in(language), FontRole::body, viewer::lookOf(row).token);
    if (!row.question) paragraph(error.hint.in(language), FontRole::cell, Token::text);
    paragraph(row.file, FontRole::hint, Token::muted);
    if (row.state == ImportState::refused && !row.layer.empty()) {
        area.skip(6);
        drawRoles(ui, area, std::nullopt);
    }
    if (!row.question) return;
    area.skip(4);
    const ButtonSpec answer{"import.to-question", Icon::flag, ui.say({"Trả lời câu hỏi", "Answer the question"}),
                            ButtonLook::primary};
    Rect line = area.row(32).inset(marginPx, 0);
    if (button(ui, paint, line.takeLeft(buttonWidth(paint, answer) + 8), answer)) ui.emit(Verb::importView, {"questions"});
}

/// Thousands of problems are measured once, not in every frame.
const std::vector<float>& heightsOf(Ui& ui, const Painter& paint, const CheckedBatch& batch, float widthPx) {
    ProblemHeights& heights = ui.state.problemHeights;
    const bool fresh = heights.batch == &batch && heights.language == ui.document.language && heights.widthPx == widthPx;
    if (fresh && heights.px.size() == batch.problems.size()) return heights.px;
    heights = {&batch, ui.document.language, widthPx, {}};
    for (const RowProblem& problem : batch.problems) {
        heights.px.push_back(paint.paragraphHeight(widthPx, problem.cause.in(ui.document.language), FontRole::cell) +
                             paint.paragraphHeight(widthPx, adviceOf(ui, problem), FontRole::hint) + 10);
    }
    return heights.px;
}

void drawProblems(Ui& ui, ScrollArea& area, const CheckedBatch& batch) {
    constexpr float signPx = 22;
    const Painter& paint = area.paint();
    const float width = area.row(0).w - 2 * marginPx - signPx;
    const std::vector<float>& heights = heightsOf(ui, paint, batch, width);
    for (std::size_t i = 0; i < batch.problems.size(); ++i) {
        const RowProblem& problem = batch.problems[i];
        Rect row = area.row(heights[i]).inset(marginPx, 0);
        if (!area.visible(row)) continue;
        const SeverityLook look = lookOf(problem.severity);
        paint.icon(look.icon, row.x + 7, row.y + 10, 14, ui.colour(look.token));
        row.takeLeft(signPx);
        const float used = paint.paragraph(row, problem.cause.in(ui.document.language), FontRole::cell, ui.colour(Token::text));
        row.takeTop(used);
        paint.paragraph(row, adviceOf(ui, problem), FontRole::hint, ui.colour(Token::muted));
    }
}

void drawBatch(Ui& ui, ScrollArea& area, const CheckedBatch& batch) {
    if (!batch.decodings.empty()) {
        section(ui, area, ui.say({"Chữ đọc được", "Texts as read"}), batch.encoding);
        drawDecodings(ui, area, batch);
    }
    drawEncodings(ui, area, batch);
    offerRoles(ui, area, batch);
    const std::string count = ui.number(static_cast<double>(batch.problems.size()));
    area.skip(4);
    section(ui, area, ui.say({"Sửa chữa và lưu ý", "Repairs and notes"}), count);
    if (batch.problems.empty()) {
        Rect row = area.row(26).inset(marginPx, 0);
        area.paint().icon(Icon::check, row.x + 7, std::round(row.midY()), 14, ui.colour(Token::success));
        row.takeLeft(22);
        area.paint().text(row, ui.say({"Không có gì phải sửa.", "Nothing had to be mended."}), FontRole::cell,
                          ui.colour(Token::text));
    }
    drawProblems(ui, area, batch);
    area.skip(8);
}

} // namespace

void drawImportDetails(Ui& ui, const Painter& paint, Rect rect) {
    const ImportLog& log = *ui.document.importLog;
    rect.takeLeft(1);
    if (!ui.document.importRow || *ui.document.importRow >= log.rows.size()) {
        paint.text(rect.takeTop(40).inset(marginPx, 0), ui.say({"Chọn một lớp để xem chi tiết.", "Choose a layer to see more."}),
                   FontRole::cell, ui.colour(Token::muted));
        return;
    }
    const ImportRow& row = log.rows[*ui.document.importRow];
    drawTitle(ui, paint, rect.takeTop(52), log, row);
    ScrollArea area(ui, fmt::format("##import-details-{}", *ui.document.importRow).c_str(), rect);
    if (const CheckedBatch* batch = log.batchOf(row)) {
        drawBatch(ui, area, *batch);
    } else {
        drawWhy(ui, area, row, *log.errorOf(row));
    }
}

} // namespace banlang::viewer
