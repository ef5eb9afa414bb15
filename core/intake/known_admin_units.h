// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/packed_rtree.h"
#include "core/model/record_kinds.h"
#include "core/model/units/recycled_codes.h"

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace banlang {

/// One unit that bears a code; another may have borne it before.
struct AdminUnitVersion {
    std::string name;
    Date validFrom;
    Date validTo;
};

/// The units of one level that are known so far: by code, by name as the link ladder compares names, and by ground.
class KnownAdminUnits {
public:
    KnownAdminUnits() { polygons_.kind = GeometryKind::polygon; }

    /// Rows of a units table; `parentField` names the unit above; none where there is none above.
    void add(const FeatureTable& units, std::optional<TextField> parentField);

    [[nodiscard]] bool any() const { return !names_.empty(); }
    [[nodiscard]] bool hasPolygons() const { return polygons_.featureCount() > 0; }
    [[nodiscard]] bool hasCode(std::string_view code) const { return parents_.contains(code); }

    /// Code of the unit that the text names by code, by code and name ("00874 Tam Sơn"), or by a name that is unique under `parent`
    /// (any when that is empty): exact, then with tone places and y/i folded, then, for texts without accents, without accents.
    /// Never by likeness.
    [[nodiscard]] std::optional<std::string> codeOf(std::string_view codeOrName, std::string_view parent = {}) const;
    [[nodiscard]] std::string parentOf(std::string_view code) const; ///< "" when it is not known, or several have such a unit
    [[nodiscard]] bool isUnder(std::string_view code, std::string_view parent) const;

    using Versions = std::multimap<std::string, AdminUnitVersion, std::less<>>;
    /// All units by code, of all times.
    [[nodiscard]] const Versions& versions() const { return versions_; }
    /// All communes that bore the code, where they had different names; also those that only an official list knows.
    [[nodiscard]] std::span<const CodeBearer> bearersOfRecycled(std::string_view code) const;
    /// Whether a text means the district of the communes: by its name with "Huyện" in front, or by its bare name, also where a
    /// commune is called so and it does not say which of the two it means.
    [[nodiscard]] bool mayNameDistrict(std::string_view text) const;
    /// Whether a unit that bears the code has this name, as the ladder compares names.
    [[nodiscard]] bool isNamed(std::string_view code, std::string_view name) const;

    /// Code of the one unit whose name stands in longer texts: "DANH SÁCH HỘ HIẾN ĐẤT XÃ NÀ SÁNG", "DC_na_sang", or whose code
    /// does: "don-00904". A code, or a name after its kind of unit ("xã"), in any of them beats one that stands alone in the first;
    /// in one text a longer name beats a shorter one. A name after "huyện" is another unit's. Nothing when several remain.
    [[nodiscard]] std::optional<std::string> codeNamedIn(std::span<const std::string> texts) const;

    /// Where units of several times cover the point, the one that began last.
    [[nodiscard]] std::optional<std::string> codeAt(Point point) const;
    [[nodiscard]] bool hasPolygonsOf(std::string_view code) const { return polygonsOf_.contains(code); }
    [[nodiscard]] bool covers(std::string_view code, Point point) const;
    [[nodiscard]] bool insideAny(Point point) const;
    [[nodiscard]] const GeometryColumn& polygons() const { return polygons_; }

private:
    struct Name {
        std::string code;
        std::string parent;
    };
    struct Naming {
        int strength = 0; ///< 0 not at all, 1 by its bare name, 2 by kind and name
        std::optional<std::string> code;
    };
    [[nodiscard]] Naming namedIn(std::string_view text) const;
    [[nodiscard]] Naming codeIn(std::string_view words) const;

    using Names = std::multimap<std::string, Name, std::less<>>;
    [[nodiscard]] static std::optional<std::string> onlyOne(const Names& names, const std::string& key, std::string_view parent);

    std::map<std::string, std::vector<std::string>, std::less<>>
        parents_; ///< by code; every commune may number its villages from 1
    void findRecycledCodes();

    Versions versions_;
    std::set<std::string> districts_; ///< names as districtKey writes them
    std::map<std::string, std::vector<CodeBearer>, std::less<>> recycled_;
    std::vector<Name> units_;
    std::vector<std::string> spokenNames_; ///< of units_, lower case without the kind
    Names names_;
    Names folded_;
    Names withoutDiacritics_;
    GeometryColumn polygons_;
    std::vector<std::string> polygonCodes_; ///< of the features of polygons_
    std::vector<Date> polygonsValidFrom_;   ///< since when each is valid; the first day of all where nothing is said
    std::multimap<std::string, std::uint32_t, std::less<>> polygonsOf_;
    PackedRtree index_;
};

} // namespace banlang
