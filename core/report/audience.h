// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/record_kinds.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace banlang {

/// Who will see a picture, a table or a file. Decides what leaves; asked in one place by every layer and export.
enum class Audience : std::uint8_t { meeting, workingGroup, publicNotice };

[[nodiscard]] std::optional<Audience> audienceFromId(std::string_view id); ///< "meeting", "working-group", "public"
[[nodiscard]] std::string_view id(Audience audience);

/// What a paper or a file says of whom it is for: "For the meeting, holds no personal data".
[[nodiscard]] Label noteOf(Audience audience);

/// Allow-list: may this field leave at all?
[[nodiscard]] bool mayShow(Audience audience, const RecordField& field);
/// May single households, houses and gardens be shown as points or polygons?
[[nodiscard]] bool mayShowHouseholds(Audience audience);
/// May a person be led to one record of this kind? Not where a record is about one household that may not be shown.
[[nodiscard]] bool mayShowRecordOf(Audience audience, Role role);
/// May a record of this kind be called by what names it? Not where that may be a person's name.
[[nodiscard]] bool mayShowKeysOf(Audience audience, Role role);
/// Counts of 1 and 2 are hidden outside the working group.
[[nodiscard]] bool mustHide(Audience audience, std::size_t count);
/// Which parts of a whole must be hidden when the whole is shown. One hidden part alone would follow from the others, so the
/// smallest of the rest goes with it.
[[nodiscard]] std::vector<bool> hiddenParts(Audience audience, std::span<const std::size_t> counts);

} // namespace banlang
