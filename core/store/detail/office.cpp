// SPDX-License-Identifier: MIT
#include "core/store/detail/office.h"

#include "core/model/issuer.h"
#include "core/model/official_admin_units.h"
#include "core/store/detail/batch_table.h"

#include <fmt/format.h>

#include <map>
#include <random>
#include <set>

namespace banlang::detail {
namespace {

constexpr std::string_view numberedOffice = "kho:";

/// Districts and provinces that any list ever put the commune in.
struct Above {
    std::set<std::string> districts;
    std::set<std::string> provinces;
};

void keepCommon(std::set<std::string>& common, const std::set<std::string>& others, bool first) {
    if (first)
        common = others;
    else
        std::erase_if(common, [&](const std::string& one) { return !others.contains(one); });
}

Above aboveAll(const std::set<std::string>& codes) {
    std::map<std::string, Above> byCode;
    for (const OfficialAdminUnit& unit : shippedAdminUnitLists()) {
        Above& above = byCode[std::string(unit.code)];
        if (!unit.districtCode.empty()) above.districts.emplace(unit.districtCode);
        if (!unit.provinceCode.empty()) above.provinces.emplace(unit.provinceCode);
    }
    Above common;
    bool first = true;
    for (const std::string& code : codes) {
        const auto found = byCode.find(code);
        if (found == byCode.end()) return {};
        keepCommon(common.districts, found->second.districts, first);
        keepCommon(common.provinces, found->second.provinces, first);
        first = false;
    }
    return common;
}

} // namespace

std::string officeOfCommunes(const std::set<std::string>& codes) {
    if (codes.empty()) return {};
    if (codes.size() == 1) return *codes.begin();
    const Above above = aboveAll(codes);
    if (above.districts.size() == 1) return districtIssuer(*above.districts.begin());
    return above.provinces.size() == 1 ? provinceIssuer(*above.provinces.begin()) : std::string();
}

std::string newStoreNumber() {
    std::random_device random;
    return fmt::format("{}{:08x}{:08x}", numberedOffice, random(), random());
}

bool isKnownOffice(std::string_view office) {
    return !office.empty() && !office.starts_with(numberedOffice);
}

Result<void> learnOffice(const Database& database) {
    if (isKnownOffice(officeOf(database))) return {};
    std::set<std::string> codes;
    Statement select = database.prepare("SELECT DISTINCT code FROM communes WHERE code <> ''");
    while (select.row()) codes.emplace(select.text(0));
    if (select.failed()) return Unexpected(database.error());
    const std::string office = officeOfCommunes(codes);
    if (office.empty()) return {};
    Statement forget = database.prepare("DELETE FROM banlang_meta WHERE key = 'office'");
    Statement keep = database.prepare("INSERT INTO banlang_meta (key, value) VALUES ('office', ?)");
    keep.bind(1, std::string_view(office));
    if (!forget.done() || !keep.done()) return Unexpected(database.error());
    return {};
}

} // namespace banlang::detail
