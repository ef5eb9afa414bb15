// SPDX-License-Identifier: MIT
#include "core/text/keys.h"
#include "viewer/panels/panels.h"
#include "viewer/panels/primitives/detail/imgui_types.h"
#include "viewer/panels/widgets/modal_dialog.h"
#include "viewer/platform/desktop_dialog.h"
#include "viewer/platform/recent_folders.h"

#include <fmt/format.h>
#include <imgui/imgui.h>
#include <imgui/imgui_stdlib.h>

#include <algorithm>
#include <cmath>
#include <filesystem>

// Our own file dialog. The field always holds the keyboard: a name filters the list, a path leads there, and what a text field has
// no use for (arrows, Tab, Enter, Backspace in an empty field) walks through folders.

namespace banlang::viewer {
namespace {

using detail::vec;

constexpr float rowPx = 30;

class PathPanel {
public:
    PathPanel(Ui& ui, const Painter& paint)
        : ui_(ui), paint_(paint), dialog_(*ui.document.pathDialog), pick_(ui.state.pathPick),
          severalFiles_(dialog_.kind == PathKind::sources) {
        if (pick_.of != ui.document.pathDialog) begin();
        const std::string wanted = withoutDiacritics(pick_.text);
        for (const PathEntry& entry : dialog_.entries) {
            if (withoutDiacritics(entry.name).find(wanted) != std::string::npos) rows_.push_back(&entry);
        }
        pick_.row = rows_.empty() ? 0 : std::min(pick_.row, rows_.size() - 1);
    }

    void draw(Rect card) {
        card = card.inset(20, 16);
        paint_.text(card.takeTop(26), ui_.say(titleOf(dialog_.kind)), FontRole::title, ui_.colour(Token::text));
        card.takeTop(8);
        drawFolder(card.takeTop(32));
        card.takeTop(8);
        drawField(card.takeTop(32));
        card.takeTop(8);
        drawButtons(card.takeBottom(34));
        card.takeBottom(8);
        drawWords(card.takeBottom(22));
        card.takeBottom(6);
        drawPlaces(card.takeLeft(200));
        card.takeLeft(12);
        drawList(card);
        takeKeys();
    }

private:
    void begin() {
        const bool same = pick_.of && pick_.of->folder == dialog_.folder && pick_.of->kind == dialog_.kind;
        pick_.of = ui_.document.pathDialog;
        if (same) return; // only a problem was added
        appearing_ = true;
        pick_.text.clear();
        pick_.row = 0;
        pick_.picked.clear();
        pick_.reveal = true;
        pick_.places = mountedFolders();
        for (std::string& folder : recentFolders()) pick_.places.push_back(std::move(folder));
    }
    void goTo(const std::string& folder) { ui_.emit(Verb::browse, {std::string(id(dialog_.kind)), folder}); }
    [[nodiscard]] std::string pathOf(const std::string& name) const {
        return (std::filesystem::path(dialog_.folder) / name).string();
    }
    [[nodiscard]] std::string parent() const { return std::filesystem::path(dialog_.folder).parent_path().string(); }

    /// The folder's path; each part of it leads there.
    void drawFolder(Rect bar) {
        const ButtonSpec up{"path.up",
                            Icon::chevronLeft,
                            {},
                            ButtonLook::bordered,
                            dialog_.folder != "/",
                            ui_.say({"Thư mục trên (Backspace)", "The folder above (Backspace)"})};
        if (button(ui_, paint_, bar.takeLeft(32), up)) goTo(parent());
        bar.takeLeft(8);
        std::vector<std::string> parts{"/"};
        for (const auto& part : std::filesystem::path(dialog_.folder).relative_path()) parts.push_back(part.string());
        const auto width = [&](const std::string& part) { return paint_.textWidth(part, FontRole::bodyBold) + 16; };
        // Where there is no room for all, the last parts count.
        std::size_t first = parts.size();
        for (float used = 0; first > 0 && used + width(parts[first - 1]) <= bar.w; --first) used += width(parts[first - 1]);
        std::filesystem::path path = "/";
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (i > 0) path /= parts[i];
            if (i < first) continue;
            const Rect rect = bar.takeLeft(width(parts[i]));
            const Press state = press(ui_, fmt::format("path.part.{}", i), rect);
            if (state.hovered) paint_.fill(rect, ui_.colour(Token::hover), 4);
            paint_.text(rect.inset(7, 0), parts[i], i + 1 == parts.size() ? FontRole::bodyBold : FontRole::body,
                        ui_.colour(Token::text));
            if (state.clicked) goTo(path.string());
        }
    }

