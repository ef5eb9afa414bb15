// SPDX-License-Identifier: MIT
#include "core/geo/gdal_drivers.h"

#include <gdal.h>

#include <mutex>

namespace banlang {

void registerGdalDrivers() {
    static std::once_flag once;
    std::call_once(once, &GDALAllRegister);
}

} // namespace banlang
