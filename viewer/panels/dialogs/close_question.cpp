// SPDX-License-Identifier: MIT
#include "viewer/panels/panels.h"
#include "viewer/panels/widgets/modal_dialog.h"

namespace banlang::viewer {

void drawCloseQuestion(Ui& ui) {
    if (!ui.document.closeAsked) return;
    const ModalDialog dialog(ui, "##close-question", 560, 176);
    const Painter& paint = dialog.paint();
    Rect card = dialog.card().inset(24, 20);
    const bool stopping = ui.derived.job && ui.derived.job->stopping;
    paint.text(card.takeTop(26), ui.say({"Đang nạp dữ liệu", "Data are being imported"}), FontRole::title, ui.colour(Token::text));
    card.takeTop(6);
    const Rect words = card.takeTop(56);
    if (stopping) {
        paint.paragraph(words,
                        ui.say({"Đang dừng và lấy lại những gì đã nạp; cửa sổ sẽ đóng ngay sau đó.",
                                "Stopping and taking back what came in; the window closes right after."}),
                        FontRole::body, ui.colour(Token::text));
        return;
    }
    paint.paragraph(
        words,
        ui.say({"Nếu đóng bây giờ, lần nạp này dừng lại và mọi thứ của nó được lấy lại: kho trở về như trước khi nạp.",
                "If the window closes now, the import stops and all of it is taken back: the store is as it was before."}),
        FontRole::body, ui.colour(Token::text));
    Rect buttons = card.takeBottom(34);
    const ButtonSpec stay{"close.stay", std::nullopt, ui.say({"Nạp tiếp", "Go on importing"}), ButtonLook::primary, true,
                          {},           "Esc"};
    const ButtonSpec stop{"close.stop", std::nullopt, ui.say({"Dừng, lấy lại tất cả và đóng", "Stop, take all back and close"}),
                          ButtonLook::bordered};
    if (button(ui, paint, buttons.takeRight(buttonWidth(paint, stay) + 8), stay)) ui.emit(Verb::quit, {"stay"});
    buttons.takeRight(10);
    if (button(ui, paint, buttons.takeRight(buttonWidth(paint, stop)), stop)) ui.emit(Verb::quit, {"stop"});
}

} // namespace banlang::viewer
