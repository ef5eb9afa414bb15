// SPDX-License-Identifier: MIT
#include "viewer/panels/widgets/widgets.h"

#include "viewer/panels/primitives/detail/imgui_types.h"

#include <imgui/imgui.h>
#include <imgui/imgui_stdlib.h>

#include <algorithm>
#include <numeric>

namespace banlang::viewer {
namespace {

using detail::packed;
using detail::vec;

constexpr float radiusPx = 4;
constexpr float iconPx = 16;

ImDrawList& beginWindow(Ui& ui, const char* id, Rect rect, std::optional<Token> background, bool raised) {
    ImGui::SetNextWindowPos(vec(rect.x, rect.y));
    ImGui::SetNextWindowSize(vec(rect.w, rect.h));
    ImGui::PushStyleColor(ImGuiCol_WindowBg, background ? packed(ui.colour(*background)) : IM_COL32_BLACK_TRANS);
    ImGuiWindowFlags flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                             ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoNav;
    if (!raised) flags |= ImGuiWindowFlags_NoBringToFrontOnFocus;
    ImGui::Begin(id, nullptr, flags);
    ImGui::PopStyleColor();
    return *ImGui::GetWindowDrawList();
}

ImDrawList& beginScroll(const char* id, Rect rect) {
    ImGui::SetCursorScreenPos(vec(rect.x, rect.y));
    ImGui::BeginChild(id, vec(rect.w, rect.h), false, ImGuiWindowFlags_NoNav);
    return *ImGui::GetWindowDrawList();
}

/// Outside the control with a gap of one pixel, over everything, but never outside the part of the window that is seen.
void drawFocusRing(const Ui& ui, Rect rect) {
    const float width = focusRingWidthPx(ui.document.colourScheme);
    const float out = 1 + width / 2;
    const ImVec2 first = ImGui::GetWindowDrawList()->GetClipRectMin();
    const ImVec2 last = ImGui::GetWindowDrawList()->GetClipRectMax();
    const float left = std::max(rect.x - out, first.x + width / 2);
    const float top = std::max(rect.y - out, first.y + width / 2);
    const float right = std::min(rect.right() + out, last.x - width / 2);
    const float bottom = std::min(rect.bottom() + out, last.y - width / 2);
    if (right <= left || bottom <= top) return;
    const Painter over(*ImGui::GetForegroundDrawList(), ui.fonts);
    over.outline({left, top, right - left, bottom - top}, ui.colour(Token::focusRing), radiusPx, width);
}

} // namespace

PanelWindow::PanelWindow(Ui& ui, const char* id, Rect rect, std::optional<Token> background, bool raised)
    : painter_(beginWindow(ui, id, rect, background, raised), ui.fonts) {}

PanelWindow::~PanelWindow() {
    ImGui::End();
}

ScrollArea::ScrollArea(Ui& ui, const char* id, Rect rect) : rect_(rect), painter_(beginScroll(id, rect), ui.fonts) {
    y_ = rect.y - ImGui::GetScrollY();
}

ScrollArea::~ScrollArea() {
    // Tells the child how long its content is, so that it knows how far to scroll.
    ImGui::SetCursorPos(vec(0, 0));
    ImGui::Dummy(vec(1, used_));
    ImGui::EndChild();
}

Rect ScrollArea::row(float heightPx) {
    const Rect row{rect_.x, std::round(y_), rect_.w, heightPx};
    y_ += heightPx;
    used_ += heightPx;
    return row;
}

RowWindow ScrollArea::rows(std::size_t count, float heightPx) {
    RowWindow window{.top = {rect_.x, std::round(y_), rect_.w, heightPx}, .topPx = y_};
    const auto rowAt = [&](float yPx) {
        return std::min(count, static_cast<std::size_t>(std::max(0.0F, std::floor((yPx - window.topPx) / heightPx))));
    };
    window.first = rowAt(rect_.y - 1);
    window.count = std::min(count, rowAt(rect_.bottom() + 1) + 1) - window.first;
    const float allPx = heightPx * static_cast<float>(count);
    y_ += allPx;
    used_ += allPx;
    return window;
}

bool ScrollArea::visible(Rect row) const {
    return row.bottom() > rect_.y && row.y < rect_.bottom();
}

Press press(Ui& ui, std::string_view id, Rect rect, std::string_view tooltip) {
    ui.controlRegistry.put(id, rect);
    if (rect.w <= 0 || rect.h <= 0) return {};
    ui.state.focusOrder.emplace_back(id);
    ImGui::SetCursorScreenPos(vec(rect.x, rect.y));
    ImGui::PushID(id.data(), id.data() + id.size());
    Press result;
    result.clicked = ImGui::InvisibleButton("##press", vec(rect.w, rect.h));
    result.hovered = ImGui::IsItemHovered();
    result.held = ImGui::IsItemActive();
    ImGui::PopID();
    if (ui.state.focus == id) {
        drawFocusRing(ui, rect);
        result.clicked = result.clicked || ui.state.focusPressed;
    }
    if (result.hovered && !tooltip.empty()) {
        ImGui::BeginTooltip();
        ImGui::TextUnformatted(tooltip.data(), tooltip.data() + tooltip.size());
        ImGui::EndTooltip();
    }
    return result;
}

float buttonWidth(const Painter& paint, const ButtonSpec& spec) {
    float width = 20;
    if (spec.icon) width += iconPx;
    if (spec.icon && !spec.text.empty()) width += 7;
    width += paint.textWidth(spec.text, FontRole::body);
    if (!spec.hint.empty()) width += 6 + paint.textWidth(spec.hint, FontRole::hint);
    if (spec.dropDown) width += 18;
    return std::ceil(width);
}

bool button(Ui& ui, const Painter& paint, Rect rect, const ButtonSpec& spec) {
    const Press state = press(ui, spec.id, rect, spec.tooltip);
    const bool filled = spec.look == ButtonLook::primary || spec.look == ButtonLook::toggled;
    Colour ink = ui.colour(!spec.enabled ? Token::muted : filled ? Token::textOnAccent : Token::text);
    Colour back = ui.colour(filled ? Token::accent : Token::surface);
    if (!filled && state.hovered && spec.enabled) back = ui.colour(Token::hover);
    if (!filled && state.held && spec.enabled) {
        back = ui.colour(Token::active);
        ink = ui.colour(Token::textOnActive);
    }
    if (spec.look != ButtonLook::bare || (state.hovered && spec.enabled)) paint.fill(rect, back, radiusPx);
    if (spec.look == ButtonLook::bordered) paint.outline(rect, ui.colour(spec.enabled ? Token::border : Token::surface), radiusPx);
    Rect inner = rect.inset(10, 0);
    if (spec.text.empty() && !spec.dropDown && spec.icon) {
        paint.icon(*spec.icon, std::round(rect.midX()), std::round(rect.midY()), iconPx, ink);
        return state.clicked && spec.enabled;
    }
    if (spec.icon) {
        paint.icon(*spec.icon, inner.x + iconPx / 2, std::round(rect.midY()), iconPx, ink);
        inner.takeLeft(iconPx + 7);
    }
    if (spec.dropDown) paint.icon(Icon::chevronDown, inner.takeRight(12).midX(), std::round(rect.midY()), 14, ink);
    paint.text(inner, spec.text, filled ? FontRole::bodyBold : FontRole::body, ink);
    if (!spec.hint.empty()) paint.text(inner, spec.hint, FontRole::hint, filled ? ink : ui.colour(Token::muted), Align::right);
    return state.clicked && spec.enabled;
}

float tabWidth(const Painter& paint, std::string_view text, std::string_view badge) {
    float width = 14 + 18 + 8 + paint.textWidth(text, FontRole::bodyBold) + 14;
    if (!badge.empty()) width += 8 + paint.textWidth(badge, FontRole::hint) + 12;
    return std::ceil(width);
}

bool tabButton(Ui& ui, const Painter& paint, Rect rect, std::string_view id, Icon icon, std::string_view text,
               std::string_view badge, bool active) {
    const Press state = press(ui, id, rect);
    if (state.hovered && !active) paint.fill(rect, ui.colour(Token::hover));
    const Colour ink = ui.colour(active ? Token::accent : Token::text);
    paint.icon(icon, rect.x + 14 + 9, std::round(rect.midY()), 18, ink);
    Rect label = rect;
    label.takeLeft(14 + 18 + 8);
    const FontRole role = active ? FontRole::bodyBold : FontRole::body;
    paint.text(label, text, role, ink);
    if (!badge.empty()) {
        const float width = paint.textWidth(badge, FontRole::hint) + 12;
        const Rect pill{std::round(label.x + paint.textWidth(text, role) + 8), std::round(rect.midY() - 9), width, 18};
        paint.fill(pill, ui.colour(Token::warningBackground), 9);
        paint.text(pill, badge, FontRole::hint, ui.colour(Token::warning), Align::centre);
    }
    if (active) paint.fill({rect.x + 8, rect.bottom() - 3, rect.w - 16, 3}, ui.colour(Token::accent));
    return state.clicked;
}

bool textField(Ui& ui, std::string_view id, Rect rect, std::string& text, std::string_view hint) {
    ui.controlRegistry.put(id, rect);
    ImGui::SetCursorScreenPos(vec(rect.x, rect.y));
    ImGui::SetNextItemWidth(rect.w);
    const std::string name = "##" + std::string(id);
    return ImGui::InputTextWithHint(name.c_str(), std::string(hint).c_str(), &text, ImGuiInputTextFlags_EnterReturnsTrue);
}

bool segmentButton(Ui& ui, const Painter& paint, Rect& bar, const SegmentSpec& spec) {
    const float width = std::ceil(paint.textWidth(spec.text, FontRole::bodyBold) + paint.textWidth(spec.count, FontRole::hint) +
                                  24 + 8 + (spec.urgent ? 20.0F : 0));
    const Rect segment = bar.takeLeft(width).inset(0, 6);
    bar.takeLeft(6);
    const Press state = press(ui, spec.id, segment);
    if (spec.active || state.hovered) paint.fill(segment, ui.colour(spec.active ? Token::active : Token::hover), radiusPx);
    paint.outline(segment, ui.colour(Token::border), radiusPx);
    Rect inner = segment.inset(12, 0);
    if (spec.urgent) {
        paint.icon(Icon::warning, inner.x + 7, std::round(inner.midY()), 14,
                   ui.colour(spec.active ? Token::textOnActive : Token::warning));
        inner.takeLeft(20);
    }
    paint.text(inner, spec.text, spec.active ? FontRole::bodyBold : FontRole::body,
               ui.colour(spec.active ? Token::textOnActive : Token::text));
    paint.text(inner, spec.count, FontRole::hint, ui.colour(spec.active ? Token::mutedOnActive : Token::muted), Align::right);
    return state.clicked;
}

RowColours rowBackground(const Ui& ui, const Painter& paint, Rect rect, bool hovered, bool selected) {
    if (selected) {
        paint.fill(rect, ui.colour(Token::active));
        paint.fill({rect.x, rect.y, 4, rect.h}, ui.colour(Token::selection));
        return {ui.colour(Token::textOnActive), ui.colour(Token::mutedOnActive)};
    }
    if (hovered) paint.fill(rect, ui.colour(Token::hover));
    return {ui.colour(Token::text), ui.colour(Token::muted)};
}

void openMenu(const char* id) {
    ImGui::OpenPopup(id);
}

Menu::Menu(Ui& ui, const char* id, Rect anchor, float widthPx) : ui_(ui) {
    const float x = std::min(anchor.x, ui.layout.window.right() - widthPx - 4);
    ImGui::SetNextWindowPos(vec(x, anchor.bottom() + 4));
    ImGui::SetNextWindowSize(vec(widthPx, 0));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, vec(4, 4));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, vec(0, 0));
    open_ = ImGui::BeginPopup(id, ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings);
    if (!open_ || !ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape))) return;
    ImGui::CloseCurrentPopup();
    ui.state.escapeTaken = true;
}

