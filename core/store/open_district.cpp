// SPDX-License-Identifier: MIT
#include "core/link/link.h"
#include "core/model/admin_unit_validity.h"
#include "core/store/detail/district_reader.h"
#include "core/store/detail/store_errors.h"
#include "core/store/detail/store_impl.h"
#include "core/store/store.h"

namespace banlang {
namespace {

Result<void> linkAsOverridden(const Store& store, District& district) {
    BANLANG_TRY(linkOverrides, store.linkOverrides());
    (void)linkDistrict(district, linkOverrides);
    return {};
}

} // namespace

Result<District> Store::readLinked(const Progress& progress) const {
    const auto readAndLink = [&]() -> Result<District> {
        BANLANG_TRY(read, detail::readDistrict(path(), impl_->database, epsg(), {}, true, progress));
        if (read.linked) {
            // Linking does that too.
            endSupersededAdminUnits(read.district);
        } else {
            BANLANG_CHECK(linkAsOverridden(*this, read.district));
        }
        return std::move(read.district);
    };
    auto district = detail::inReadTransaction(impl_->database, readAndLink);
    if (!district) return Unexpected(detail::withWhatCanBeRead(std::move(district.error()), path()));
    return district;
}

Result<void> Store::renewCopy(const Progress& progress) {
    const detail::Database& database = impl_->database;
    if (detail::copyStateOf(database).complete()) return {};
    // What the old copy leaves free is filled by the new one at once, so there is no need to blank it first.
    BANLANG_CHECK(database.run("PRAGMA secure_delete = FAST"));
    const Result<void> renewed = detail::inTransaction(database, [&]() -> Result<void> {
        BANLANG_TRY(read, detail::readDistrict(path(), database, epsg(), {}, false, progress));
        BANLANG_CHECK(detail::writeTablesToCopy(database, read.district, read.copy));
        BANLANG_CHECK(linkAsOverridden(*this, read.district));
        return detail::writeLinksToCopy(database, read.district);
    });
    BANLANG_CHECK(database.run("PRAGMA secure_delete = ON"));
    return renewed;
}

Result<District> openDistrict(const std::string& path, const Progress& progress) {
    BANLANG_TRY(store, Store::openForReading(path));
    return store.readLinked(progress);
}

} // namespace banlang