    void drawField(Rect rect) {
        ui_.controlRegistry.put("path.field", rect);
        ImGui::SetCursorScreenPos(vec(rect.x, rect.y));
        ImGui::SetNextItemWidth(rect.w);
        // A press on a button must not be taken away from it.
        const bool held = ImGui::IsAnyItemActive() || ImGui::IsAnyMouseDown();
        if (appearing_ || !held) ImGui::SetKeyboardFocusHere();
        // A field of another folder is another field: one that holds the keyboard keeps its text to itself.
        ImGui::PushID(dialog_.folder.c_str());
        const std::string hint(ui_.say({"Gõ tên để tìm, hoặc gõ hay dán một đường dẫn; Tab để gõ nốt",
                                        "Type a name to find it, or type or paste a path; Tab completes it"}));
        wasEmpty_ = pick_.text.empty();
        const std::string before = pick_.text;
        const auto complete = [](ImGuiInputTextCallbackData* data) {
            const auto& panel = *static_cast<const PathPanel*>(data->UserData);
            const std::string text(data->Buf, static_cast<std::size_t>(data->BufTextLen));
            const std::string whole = completed(panel.dialog_.kind, panel.dialog_.folder, text);
            data->DeleteChars(0, data->BufTextLen);
            data->InsertChars(0, whole.c_str());
            return 0;
        };
        entered_ =
            ImGui::InputTextWithHint("##path-text", hint.c_str(), &pick_.text,
                                     ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_CallbackCompletion, complete, this);
        ImGui::PopID();
        if (pick_.text == before) return;
        pick_.row = 0;
        pick_.reveal = true;
    }

    void drawPlaces(Rect rect) {
        paint_.text(rect.takeTop(24), ui_.say({"Nơi hay dùng", "Places"}), FontRole::hint, ui_.colour(Token::muted));
        std::vector<std::pair<std::string, std::string>> places;
        places.emplace_back(pathMeant("/", "~"), std::string(ui_.say({"Thư mục của tôi", "Home"})));
        places.emplace_back("/", std::string(ui_.say({"Cả máy", "The whole computer"})));
        for (const std::string& folder : pick_.places)
            places.emplace_back(folder, std::filesystem::path(folder).filename().string());
        for (std::size_t i = 0; i < places.size() && rect.h >= rowPx; ++i) {
            const Rect row = rect.takeTop(rowPx);
            const Press state = press(ui_, fmt::format("path.place.{}", i), row, places[i].first);
            if (state.hovered) paint_.fill(row, ui_.colour(Token::hover), 4);
            paint_.icon(Icon::open, row.x + 14, std::round(row.midY()), 16, ui_.colour(Token::muted));
            paint_.text({row.x + 30, row.y, row.w - 34, row.h}, places[i].second, FontRole::body, ui_.colour(Token::text));
            if (state.clicked) goTo(places[i].first);
        }
    }

