// SPDX-License-Identifier: MIT
#include "core/geo/crs.h"
#include "viewer/panels/panels.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace banlang::viewer {
namespace {

void put(const Ui& ui, const Painter& paint, Rect& bar, std::string_view text, Token token = Token::muted) {
    if (paint.textWidth(text, FontRole::hint) > bar.w) return;
    paint.text(bar, text, FontRole::hint, ui.colour(token));
    bar.takeLeft(paint.textWidth(text, FontRole::hint) + 18);
}

const UiState::KnownCrs& crsOf(const Ui& ui, int epsg) {
    UiState::KnownCrs& known = ui.state.crs;
    if (known.epsg == epsg && !known.name.empty()) return known;
    const auto crs = Crs::fromEpsg(epsg);
    known = {epsg, crs ? fmt::format("{} · EPSG:{}", crs->name(), epsg) : fmt::format("EPSG:{}", epsg), nullptr};
    if (auto transform = toWgs84(epsg)) known.toWgs84 = std::make_shared<const CrsTransform>(std::move(*transform));
    return known;
}

/// The work in the background: what it does, how far it is, and how to stop it.
void putJob(Ui& ui, const Painter& paint, Rect& bar) {
    if (!ui.derived.job) return;
    const JobState& job = *ui.derived.job;
    const std::string_view hint = job.stopping ? ui.say({"đang dừng…", "stopping…"}) : ui.say({"Esc để dừng", "Esc to stop"});
    const std::string percent = fmt::format("{:.0f} %", std::floor(std::clamp(job.fraction, 0.0, 1.0) * 100));
    const Rect end = bar.takeRight(paint.textWidth(ui.say({"Esc để dừng", "Esc to stop"}), FontRole::hint) + 12);
    if (press(ui, "job.stop", end).clicked) ui.emit(Verb::cancel);
    paint.text(end, hint, FontRole::hint, ui.colour(Token::accent), Align::right);
    paint.text(bar.takeRight(46), percent, FontRole::hint, ui.colour(Token::text), Align::right);
    const Rect track = bar.takeRight(90);
    const Rect line{track.x, std::round(track.midY()) - 3, 90, 7};
    paint.fill(line, ui.colour(Token::track), 2);
    const auto done = static_cast<float>(std::clamp(job.fraction, 0.0, 1.0));
    paint.fill({line.x, line.y, std::round(line.w * done), line.h}, ui.colour(Token::accent), 2);
    bar.takeRight(10);
    const std::string& step = job.step.in(ui.document.language);
    Rect rect = bar.takeRight(std::min(bar.w * 0.45F, paint.textWidth(step, FontRole::hint) + 24));
    paint.icon(Icon::job, rect.takeLeft(16).midX(), rect.midY(), 14, ui.colour(Token::accent));
    rect.takeLeft(6);
    paint.text(rect, step, FontRole::hint, ui.colour(Token::text));
    bar.takeRight(16);
}

void putMessages(Ui& ui, const Painter& paint, Rect& bar) {
    if (ui.document.messages.empty()) return;
    const Message& last = ui.document.messages.back();
    const std::string& text = last.text.in(ui.document.language);
    const float width = std::min(bar.w * 0.5F, paint.textWidth(text, FontRole::hint) + 26);
    Rect rect = bar.takeRight(width);
    if (press(ui, "status.messages", rect).clicked) ui.emit(Verb::tab, {"messages"});
    const Token token = last.isError ? Token::danger : Token::muted;
    paint.icon(last.isError ? Icon::warning : Icon::info, rect.takeLeft(16).midX(), rect.midY(), 14, ui.colour(token));
    rect.takeLeft(6);
    paint.text(rect, text, FontRole::hint, ui.colour(token));
    bar.takeRight(12);
}

} // namespace

void drawStatusBar(Ui& ui) {
    Rect bar = ui.layout.status;
    const PanelWindow window(ui, "##status", bar, Token::surface2);
    const Painter& paint = window.paint();
    paint.fill({bar.x, bar.y, bar.w, 1}, ui.colour(Token::border));
    bar = bar.inset(12, 0);
    if (ui.derived.job) {
        putJob(ui, paint, bar);
    } else {
        putMessages(ui, paint, bar);
    }
    if (!ui.document.district) return;
    if (ui.derived.busy && !ui.derived.job) {
        const std::string_view text = ui.say({"Đang tính…", "Computing…"});
        Rect rect = bar.takeRight(paint.textWidth(text, FontRole::hint) + 24);
        paint.icon(Icon::job, rect.takeLeft(16).midX(), rect.midY(), 14, ui.colour(Token::accent));
        rect.takeLeft(6);
        paint.text(rect, text, FontRole::hint, ui.colour(Token::text));
    }
    // Where the pointer is, or the middle of the map. Surveyors call the northing X.
    const MapView& view = ui.document.view;
    const Point at = ui.state.pointerOnMap ? view.toMap(ui.state.pointer) : view.centre;
    put(ui, paint, bar, "X " + ui.number(at.y, 1) + "   Y " + ui.number(at.x, 1), Token::text);
    const UiState::KnownCrs& crs = crsOf(ui, ui.document.district->epsg);
    if (crs.toWgs84) {
        const LonLat place = lonLatOf(*crs.toWgs84, at);
        if (std::isfinite(place.latDeg))
            put(ui, paint, bar,
                "WGS 84  " + ui.number(place.latDeg, 5) + std::string(ui.say({"°B  ", "°N  "})) + ui.number(place.lonDeg, 5) +
                    std::string(ui.say({"°Đ", "°E"})));
    }
    put(ui, paint, bar, crs.name, Token::accent);
    put(ui, paint, bar, "1:" + ui.number(std::round(view.scaleDenominator() / 10) * 10), Token::text);
    if (ui.derived.scene) {
        std::size_t count = 0;
        for (const auto& layer : ui.derived.scene->layers) count += layer->featureCount;
        put(ui, paint, bar,
            ui.number(static_cast<double>(count)) + std::string(ui.say({" đối tượng trên bản đồ", " features on the map"})));
    }
}

} // namespace banlang::viewer
