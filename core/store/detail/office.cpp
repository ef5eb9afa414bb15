// SPDX-License-Identifier: MIT
#include "core/store/detail/office.h"

#include "core/model/units/issuer.h"
#include "core/model/units/office_guess.h"
#include "core/model/units/official_admin_units.h"
#include "core/store/detail/batch_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <utility>
#include <vector>

namespace banlang::detail {
namespace {

// Keys of banlang_meta with what people said. `office` is what the store numbers by, said or learnt.
namespace meta {
constexpr std::string_view office = "office";
constexpr std::string_view code = "office_code";
constexpr std::string_view name = "office_name";
constexpr std::string_view level = "office_level";
constexpr std::string_view authority = "office_authority";
constexpr std::string_view districtName = "district_name"; ///< of stores whose office was always a district
} // namespace meta

std::optional<std::string> metaValue(const Database& database, std::string_view key) {
    Statement select = database.prepare("SELECT value FROM banlang_meta WHERE key = ?");
    if (!select.valid()) return std::nullopt;
    select.bind(1, key);
    return select.row() ? std::optional(std::string(select.text(0))) : std::nullopt;
}

Result<void> setMeta(const Database& database, std::string_view key, std::string_view value) {
    Statement forget = database.prepare("DELETE FROM banlang_meta WHERE key = ?");
    forget.bind(1, key);
    Statement keep = database.prepare("INSERT INTO banlang_meta (key, value) VALUES (?, ?)");
    keep.bind(1, key);
    keep.bind(2, value);
    if (!forget.done() || !keep.done()) return Unexpected(database.error());
    return {};
}

/// Communes that have not ended; all of them where all have.
std::vector<OfficeUnit> officeUnits(const FeatureTable& communes) {
    std::vector<OfficeUnit> standing;
    std::vector<OfficeUnit> all;
    for (std::size_t row = 0; row < communes.rowCount; ++row) {
        const auto text = [&](TextField field) { return std::string(communes.textAt(field, row)); };
        OfficeUnit unit{text(fields::communes.code), text(fields::communes.name), text(fields::communes.kind),
                        text(fields::communes.district), communes.dateAt(fields::communes.validFrom, row)};
        if (!communes.dateAt(fields::communes.validTo, row).known()) standing.push_back(unit);
        all.push_back(std::move(unit));
    }
    return standing.empty() ? all : standing;
}

bool isNumber(std::string_view text, std::size_t digits) {
    return text.size() == digits && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// A code that is said tells the level, where that is not said itself.
std::optional<OfficeLevel> saidLevel(const Database& database) {
    if (const auto said = metaValue(database, meta::level)) return officeLevelFromId(*said).value_or(OfficeLevel::unknown);
    const OfficeLevel ofCode = levelOfOfficeCode(metaValue(database, meta::code).value_or(""));
    return ofCode == OfficeLevel::unknown ? std::nullopt : std::optional(ofCode);
}

/// Districts that any list ever put all of these communes in.
std::set<std::string> districtsOfAll(const std::set<std::string>& codes) {
    std::map<std::string, std::set<std::string>> byCode;
    for (const OfficialAdminUnit& unit : shippedAdminUnitLists()) {
        if (!unit.districtCode.empty()) byCode[std::string(unit.code)].emplace(unit.districtCode);
    }
    std::set<std::string> common;
    for (const std::string& code : codes) {
        const auto found = byCode.find(code);
        if (found == byCode.end()) return {};
        if (code == *codes.begin())
            common = found->second;
        else
            std::erase_if(common, [&](const std::string& one) { return !found->second.contains(one); });
    }
    return common;
}

/// Whether any record is numbered by this office.
Result<bool> hasNumbered(const Database& database, std::string_view office) {
    for (const RecordKind& kind : recordKinds()) {
        if (findField(kind, fields::issued.issuer.name) == nullptr) continue;
        Statement select = database.prepare(fmt::format("SELECT 1 FROM \"{}\" WHERE issuer = ? LIMIT 1", kind.table));
        select.bind(1, office);
        const bool found = select.row();
        if (!select.valid() || select.failed()) return Unexpected(database.error());
        if (found) return true;
    }
    return false;
}

/// Records that were numbered by an office would be others by another.
Result<void> numberBy(const Database& database, std::string_view office) {
    BANLANG_TRY(inUse, hasNumbered(database, officeOf(database)));
    return inUse ? Result<void>() : setMeta(database, meta::office, office);
}

} // namespace

std::string officeOfCommunes(const std::set<std::string>& codes) {
    if (codes.empty()) return {};
    if (codes.size() == 1) return *codes.begin();
    const std::set<std::string> districts = districtsOfAll(codes);
    return districts.size() == 1 ? districtIssuer(*districts.begin()) : std::string();
}

OfficeLevel levelOfOfficeCode(std::string_view code) {
    if (isNumber(code, 5)) return OfficeLevel::commune;
    if (code.starts_with(districtIssuerPrefix) && isNumber(code.substr(districtIssuerPrefix.size()), 3))
        return OfficeLevel::district;
    if (code.starts_with(provinceIssuerPrefix) && isNumber(code.substr(provinceIssuerPrefix.size()), 2))
        return OfficeLevel::province;
    return OfficeLevel::unknown;
}

std::string newStoreNumber() {
    std::random_device random;
    return fmt::format("{}{:08x}{:08x}", storeIssuerPrefix, random(), random());
}

bool isKnownOffice(std::string_view office) {
    return !office.empty() && !office.starts_with(storeIssuerPrefix);
}

Result<bool> mayLearnOffice(const Database& database) {
    const std::string office = officeOf(database);
    if (isKnownOffice(office)) return false;
    BANLANG_TRY(inUse, hasNumbered(database, office));
    return !inUse;
}

Result<void> learnOffice(const Database& database) {
    BANLANG_TRY(mayLearn, mayLearnOffice(database));
    if (!mayLearn) return {};
    std::set<std::string> codes;
    Statement select = database.prepare("SELECT DISTINCT code FROM communes WHERE code <> ''");
    while (select.row()) codes.emplace(select.text(0));
    if (select.failed()) return Unexpected(database.error());
    const std::string office = officeOfCommunes(codes);
    return office.empty() ? Result<void>() : setMeta(database, meta::office, office);
}

Office officeOfDistrict(const Database& database, const District& district) {
    Office office = guessOffice(officeUnits(district.table(Role::communes)));
    const auto ofDistrict = metaValue(database, meta::districtName);
    if (ofDistrict && !ofDistrict->empty()) {
        office = {.name = *ofDistrict, .level = OfficeLevel::district};
        office.guessed.name = false;
    }
    if (const auto level = saidLevel(database)) {
        // What was guessed of an office of another level is not about this one.
        if (*level != office.level && office.guessed.name) office = Office();
        office.level = *level;
        office.guessed.level = false;
    }
    const auto take = [&](std::string_view key, std::string& value, bool& guessed) {
        const auto said = metaValue(database, key);
        if (!said) return;
        value = *said;
        guessed = false;
    };
    take(meta::name, office.name, office.guessed.name);
    const std::vector<OfficeLevel> told =
        office.guessed.name || !office.guessed.level ? std::vector<OfficeLevel>() : levelsToldBy(office.name);
    if (!told.empty() && std::find(told.begin(), told.end(), office.level) == told.end()) {
        const OfficeLevel level = told.size() == 1 ? told.front() : OfficeLevel::unknown;
        office = {.name = std::move(office.name), .level = level, .guessed = office.guessed};
    }
    take(meta::authority, office.authority, office.guessed.authority);
    take(meta::code, office.code, office.guessed.code);
    return office;
}

Result<void> keepOffice(const Database& database, const OfficeChange& change) {
    if (change.code) {
        BANLANG_CHECK(setMeta(database, meta::code, *change.code));
        BANLANG_CHECK(numberBy(database, *change.code));
    }
    if (change.name) BANLANG_CHECK(setMeta(database, meta::name, *change.name));
    if (change.level) BANLANG_CHECK(setMeta(database, meta::level, id(*change.level)));
    if (change.authority) BANLANG_CHECK(setMeta(database, meta::authority, *change.authority));
    return {};
}

Result<void> copyOffice(const Database& from, const Database& into) {
    for (const std::string_view key : {meta::code, meta::name, meta::level, meta::authority, meta::districtName}) {
        if (const auto said = metaValue(from, key)) BANLANG_CHECK(setMeta(into, key, *said));
    }
    return {};
}

} // namespace banlang::detail
