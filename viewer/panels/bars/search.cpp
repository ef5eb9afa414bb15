// SPDX-License-Identifier: MIT
#include "viewer/panels/panels.h"
#include "viewer/panels/primitives/detail/imgui_types.h"

#include <fmt/format.h>
#include <imgui/imgui.h>
#include <imgui/imgui_stdlib.h>

#include <algorithm>

namespace banlang::viewer {
namespace {

using detail::vec;

void choose(Ui& ui, const SearchHit& hit) {
    ui.emitTarget(Verb::select, hit.target);
    ui.emitTarget(Verb::zoomTo, hit.target);
    ui.emit(Verb::searchOpen, {"off"});
}

void drawHits(Ui& ui, const Painter& paint, Rect rect, const std::vector<SearchHit>& hits) {
    for (std::size_t i = 0; i < hits.size(); ++i) {
        const Rect row = rect.takeTop(30);
        const Press state = press(ui, fmt::format("search.hit.{}", i), row);
        const RowColours ink = rowBackground(ui, paint, row, state.hovered, static_cast<int>(i) == ui.state.searchChoice);
        Rect inner = row.inset(12, 0);
        const Icon icon = hits[i].target.role == Role::roads      ? Icon::road
                          : hits[i].target.role == Role::villages ? Icon::house
                                                                  : Icon::flag;
        paint.icon(icon, inner.takeLeft(18).midX(), row.midY(), 16, ink.muted);
        inner.takeLeft(10);
        paint.text(inner, hits[i].place, FontRole::cell, ink.muted, Align::right);
        paint.text({inner.x, inner.y, inner.w - paint.textWidth(hits[i].place, FontRole::cell) - 12, inner.h}, hits[i].name,
                   FontRole::body, ink.text);
        if (state.clicked) choose(ui, hits[i]);
    }
}

} // namespace

void drawSearch(Ui& ui) {
    const bool appearing = ui.document.searchOpen && !ui.state.searchWasOpen;
    ui.state.searchWasOpen = ui.document.searchOpen;
    if (!ui.document.searchOpen || !ui.document.district) return;
    if (appearing) {
        ui.state.searchText.clear();
        ui.state.searchChoice = 0;
    }
    const std::vector<SearchHit> hits =
        ui.derived.analysis.search ? ui.derived.analysis.search->find(ui.state.searchText) : std::vector<SearchHit>{};
    ui.state.searchChoice = std::clamp(ui.state.searchChoice, 0, std::max(0, static_cast<int>(hits.size()) - 1));
    const bool nothing = hits.empty() && !ui.state.searchText.empty();
    const float height = 48 + 30 * static_cast<float>(std::max<std::size_t>(hits.size(), nothing ? 1 : 0)) + (hits.empty() ? 0 : 8);
    const Rect box{std::round(ui.layout.window.midX() - 280), 50, 560, height};
    ImGui::SetNextWindowFocus();
    const PanelWindow window(ui, "##search", box, Token::surface, true);
    const Painter& paint = window.paint();
    paint.outline(box, ui.colour(Token::borderStrong), 4);
    paint.icon(Icon::search, box.x + 24, box.y + 24, 16, ui.colour(Token::muted));
    ImGui::SetCursorScreenPos(vec(box.x + 42, box.y + 8));
    ImGui::SetNextItemWidth(box.w - 54);
    ImGui::SetKeyboardFocusHere();
    ui.controlRegistry.put("search.field", {box.x + 42, box.y + 8, box.w - 54, 32});
    const std::string hint(ui.say({"Gõ tên, không cần dấu", "Type a name, accents are not needed"}));
    const bool entered =
        ImGui::InputTextWithHint("##search-text", hint.c_str(), &ui.state.searchText, ImGuiInputTextFlags_EnterReturnsTrue);
    if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_DownArrow))) ++ui.state.searchChoice;
    if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_UpArrow))) --ui.state.searchChoice;
    if (entered && !hits.empty())
        choose(ui, hits[static_cast<std::size_t>(std::min<int>(ui.state.searchChoice, static_cast<int>(hits.size()) - 1))]);
    Rect list{box.x + 1, box.y + 48, box.w - 2, height - 49};
    if (nothing)
        paint.text(list.inset(20, 0),
                   ui.derived.analysis.search ? ui.say({"Không tìm thấy tên nào như vậy.", "No such name."}) : ui.computing(),
                   FontRole::body, ui.colour(Token::muted));
    drawHits(ui, paint, list, hits);
}

} // namespace banlang::viewer
