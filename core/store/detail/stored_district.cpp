// SPDX-License-Identifier: MIT
#include "core/store/detail/stored_district.h"

#include "core/link/link.h"
#include "core/model/units/admin_unit_validity.h"
#include "core/store/detail/district_reader.h"
#include "core/store/detail/link_override_log.h"
#include "core/store/detail/office.h"
#include "core/store/gpkg/detail/store_errors.h"
#include "core/store/gpkg/detail/transaction.h"

#include <utility>

namespace banlang::detail {

Result<void> StoredDistrict::link(District& district) const {
    BANLANG_TRY(linkOverrides, LinkOverrideLog(file_).all());
    (void)linkDistrict(district, linkOverrides);
    return {};
}

Result<District> StoredDistrict::read(const Progress& progress) const {
    const auto readOnly = [&]() -> Result<District> {
        BANLANG_TRY(read, readDistrict(file_.path, file_.database, file_.epsg, false, progress));
        read.district.office = officeOfDistrict(file_.database, read.district);
        return std::move(read.district);
    };
    auto district = inReadTransaction(file_.database, readOnly);
    if (!district) return Unexpected(withWhatCanBeRead(std::move(district.error()), file_.path));
    return district;
}

Result<District> StoredDistrict::readLinked(const Progress& progress) const {
    const auto readAndLink = [&]() -> Result<District> {
        BANLANG_TRY(read, readDistrict(file_.path, file_.database, file_.epsg, true, progress));
        if (read.linked) {
            // Linking does that too.
            endSupersededAdminUnits(read.district);
        } else {
            BANLANG_CHECK(link(read.district));
        }
        read.district.office = officeOfDistrict(file_.database, read.district);
        return std::move(read.district);
    };
    auto district = inReadTransaction(file_.database, readAndLink);
    if (!district) return Unexpected(withWhatCanBeRead(std::move(district.error()), file_.path));
    return district;
}

Result<void> StoredDistrict::renewCopy(const Progress& progress) const {
    const Database& database = file_.database;
    if (copyStateOf(database).complete()) return {};
    // What the old copy leaves free is filled by the new one at once, so there is no need to blank it first.
    BANLANG_CHECK(database.run("PRAGMA secure_delete = FAST"));
    const auto writeCopy = [&]() -> Result<void> {
        BANLANG_TRY(read, readDistrict(file_.path, database, file_.epsg, false, progress));
        // A copy would not know of them, and nobody would be warned.
        if (read.unreadable > 0) return {};
        BANLANG_CHECK(writeTablesToCopy(database, read.district, read.copy));
        BANLANG_CHECK(link(read.district));
        return writeLinksToCopy(database, read.district);
    };
    Result<void> renewed = inTransaction(database, writeCopy, false, progress);
    BANLANG_CHECK(database.run("PRAGMA secure_delete = ON"));
    return renewed;
}

} // namespace banlang::detail
