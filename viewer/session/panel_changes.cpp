// SPDX-License-Identifier: MIT
#include "viewer/session/panel_changes.h"

#include "viewer/map/gl/pass.h"

#include <imgui/backends/imgui_impl_opengl3.h>
#include <imgui/imgui.h>
#include <xxhash.h>

#include <algorithm>
#include <cmath>
#include <span>

namespace banlang::viewer {
namespace {

bool overlap(Rect a, Rect b) {
    return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

Rect around(Rect a, Rect b) {
    if (a.w <= 0 || a.h <= 0) return b;
    if (b.w <= 0 || b.h <= 0) return a;
    const float x = std::min(a.x, b.x);
    const float y = std::min(a.y, b.y);
    return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

Rect common(Rect a, Rect b) {
    const float x = std::max(a.x, b.x);
    const float y = std::max(a.y, b.y);
    return {x, y, std::max(0.0F, std::min(a.right(), b.right()) - x), std::max(0.0F, std::min(a.bottom(), b.bottom()) - y)};
}

Rect windowOf(const ImDrawData& panels) {
    return {panels.DisplayPos.x, panels.DisplayPos.y, panels.DisplaySize.x, panels.DisplaySize.y};
}

Rect toRect(const ImVec4& clip) {
    return {clip.x, clip.y, clip.z - clip.x, clip.w - clip.y};
}

/// Of what is drawn, not of what could be: some panels may draw anywhere.
Rect boundsOf(const ImDrawList& list) {
    Rect clips;
    for (const ImDrawCmd& command : list.CmdBuffer) {
        if (command.ElemCount > 0) clips = around(clips, toRect(command.ClipRect));
    }
    if (list.VtxBuffer.empty()) return {};
    ImVec2 least = list.VtxBuffer.front().pos;
    ImVec2 most = least;
    for (const ImDrawVert& corner : list.VtxBuffer) {
        least = {std::min(least.x, corner.pos.x), std::min(least.y, corner.pos.y)};
        most = {std::max(most.x, corner.pos.x), std::max(most.y, corner.pos.y)};
    }
    // On whole pixels: the edge of a patch must not cut one in two.
    const float x = std::floor(least.x);
    const float y = std::floor(least.y);
    return common(clips, {x, y, std::ceil(most.x) - x, std::ceil(most.y) - y});
}

std::uint64_t digest(const ImDrawList& list) {
    const auto add = [](std::uint64_t seed, const void* data, int size) {
        return XXH3_64bits_withSeed(data, static_cast<std::size_t>(size), seed);
    };
    std::uint64_t value = add(0, list.VtxBuffer.Data, list.VtxBuffer.size_in_bytes());
    value = add(value, list.IdxBuffer.Data, list.IdxBuffer.size_in_bytes());
    for (const ImDrawCmd& command : list.CmdBuffer) {
        value = add(value, &command.ClipRect, sizeof(command.ClipRect));
        value = add(value, &command.TextureId, sizeof(command.TextureId));
        value = add(value, &command.ElemCount, sizeof(command.ElemCount));
    }
    return value;
}

} // namespace

void Patches::add(Rect rect) {
    if (rect.w <= 0 || rect.h <= 0) return;
    for (auto other = std::ranges::find_if(rects_, [&](Rect r) { return overlap(r, rect); }); other != rects_.end();
         other = std::ranges::find_if(rects_, [&](Rect r) { return overlap(r, rect); })) {
        rect = around(rect, *other);
        rects_.erase(other);
    }
    rects_.push_back(rect);
}

bool Patches::touch(Rect rect) const {
    return std::ranges::any_of(rects_, [&](Rect r) { return overlap(r, rect); });
}

std::vector<Rect> PanelChanges::since(const ImDrawData& panels) {
    std::vector<Panel> now;
    for (int i = 0; i < panels.CmdListsCount; ++i) {
        const ImDrawList& list = *panels.CmdLists[i];
        now.push_back({list._OwnerName == nullptr ? "" : list._OwnerName, digest(list), boundsOf(list)});
    }
    std::swap(now, before_);
    const bool sameOrder = std::ranges::equal(now, before_, {}, &Panel::name, &Panel::name);
    if (!sameOrder) return {windowOf(panels)};
    std::vector<Rect> changed;
    for (std::size_t i = 0; i < now.size(); ++i) {
        if (now[i] != before_[i]) changed.push_back(around(now[i].bounds, before_[i].bounds));
    }
    return changed;
}

void drawLists(const RenderTarget& target, ImDrawData& lists) {
    const detail::Pass pass(target);
    ImGui_ImplOpenGL3_RenderDrawData(&lists);
}

void drawPanels(const RenderTarget& target, ImDrawData& panels, Rect within) {
    std::vector<ImDrawList*> lists;
    std::vector<ImVec4> clips;
    ImDrawData part = panels;
    part.TotalIdxCount = part.TotalVtxCount = 0;
    const std::span<ImDrawList*> all(panels.CmdLists, static_cast<std::size_t>(panels.CmdListsCount));
    for (ImDrawList* list : all) {
        // One command of a panel may be cut to the whole window, and yet nothing of the panel lie there.
        const bool near = overlap(boundsOf(*list), within);
        bool seen = false;
        for (ImDrawCmd& command : list->CmdBuffer) {
            clips.push_back(command.ClipRect);
            const Rect left = common(toRect(command.ClipRect), within);
            seen = seen || (near && left.w > 0 && left.h > 0 && command.ElemCount > 0);
            command.ClipRect = {left.x, left.y, left.right(), left.bottom()};
        }
        if (!seen) continue;
        lists.push_back(list);
        part.TotalIdxCount += list->IdxBuffer.Size;
        part.TotalVtxCount += list->VtxBuffer.Size;
    }
    part.CmdLists = lists.data();
    part.CmdListsCount = static_cast<int>(lists.size());
    drawLists(target, part);
    auto clip = clips.begin();
    for (ImDrawList* list : all) {
        for (ImDrawCmd& command : list->CmdBuffer) command.ClipRect = *clip++;
    }
}

} // namespace banlang::viewer
