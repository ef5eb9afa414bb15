// SPDX-License-Identifier: MIT
#include "core/model/road_surface.h"

#include <algorithm>
#include <span>

namespace banlang {
namespace {

constexpr std::string_view refusals[] = {"chưa",    "Chưa",    "CHƯA",       "không",     "Không",
                                         "unpaved", "Unpaved", "unhardened", "Unhardened"};
constexpr std::string_view hardWords[] = {
    "bê tông", "Bê tông",  "Bê Tông",  "BÊ TÔNG",  "be tong",       "bê-tông", "BTXM",
    "BTN",     "nhựa",     "Nhựa",     "NHỰA",     "nhua",          "cứng",    "Cứng",
    "CỨNG",    "concrete", "Concrete", "asphalt",  "Asphalt",       "bitum",   "surface treatment",
    "paved",   "Paved",    "hardened", "Hardened", "paving_stones", "sett",    "cobble",
    "đá lát",  "lát đá"};

bool holdsAny(std::string_view text, std::span<const std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

} // namespace

bool isHardened(std::string_view surface) {
    return !holdsAny(surface, refusals) && holdsAny(surface, hardWords);
}

} // namespace banlang
