// SPDX-License-Identifier: MIT
#pragma once

#include "tests/support/district_builder.h"

namespace banlang::test {

/// Four communes of 1 km² that became two on 1/7/2025. The southern one keeps the number of Nà Sáng and takes the name of Thèn
/// Lĩnh; Phiêng Ái, in the north-east, was divided: a quarter of it went south.
///
///   Khau Dề 90003   | Phiêng Ái 90004          Khau Dề 90003
///   Nà Sáng 90001   | Thèn Lĩnh 90002    ->    Thèn Lĩnh 90001
inline DistrictBuilder mergedCommunes() {
    DistrictBuilder builder;
    const auto old = [&](std::string_view code, std::string_view name, std::string_view group, std::string_view wkt) {
        builder.add(Role::communes,
                    {{"code", code}, {"name", name}, {"kind", "Xã"}, {"district", group}, {"valid_to", "2025-07-01"}}, wkt);
    };
    old("90001", "Nà Sáng", "Huyện Phiêng Sương", "POLYGON ((0 0,1000 0,1000 1000,0 1000,0 0))");
    old("90002", "Thèn Lĩnh", "Phiêng Sương", "POLYGON ((1000 0,2000 0,2000 1000,1000 1000,1000 0))");
    old("90003", "Khau Dề", "Nậm Khoà", "POLYGON ((0 1000,1000 1000,1000 2000,0 2000,0 1000))");
    old("90004", "Phiêng Ái", "Nậm Khòa", "POLYGON ((1000 1000,2000 1000,2000 2000,1000 2000,1000 1000))");
    const auto young = [&](std::string_view code, std::string_view name, std::string_view wkt) {
        builder.add(Role::communes, {{"code", code}, {"name", name}, {"kind", "Xã"}, {"valid_from", "2025-07-01"}}, wkt);
    };
    young("90001", "Thèn Lĩnh", "POLYGON ((0 0,2000 0,2000 1250,1000 1250,1000 1000,0 1000,0 0))");
    young("90003", "Khau Dề", "POLYGON ((0 1000,1000 1000,1000 1250,2000 1250,2000 2000,0 2000,0 1000))");
    const auto became = [&](std::string_view from, std::string_view to, std::string_view share) {
        DistrictBuilder::Fields whole = {{"old_code", from}, {"new_code", to}, {"changed_on", "2025-07-01"}, {"share", "1"}};
        DistrictBuilder::Fields part = {{"old_code", from}, {"new_code", to}, {"changed_on", "2025-07-01"}};
        builder.add(Role::adminUnitChanges, share.empty() ? part : whole);
    };
    became("90001", "90001", "1");
    became("90002", "90001", "1");
    became("90003", "90003", "1");
    became("90004", "90001", {});
    became("90004", "90003", {});
    return builder;
}

} // namespace banlang::test
