// SPDX-License-Identifier: MIT
#include "core/geo/crs.h"
#include "core/geo/tm3_zones.h"
#include "viewer/panels/panels.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

// What an import could not decide: a card per question, its options as buttons.

namespace banlang::viewer {
namespace {

constexpr float marginPx = 14;
constexpr float optionPx = 34;
constexpr float gapPx = 6;
constexpr float buttonPx = 32;
constexpr float captionPx = 22;

struct OtherSystem {
    int epsg;
    std::string label;
};

/// All zones of the country; for a layer what it may be drawn in besides.
std::vector<OtherSystem> otherSystemList(const Ui& ui, bool ofLayer) {
    std::vector<OtherSystem> list;
    for (const Tm3Zone& zone : tm3Zones()) list.push_back({zone.epsg, meridianText(zone.centralMeridianDeg)});
    list.push_back({3405, "UTM 48N"});
    list.push_back({3406, "UTM 49N"});
    if (ofLayer) list.push_back({wgs84Epsg, std::string(ui.say({"độ, WGS 84", "degrees, WGS 84"}))});
    return list;
}

bool isWeighed(const Question& question) {
    return std::ranges::any_of(question.options,
                               [](const Question::Option& option) { return option.score > 0 || !option.preview.empty(); });
}

std::string layerNames(const Ui& ui, const Question& question) {
    constexpr std::size_t mostNamed = 8;
    std::string names;
    for (std::size_t i = 0; i < std::min(mostNamed, question.layers.size()); ++i) {
        const auto& [file, layer] = question.layers[i];
        names += fmt::format("{}{}", names.empty() ? "" : ", ", std::filesystem::path(file).filename().string());
        if (const std::string shown = shownLayerName(file, layer); !shown.empty()) names += fmt::format(" (“{}”)", shown);
    }
    if (question.layers.size() > mostNamed) {
        const Label more{" và {} lớp nữa", " and {} more"};
        names += fmt::format(fmt::runtime(ui.say(more)), question.layers.size() - mostNamed);
    }
    return names;
}

class QuestionCard {
public:
    QuestionCard(Ui& ui, const Painter& paint, const Question& question, std::size_t number)
        : ui_(ui), paint_(paint), question_(question), number_(number), names_(layerNames(ui, question)),
          weighed_(isWeighed(question)) {}

    [[nodiscard]] float height(float widthPx) const {
        const float inside = widthPx - 2 * marginPx;
        return 12 + 24 + paint_.paragraphHeight(inside, names_, FontRole::cell) + 8 + optionsHeight(inside) + 12;
    }

    void draw(Rect card) {
        paint_.fill(card, ui_.colour(Token::surface), 4);
        paint_.outline(card, ui_.colour(Token::borderStrong), 4);
        paint_.fill({card.x, card.y + 1, 4, card.h - 2}, ui_.colour(Token::warning), 2);
        Rect inside = card.inset(marginPx, 12);
        drawHead(inside.takeTop(24));
        const float names = paint_.paragraph(inside, names_, FontRole::cell, ui_.colour(Token::muted));
        inside.takeTop(names + 8);
        if (weighed_) {
            drawWeighed(inside);
        } else {
            drawFlow(inside, choices());
        }
        drawOthers(inside);
    }

private:
    struct Choice {
        std::string control;
        std::string value;
        std::string text;
        bool leavesOut = false;
    };
    /// The options, and for roles the way out.
    [[nodiscard]] std::vector<Choice> choices() const {
        std::vector<Choice> list;
        for (std::size_t i = 0; i < question_.options.size(); ++i) {
            const Question::Option& option = question_.options[i];
            list.push_back(
                {fmt::format("import.answer.{}.{}", number_, i + 1), option.value, option.label.in(ui_.document.language), false});
        }
        if (question_.kind == "role") {
            list.push_back({fmt::format("import.answer.{}.skip", number_), "skip",
                            std::string(ui_.say({"Bỏ qua, không nạp", "Leave it out"})), true});
        }
        return list;
    }

