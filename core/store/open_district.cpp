// SPDX-License-Identifier: MIT
#include "core/link/link.h"
#include "core/store/detail/district_reader.h"
#include "core/store/detail/store_impl.h"
#include "core/store/store.h"

namespace banlang {
namespace {

Result<detail::DistrictRead> readAndLink(const Store& store, const detail::Database& database, const Progress& progress) {
    BANLANG_TRY(read, detail::readDistrict(store.path(), database, store.epsg(), {}, true, progress));
    if (read.linked) return std::move(read);
    BANLANG_TRY(decisions, store.linkDecisions());
    (void)linkDistrict(read.district, decisions);
    return std::move(read);
}

} // namespace

Result<District> Store::readLinked(const Progress& progress) const {
    const detail::Database& database = impl_->database;
    BANLANG_TRY(read, detail::inReadTransaction(database, [&] { return readAndLink(*this, database, progress); }));
    return std::move(read.district);
}

Result<void> Store::renewCopy(const Progress& progress) {
    const detail::Database& database = impl_->database;
    if (detail::copyStateOf(database).complete()) return {};
    // What the old copy leaves free is filled by the new one at once, so there is no need to blank it first.
    BANLANG_CHECK(database.run("PRAGMA secure_delete = FAST"));
    const Result<void> renewed = detail::inTransaction(database, [&]() -> Result<void> {
        BANLANG_TRY(read, readAndLink(*this, database, progress));
        return detail::writeCopy(database, read.district, read.copy);
    });
    BANLANG_CHECK(database.run("PRAGMA secure_delete = ON"));
    return renewed;
}

Result<District> openDistrict(const std::string& path, const Progress& progress) {
    BANLANG_TRY(store, Store::openForReading(path));
    return store.readLinked(progress);
}

} // namespace banlang
