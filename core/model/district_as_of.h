// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/district.h"

#include <memory>

namespace banlang {

/// The district as its reports had it on a day. What was measured is the last value said by then, missing before the first report;
/// a fact with a day of its own holds from that day on; anything else, as a name or an area, is the last value said by then, while
/// nothing was reported of the record the first one. A row without the day of its report has that of its file. What a record refers
/// to, and so all links, is what the last report says. Rows stay where they are. Shares geometries, links and all tables that no
/// report changes; the district itself when the day changes nothing or is not known. Kept beside the district, for any thread.
[[nodiscard]] std::shared_ptr<const District> districtAsOf(const std::shared_ptr<const District>& district, Date day);

} // namespace banlang
