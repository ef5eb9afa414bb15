// SPDX-License-Identifier: MIT
#include "core/geo/crs.h"
#include "core/geo/tm3_zones.h"
#include "core/text/dates.h"
#include "viewer/panels/panels.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <map>
#include <set>

// What an import could not decide: a card per question, its options as buttons.

namespace banlang::viewer {
namespace {

constexpr float marginPx = 14;
constexpr float optionPx = 34;
constexpr float gapPx = 6;
constexpr float buttonPx = 32;
constexpr float captionPx = 22;
constexpr float scopePx = 26;

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
    std::set<std::string> bare;
    for (const auto& [file, layer] : question.layers) bare.insert(std::filesystem::path(file).filename().string());
    for (std::size_t i = 0; i < std::min(mostNamed, question.layers.size()); ++i) {
        const auto& [file, layer] = question.layers[i];
        const std::filesystem::path path(file);
        // Communes send files of the same name, each in its own folder.
        const bool repeated = bare.size() < question.layers.size();
        const std::filesystem::path name = repeated ? path.parent_path().filename() / path.filename() : path.filename();
        names += fmt::format("{}{}", names.empty() ? "" : ", ", name.string());
        if (const std::string shown = shownLayerName(file, layer); !shown.empty()) names += fmt::format(" (“{}”)", shown);
    }
    if (question.layers.size() > mostNamed) {
        const Label more{" và {} lớp nữa", " and {} more"};
        names += fmt::format(fmt::runtime(ui.say(more)), question.layers.size() - mostNamed);
    }
    return names;
}

/// A file, or a folder of files, for which alone a question can be answered.
struct AnswerScope {
    std::string path;
    std::string shown; ///< without the folders above
    std::size_t layers = 0;
    bool isFolder = false;
};

/// All files first, then each folder with its files; nothing where there is only one.
std::vector<AnswerScope> scopesOf(const Ui& ui, const Question& question) {
    namespace fs = std::filesystem;
    std::map<std::string, std::map<std::string, std::size_t>> folders;
    for (const auto& [file, layer] : question.layers) ++folders[fs::path(file).parent_path().string()][file];
    std::size_t files = 0;
    for (const auto& [folder, inside] : folders) files += inside.size();
    if (files < 2) return {};
    fs::path shared = folders.begin()->first;
    const auto holds = [&](const auto& folder) {
        return folder.first == shared || folder.first.starts_with(shared.string() + "/");
    };
    while (shared.has_relative_path() && !std::ranges::all_of(folders, holds)) shared = shared.parent_path();
    std::string all(ui.say({"Tất cả", "All"}));
    if (shared.has_filename()) all += fmt::format(" {} {}", ui.say({"trong", "in"}), shared.filename().string());
    std::vector<AnswerScope> scopes{{{}, all, question.layers.size(), true}};
    for (const auto& [folder, inside] : folders) {
        std::size_t layers = 0;
        for (const auto& [file, count] : inside) layers += count;
        if (folders.size() > 1) scopes.push_back({folder, fs::path(folder).lexically_relative(shared).string(), layers, true});
        for (const auto& [file, count] : inside) scopes.push_back({file, fs::path(file).filename().string(), count, false});
    }
    return scopes;
}

class QuestionCard {
public:
    QuestionCard(Ui& ui, const Painter& paint, const Question& question, std::size_t number)
        : ui_(ui), paint_(paint), question_(question), number_(number), names_(layerNames(ui, question)),
          weighed_(isWeighed(question)), asksDay_(question.kind == "report-day"), scopes_(scopesOf(ui, question)) {}

    [[nodiscard]] float height(float widthPx) const {
        const float inside = widthPx - 2 * marginPx;
        return 12 + 24 + paint_.paragraphHeight(inside, names_, FontRole::cell) + 8 + scopesHeight() + optionsHeight(inside) + 12;
    }

