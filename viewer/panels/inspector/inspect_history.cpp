// SPDX-License-Identifier: MIT
#include "core/model/record_names.h"
#include "core/text/format.h"
#include "viewer/panels/panels.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>

// What was ever said of the selected record: by which file, when, and what became of it.

namespace banlang::viewer {
namespace {

constexpr float paddingPx = 16;
constexpr float markPx = 6;

/// What became of the word of a report, from what matters most down.
struct ReportLook {
    Icon icon;
    Token token;
    Label label;
};
ReportLook lookOf(const HistoryReport& report, Date day) {
    if (report.withdrawn) return {Icon::undo, Token::muted, {"Đã rút", "Taken back"}};
    if (!report.disputed.empty()) return {Icon::warning, Token::danger, {"Mâu thuẫn", "In conflict"}};
    if (!report.held.empty()) return {Icon::warning, Token::warning, {"Chờ quyết định", "Waits"}};
    if (report.counts.empty()) return {Icon::minus, Token::muted, {"Không còn tính", "Counts no longer"}};
    if (report.reportedOn.known() && report.reportedOn > day)
        return {Icon::minus, Token::muted, {"Sau ngày đang xem", "After the day shown"}};
    return {Icon::check, Token::success, {"Đang tính", "Counts"}};
}

/// "hien dat T5.xlsx · Sheet1, dòng 12"
std::string placeOf(const Ui& ui, const HistoryReport& report) {
    std::string place = std::filesystem::path(report.file).filename().string();
    if (const std::string layer = shownLayerName(report.file, report.layer); !layer.empty()) place += " · " + layer;
    return place + fmt::format(", {} {}", ui.say({"dòng", "row"}), report.row);
}

bool names(const std::vector<std::string>& fields, const RecordField& field) {
    return std::ranges::find(fields, field.name) != fields.end();
}

/// What it says that nobody had said before comes first.
bool isNews(const HistoryReport& report, const RecordField& field) {
    return names(report.changed, field) || names(report.disputed, field) || names(report.held, field);
}

/// As tables show it: days as offices write them, numbers with their marks.
std::string shownValue(const Ui& ui, const RecordField& field, const std::string& text) {
    if (text.empty()) return std::string(ui.say({"ghi bỏ trống", "told to be blank"}));
    if (field.type == ColumnType::date) {
        const auto day = parseDate(text);
        return day ? ui.date(*day) : text;
    }
    if (field.type != ColumnType::number) return text;
    // As exact as it was said: two reports that differ must not look alike.
    const std::size_t point = text.find('.');
    const int decimals = point == std::string::npos ? 0 : static_cast<int>(text.size() - point - 1);
    return ui.number(std::strtod(text.c_str(), nullptr), std::min(decimals, 6));
}

class HistoryList {
public:
    HistoryList(Ui& ui, ScrollArea& area) : ui_(ui), area_(area) {}

    void draw(const HistoryRecord& record) {
        if (record.reports.empty()) {
            return sentence(ui_.say({"Chưa tệp nào được nạp nói về bản ghi này: một chương trình khác đã ghi nó vào kho.",
                                     "No imported file told of this record: another program wrote it into the store."}),
                            Token::muted);
        }
        drawHead(record);
        for (std::size_t i = record.reports.size(); i-- > 0;) drawReport(record, record.reports[i]);
        if (!record.acts.empty()) inspectorSection(ui_, area_, ui_.say({"Về cả bản ghi", "About the record"}));
        for (const HistoryAct& act : record.acts) drawAct(act);
    }

    void sentence(std::string_view text, Token token, FontRole role = FontRole::body) {
        const float width = area_.row(0).w - 2 * paddingPx;
        const Rect row = area_.row(area_.paint().paragraphHeight(width, text, role) + 6);
        if (area_.visible(row))
            (void)area_.paint().paragraph({row.x + paddingPx, row.y + 3, width, 0}, text, role, ui_.colour(token));
    }

private:
    void drawHead(const HistoryRecord& record) {
        (void)area_.row(8);
        const auto count = static_cast<double>(record.reports.size());
        std::string text = fmt::format("{} {}", ui_.number(count), ui_.say({"lần báo cáo", "reports"}));
        if (!record.issuer.empty()) text += fmt::format(" · {} {}", ui_.say({"đơn vị đánh số", "numbered by"}), issuerName(record));
        sentence(text, Token::text);
        const bool anyChanged = std::ranges::any_of(record.reports, [](const auto& report) { return !report.changed.empty(); });
        if (!anyChanged) return;
        Rect row = area_.row(22).inset(paddingPx, 0);
        mark(row.takeLeft(14));
        area_.paint().text(row, ui_.say({"khác với báo cáo trước đó", "differs from the report before"}), FontRole::hint,
                           ui_.colour(Token::muted));
    }

    /// Its commune by name, where the code is that of one.
    [[nodiscard]] std::string issuerName(const HistoryRecord& record) const {
        const FeatureTable& communes = ui_.document.district->table(Role::communes);
        for (std::size_t row = 0; row < communes.rowCount; ++row) {
            if (communes.textAt(fields::communes.code, row) == record.issuer) return fullName(communes, row);
        }
        return record.issuer;
    }

