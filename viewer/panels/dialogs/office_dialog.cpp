// SPDX-License-Identifier: MIT
#include "viewer/panels/panels.h"
#include "viewer/panels/primitives/detail/imgui_types.h"
#include "viewer/panels/widgets/modal_dialog.h"

#include <fmt/format.h>
#include <imgui/imgui.h>
#include <imgui/imgui_stdlib.h>

#include <array>

// Whose store it is: name, level and the line above in title blocks. Nothing is kept before the button is pressed.

namespace banlang::viewer {
namespace {

using detail::vec;

constexpr std::array<OfficeLevel, 4> levels = {OfficeLevel::commune, OfficeLevel::district, OfficeLevel::province,
                                               OfficeLevel::agency};

/// A label and the text below it; true when Enter was pressed in it.
bool drawField(Ui& ui, const Painter& paint, Rect& card, const char* id, Label label, std::string& text, bool focus) {
    paint.text(card.takeTop(24), ui.say(label), FontRole::hint, ui.colour(Token::muted));
    const Rect field = card.takeTop(32);
    card.takeTop(8);
    ui.controlRegistry.put(id, field);
    ImGui::SetCursorScreenPos(vec(field.x, field.y));
    ImGui::SetNextItemWidth(field.w);
    if (focus) ImGui::SetKeyboardFocusHere();
    return ImGui::InputText(fmt::format("##{}", id).c_str(), &text, ImGuiInputTextFlags_EnterReturnsTrue);
}

void drawLevels(Ui& ui, const Painter& paint, Rect& card) {
    UiState::OfficeText& text = ui.state.officeText;
    paint.text(card.takeTop(24), ui.say({"Cấp", "Level"}), FontRole::hint, ui.colour(Token::muted));
    Rect bar = card.takeTop(32);
    card.takeTop(8);
    for (const OfficeLevel level : levels) {
        const SegmentSpec choice{
            fmt::format("office.level.{}", id(level)), ui.say(officeWords({.level = level}).level), {}, text.level == level};
        if (segmentButton(ui, paint, bar, choice)) text.level = level;
    }
}

/// Why nothing was kept, or how much of it is a guess.
void drawWords(Ui& ui, const Painter& paint, Rect rect) {
    const Office& office = ui.document.district->office;
    if (ui.document.officeProblem) {
        const Error& problem = *ui.document.officeProblem;
        const Language language = ui.document.language;
        paint.paragraph(rect, fmt::format("{}. {}.", problem.message.in(language), problem.hint.in(language)), FontRole::hint,
                        ui.colour(Token::danger));
    } else if (office.guessed.name || office.guessed.level) {
        paint.paragraph(rect,
                        ui.say({"Đoán từ các xã trong kho; chưa ai xác nhận.",
                                "Guessed from the communes in the store; nobody has confirmed it."}),
                        FontRole::hint, ui.colour(Token::muted));
    }
}

/// What was guessed and not touched stays a guess.
std::vector<std::string> wordsOf(const UiState::OfficeText& text, const Office& office) {
    std::vector<std::string> words{text.name, std::string(id(text.level))};
    if (!office.guessed.authority || text.authority != office.authority) words.push_back(text.authority);
    return words;
}

void drawDialog(Ui& ui, const Painter& paint, Rect card) {
    UiState::OfficeText& text = ui.state.officeText;
    const bool appearing = !text.open;
    const Office& office = ui.document.district->office;
    if (appearing) text = {true, fullName(office), office.authority, office.level};
    paint.text(card.takeTop(26), ui.say({"Kho của cơ quan nào", "Whose store it is"}), FontRole::title, ui.colour(Token::text));
    card.takeTop(8);
    bool entered = drawField(ui, paint, card, "office.name", {"Tên cơ quan", "Name of the office"}, text.name, appearing);
    drawLevels(ui, paint, card);
    const Label above{"Cơ quan cấp trên (dòng trên của tiêu đề; để trống nếu không có)",
                      "Authority above (the line above in title blocks; empty: none)"};
    entered = drawField(ui, paint, card, "office.authority", above, text.authority, false) || entered;
    Rect buttons = card.takeBottom(34);
    drawWords(ui, paint, card);
    const bool ready = !text.name.empty() && text.level != OfficeLevel::unknown;
    const ButtonSpec save{"office.save", std::nullopt, ui.say({"Ghi vào kho", "Keep in the store"}),
                          ready ? ButtonLook::primary : ButtonLook::bordered, ready};
    const ButtonSpec cancel{"office.cancel", std::nullopt, ui.say({"Thôi", "Cancel"}), ButtonLook::bordered, true, {}, "Esc"};
    const bool pressed = button(ui, paint, buttons.takeRight(buttonWidth(paint, save) + 8), save);
    if (ready && (pressed || entered)) ui.emit(Verb::setOffice, wordsOf(text, office));
    buttons.takeRight(10);
    if (button(ui, paint, buttons.takeRight(buttonWidth(paint, cancel)), cancel)) ui.emit(Verb::officeOpen, {"off"});
}

} // namespace

void drawOfficeDialog(Ui& ui) {
    if (!ui.document.officeOpen || !ui.document.district) {
        ui.state.officeText.open = false;
        return;
    }
    const ModalDialog dialog(ui, "##office-dialog", 620, 336);
    drawDialog(ui, dialog.paint(), dialog.card().inset(24, 20));
}

} // namespace banlang::viewer