Menu::~Menu() {
    if (open_) ImGui::EndPopup();
    ImGui::PopStyleVar(2);
}

bool Menu::item(std::string_view id, std::string_view text, bool checked, std::string_view hint) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const Rect rect{at.x, at.y, ImGui::GetContentRegionAvail().x, 30};
    const Press state = press(ui_, id, rect);
    const Painter paint(*ImGui::GetWindowDrawList(), ui_.fonts);
    if (state.hovered) paint.fill(rect, ui_.colour(Token::hover), radiusPx);
    if (checked) paint.icon(Icon::check, rect.x + 14, rect.midY(), 14, ui_.colour(Token::accent));
    Rect inner = rect.inset(8, 0);
    inner.takeLeft(20);
    paint.text(inner, text, checked ? FontRole::bodyBold : FontRole::body, ui_.colour(Token::text));
    paint.text(inner, hint, FontRole::hint, ui_.colour(Token::muted), Align::right);
    if (state.clicked) ImGui::CloseCurrentPopup();
    return state.clicked;
}

bool Menu::field(std::string_view id, std::string& text, std::string_view hint) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ui_.controlRegistry.put(id, {at.x, at.y, ImGui::GetContentRegionAvail().x, 32});
    ImGui::SetNextItemWidth(-1);
    if (ImGui::IsWindowAppearing()) ImGui::SetKeyboardFocusHere();
    const bool entered =
        ImGui::InputTextWithHint("##field", std::string(hint).c_str(), &text, ImGuiInputTextFlags_EnterReturnsTrue);
    if (entered) ImGui::CloseCurrentPopup();
    return entered;
}

void Menu::heading(std::string_view text) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const Painter paint(*ImGui::GetWindowDrawList(), ui_.fonts);
    paint.text({at.x + 8, at.y, ImGui::GetContentRegionAvail().x - 16, 26}, text, FontRole::hint, ui_.colour(Token::muted));
    ImGui::Dummy(vec(1, 26));
}

void stackedBar(const Ui& ui, const Painter& paint, Rect rect, const std::vector<double>& parts,
                const std::vector<FillStyle>& fills) {
    const double sum = std::accumulate(parts.begin(), parts.end(), 0.0);
    paint.fill(rect, ui.colour(Token::track), 2);
    if (sum <= 0) return;
    double before = 0;
    for (std::size_t i = 0; i < parts.size() && i < fills.size(); ++i) {
        const float left = std::round(rect.x + static_cast<float>(before / sum) * rect.w);
        before += parts[i];
        const float right = std::round(rect.x + static_cast<float>(before / sum) * rect.w);
        if (right <= left) continue;
        const Rect piece{left, rect.y, right - left, rect.h};
        paint.pattern(piece, fills[i]);
        if (fills[i].pattern != Pattern::plain) paint.outline(piece, fills[i].patternColour);
    }
}

} // namespace banlang::viewer