    void drawList(Rect rect) {
        paint_.outline(rect, ui_.colour(Token::border), 4);
        ScrollArea area(ui_, "##path-list", rect.inset(1));
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            const Rect row = area.row(rowPx);
            const bool chosen = i == pick_.row;
            if (chosen && pick_.reveal) reveal(row, rect);
            if (area.visible(row)) drawRow(area.paint(), row, i, chosen);
        }
        pick_.reveal = false;
        if (!rows_.empty()) return;
        const std::string_view words =
            dialog_.problem && dialog_.entries.empty() ? ui_.say({"Không xem được thư mục này.", "This folder cannot be seen."})
            : !pick_.text.empty()
                ? ui_.say({"Không có tên nào như vậy trong thư mục này.", "There is no such name in this folder."})
                : ui_.say({"Không có gì chọn được trong thư mục này.", "There is nothing to choose in this folder."});
        area.paint().text(area.row(rowPx).inset(12, 0), words, FontRole::body, ui_.colour(Token::muted));
    }
    void reveal(Rect row, Rect list) const {
        if (row.y < list.y) ImGui::SetScrollY(ImGui::GetScrollY() - (list.y - row.y));
        if (row.bottom() > list.bottom()) ImGui::SetScrollY(ImGui::GetScrollY() + (row.bottom() - list.bottom()));
    }
    void drawRow(const Painter& paint, Rect row, std::size_t i, bool chosen) {
        const PathEntry& entry = *rows_[i];
        const Press state = press(ui_, fmt::format("path.row.{}", i + 1), row);
        const bool twice = state.hovered && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left);
        const RowColours ink = rowBackground(ui_, paint, row, state.hovered, chosen);
        Rect inner = row.inset(12, 0);
        const bool picked = pick_.picked.contains(entry.name);
        const Icon icon = entry.isFolder                      ? Icon::open
                          : picked                            ? Icon::check
                          : dialog_.kind == PathKind::picture ? Icon::layers
                                                              : Icon::table;
        paint.icon(icon, inner.takeLeft(18).midX(), std::round(row.midY()), 16, picked ? ui_.colour(Token::accent) : ink.muted);
        inner.takeLeft(10);
        if (!entry.isFolder) {
            const std::string size = ui_.number(static_cast<double>(entry.bytes) / 1024, 0) + " KB";
            paint.text(inner.takeRight(110), size, FontRole::cell, ink.muted, Align::right);
        }
        paint.text(inner, toNfc(entry.name), picked ? FontRole::bodyBold : FontRole::body, ink.text);
        if (state.clicked) {
            pick_.row = i;
            if (severalFiles_ && !entry.isFolder)
                picked ? void(pick_.picked.erase(entry.name)) : void(pick_.picked.insert(entry.name));
        }
        if (twice) take(entry);
    }

    /// Why nothing came of it, or how it goes.
    void drawWords(Rect rect) {
        if (dialog_.problem) {
            paint_.icon(Icon::warning, rect.takeLeft(18).midX(), std::round(rect.midY()), 14, ui_.colour(Token::danger));
            rect.takeLeft(6);
            const Error& problem = *dialog_.problem;
            const std::string name = problem.where.file.empty() ? std::string() : problem.where.file + ": ";
            paint_.text(
                rect,
                fmt::format("{}{}. {}.", name, problem.message.in(ui_.document.language), problem.hint.in(ui_.document.language)),
                FontRole::hint, ui_.colour(Token::danger));
            return;
        }
        std::string words(severalFiles_ ? ui_.say({"Nhấp một tệp để đánh dấu, nhấp đúp thư mục để mở.",
                                                   "Click a file to mark it, double-click a folder to open it."})
                                        : ui_.say({"Nhấp đúp hoặc Enter để chọn.", "Double-click or Enter to choose."}));
        if (dialog_.otherFiles > 0) {
            words +=
                fmt::format(fmt::runtime(ui_.say({" {} tệp loại khác không hiện.", " {} files of other kinds are not shown."})),
                            ui_.number(static_cast<double>(dialog_.otherFiles)));
        }
        paint_.text(rect, words, FontRole::hint, ui_.colour(Token::muted));
    }

    void drawButtons(Rect bar) {
        std::string words(ui_.say(dialog_.kind == PathKind::store ? Label{"Mở", "Open"} : Label{"Chọn", "Choose"}));
        if (severalFiles_) {
            words = pick_.picked.empty() ? std::string(ui_.say({"Nạp cả thư mục này", "Import this whole folder"}))
                                         : fmt::format(fmt::runtime(ui_.say({"Nạp {} tệp đã đánh dấu", "Import {} marked files"})),
                                                       pick_.picked.size());
        }
        const bool ready = severalFiles_ ? !dialog_.problem || !dialog_.entries.empty() : !pick_.text.empty() || !rows_.empty();
        const ButtonSpec accept{"path.accept", std::nullopt, words, ready ? ButtonLook::primary : ButtonLook::bordered, ready};
        const ButtonSpec cancel{"path.cancel", std::nullopt, ui_.say({"Thôi", "Cancel"}), ButtonLook::bordered, true, {}, "Esc"};
        if (button(ui_, paint_, bar.takeRight(buttonWidth(paint_, accept) + 12), accept)) {
            if (severalFiles_ && pick_.text.empty()) {
                takePicked();
            } else {
                takeTyped();
            }
        }
        bar.takeRight(10);
        if (button(ui_, paint_, bar.takeRight(buttonWidth(paint_, cancel)), cancel)) ui_.emit(Verb::browse, {"none"});
    }

    void takePicked() {
        std::vector<std::string> paths;
        for (const std::string& name : pick_.picked) paths.push_back(pathOf(name));
        if (paths.empty()) paths.push_back(dialog_.folder);
        ui_.emit(Verb::choose, std::move(paths));
    }
    void take(const PathEntry& entry) {
        if (entry.isFolder) {
            goTo(pathOf(entry.name));
        } else {
            ui_.emit(Verb::choose, {pathOf(entry.name)});
        }
    }
    /// A path that is there goes before a name in the list; a folder is opened, not chosen.
    void takeTyped() {
        std::error_code ignored;
        const std::string path = pathMeant(dialog_.folder, pick_.text);
        if (!pick_.text.empty() && std::filesystem::is_directory(path, ignored)) {
            goTo(path);
        } else if (!pick_.text.empty() && (std::filesystem::exists(path, ignored) || rows_.empty())) {
            ui_.emit(Verb::choose, {path});
        } else if (!rows_.empty()) {
            take(*rows_[pick_.row]);
        }
    }
    void takeKeys() {
        const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key)); };
        if (entered_) ImGui::GetIO().KeyCtrl&& severalFiles_ ? takePicked() : takeTyped();
        if (wasEmpty_ && pressed(ImGuiKey_Backspace) && dialog_.folder != "/") goTo(parent());
        const std::size_t page = 10;
        const std::size_t last = rows_.empty() ? 0 : rows_.size() - 1;
        const std::size_t before = pick_.row;
        if (pressed(ImGuiKey_DownArrow)) pick_.row = std::min(pick_.row + 1, last);
        if (pressed(ImGuiKey_UpArrow) && pick_.row > 0) --pick_.row;
        if (pressed(ImGuiKey_PageDown)) pick_.row = std::min(pick_.row + page, last);
        if (pressed(ImGuiKey_PageUp)) pick_.row -= std::min(pick_.row, page);
        if (pick_.row != before) pick_.reveal = true;
    }

    Ui& ui_;
    const Painter& paint_;
    const PathDialog& dialog_;
    UiState::PathPick& pick_;
    bool severalFiles_;
    std::vector<const PathEntry*> rows_;
    bool appearing_ = false;
    bool entered_ = false;
    bool wasEmpty_ = false;
};

} // namespace

void drawPathDialog(Ui& ui) {
    if (!ui.document.pathDialog) {
        ui.state.pathPick = {};
        return;
    }
    const ModalDialog dialog(ui, "##path-dialog", 900, 620);
    PathPanel(ui, dialog.paint()).draw(dialog.card());
}

} // namespace banlang::viewer