    /// Any system of the country, where what was weighed is not enough.
    [[nodiscard]] std::vector<Choice> otherSystems() const {
        std::vector<Choice> list;
        for (const OtherSystem& system : otherSystemList(ui_, question_.kind == "crs")) {
            const std::string value = fmt::format("EPSG:{}", system.epsg);
            list.push_back({fmt::format("import.answer.{}.{}", number_, system.epsg), value,
                            fmt::format("{} · {}", system.label, system.epsg), false});
        }
        return list;
    }

    [[nodiscard]] bool offersOthers() const { return question_.kind == "crs" || question_.kind == "store-crs"; }
    [[nodiscard]] bool showsOthers() const {
        return offersOthers() && (question_.options.empty() || ui_.state.otherSystemsFor == number_);
    }

    [[nodiscard]] float optionsHeight(float widthPx) const {
        const auto weighed = static_cast<float>(question_.options.size()) * (optionPx + gapPx);
        float height = weighed_ ? weighed : flowHeight(choices(), widthPx);
        if (showsOthers()) {
            height += captionPx + flowHeight(otherSystems(), widthPx);
        } else if (offersOthers()) {
            height += buttonPx + gapPx;
        }
        return height - gapPx;
    }

    /// Buttons in lines, each followed by a gap.
    [[nodiscard]] float flowHeight(const std::vector<Choice>& list, float widthPx) const {
        float x = 0;
        float lines = list.empty() ? 0 : 1;
        for (const Choice& choice : list) {
            const float width = plainWidth(choice);
            if (x > 0 && width > widthPx - x) {
                x = 0;
                ++lines;
            }
            x += width + gapPx;
        }
        return lines * (buttonPx + gapPx);
    }

    [[nodiscard]] float plainWidth(const Choice& choice) const {
        return std::ceil(paint_.textWidth(choice.text, FontRole::body)) + 24 + (choice.leavesOut ? 23.0F : 0.0F);
    }

    void drawHead(Rect line) {
        const std::string_view word =
            question_.blocking ? ui_.say({"Lớp đang chờ", "Layers waiting"}) : ui_.say({"Số lớp", "Layers"});
        const std::string waits = fmt::format("{}: {}", word, question_.layers.size());
        const Rect badge{line.x, line.y + 1, 22, 22};
        paint_.fill(badge, ui_.colour(Token::warningBackground), 11);
        paint_.outline(badge, ui_.colour(Token::warning), 11);
        paint_.text(badge, fmt::format("{}", number_), FontRole::cellBold, ui_.colour(Token::warning), Align::centre);
        line.takeLeft(32);
        paint_.text(line.takeRight(160), waits, FontRole::cell, ui_.colour(Token::muted), Align::right);
        paint_.text(line, question_.text.in(ui_.document.language), FontRole::title, ui_.colour(Token::text));
    }

    void choose(const Choice& choice) { ui_.emit(Verb::answer, {fmt::format("{}", number_), choice.value}); }

    void drawFlow(Rect& inside, const std::vector<Choice>& list) {
        if (list.empty()) return;
        Rect line = inside.takeTop(buttonPx);
        const float left = line.x;
        for (const Choice& choice : list) {
            const float width = plainWidth(choice);
            if (line.x > left && width > line.w) {
                inside.takeTop(gapPx);
                line = inside.takeTop(buttonPx);
                line.x = left;
            }
            const ButtonSpec spec{choice.control, choice.leavesOut ? std::optional(Icon::minus) : std::nullopt, choice.text,
                                  choice.leavesOut ? ButtonLook::bare : ButtonLook::bordered, !ui_.derived.job};
            if (button(ui_, paint_, line.takeLeft(width), spec)) choose(choice);
            line.takeLeft(gapPx);
        }
        inside.takeTop(gapPx);
    }

    void drawOthers(Rect& inside) {
        if (showsOthers()) {
            paint_.text(inside.takeTop(captionPx),
                        ui_.say({"Hệ tọa độ theo kinh tuyến trục của tỉnh (VN-2000, múi 3°) và các hệ khác",
                                 "Systems by the central meridian of the province (VN-2000, 3° zones) and others"}),
                        FontRole::hint, ui_.colour(Token::muted));
            drawFlow(inside, otherSystems());
        } else if (offersOthers()) {
            const std::string control = fmt::format("import.answer.{}.others", number_);
            const ButtonSpec spec{control, std::nullopt, ui_.say({"Hệ khác…", "Another system…"}), ButtonLook::bare,
                                  !ui_.derived.job};
            if (button(ui_, paint_, inside.takeTop(buttonPx).takeLeft(buttonWidth(paint_, spec)), spec))
                ui_.state.otherSystemsFor = number_;
        }
    }

