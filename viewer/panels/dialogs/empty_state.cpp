// SPDX-License-Identifier: MIT
#include "viewer/panels/panels.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace banlang::viewer {

void drawEmptyState(Ui& ui) {
    if (ui.document.district) return;
    const Rect area = ui.layout.map;
    const PanelWindow window(ui, "##empty", area, Token::background);
    const Painter& paint = window.paint();
    struct Choice {
        std::string_view id;
        Icon icon;
        Label title;
        Label hint;
        Verb verb;
    };
    constexpr std::array<Choice, 3> choices{{{"empty.open",
                                              Icon::open,
                                              {"Mở kho dữ liệu", "Open a store"},
                                              {"Tệp .gpkg đã nạp trước đây", "A .gpkg file imported before"},
                                              Verb::open},
                                             {"empty.import",
                                              Icon::import,
                                              {"Nạp thư mục", "Import a folder"},
                                              {"SHP, TAB, XLSX, GPKG của các xã", "SHP, TAB, XLSX, GPKG of the communes"},
                                              Verb::import},
                                             {"empty.sample",
                                              Icon::sprout,
                                              {"Dữ liệu mẫu", "Sample data"},
                                              {"Một địa phương hư cấu để xem thử", "A fictitious place to try"},
                                              Verb::sample}}};
    const float top = std::round(area.midY() - 130);
    paint.text({area.x, top, area.w, 40}, ui.say({"Bắt đầu từ đâu?", "Where shall we start?"}), FontRole::figure,
               ui.colour(Token::text), Align::centre);
    paint.text({area.x, top + 46, area.w, 24},
               ui.say({"Kéo thả tệp hoặc thư mục vào đây cũng được.", "You can also drop files or a folder here."}), FontRole::body,
               ui.colour(Token::muted), Align::centre);
    float x = std::round(area.midX() - (3 * 260 + 2 * 16) / 2.0F);
    for (const Choice& choice : choices) {
        const Rect card{x, top + 96, 260, 128};
        const Press state = press(ui, choice.id, card);
        paint.fill(card, ui.colour(state.hovered ? Token::hover : Token::surface), 4);
        paint.outline(card, ui.colour(Token::borderStrong), 4);
        paint.icon(choice.icon, card.midX(), card.y + 36, 28, ui.colour(Token::accent));
        paint.text({card.x + 12, card.y + 62, card.w - 24, 24}, ui.say(choice.title), FontRole::title, ui.colour(Token::text),
                   Align::centre);
        paint.text({card.x + 12, card.y + 90, card.w - 24, 20}, ui.say(choice.hint), FontRole::cell, ui.colour(Token::muted),
                   Align::centre);
        if (state.clicked) ui.emit(choice.verb);
        x += 276;
    }
    if (ui.document.messages.empty()) return;
    // The status bar has room for its beginning only, and what to do stands at the end.
    const Message& last = ui.document.messages.back();
    const float width = std::min(area.w - 48, 860.0F);
    paint.paragraph({std::round(area.midX() - width / 2), top + 248, width, 120}, last.text.in(ui.document.language),
                    FontRole::body, ui.colour(last.isError ? Token::danger : Token::muted), Align::centre);
}

} // namespace banlang::viewer
