// SPDX-License-Identifier: MIT
#include "core/model/units/office_guess.h"

#include "core/model/detail/shipped_rows.h"
#include "core/model/units/issuer.h"
#include "core/model/units/official_admin_units.h"
#include "core/model/units/provinces.h"
#include "core/text/keys.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <vector>

namespace banlang {
namespace {

/// The only member; "" where there are none or several.
std::string only(const std::set<std::string>& all) {
    return all.size() == 1 ? *all.begin() : std::string();
}

/// "Huyện Đồng Văn" of "026"; "" where no list has the code.
std::string districtName(std::string_view code) {
    std::string name;
    detail::eachShippedRow("districts.csv", ',', [&](const detail::ShippedCells& cells) {
        if (cells[0] == code) name = fmt::format("{} {}", cells[2], cells[1]);
    });
    return name;
}

/// "Tỉnh Hà Giang" of "02"; a code can be another province after a merger.
std::string provinceName(std::string_view code, Date day) {
    const std::vector<Province> provinces = shippedProvinces();
    const Province* const province = provinceOn(provinces, code, day);
    return province == nullptr ? std::string() : fmt::format("{} {}", province->kind, province->name);
}

/// What the list which most of the communes follow says of them.
struct Listed {
    std::optional<Date> list;          ///< the day from which it is in force; nothing: they follow none, or two alike
    std::set<std::string> districts{}; ///< codes
    std::set<std::string> provinces{};
    bool hasDistricts = true;      ///< the list, of whatever units
    bool isMostOfProvince = false; ///< at least half of the units of the only province

    [[nodiscard]] std::string nameOfDistrict() const { return districtName(only(districts)); }
    [[nodiscard]] std::string nameOfProvince() const { return list ? provinceName(only(provinces), *list) : std::string(); }
};

Listed listedOf(std::span<const OfficeUnit> communes) {
    std::vector<std::string_view> codes;
    std::vector<std::string_view> names;
    std::optional<Date> latest;
    for (const OfficeUnit& commune : communes) {
        codes.push_back(commune.code);
        names.push_back(commune.name);
        if (commune.validFrom.known() && (!latest || *latest < commune.validFrom)) latest = commune.validFrom;
    }
    Listed listed{listFollowed(codes, names), {}, {}};
    if (!listed.list && latest) {
        // Two lists fit alike: the units themselves say since when they are there.
        const std::vector<Date> dates = shippedListDates();
        if (std::find(dates.begin(), dates.end(), *latest) != dates.end()) listed.list = latest;
    }
    if (!listed.list) return listed;
    const std::vector<OfficialAdminUnit> units = listInForce(*listed.list);
    listed.hasDistricts = std::any_of(units.begin(), units.end(), [](const auto& unit) { return !unit.districtCode.empty(); });
    std::ptrdiff_t found = 0;
    for (const OfficialAdminUnit& unit : units) {
        const auto is = [&](const OfficeUnit& commune) {
            return commune.code == unit.code && foldedNameKey(commune.name) == foldedNameKey(unit.name);
        };
        if (std::none_of(communes.begin(), communes.end(), is)) continue;
        if (!unit.districtCode.empty()) listed.districts.emplace(unit.districtCode);
        if (!unit.provinceCode.empty()) listed.provinces.emplace(unit.provinceCode);
        ++found;
    }
    const auto all = std::count_if(units.begin(), units.end(), [&](const OfficialAdminUnit& unit) {
        return listed.provinces.contains(std::string(unit.provinceCode));
    });
    listed.isMostOfProvince = 2 * found >= all;
    return listed;
}

/// The lines of the offices above.
std::string provinceAbove(const Listed& listed) {
    return committeeName({.name = listed.nameOfProvince(), .level = OfficeLevel::province});
}

/// As the list has it, with its kind, where that is the one that is written or none is.
std::string districtNamed(const std::string& written, const Listed& listed) {
    std::string official = listed.nameOfDistrict();
    const bool same = officeNameKey(OfficeLevel::district, official) == officeNameKey(OfficeLevel::district, written);
    return written.empty() || same ? official : written;
}

std::string districtAbove(const std::string& written, const Listed& listed) {
    return committeeName({.name = districtNamed(written, listed), .level = OfficeLevel::district});
}

/// The district that all rows name, as the first writes it.
std::string namedDistrict(std::span<const OfficeUnit> communes) {
    std::set<std::string> keys;
    for (const OfficeUnit& commune : communes) keys.insert(officeNameKey(OfficeLevel::district, commune.district));
    return only(keys).empty() ? std::string() : communes.front().district;
}

bool isCommuneByName(std::string_view name) {
    const std::vector<OfficeLevel> levels = levelsToldBy(name);
    return std::find(levels.begin(), levels.end(), OfficeLevel::commune) != levels.end();
}

/// "Thị trấn Phó Bảng" of "TT" and "Phó Bảng", and of a name that has its kind already.
std::string communeName(const OfficeUnit& unit) {
    if (unit.kind.empty() || isCommuneByName(unit.name)) return unit.name;
    const std::string written = fmt::format("{} {}", unit.kind, unit.name);
    return isCommuneByName(written) ? fmt::format("{} {}", communeWords(unit.kind).kind, unit.name) : written;
}

Office commune(const OfficeUnit& unit, const Listed& listed) {
    Office office{.code = unit.code, .name = communeName(unit), .level = OfficeLevel::commune};
    // Rows keep the word for a district that their list no longer has.
    const bool ofDistrict = !unit.district.empty() && listed.hasDistricts;
    office.authority = ofDistrict                 ? districtAbove(unit.district, listed)
                       : listed.districts.empty() ? provinceAbove(listed)
                                                  : districtAbove({}, listed);
    return office;
}

Office district(const std::string& written, const Listed& listed) {
    Office office{
        .code = districtIssuer(only(listed.districts)), .name = districtNamed(written, listed), .level = OfficeLevel::district};
    // The list speaks of another district: what lies above that one is nothing to this.
    if (office.name != listed.nameOfDistrict()) office.code.clear();
    if (!office.code.empty()) office.authority = provinceAbove(listed);
    return office;
}

} // namespace

Office guessOffice(std::span<const OfficeUnit> communes) {
    if (communes.empty()) return {};
    const Listed listed = listedOf(communes);
    if (communes.size() == 1) return commune(communes.front(), listed);
    const std::string named = namedDistrict(communes);
    if (listed.hasDistricts && (!named.empty() || listed.districts.size() == 1)) return district(named, listed);
    const std::string province = only(listed.provinces);
    if (province.empty() || !listed.isMostOfProvince) return {};
    return {.code = provinceIssuer(province), .name = listed.nameOfProvince(), .level = OfficeLevel::province};
}

} // namespace banlang
