// SPDX-License-Identifier: MIT
#include "layers/base/parcel_labels.h"

#include "core/geo/feature_chunks.h"
#include "core/geo/measure.h"
#include "layers/style/land_use.h"
#include "layers/view.h"

#include <cmath>
#include <mutex>

namespace banlang {
namespace {

constexpr double numbersBelow = 5'000;
constexpr double leastCodeAreaM2 = 2'600;
constexpr double leastWidthPx = 10; ///< of a parcel, for the shortest text
constexpr double leastHeightPx = 12;
constexpr PixelPoint codeRoomPx{95, 60}; ///< land uses stand no closer than this

/// Finds parcels by place; made when the first label is asked for, since few maps come that near.
class ParcelFinder {
public:
    explicit ParcelFinder(std::shared_ptr<const District> district) : district_(std::move(district)) {}

    template <class Visit> void search(const Box& box, Visit&& visit) {
        const GeometryColumn& parcels = district_->table(Role::parcels).geometry;
        std::call_once(made_, [&] { chunks_ = chunksOf(parcels); });
        chunks_.search(parcels, box, visit);
    }
    [[nodiscard]] const FeatureTable& parcels() const { return district_->table(Role::parcels); }

private:
    std::shared_ptr<const District> district_;
    std::once_flag made_;
    FeatureChunks chunks_;
};

/// What may be said of a parcel, the most first: a small one has room for less.
using TextsOf = std::vector<std::string> (*)(const FeatureTable& parcels, std::uint32_t row);

std::vector<std::string> codeOf(const FeatureTable& parcels, std::uint32_t row) {
    if (areaM2(parcels.geometry, row) < leastCodeAreaM2) return {};
    return {std::string(parcels.textAt(fields::parcels.landUse, row))};
}

std::vector<std::string> numberOverCode(const FeatureTable& parcels, std::uint32_t row) {
    const std::string number(parcels.textAt(fields::parcels.number, row));
    const std::string code(parcels.textAt(fields::parcels.landUse, row));
    if (number.empty() || code.empty()) return {number.empty() ? code : number};
    return {number + '\n' + code, number};
}

LabelSet labelsOf(const std::shared_ptr<ParcelFinder>& finder, Colour colour, ScaleRange scales, TextsOf textsOf,
                  PixelPoint roomPx) {
    LabelSet set{.labels = {}, .scales = scales};
    set.within = [finder, colour, textsOf, roomPx](const Box& box, double metresPerPx) {
        const FeatureTable& parcels = finder->parcels();
        std::vector<MapLabel> labels;
        finder->search(box, [&](std::uint32_t row) {
            const Box& size = parcels.geometry.boxes[row];
            if (size.width() < leastWidthPx * metresPerPx || size.height() < leastHeightPx * metresPerPx) return;
            if (isSecretLandUse(parcels.textAt(fields::parcels.landUse, row))) return;
            const auto at = pointOnSurface(parcels.geometry, row);
            if (!at || !box.contains(*at)) return;
            // Those of one parcel have one place: the first that fits takes it.
            double priority = size.width() * size.height();
            for (std::string& text : textsOf(parcels, row)) {
                if (text.empty()) continue;
                MapLabel label{.kind = LabelKind::code, .text = std::move(text), .at = *at};
                label.colour = colour;
                label.id = row;
                label.priority = priority;
                label.roomXPx = roomPx.x;
                label.roomYPx = roomPx.y;
                labels.push_back(std::move(label));
                priority = std::nextafter(priority, 0);
            }
        });
        return labels;
    };
    return set;
}

} // namespace

std::vector<LabelSet> parcelLabels(const BaseContext& context) {
    if (context.request.analysis.district().table(Role::parcels).rowCount == 0) return {};
    const auto finder = std::make_shared<ParcelFinder>(context.request.analysis.sharedDistrict());
    const Colour colour = mapPalette(context.request.colourScheme).roadName;
    return {labelsOf(finder, colour, {.maxDenominator = numbersBelow}, numberOverCode, {}),
            labelsOf(finder, colour, {.minDenominator = numbersBelow, .maxDenominator = groundPlanBelow}, codeOf, codeRoomPx)};
}

} // namespace banlang