    /// One option per line: what it is, how well it fits, and what the texts would look like.
    void drawWeighed(Rect& inside) {
        const std::vector<Choice> list = choices();
        for (std::size_t i = 0; i < question_.options.size(); ++i) {
            const Rect line = inside.takeTop(optionPx);
            inside.takeTop(gapPx);
            const Press state = press(ui_, list[i].control, line);
            const bool live = !ui_.derived.job;
            if (state.hovered && live) paint_.fill(line, ui_.colour(Token::hover), 4);
            paint_.outline(line, ui_.colour(i == 0 ? Token::accent : Token::border), 4, i == 0 ? 2.0F : 1.0F);
            drawOption(line.inset(12, 0), question_.options[i], list[i].text, i == 0);
            if (state.clicked && live) choose(list[i]);
        }
    }

    void drawOption(Rect line, const Question::Option& option, const std::string& text, bool best) {
        const Colour ink = ui_.colour(Token::text);
        if (option.score > 0) {
            const std::string percent = fmt::format("{:.0f} %", option.score * 100);
            paint_.text(line.takeRight(52), percent, FontRole::cellBold, ink, Align::right);
            const Rect track = line.takeRight(90);
            const Rect bar{track.x, std::round(track.midY()) - 5, 90, 10};
            paint_.fill(bar, ui_.colour(Token::track), 2);
            paint_.fill({bar.x, bar.y, std::round(bar.w * static_cast<float>(std::clamp(option.score, 0.0, 1.0))), bar.h},
                        ui_.colour(Token::accent), 2);
            line.takeRight(16);
        }
        if (best && option.score > 0) {
            const std::string_view word = ui_.say({"hợp nhất", "fits best"});
            const Rect chip = line.takeRight(paint_.textWidth(word, FontRole::hint) + 30);
            paint_.icon(Icon::check, chip.x + 7, std::round(chip.midY()), 13, ui_.colour(Token::accent));
            paint_.text({chip.x + 18, chip.y, chip.w - 18, chip.h}, word, FontRole::hint, ui_.colour(Token::accent));
        }
        const FontRole role = best ? FontRole::bodyBold : FontRole::body;
        std::string preview;
        for (const std::string& value : option.preview) preview += (preview.empty() ? "" : " · ") + value;
        if (preview.empty()) return paint_.text(line, text, role, ink);
        paint_.text(line.takeLeft(std::min(line.w * 0.45F, paint_.textWidth(text, role) + 16)), text, role, ink);
        paint_.text(line, preview, FontRole::cell, ui_.colour(Token::muted));
    }

    Ui& ui_;
    const Painter& paint_;
    const Question& question_;
    std::size_t number_;
    std::string names_;
    bool weighed_;
};

} // namespace

void drawQuestions(Ui& ui, Rect rect) {
    ScrollArea area(ui, "##import-questions", rect);
    const Painter& paint = area.paint();
    const std::vector<Question>& questions = ui.document.importLog->report.questions;
    if (questions.empty()) {
        Rect row = area.row(44).inset(16, 0);
        paint.icon(Icon::check, row.takeLeft(20).midX(), std::round(row.midY()), 16, ui.colour(Token::success));
        row.takeLeft(8);
        paint.text(row, ui.say({"Không còn gì phải quyết định.", "Nothing is left to decide."}), FontRole::body,
                   ui.colour(Token::text));
    }
    for (std::size_t i = 0; i < questions.size(); ++i) {
        area.skip(12);
        QuestionCard card(ui, paint, questions[i], i + 1);
        const float width = std::min(area.row(0).w - 28, 1040.0F);
        const Rect row = area.row(card.height(width));
        if (area.visible(row)) card.draw({row.x + marginPx, row.y, width, row.h});
    }
    area.skip(12);
}

} // namespace banlang::viewer