    void draw(Rect card) {
        paint_.fill(card, ui_.colour(Token::surface), 4);
        paint_.outline(card, ui_.colour(Token::borderStrong), 4);
        paint_.fill({card.x, card.y + 1, 4, card.h - 2}, ui_.colour(Token::warning), 2);
        Rect inside = card.inset(marginPx, 12);
        drawHead(inside.takeTop(24));
        const float names = paint_.paragraph(inside, names_, FontRole::cell, ui_.colour(Token::muted));
        inside.takeTop(names + 8);
        if (asksDay_) {
            drawDay(inside);
        } else if (weighed_) {
            drawWeighed(inside);
        } else {
            drawFlow(inside, choices());
        }
        drawOthers(inside);
        drawScopes(inside);
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

    [[nodiscard]] bool listsScopes() const { return !scopes_.empty() && ui_.state.answers.listed.contains(number_); }
    [[nodiscard]] float scopesHeight() const {
        if (scopes_.empty()) return 0;
        return gapPx + buttonPx + (listsScopes() ? gapPx + scopePx * static_cast<float>(scopes_.size()) : 0);
    }
    /// The file or folder that the answer is for; empty: all of them.
    [[nodiscard]] std::string within() const {
        const auto chosen = ui_.state.answers.within.find(number_);
        return chosen == ui_.state.answers.within.end() ? std::string() : chosen->second;
    }

    [[nodiscard]] float optionsHeight(float widthPx) const {
        if (asksDay_) return buttonPx + captionPx;
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
        std::string waits = fmt::format("{}: {}", word, question_.layers.size());
        if (question_.records > 0) {
            waits += fmt::format(" · {}: {}", ui_.say({"bản ghi chờ", "records that wait"}),
                                 ui_.number(static_cast<double>(question_.records)));
        }
        const Rect badge{line.x, line.y + 1, 22, 22};
        paint_.fill(badge, ui_.colour(Token::warningBackground), 11);
        paint_.outline(badge, ui_.colour(Token::warning), 11);
        paint_.text(badge, fmt::format("{}", number_), FontRole::cellBold, ui_.colour(Token::warning), Align::centre);
        line.takeLeft(32);
        paint_.text(line.takeRight(std::max(160.0F, paint_.textWidth(waits, FontRole::cell) + 16)), waits, FontRole::cell,
                    ui_.colour(Token::muted), Align::right);
        // A file says it to whom it may concern; here a field does.
        const std::string text =
            asksDay_ ? std::string(ui_.say({"Số liệu này tính đến ngày nào?", "As of which day are these figures?"}))
                     : question_.text.in(ui_.document.language);
        paint_.text(line, text, FontRole::title, ui_.colour(Token::text));
    }

    void choose(const Choice& choice) { answer(choice.value); }
    void answer(const std::string& value) {
        std::vector<std::string> words{fmt::format("{}", number_), value};
        if (const std::string place = within(); !place.empty()) words.push_back(place);
        ui_.emit(Verb::answer, std::move(words));
    }

    /// One answer for all files, or for one of them at a time.
    void drawScopes(Rect& inside) {
        if (scopes_.empty()) return;
        inside.takeTop(asksDay_ ? gapPx : 0);
        const bool listed = listsScopes();
        const std::string control = fmt::format("import.files.{}", number_);
        const ButtonSpec spec{control, listed ? Icon::chevronDown : Icon::chevronRight,
                              ui_.say({"Trả lời riêng từng tệp, từng thư mục", "Answer for single files or folders"}),
                              ButtonLook::bare};
        if (button(ui_, paint_, inside.takeTop(buttonPx).takeLeft(buttonWidth(paint_, spec)), spec)) {
            UiState::AnswerInput& answers = ui_.state.answers;
            if (listed) {
                answers.listed.erase(number_);
                answers.within.erase(number_);
            } else {
                answers.listed.insert(number_);
            }
        }
        if (!listed) return;
        inside.takeTop(gapPx);
        for (std::size_t i = 0; i < scopes_.size(); ++i) drawScope(inside, i, scopes_[i]);
    }

    void drawScope(Rect& inside, std::size_t place, const AnswerScope& scope) {
        Rect line = inside.takeTop(scopePx);
        const Press state = press(ui_, fmt::format("import.file.{}.{}", number_, place), line);
        const bool chosen = within() == scope.path;
        const RowColours ink = rowBackground(ui_, paint_, line, state.hovered, chosen);
        line = line.inset(10, 0);
        if (!scope.isFolder) line.takeLeft(16);
        const Rect tick = line.takeLeft(20);
        if (chosen) paint_.icon(Icon::check, tick.x + 7, std::round(tick.midY()), 14, ink.text);
        const std::string count = fmt::format("{} {}", scope.layers, ui_.say({"lớp", scope.layers == 1 ? "layer" : "layers"}));
        paint_.text(line.takeRight(80), count, FontRole::cell, ink.muted, Align::right);
        paint_.text(line, scope.shown, scope.isFolder ? FontRole::cellBold : FontRole::cell, ink.text);
        if (!state.clicked) return;
        if (scope.path.empty())
            ui_.state.answers.within.erase(number_);
        else
            ui_.state.answers.within[number_] = scope.path;
    }

    /// A day is typed, and what it was understood as stands below before it is given.
    void drawDay(Rect& inside) {
        UiState::AnswerInput& answers = ui_.state.answers;
        std::string& text = answers.days[number_];
        Rect line = inside.takeTop(buttonPx);
        const Rect field = line.takeLeft(220);
        line.takeLeft(gapPx);
        const std::string control = fmt::format("import.day.{}", number_);
        const bool entered =
            textField(ui_, control, field, text, ui_.say({"ví dụ 31/5/2022, tháng 5/2022", "such as 31/5/2022, T5/2022"}));
        const std::size_t layers = layersWithin(question_.layers, scopeList()).size();
        const std::string give =
            fmt::format("{} {} {}", ui_.say({"Ghi ngày cho", "Set the day of"}), ui_.number(static_cast<double>(layers)),
                        ui_.say({"lớp", layers == 1 ? "layer" : "layers"}));
        const std::string answerControl = fmt::format("import.answer.{}.day", number_);
        const ButtonSpec spec{answerControl, Icon::check, give, ButtonLook::bordered, !ui_.derived.job};
        const bool given = button(ui_, paint_, line.takeLeft(buttonWidth(paint_, spec)), spec);
        const auto day = parseOfficeDate(text);
        if (entered || given) {
            if (day && !ui_.derived.job) answer(text);
            if (!day) answers.tried.insert(number_);
        }
        if (day) answers.tried.erase(number_);
        drawUnderstood(inside.takeTop(captionPx), text, day);
    }

    void drawUnderstood(Rect line, const std::string& text, const std::optional<Date>& day) {
        const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()).time_since_epoch().count();
        std::string words(ui_.say({"Ngày/tháng/năm; một tháng, quý hay năm là đến hết ngày cuối của nó.",
                                   "Day/month/year; a month, quarter or year means its last day."}));
        Token token = Token::muted;
        if (day) {
            words = fmt::format("{} {}", ui_.say({"Tính đến hết ngày", "As of the end of"}), ui_.date(*day));
            if (day->daysSince1970 > today) {
                words += ui_.say({": ngày này ở sau hôm nay", ": this day lies after today"});
                token = Token::warning;
            }
        } else if (ui_.state.answers.tried.contains(number_)) {
            words = fmt::format(fmt::runtime(ui_.say({"“{}” không phải ngày đủ năm: viết 31/5/2022 hoặc tháng 5/2022.",
                                                      "“{}” is no day with its year: write 31/5/2022 or T5/2022."})),
                                text);
            token = Token::warning;
        }
        paint_.text(line, words, FontRole::hint, ui_.colour(token));
    }

    [[nodiscard]] std::vector<std::string> scopeList() const {
        const std::string place = within();
        return place.empty() ? std::vector<std::string>() : std::vector{place};
    }

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
    bool asksDay_;
    std::vector<AnswerScope> scopes_; ///< none where the question is about one file
};

} // namespace

void drawQuestions(Ui& ui, Rect rect) {
    ScrollArea area(ui, "##import-questions", rect);
    const Painter& paint = area.paint();
    const std::vector<Question>& questions = ui.document.importLog->report.questions;
    if (ui.state.answers.of != ui.document.importLog) ui.state.answers = {ui.document.importLog};
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
