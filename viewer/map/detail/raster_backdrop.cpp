// SPDX-License-Identifier: MIT
#include "viewer/map/detail/raster_backdrop.h"

#include "viewer/map/detail/shader_sources.h"

#include <algorithm>
#include <cmath>

namespace banlang::viewer::detail {
namespace {

constexpr std::chrono::milliseconds still{120};
constexpr int wholeSide = 1'024;
constexpr int largestSide = 4'096;
constexpr double marginShare = 0.2; ///< read beyond every side of the view, for small moves
/// A window serves views up to this much finer or coarser.
constexpr double sameScale = 1.02;

/// Opaque: the paper under the picture is known, so two pictures of one place do not add up.
constexpr std::string_view fragment = R"(#version 330 core
uniform sampler2D picture; // premultiplied
uniform vec4 paper;
uniform float opacity;
in vec2 place;
out vec4 result;
void main() {
    vec4 colour = texture(picture, place) * opacity;
    result = vec4(colour.rgb + paper.rgb * (1.0 - colour.a), 1.0);
}
)";

bool holds(const Box& outer, const Box& inner) {
    return outer.contains({inner.minX, inner.minY}) && outer.contains({inner.maxX, inner.maxY});
}

Box common(const Box& a, const Box& b) {
    return {std::max(a.minX, b.minX), std::max(a.minY, b.minY), std::min(a.maxX, b.maxX), std::min(a.maxY, b.maxY)};
}

Texture textureOf(const RasterPixels& pixels) {
    Texture texture;
    glBindTexture(GL_TEXTURE_2D, texture.name());
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, pixels.columns, pixels.rows, 0, GL_RGBA, GL_UNSIGNED_BYTE, pixels.rgba.data());
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glBindTexture(GL_TEXTURE_2D, 0);
    return texture;
}

} // namespace

RasterBackdrop::RasterBackdrop(Program program) : program_(std::move(program)) {}
RasterBackdrop::~RasterBackdrop() = default; // a job that still reads is waited for

Result<RasterBackdrop> RasterBackdrop::create() {
    BANLANG_TRY(program, linkProgram(std::string(viewSource) + std::string(shadingVertex), fragment));
    return RasterBackdrop(std::move(program));
}

void RasterBackdrop::show(const Backdrop& backdrop) {
    if (backdrop.source != backdrop_.source) {
        job_.reset();
        whole_.reset();
        window_.reset();
        wanting_ = false;
    }
    backdrop_ = backdrop;
}

void RasterBackdrop::start(const Window& window, bool whole) {
    const auto read = [source = backdrop_.source, window]() -> std::shared_ptr<const RasterPixels> {
        auto pixels = source->read(window.box, window.columns, window.rows);
        return pixels ? std::make_shared<const RasterPixels>(std::move(*pixels)) : nullptr;
    };
    job_ = Job{window, whole, std::async(std::launch::async, read)};
}

void RasterBackdrop::take() {
    if (!job_ || job_->pixels.wait_for(std::chrono::seconds(0)) != std::future_status::ready) return;
    const auto pixels = job_->pixels.get();
    // What cannot be read stays as it was; asking again would not help.
    Picture picture{job_->window, pixels ? textureOf(*pixels) : textureOf({1, 1, std::vector<std::uint8_t>(4)})};
    (job_->whole ? whole_ : window_) = std::move(picture);
    job_.reset();
}

bool RasterBackdrop::good(const Frame& frame) const {
    const Box seen = common(frame.view.visible(), backdrop_.source->info().extent);
    if (seen.empty()) return true;
    if (!window_ || !holds(window_->window.box, seen)) return false;
    const double have = window_->window.box.width() / window_->window.columns;
    const double want = frame.view.metresPerPx / frame.pixelRatio;
    return have <= want * sameScale && want <= have * sameScale;
}

void RasterBackdrop::ask(const Frame& frame) {
    const MapView& view = frame.view;
    const bool moved = view.centre != lastView_.centre || view.metresPerPx != lastView_.metresPerPx ||
                       view.widthPx != lastView_.widthPx || view.heightPx != lastView_.heightPx;
    if (moved) stillSince_ = Clock::now();
    lastView_ = view;
    wanting_ = !whole_ || !good(frame);
    if (!wanting_ || job_) return;
    const Box& extent = backdrop_.source->info().extent;
    if (!whole_) {
        const double pixelM = std::max(extent.width(), extent.height()) / wholeSide;
        start({extent, std::max(1, static_cast<int>(extent.width() / pixelM)),
               std::max(1, static_cast<int>(extent.height() / pixelM))},
              true);
    } else if (Clock::now() - stillSince_ >= still) {
        const double pixelM = view.metresPerPx / frame.pixelRatio;
        const int columns = std::min(largestSide, static_cast<int>(view.widthPx * frame.pixelRatio * (1 + 2 * marginShare)));
        const int rows = std::min(largestSide, static_cast<int>(view.heightPx * frame.pixelRatio * (1 + 2 * marginShare)));
        const double halfWidthM = columns * pixelM / 2;
        const double halfHeightM = rows * pixelM / 2;
        start({{view.centre.x - halfWidthM, view.centre.y - halfHeightM, view.centre.x + halfWidthM, view.centre.y + halfHeightM},
               columns,
               rows},
              false);
    }
}

void RasterBackdrop::drawPicture(const Picture& picture, const Frame& frame, Colour paper) const {
    const Box& box = picture.window.box;
    const Point origin = box.centre();
    useProgram(program_, frame, origin);
    glUniform4f(uniform(program_, "boxM"), static_cast<float>(box.minX - origin.x), static_cast<float>(box.minY - origin.y),
                static_cast<float>(box.maxX - origin.x), static_cast<float>(box.maxY - origin.y));
    setColourUniform(program_, "paper", paper);
    glUniform1f(uniform(program_, "opacity"), static_cast<float>(backdrop_.opacity));
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, picture.texture.name());
    glBindVertexArray(array_.name());
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
    glBindTexture(GL_TEXTURE_2D, 0);
}

void RasterBackdrop::draw(const Frame& frame, Colour paper) {
    if (backdrop_.source == nullptr) return;
    take();
    ask(frame);
    if (whole_) drawPicture(*whole_, frame, paper);
    if (window_) drawPicture(*window_, frame, paper);
}

bool RasterBackdrop::waiting() const {
    return backdrop_.source != nullptr && (job_ || wanting_);
}

bool RasterBackdrop::hasNews() const {
    if (!waiting()) return false;
    if (job_) return job_->pixels.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
    return Clock::now() - stillSince_ >= still;
}

void RasterBackdrop::hurry() {
    stillSince_ = Clock::now() - still;
    if (job_) job_->pixels.wait();
}

} // namespace banlang::viewer::detail
