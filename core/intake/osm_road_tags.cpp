// SPDX-License-Identifier: MIT
#include "core/intake/osm_road_tags.h"

#include "core/text/keys.h"

#include <string>

namespace banlang {
namespace {

struct WordPair {
    std::string_view theirs; ///< accent-free header key
    std::string_view ours;
};

constexpr WordPair classes[] = {
    {"motorway", "QL"},
    {"motorway_link", "QL"},
    {"trunk", "QL"},
    {"trunk_link", "QL"},
    {"primary", "QL"},
    {"primary_link", "QL"},
    {"secondary", "ĐT"},
    {"secondary_link", "ĐT"},
    {"tertiary", "ĐH"},
    {"tertiary_link", "ĐH"},
    {"unclassified", "ĐX"},
    {"residential", "ĐTh"},
    {"living_street", "ĐTh"},
    {"pedestrian", "ĐTh"},
    {"road", "ĐX"},
    {"service", "NX"},
    {"path", "NX"},
    {"footway", "NX"},
    {"steps", "NX"},
    {"cycleway", "NX"},
    {"bridleway", "NX"},
    {"track", "NĐ"},
    {"track_grade1", "NĐ"},
    {"track_grade2", "NĐ"},
    {"track_grade3", "NĐ"},
    {"track_grade4", "NĐ"},
    {"track_grade5", "NĐ"},
    {"ql", "QL"},
    {"dt", "ĐT"},
    {"dh", "ĐH"},
    {"dx", "ĐX"},
    {"dth", "ĐTh"},
    {"nx", "NX"},
    {"nd", "NĐ"},
    {"quoc_lo", "QL"},
    {"duong_tinh", "ĐT"},
    {"tinh_lo", "ĐT"},
    {"duong_huyen", "ĐH"},
    {"duong_xa", "ĐX"},
    {"duong_thon", "ĐTh"},
    {"ngo_xom", "NX"},
    {"noi_dong", "NĐ"},
};

constexpr WordPair surfaces[] = {
    {"asphalt", "bê tông nhựa"},
    {"paved", "láng nhựa"},
    {"chipseal", "láng nhựa"},
    {"concrete", "bê tông xi măng"},
    {"concrete_plates", "bê tông xi măng"},
    {"concrete_lanes", "bê tông xi măng"},
    {"paving_stones", "lát đá"},
    {"sett", "lát đá"},
    {"cobblestone", "lát đá"},
    {"unhewn_cobblestone", "lát đá"},
    {"gravel", "cấp phối"},
    {"fine_gravel", "cấp phối"},
    {"compacted", "cấp phối"},
    {"pebblestone", "cấp phối"},
    {"unpaved", "cấp phối"},
    {"dirt", "đất"},
    {"earth", "đất"},
    {"ground", "đất"},
    {"mud", "đất"},
    {"sand", "đất"},
    {"grass", "đất"},
    {"rock", "đá"},
    {"btxm", "bê tông xi măng"},
    {"btn", "bê tông nhựa"},
};

template <std::size_t count> std::optional<std::string_view> lookUp(const WordPair (&pairs)[count], std::string_view word) {
    const std::string key = headerKey(word);
    for (const WordPair& pair : pairs) {
        if (pair.theirs == key) return pair.ours;
    }
    return std::nullopt;
}

} // namespace

std::optional<std::string_view> managementClassOf(std::string_view word) {
    return lookUp(classes, word);
}

std::optional<std::string_view> surfaceOf(std::string_view word) {
    return lookUp(surfaces, word);
}

} // namespace banlang
