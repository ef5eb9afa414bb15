// SPDX-License-Identifier: MIT
#pragma once

#include "layers/themes/themes.h"
#include "viewer/panels/widgets/ui.h"

#include <optional>

namespace banlang::viewer {

/// A window of Dear ImGui without any decoration that fills a rectangle; lives as long as the panel draws. A raised one lies over
/// the others.
class PanelWindow {
public:
    PanelWindow(Ui& ui, const char* id, Rect rect, std::optional<Token> background, bool raised = false);
    ~PanelWindow();
    PanelWindow(const PanelWindow&) = delete;
    PanelWindow& operator=(const PanelWindow&) = delete;
    [[nodiscard]] const Painter& paint() const { return painter_; }

private:
    Painter painter_;
};

/// A part of a panel that scrolls. Rows are taken from the top with `row`.
/// Those of many rows of one height that can be seen, and perhaps one more on either side.
struct RowWindow {
    std::size_t first = 0;
    std::size_t count = 0;
    Rect top{};      ///< the first row of all, seen or not
    float topPx = 0; ///< where it begins, unrounded

    /// By number among all rows.
    [[nodiscard]] Rect at(std::size_t row) const {
        return {top.x, std::round(topPx + static_cast<float>(row) * top.h), top.w, top.h};
    }
};

class ScrollArea {
public:
    ScrollArea(Ui& ui, const char* id, Rect rect);
    ~ScrollArea();
    ScrollArea(const ScrollArea&) = delete;
    ScrollArea& operator=(const ScrollArea&) = delete;
    [[nodiscard]] Rect row(float heightPx); ///< on the screen, scrolled
    /// Room for all of them; costs the same however many there are.
    [[nodiscard]] RowWindow rows(std::size_t count, float heightPx);
    void skip(float heightPx) { (void)row(heightPx); }
    [[nodiscard]] bool visible(Rect row) const;
    [[nodiscard]] const Painter& paint() const { return painter_; }

private:
    Rect rect_;
    float y_ = 0;
    float used_ = 0;
    Painter painter_;
};

struct Press {
    bool hovered = false;
    bool held = false;
    bool clicked = false;
};
/// An invisible control: all visible ones are drawn over one.
Press press(Ui& ui, std::string_view id, Rect rect, std::string_view tooltip = {});

enum class ButtonLook : std::uint8_t { bordered, primary, bare, toggled };
struct ButtonSpec {
    std::string_view id;
    std::optional<Icon> icon;
    std::string_view text = {};
    ButtonLook look = ButtonLook::bordered;
    bool enabled = true;
    std::string_view tooltip = {};
    std::string_view hint = {}; ///< after the text, muted: a key
    bool dropDown = false;
};
/// True when clicked.
bool button(Ui& ui, const Painter& paint, Rect rect, const ButtonSpec& spec);
/// Width that a button needs for its parts.
[[nodiscard]] float buttonWidth(const Painter& paint, const ButtonSpec& spec);

/// A tab with an underline when it is the active one. True when clicked.
bool tabButton(Ui& ui, const Painter& paint, Rect rect, std::string_view id, Icon icon, std::string_view text,
               std::string_view badge, bool active);
[[nodiscard]] float tabWidth(const Painter& paint, std::string_view text, std::string_view badge);

/// A field for one line of text. True when Enter was pressed in it.
bool textField(Ui& ui, std::string_view id, Rect rect, std::string& text, std::string_view hint);

/// One of several joined choices, taken from the left of a bar. True when clicked.
struct SegmentSpec {
    std::string id;
    std::string_view text;
    std::string count;
    bool active = false;
    bool urgent = false; ///< something waits there
};
bool segmentButton(Ui& ui, const Painter& paint, Rect& bar, const SegmentSpec& spec);

/// Hover and selected background of a row with the magenta bar; returns the colours for its text.
struct RowColours {
    Colour text;
    Colour muted;
};
RowColours rowBackground(const Ui& ui, const Painter& paint, Rect rect, bool hovered, bool selected);

/// A menu that hangs from a control: opened with `openMenu(id)`, then its items.
void openMenu(const char* id);
class Menu {
public:
    Menu(Ui& ui, const char* id, Rect anchor, float widthPx);
    ~Menu();
    Menu(const Menu&) = delete;
    Menu& operator=(const Menu&) = delete;
    explicit operator bool() const { return open_; }
    bool item(std::string_view id, std::string_view text, bool checked = false, std::string_view hint = {});
    /// A one-line text field; true when Enter was pressed in it.
    bool field(std::string_view id, std::string& text, std::string_view hint);
    void heading(std::string_view text);

private:
    Ui& ui_;
    bool open_ = false;
};

/// Stacked bar of parts; a bar without any value is the bare track.
void stackedBar(const Ui& ui, const Painter& paint, Rect rect, const std::vector<double>& parts,
                const std::vector<FillStyle>& fills);

/// Fills of the parts of a theme's bars, in the window's colours.
[[nodiscard]] std::vector<FillStyle> partFills(const Ui& ui, const Theme& theme);
/// What stands in place of a table or a chart without anything to show, and the button that fills it.
void drawNothing(Ui& ui, const Painter& paint, Rect rect, const ReportNote& note, std::string_view controlId);

} // namespace banlang::viewer
