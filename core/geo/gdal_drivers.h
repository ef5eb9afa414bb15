// SPDX-License-Identifier: MIT
#pragma once

namespace banlang {

/// Makes the formats of GDAL known, once for the program. To be called before anything is opened or created; GDAL's own call must
/// not run on two threads at once. Costs nothing from the second time on.
void registerGdalDrivers();

} // namespace banlang
