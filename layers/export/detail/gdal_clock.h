// SPDX-License-Identifier: MIT
#pragma once

#include <cpl_conv.h>
#include <cpl_error.h>

#include <string>

namespace banlang::detail {

/// For the length of a scope GDAL takes this moment (ISO 8601, UTC) for now in what this thread writes into a GeoPackage.
class GdalClock {
public:
    explicit GdalClock(const std::string& now) : setter_("OGR_CURRENT_DATE", now.c_str(), false) {}

private:
    CPLConfigOptionSetter setter_;
};

} // namespace banlang::detail
