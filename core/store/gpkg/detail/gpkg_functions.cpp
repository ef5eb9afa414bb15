// SPDX-License-Identifier: MIT
#include "core/store/gpkg/detail/gpkg_functions.h"

#include <sqlite3.h>

#include <cstddef>
#include <cstring>

namespace banlang::detail {
namespace {

// Magic (2 bytes), version, flags, id of the CRS (4), then the envelope: min x, max x, min y, max y.
constexpr std::size_t flagsAt = 3;
constexpr std::size_t envelopeAt = 8;
constexpr unsigned emptyFlag = 0x10;
constexpr unsigned envelopeFlags = 0x0E;

struct Bound {
    const char* function;
    std::size_t place; ///< among the numbers of the envelope
};
constexpr Bound bounds[] = {{"ST_MinX", 0}, {"ST_MaxX", 1}, {"ST_MinY", 2}, {"ST_MaxY", 3}};

const unsigned char* blobWithEnvelope(sqlite3_value* value) {
    if (sqlite3_value_type(value) != SQLITE_BLOB) return nullptr;
    const auto* bytes = static_cast<const unsigned char*>(sqlite3_value_blob(value));
    const auto size = static_cast<std::size_t>(sqlite3_value_bytes(value));
    if (size < envelopeAt + 4 * sizeof(double)) return nullptr;
    const bool usable = (bytes[flagsAt] & emptyFlag) == 0 && (bytes[flagsAt] & envelopeFlags) != 0;
    return usable ? bytes : nullptr;
}

void isEmpty(sqlite3_context* context, int /*count*/, sqlite3_value** values) {
    sqlite3_result_int(context, blobWithEnvelope(values[0]) == nullptr ? 1 : 0);
}

void boundOf(sqlite3_context* context, int /*count*/, sqlite3_value** values) {
    const auto* bound = static_cast<const Bound*>(sqlite3_user_data(context));
    const unsigned char* bytes = blobWithEnvelope(values[0]);
    if (bytes == nullptr) return sqlite3_result_null(context);
    double value = 0;
    std::memcpy(&value, bytes + envelopeAt + bound->place * sizeof(double), sizeof(double));
    sqlite3_result_double(context, value);
}

} // namespace

void addGeoPackageFunctions(sqlite3* database) {
    // Triggers of the spatial index call them.
    constexpr int pure = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    sqlite3_create_function(database, "ST_IsEmpty", 1, pure, nullptr, isEmpty, nullptr, nullptr);
    for (const Bound& bound : bounds)
        // SQLite only hands it back.
        sqlite3_create_function(database, bound.function, 1, pure, const_cast<Bound*>(&bound), // NOLINT(*-const-cast)
                                boundOf, nullptr, nullptr);
}

} // namespace banlang::detail
