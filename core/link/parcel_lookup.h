// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/district.h"

namespace banlang {

/// What a record says of its parcel. Empty texts: it names none.
struct ParcelName {
    std::int32_t commune = notLinked;
    std::string_view sheet;
    std::string_view number;
};

/// The parts of the key of a parcel, "00874/21/87"; all empty when it is none.
struct ParcelKeyText {
    std::string_view commune;
    std::string_view sheet;
    std::string_view number;
};
[[nodiscard]] ParcelKeyText splitParcelKey(std::string_view key);

/// For each name the row in the parcels table (whose `links` to communes are known), notLinked, or ambiguousParcel when several
/// parcels bear it. The names are hashed and the parcels stream past them, so the cost is one pass over the parcels, whatever their
/// number.
inline constexpr std::int32_t ambiguousParcel = -2;
[[nodiscard]] std::vector<std::int32_t> findParcels(const FeatureTable& parcels, const TableLinks& links,
                                                    std::span<const ParcelName> names);

} // namespace banlang
