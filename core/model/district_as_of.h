// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/district.h"

#include <memory>

namespace banlang {

/// The district as its reports had it on a day: of every record with several reports each value is the last one said by then, a
/// fact with a day of its own from that day on; "" / NaN / no date where nothing was said yet. What a record refers to, and so all
/// links, is what the last report says. Rows stay where they are. Shares geometries, links and all tables that no report changes;
/// the district itself when there are no such reports or the day is not known. Kept beside the district, for any thread.
[[nodiscard]] std::shared_ptr<const District> districtAsOf(const std::shared_ptr<const District>& district, Date day);

} // namespace banlang
