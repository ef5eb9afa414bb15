// SPDX-License-Identifier: MIT
#include "core/analysis/quality/quality_checks.h"
#include "core/geo/intersection_area.h"
#include "core/geo/measure.h"
#include "core/geo/overlay.h"
#include "core/geo/packed_rtree.h"
#include "core/geo/simple_ring.h"

#include <fmt/format.h>

#include <cmath>

namespace banlang {
namespace {

struct Measured {
    std::size_t row = 0;
    double value = 0;
    auto operator<=>(const Measured&) const = default;
};

struct Pair {
    std::uint32_t first = 0;
    std::uint32_t second = 0;
    double areaM2 = 0;
    auto operator<=>(const Pair&) const = default;
};

/// More than two outlines of one border, drawn a little apart, would share.
bool sharesMoreThanABorder(const QualityLimits& limits, const GeometryColumn& shapes, const Pair& pair) {
    if (pair.areaM2 <= limits.parcelOverlapM2) return false;
    const double smaller = std::min(areaM2(shapes, pair.first), areaM2(shapes, pair.second));
    return pair.areaM2 > limits.parcelOverlapWidthM * std::sqrt(smaller);
}

/// Metres from a point outside to the commune.
double metresOutside(const GeometryColumn& communes, std::size_t commune, Point point) {
    if (communes.isEmpty(commune) || contains(communes, commune, point)) return 0;
    return nearestOnLine(communes, commune, point)->distanceM;
}

/// Villages that lie wholly in their commune: a parcel in one of them needs no second look at the long commune boundary.
std::vector<bool> villagesWithin(const QualityContext& context) {
    const auto& communeOf = context.district.linksOf(Role::villages).commune;
    const std::size_t count = context.villages.featureCount();
    std::vector<char> within(count, 0);
    parallelRanges(count, 1, [&](std::size_t begin, std::size_t end) {
        for (std::size_t village = begin; village < end; ++village) {
            const std::int32_t commune = linkedRow(communeOf, village);
            if (commune < 0 || context.villages.isEmpty(village)) continue;
            const auto rest = difference(context.villages, village, context.communes, static_cast<std::size_t>(commune));
            within[village] = areaM2(rest, 0) <= context.limits.villageOutsideM2 ? 1 : 0;
        }
    });
    return {within.begin(), within.end()};
}

void addAreaDifferences(const QualityContext& context, Role role, const NumberField& field, Findings& findings) {
    const FeatureTable& table = context.district.table(role);
    const auto declared = table.column(field);
    const auto different = collect<Measured>(table.rowCount, parcelGrain, [&](std::size_t begin, std::size_t end, auto& found) {
        for (std::size_t row = begin; row < end; ++row) {
            if (std::isnan(declared[row]) || !hasShape(table, row)) continue;
            const double measured = areaM2(table.geometry, row);
            const double difference = std::abs(declared[row] - measured);
            const double percent = measured > 0 ? difference / measured * 100 : 0;
            if (difference > context.limits.areaDifferenceM2 && percent > context.limits.areaDifferencePercent)
                found.push_back({row, percent});
        }
    });
    for (const Measured& one : different) {
        findings.add(role, one.row, one.value, [&] {
            const Bilingual stated = figure(declared[one.row]);
            const Bilingual drawn = figure(areaM2(table.geometry, one.row));
            return Bilingual{fmt::format("khai {} m², đo {} m²", stated.vi, drawn.vi),
                             fmt::format("declared {} m², measured {} m²", stated.en, drawn.en)};
        });
    }
}

/// Of the declared and the drawn area the larger one.
double parcelHoldsM2(const FeatureTable& parcels, std::size_t parcel) {
    const double declared = parcels.numberAt(fields::parcels.declaredAreaM2, parcel);
    const double drawn = hasShape(parcels, parcel) ? areaM2(parcels.geometry, parcel) : 0;
    return std::isnan(declared) ? drawn : std::max(declared, drawn);
}

struct NearestVillage {
    std::int64_t village = -1;
    double awayM = 0;
};

NearestVillage nearestVillage(const QualityContext& context, const PackedRtree& tree, std::size_t parcel) {
    constexpr double anywhereM = 1e7;
    const GeometryColumn& parcels = context.district.table(Role::parcels).geometry;
    const Point point = representativePoint(parcels, parcel).value_or(parcels.boxes[parcel].centre());
    const auto distanceTo = [&](std::uint32_t village) {
        return contains(context.villages, village, point) ? 0 : nearestOnLine(context.villages, village, point)->distanceM;
    };
    const std::int64_t nearest = tree.nearest(point, anywhereM, distanceTo);
    return {nearest, nearest < 0 ? 0 : distanceTo(static_cast<std::uint32_t>(nearest))};
}

/// What was given from one parcel, all donations together.
struct GivenLand {
    double areaM2 = 0;
    std::size_t donations = 0;
    std::size_t largest = 0; ///< row of the largest
    double largestM2 = 0;
};

/// In order of parcels.
std::vector<std::pair<std::int32_t, GivenLand>> givenByParcel(const District& district) {
    const auto& parcelOf = district.linksOf(Role::donations).parcel;
    const auto areas = district.table(Role::donations).column(fields::donations.declaredAreaM2);
    std::vector<std::pair<std::int32_t, std::size_t>> donations;
    for (std::size_t row = 0; areas.present() && row < district.table(Role::donations).rowCount; ++row) {
        if (linkedRow(parcelOf, row) >= 0 && !std::isnan(areas[row])) donations.emplace_back(parcelOf[row], row);
    }
    std::sort(donations.begin(), donations.end());
    std::vector<std::pair<std::int32_t, GivenLand>> byParcel;
    for (const auto& [parcel, row] : donations) {
        const double area = areas[row];
        if (byParcel.empty() || byParcel.back().first != parcel) byParcel.emplace_back(parcel, GivenLand{});
        GivenLand& given = byParcel.back().second;
        given.areaM2 += area;
        ++given.donations;
        if (area <= given.largestM2) continue;
        given.largestM2 = area;
        given.largest = row;
    }
    return byParcel;
}

} // namespace

void findInvalidGeometry(const QualityContext& context, Findings& findings) {
    for (const Role role : {Role::communes, Role::villages, Role::parcels, Role::gardens}) {
        const FeatureTable& table = context.district.table(role);
        const auto invalid = collect<Measured>(table.rowCount, parcelGrain, [&](std::size_t begin, std::size_t end, auto& found) {
            for (std::size_t row = begin; row < end; ++row) {
                if (!hasShape(table, row) || isTriviallyValid(table.geometry, row) || invalidReason(table.geometry, row).empty())
                    continue;
                found.push_back({row, std::abs(areaM2(table.geometry, row))});
            }
        });
        for (const Measured& one : invalid) {
            findings.add(role, one.row, one.value, [&] {
                const std::string reason = invalidReason(table.geometry, one.row);
                return Bilingual{"ranh giới tự cắt hoặc hỏng: " + reason, "the boundary crosses itself or is broken: " + reason};
            });
        }
    }
}

void findParcelOverlaps(const QualityContext& context, Findings& findings) {
    const FeatureTable& parcels = context.district.table(Role::parcels);
    const GeometryColumn& shapes = parcels.geometry;
    const PackedRtree tree(shapes.boxes);
    const double limit = context.limits.parcelOverlapM2;
    const auto pairs = collect<Pair>(shapes.featureCount(), parcelGrain, [&](std::size_t begin, std::size_t end, auto& found) {
        for (auto parcel = static_cast<std::uint32_t>(begin); parcel < end; ++parcel) {
            const Box& box = shapes.boxes[parcel];
            tree.search(box, [&](std::uint32_t other) {
                if (other <= parcel) return;
                const Box& theirs = shapes.boxes[other];
                const double width = std::min(box.maxX, theirs.maxX) - std::max(box.minX, theirs.minX);
                const double height = std::min(box.maxY, theirs.maxY) - std::max(box.minY, theirs.minY);
                if (width * height <= limit) return;
                const Pair pair{parcel, other, intersectionAreaM2(shapes, parcel, shapes, other)};
                if (sharesMoreThanABorder(context.limits, shapes, pair)) found.push_back(pair);
            });
        }
    });
    for (const Pair& pair : pairs) {
        findings.add(Role::parcels, pair.first, pair.areaM2, [&] {
            const Bilingual m2 = figure(pair.areaM2, 1);
            const std::string other = keyOf(parcels, Role::parcels, pair.second);
            return Bilingual{fmt::format("chồng lên thửa {}: {} m²", other, m2.vi),
                             fmt::format("overlaps parcel {} by {} m²", other, m2.en)};
        });
    }
}

void findParcelsOutsideCommune(const QualityContext& context, Findings& findings) {
    const FeatureTable& parcels = context.district.table(Role::parcels);
    const TableLinks& links = context.district.linksOf(Role::parcels);
    if (links.commune.empty() || parcels.geometry.featureCount() != parcels.rowCount) return;
    const auto& communeOfVillage = context.district.linksOf(Role::villages).commune;
    const auto within = villagesWithin(context);
    const auto outside = collect<Measured>(parcels.rowCount, parcelGrain, [&](std::size_t begin, std::size_t end, auto& found) {
        for (std::size_t row = begin; row < end; ++row) {
            if (links.commune[row] < 0) continue;
            const std::int32_t village = linkedRow(links.village, row);
            if (village >= 0 && within[static_cast<std::size_t>(village)] &&
                communeOfVillage[static_cast<std::size_t>(village)] == links.commune[row])
                continue;
            const auto point = pointOnSurface(parcels.geometry, row);
            if (!point) continue;
            const double away = metresOutside(context.communes, static_cast<std::size_t>(links.commune[row]), *point);
            if (away > context.limits.parcelOutsideCommuneM) found.push_back({row, away});
        }
    });
    for (const Measured& one : outside) {
        findings.add(Role::parcels, one.row, one.value, [&] {
            const Bilingual metres = figure(one.value);
            const std::string name =
                fullName(context.district.table(Role::communes), static_cast<std::size_t>(links.commune[one.row]));
            return Bilingual{fmt::format("cách {} {} m", name, metres.vi), fmt::format("{} m away from {}", metres.en, name)};
        });
    }
}

void findParcelsOutsideVillages(const QualityContext& context, Findings& findings) {
    const FeatureTable& parcels = context.district.table(Role::parcels);
    const auto& villageOf = context.district.linksOf(Role::parcels).village;
    const PackedRtree tree(context.villages.boxes);
    const auto outside = collect<Measured>(parcels.rowCount, parcelGrain, [&](std::size_t begin, std::size_t end, auto& found) {
        for (std::size_t row = begin; row < end; ++row) {
            if (linkedRow(villageOf, row) >= 0 || !hasShape(parcels, row)) continue;
            // Without a drawn village nothing is outside.
            const NearestVillage nearest = nearestVillage(context, tree, row);
            if (nearest.village >= 0) found.push_back({row, nearest.awayM});
        }
    });
    for (const Measured& one : outside) {
        findings.add(Role::parcels, one.row, one.value, [&] {
            const Bilingual metres = figure(one.value);
            const auto village = static_cast<std::size_t>(nearestVillage(context, tree, one.row).village);
            const std::string name = fullName(context.district.table(Role::villages), village);
            return Bilingual{fmt::format("gần nhất là {}, cách {} m", name, metres.vi),
                             fmt::format("nearest is {}, {} m away", name, metres.en)};
        });
    }
}

void findAreaDifferences(const QualityContext& context, Findings& findings) {
    addAreaDifferences(context, Role::parcels, fields::parcels.declaredAreaM2, findings);
    addAreaDifferences(context, Role::gardens, fields::gardens.areaM2, findings);
}

void findDonationsAboveParcel(const QualityContext& context, Findings& findings) {
    const FeatureTable& parcels = context.district.table(Role::parcels);
    for (const auto& [row, given] : givenByParcel(context.district)) {
        const auto parcel = static_cast<std::size_t>(row);
        const double holds = parcelHoldsM2(parcels, parcel);
        const double most = holds * (1 + context.limits.aboveParcelPercent / 100) + context.limits.aboveParcelM2;
        if (given.areaM2 <= most) continue;
        findings.add(Role::donations, given.largest, given.areaM2 - holds, [&, &land = given] {
            const std::string key = keyOf(parcels, Role::parcels, parcel);
            const Bilingual sum = figure(land.areaM2);
            const Bilingual area = figure(holds);
            return Bilingual{fmt::format("{} lần hiến, cộng {} m²; thửa {} chỉ có {} m²", land.donations, sum.vi, key, area.vi),
                             fmt::format("{} {}, {} m² together; parcel {} holds {} m²", land.donations,
                                         land.donations == 1 ? "donation" : "donations", sum.en, key, area.en)};
        });
    }
}

} // namespace banlang
