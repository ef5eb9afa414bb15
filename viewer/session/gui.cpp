// SPDX-License-Identifier: MIT
#include "viewer/session/gui.h"

#include "viewer/panels/panels.h"
#include "viewer/panels/primitives/detail/imgui_types.h"

#include <GLFW/glfw3.h>
#include <imgui/imgui.h>

#include <algorithm>

namespace banlang::viewer {
namespace {

using detail::packed;

void mapKeys(ImGuiIO& io) {
    io.KeyMap[ImGuiKey_Tab] = GLFW_KEY_TAB;
    io.KeyMap[ImGuiKey_LeftArrow] = GLFW_KEY_LEFT;
    io.KeyMap[ImGuiKey_RightArrow] = GLFW_KEY_RIGHT;
    io.KeyMap[ImGuiKey_UpArrow] = GLFW_KEY_UP;
    io.KeyMap[ImGuiKey_DownArrow] = GLFW_KEY_DOWN;
    io.KeyMap[ImGuiKey_PageUp] = GLFW_KEY_PAGE_UP;
    io.KeyMap[ImGuiKey_PageDown] = GLFW_KEY_PAGE_DOWN;
    io.KeyMap[ImGuiKey_Home] = GLFW_KEY_HOME;
    io.KeyMap[ImGuiKey_End] = GLFW_KEY_END;
    io.KeyMap[ImGuiKey_Delete] = GLFW_KEY_DELETE;
    io.KeyMap[ImGuiKey_Backspace] = GLFW_KEY_BACKSPACE;
    io.KeyMap[ImGuiKey_Enter] = GLFW_KEY_ENTER;
    io.KeyMap[ImGuiKey_KeyPadEnter] = GLFW_KEY_KP_ENTER;
    io.KeyMap[ImGuiKey_Escape] = GLFW_KEY_ESCAPE;
    io.KeyMap[ImGuiKey_A] = GLFW_KEY_A;
    io.KeyMap[ImGuiKey_C] = GLFW_KEY_C;
    io.KeyMap[ImGuiKey_V] = GLFW_KEY_V;
    io.KeyMap[ImGuiKey_X] = GLFW_KEY_X;
    io.KeyMap[ImGuiKey_Y] = GLFW_KEY_Y;
    io.KeyMap[ImGuiKey_Z] = GLFW_KEY_Z;
}

void setMetrics(ImGuiStyle& style) {
    style.WindowPadding = {0, 0};
    style.WindowBorderSize = 0;
    style.WindowMinSize = {1, 1};
    style.WindowRounding = 0;
    style.ChildBorderSize = 0;
    style.FramePadding = {10, 6};
    style.FrameRounding = 4;
    style.FrameBorderSize = 1;
    style.PopupRounding = 4;
    style.PopupBorderSize = 1;
    style.ItemSpacing = {0, 0};
    style.ScrollbarSize = 10;
    style.ScrollbarRounding = 5;
    style.AntiAliasedLinesUseTex = false;
}

} // namespace

Gui::Gui(double pixelRatio) : pixelRatio_(pixelRatio) {}

Result<std::unique_ptr<Gui>> Gui::create(double pixelRatio) {
    std::unique_ptr<Gui> gui(new Gui(pixelRatio));
    gui->context_ = ImGui::CreateContext();
    gui->makeCurrent();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    // A cursor that blinks would need frames for ever.
    io.ConfigInputTextCursorBlink = false;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    io.UserData = gui.get();
    io.ClipboardUserData = gui.get();
    io.GetClipboardTextFn = [](void* user) -> const char* {
        auto* self = static_cast<Gui*>(user);
        if (self->readClipboard_) self->clipboard_ = self->readClipboard_();
        return self->clipboard_.c_str();
    };
    io.SetClipboardTextFn = [](void* user, const char* text) {
        auto* self = static_cast<Gui*>(user);
        self->clipboard_ = text;
        if (self->writeClipboard_) self->writeClipboard_(text);
    };
    mapKeys(io);
    setMetrics(ImGui::GetStyle());
    BANLANG_TRY(files, findFonts());
    gui->files_ = std::move(files);
    BANLANG_CHECK(gui->bake(false));
    return gui;
}

Gui::~Gui() {
    if (context_ != nullptr) ImGui::DestroyContext(context_);
}

void Gui::makeCurrent() const {
    ImGui::SetCurrentContext(context_);
}

void Gui::useClipboard(std::function<std::string()> read, std::function<void(const char*)> write) {
    readClipboard_ = std::move(read);
    writeClipboard_ = std::move(write);
}

void Gui::useFontUploader(std::function<void()> upload) {
    uploadFonts_ = std::move(upload);
    if (!uploadFonts_) return;
    uploadFonts_();
    // What was drawn for another card names a texture of that one.
    state_.mapLabels = {};
}

void Gui::releaseKeys() {
    makeCurrent();
    ImGuiIO& io = ImGui::GetIO();
    std::ranges::fill(io.MouseDown, false);
    std::ranges::fill(io.KeysDown, false);
    io.KeyCtrl = io.KeyShift = io.KeyAlt = io.KeySuper = false;
}

Result<void> Gui::bake(bool withProjector) {
    BANLANG_TRY(fonts, bakeFonts(*ImGui::GetIO().Fonts, files_, pixelRatio_, withProjector));
    fonts_ = fonts;
    ImGui::GetIO().FontDefault = fonts_[FontRole::body];
    projectorBaked_ = withProjector;
    // What was drawn with the old letters points into an atlas that is gone.
    state_.mapLabels = {};
    if (uploadFonts_) uploadFonts_();
    return {};
}

Result<void> Gui::setPixelRatio(double pixelRatio) {
    if (pixelRatio == pixelRatio_) return {};
    makeCurrent();
    pixelRatio_ = pixelRatio;
    return bake(projectorBaked_);
}

void Gui::styleFor(UiColourScheme colourScheme) {
    auto set = [&](ImGuiCol target, Token token) {
        ImGui::GetStyle().Colors[target] = ImGui::ColorConvertU32ToFloat4(packed(colour(colourScheme, token)));
    };
    set(ImGuiCol_Text, Token::text);
    set(ImGuiCol_TextDisabled, Token::muted);
    set(ImGuiCol_WindowBg, Token::surface);
    set(ImGuiCol_PopupBg, Token::surface);
    set(ImGuiCol_Border, Token::borderStrong);
    set(ImGuiCol_FrameBg, Token::surface);
    set(ImGuiCol_FrameBgHovered, Token::hover);
    set(ImGuiCol_FrameBgActive, Token::surface);
    set(ImGuiCol_ScrollbarBg, Token::surface);
    set(ImGuiCol_ScrollbarGrab, Token::border);
    set(ImGuiCol_ScrollbarGrabHovered, Token::borderStrong);
    set(ImGuiCol_ScrollbarGrabActive, Token::accent);
    set(ImGuiCol_TextSelectedBg, Token::active);
    set(ImGuiCol_NavHighlight, Token::focusRing);
    ImGui::GetStyle().Colors[ImGuiCol_ChildBg] = ImVec4(0, 0, 0, 0);
}

std::vector<Command> Gui::frame(const Document& document, const Derived& derived, InputQueue& input, float widthPx, float heightPx,
                                double seconds) {
    makeCurrent();
    ImGuiIO& io = ImGui::GetIO();
    const bool wantsProjector = document.projector && document.district;
    if (wantsProjector && !projectorBaked_) (void)bake(true).has_value();
    styleFor(document.colourScheme);
    timeS_ += seconds;
    io.DisplaySize = {widthPx, heightPx};
    io.DisplayFramebufferScale = {static_cast<float>(pixelRatio_), static_cast<float>(pixelRatio_)};
    io.DeltaTime = std::max(1e-4F, static_cast<float>(seconds));
    input.feed();
    layout_ = layOut(document, widthPx, heightPx);
    controlRegistry_.clear();
    std::vector<Command> commands;
    Ui ui{document, derived, fonts_, layout_, state_, controlRegistry_, commands, timeS_};
    ImGui::NewFrame();
    state_.focusOrder.clear();
    state_.escapeTaken = false;
    if (ImGui::IsMouseClicked(0)) state_.focus.clear();
    const bool entered = ImGui::IsKeyPressed(GLFW_KEY_ENTER) || ImGui::IsKeyPressed(GLFW_KEY_KP_ENTER);
    state_.focusPressed = !io.WantTextInput && (entered || ImGui::IsKeyPressed(GLFW_KEY_SPACE));
    if (layout_.projector) {
        drawProjector(ui);
    } else {
        drawMapArea(ui);
        drawTopBar(ui);
        drawThemeBar(ui);
        drawLayerList(ui);
        drawBottomPanel(ui);
        drawInspector(ui);
        drawStatusBar(ui);
        drawEmptyState(ui);
        drawSearch(ui);
    }
    drawOfficeDialog(ui);
    drawPathDialog(ui);
    drawCloseQuestion(ui);
    handleKeys(ui);
    ImGui::Render();
    return commands;
}

bool Gui::wantsFrames() const {
    makeCurrent();
    const ImGuiIO& io = ImGui::GetIO();
    const bool tooltipPending = state_.hovered && timeS_ - state_.hoveredSince < 0.5;
    // Widgets repeat keys that are held, and scroll while the pointer drags beyond them.
    const bool keyHeld = std::ranges::any_of(io.KeysDown, std::identity());
    return keyHeld || ImGui::IsAnyMouseDown() || tooltipPending || state_.labelsDue;
}

} // namespace banlang::viewer
