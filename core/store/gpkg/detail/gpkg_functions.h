// SPDX-License-Identifier: MIT
#pragma once

struct sqlite3;

namespace banlang::detail {

/// Gives a connection the functions of GeoPackage geometries that the triggers of spatial indices call: ST_IsEmpty, ST_MinX and so
/// on. Of geometries with an envelope, as the store writes them; without one they count as empty.
void addGeoPackageFunctions(sqlite3* database);

} // namespace banlang::detail
