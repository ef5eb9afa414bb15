// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/bilingual.h"
#include "core/model/record_kinds.h"

#include <string_view>

namespace banlang {

/// Why a record stayed open.
struct UnresolvedReason {
    std::string_view id;
    Label label;
};

namespace unresolved_reason {
inline constexpr UnresolvedReason severalNames{"ambiguous",
                                               {"nhiều nơi cùng mang tên hoặc mã này", "several places bear this name or code"}};
inline constexpr UnresolvedReason severalParcels{"ambiguous",
                                                 {"nhiều thửa cùng số tờ, số thửa", "several parcels bear this sheet and number"}};
inline constexpr UnresolvedReason severalHeads{"ambiguous",
                                               {"nhiều hộ có chủ hộ cùng tên này", "several households have a head of this name"}};
inline constexpr UnresolvedReason unknownParcel{"unknown", {"xã không có thửa này", "the commune has no such parcel"}};
inline constexpr UnresolvedReason unknownHead{
    "unknown", {"nơi này không có hộ nào có chủ hộ tên này", "no household here has a head of this name"}};
inline constexpr UnresolvedReason villageMissing{
    "village-missing", {"có tên chủ hộ nhưng không nêu thôn, xã", "names a head of household but neither village nor commune"}};
inline constexpr UnresolvedReason outsideVillages{"outside-villages", {"nằm ngoài mọi thôn", "lies outside every village"}};
inline constexpr UnresolvedReason noPlace{"no-place", {"không nêu nơi nào tìm được", "names no place that could be found"}};
inline constexpr UnresolvedReason targetMissing{
    "decided-target-missing",
    {"nơi đã chọn cho tên này không còn trong kho", "the place that was chosen for it is no longer there"}};

inline constexpr UnresolvedReason elsewhere{
    "elsewhere", {"chỉ đơn vị khác có số hoặc mã này", "only records of other units have this number or code"}};
inline constexpr UnresolvedReason unitEnded{
    "unit-ended",
    {"đơn vị mang mã này đã hết hiệu lực trước ngày của bản ghi", "the unit of this code was over before the day of the record"}};
inline constexpr UnresolvedReason recycledCode{
    "recycled-code",
    {"mã này đã cấp cho đơn vị khác; chưa rõ là đơn vị nào", "this code was given to another unit; which of them is not known"}};
inline constexpr UnresolvedReason unitOrDistrict{
    "unit-or-district",
    {"huyện và một xã, thị trấn cùng mang tên này; chưa rõ là cấp nào",
     "the district and a commune both bear this name; which level is meant is not known"}};
inline constexpr UnresolvedReason overridesDisagree{
    "decisions-disagree",
    {"hai quyết định khác nhau về cùng nội dung này", "two decisions about these words name different places"}};

/// Nothing bears the code or name that a field of this reference said.
[[nodiscard]] constexpr UnresolvedReason unknown(Reference reference) {
    switch (reference) {
    case Reference::road:
        return {"unknown", {"không có tuyến đường nào mang mã hoặc tên này", "no road has this id or name"}};
    case Reference::household:
        return {"unknown", {"không có hộ nào mang mã này", "no household has this id"}};
    case Reference::garden:
        return {"unknown", {"không có vườn nào mang mã này", "no garden has this id"}};
    case Reference::house:
        return {"unknown", {"không có nhà nào mang mã này", "no house has this id"}};
    case Reference::roadWork:
        return {"unknown", {"không có công trình nào mang mã hoặc tên này", "no road work has this id or name"}};
    default:
        return {"unknown", {"không có đơn vị nào mang mã hoặc tên này", "no unit has this code or name"}};
    }
}
} // namespace unresolved_reason

} // namespace banlang
