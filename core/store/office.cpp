// SPDX-License-Identifier: MIT
#include "core/store/office.h"

#include "core/model/units/admin_unit_validity.h"
#include "core/model/units/issuer.h"
#include "core/store/detail/office.h"
#include "core/store/file/detail/store_file.h"
#include "core/store/gpkg/detail/table_reader.h"
#include "core/store/gpkg/detail/transaction.h"
#include "core/text/keys.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace banlang {
namespace {

constexpr std::size_t longestText = 200; ///< bytes; a line of a title block

Error badOffice(Bilingual message, Bilingual hint) {
    return {ErrorKind::usage, "bad-office", std::move(message), std::move(hint), {}};
}

/// One line without outer blanks.
Result<std::string> lineOf(const std::string& written, bool mayBeEmpty, const Label& what) {
    const std::size_t first = written.find_first_not_of(" \t");
    const std::size_t last = written.find_last_not_of(" \t");
    std::string text = first == std::string::npos ? std::string() : toNfc(written.substr(first, last - first + 1));
    const auto isControl = [](char letter) { return static_cast<unsigned char>(letter) < 0x20 || letter == 0x7F; };
    // Of what was no letter, and of the separators of lines and paragraphs.
    constexpr std::string_view noText[] = {"\uFFFD", "\u2028", "\u2029"};
    const bool unreadable = std::any_of(std::begin(noText), std::end(noText),
                                        [&](std::string_view one) { return text.find(one) != std::string::npos; });
    if (unreadable || text.size() > longestText || std::any_of(text.begin(), text.end(), isControl)) {
        return Unexpected(badOffice({fmt::format("{} phải là một dòng chữ đọc được, không quá {} byte", what.vi, longestText),
                                     fmt::format("The {} has to be one readable line of at most {} bytes", what.en, longestText)},
                                    {"Viết lại, không xuống dòng", "Write it again, without line breaks"}));
    }
    if (numberKey(text).empty()) text.clear(); // blanks of all kinds
    if (text.empty() && !mayBeEmpty) {
        return Unexpected(badOffice({fmt::format("{} không được để trống", what.vi), fmt::format("The {} is blank", what.en)},
                                    {"Bỏ tùy chọn này nếu không đổi", "Leave the option out where nothing changes"}));
    }
    return text;
}

Result<std::string> codeOf(const std::string& written) {
    if (detail::levelOfOfficeCode(written) != OfficeLevel::unknown) return written;
    return Unexpected(
        badOffice({fmt::format("“{}” không phải mã đơn vị", written), fmt::format("“{}” is not the code of a unit", written)},
                  {"Viết mã năm số của xã, hoặc huyen:026, tinh:02", "Write the five digits of a commune, or huyen:026, tinh:02"}));
}

/// The change as it can be kept.
Result<OfficeChange> checked(OfficeChange change) {
    if (change.name) {
        BANLANG_TRY(name, lineOf(*change.name, false, {"Tên cơ quan", "name of the office"}));
        change.name = std::move(name);
    }
    if (change.authority) {
        BANLANG_TRY(authority, lineOf(*change.authority, true, {"Dòng cơ quan cấp trên", "line of the authority above"}));
        change.authority = std::move(authority);
    }
    if (change.code) {
        BANLANG_TRY(code, codeOf(*change.code));
        change.code = std::move(code);
    }
    return change;
}

Result<void> levelsAgree(const Office& office) {
    const bool levelIsSaid = !office.guessed.level || (!office.guessed.name && office.level != OfficeLevel::unknown);
    const bool said = !office.guessed.code && levelIsSaid && office.level != OfficeLevel::agency;
    if (!said || detail::levelOfOfficeCode(office.code) == office.level) return {};
    const Label level = officeWords(office).level;
    return Unexpected(badOffice({fmt::format("Mã {} không phải của {}", office.code, level.vi),
                                 fmt::format("{} is no code of the {}", office.code, level.en)},
                                {"Đặt --level và --code của cùng một cấp", "Give --level and --code of one level"}));
}

/// A name that begins with the kind of another level. Places are called like agencies: "Ban Công", "Sở Dầu".
Result<void> nameFits(const Office& office) {
    if (office.guessed.name || office.guessed.level || office.level == OfficeLevel::agency) return {};
    std::vector<OfficeLevel> told = levelsToldBy(office.name);
    std::erase(told, OfficeLevel::agency);
    if (told.empty() || std::find(told.begin(), told.end(), office.level) != told.end()) return {};
    const Label level = officeWords({.level = office.level}).level;
    return Unexpected(badOffice({fmt::format("“{}” không phải tên của {}", office.name, level.vi),
                                 fmt::format("“{}” is no name at the {}", office.name, level.en)},
                                {"Đặt --name và --level hợp nhau", "Give --name and --level that go together"}));
}

/// With as much of the store as tells whose it is.
Result<Office> officeIn(const detail::StoreFile& file) {
    District district = emptyDistrict(file.epsg);
    for (const Role role : {Role::communes, Role::adminUnitChanges}) {
        BANLANG_TRY(read, detail::readTable(file.database, role, {}));
        district.table(role) = std::move(read.table);
    }
    endSupersededAdminUnits(district);
    return detail::officeOfDistrict(file.database, district);
}

} // namespace

Result<OfficeLevel> officeLevelNamed(std::string_view text) {
    const auto level = officeLevelFromId(text);
    if (level && *level != OfficeLevel::unknown) return *level;
    return Unexpected(badOffice({fmt::format("Không có cấp “{}”", text), fmt::format("There is no level “{}”", text)},
                                {"Có: commune district province agency", "There are: commune district province agency"}));
}

Result<Office> storedOffice(const std::string& storePath) {
    BANLANG_TRY(file, detail::openStoreFile(storePath, false));
    return officeIn(file);
}

Result<Office> setOffice(const std::string& storePath, const OfficeChange& change, bool dryRun) {
    BANLANG_TRY(kept, checked(change));
    BANLANG_TRY(file, detail::openStoreFile(storePath, true));
    Office office;
    const auto keep = [&]() -> Result<void> {
        BANLANG_CHECK(detail::keepOffice(file.database, kept));
        BANLANG_TRY(now, officeIn(file));
        office = std::move(now);
        BANLANG_CHECK(nameFits(office));
        return levelsAgree(office);
    };
    BANLANG_CHECK(detail::inTransaction(file.database, keep, dryRun));
    return office;
}

} // namespace banlang