    void drawReport(const HistoryRecord& record, const HistoryReport& report) {
        const std::string day =
            report.reportedOn.known() ? ui_.date(report.reportedOn) : std::string(ui_.say({"Không rõ ngày", "No report day"}));
        drawBand(day, lookOf(report, ui_.document.asOf));
        sentence(placeOf(ui_, report), Token::text, FontRole::cellBold);
        sentence(fmt::format("{} {} · {} {} · {}", ui_.say({"lần nạp", "import"}), report.importId, ui_.say({"lớp", "batch"}),
                             report.batch, formatLocalTime(report.importedAt, ui_.document.language, false)),
                 Token::muted, FontRole::cell);
        std::size_t hidden = 0;
        for (const bool news : {true, false}) {
            for (const auto& [field, text] : report.values) {
                if (isNews(report, *field) != news) continue;
                if (mayShow(ui_.document.audience, *field))
                    drawValue(report, *field, text);
                else
                    ++hidden;
            }
        }
        if (hidden > 0) {
            sentence(fmt::format("{}: {}", ui_.say({"Giá trị cá nhân ẩn với bản này", "Personal values hidden from this audience"}),
                                 hidden),
                     Token::muted, FontRole::hint);
        }
        drawSupersession(record, report);
        for (const HistoryAct& act : report.acts) drawAct(act);
    }

    void drawBand(std::string_view day, const ReportLook& look) {
        (void)area_.row(10);
        const Rect band = area_.row(32);
        (void)area_.row(2);
        if (!area_.visible(band)) return;
        const Painter& paint = area_.paint();
        paint.fill(band, ui_.colour(Token::surface2));
        paint.fill({band.x, band.y, band.w, 1}, ui_.colour(Token::border));
        Rect inner = band.inset(paddingPx, 0);
        const std::string_view word = ui_.say(look.label);
        const Rect state = inner.takeRight(paint.textWidth(word, FontRole::cellBold) + 2);
        paint.text(state, word, FontRole::cellBold, ui_.colour(look.token), Align::right);
        paint.icon(look.icon, inner.takeRight(20).midX(), std::round(band.midY()), 14, ui_.colour(look.token));
        paint.text(inner, day, FontRole::bodyBold, ui_.colour(Token::text));
    }

    void mark(Rect place) const {
        area_.paint().fill({place.x, std::round(place.midY()) - markPx / 2, markPx, markPx}, ui_.colour(Token::accent));
    }

    void drawValue(const HistoryReport& report, const RecordField& field, const std::string& text) {
        const bool changed = names(report.changed, field);
        const bool open = names(report.disputed, field) || names(report.held, field);
        const FontRole role = changed || open ? FontRole::bodyBold : FontRole::body;
        const Painter& paint = area_.paint();
        const std::string value = shownValue(ui_, field, text);
        Rect row = area_.row(26);
        if (!area_.visible(row)) return;
        row = row.inset(paddingPx, 0);
        const Rect place = row.takeLeft(14);
        if (open)
            paint.icon(Icon::warning, place.x + 5, std::round(place.midY()), 12,
                       ui_.colour(lookOf(report, ui_.document.asOf).token));
        else if (changed)
            mark(place);
        const bool stands = !report.withdrawn && names(report.counts, field);
        const Token ink = stands && !text.empty() ? Token::text : Token::muted;
        const float width = std::min(row.w * 0.62F, paint.textWidth(value, role) + 2);
        paint.text(row.takeRight(width), value, role, ui_.colour(ink), Align::right);
        row.w -= 8;
        paint.text(row, ui_.say(field.label), FontRole::body, ui_.colour(Token::muted));
    }

    void drawSupersession(const HistoryRecord& record, const HistoryReport& report) {
        for (const std::string& id : report.supersededBy) {
            const auto newer = std::ranges::find(record.reports, id, &HistoryReport::id);
            if (newer == record.reports.end()) continue;
            sentence(fmt::format("{} {}", ui_.say({"Bị thay bởi", "Its place was taken by"}), placeOf(ui_, *newer)), Token::text,
                     FontRole::cell);
        }
    }

    void drawAct(const HistoryAct& act) {
        std::string text = fmt::format("{} · {}", ui_.say(wordsOf(act)), formatLocalTime(act.madeAt, ui_.document.language, false));
        if (!act.madeBy.empty()) text += fmt::format(" · {}", act.madeBy);
        if (!act.reason.empty()) text += fmt::format(" · {}", act.reason);
        sentence(text, Token::text, FontRole::cell);
    }

    Ui& ui_;
    ScrollArea& area_;
};

} // namespace

void inspectHistory(Ui& ui, ScrollArea& area, RecordRef target) {
    const ShownHistory* shown = ui.derived.analysis.historyOf(target);
    HistoryList list(ui, area);
    if (shown == nullptr) {
        area.paint().text(area.row(34).inset(paddingPx, 0), ui.say({"Đang đọc lịch sử trong kho…", "Reading its history…"}),
                          FontRole::body, ui.colour(Token::muted));
        return;
    }
    if (!shown->history) {
        (void)area.row(8);
        const Error& error = shown->history.error();
        list.sentence(ui.say({"Không đọc được lịch sử.", "The history cannot be read."}), Token::warning, FontRole::bodyBold);
        list.sentence(error.message.in(ui.document.language), Token::text);
        list.sentence(error.hint.in(ui.document.language), Token::muted);
        return;
    }
    for (const HistoryRecord& record : shown->history->records) list.draw(record);
}

} // namespace banlang::viewer
