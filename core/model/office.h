// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/bilingual.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace banlang {

/// What an office governs; an agency serves another office and governs nothing itself. `unknown` is a state of its own: nobody
/// said, and the data do not tell.
enum class OfficeLevel : std::uint8_t { unknown, commune, district, province, agency };
[[nodiscard]] std::string_view id(OfficeLevel level); ///< "unknown", "commune", "district", "province", "agency"
[[nodiscard]] std::optional<OfficeLevel> officeLevelFromId(std::string_view id);

/// Which fields of an office were said by nobody.
struct OfficeGuess {
    bool code = true;
    bool name = true;
    bool level = true;
    bool authority = true;
    bool operator==(const OfficeGuess&) const = default;
};

/// The office whose store it is. Empty: not known.
struct Office {
    std::string code{}; ///< as core/model/units/issuer.h writes it: "00904", "huyen:026", "tinh:02"
    std::string name{}; ///< as it is written, with its kind or without: "Phiêng Sương", "Thị trấn Vị Xuyên"
    OfficeLevel level = OfficeLevel::unknown;
    std::string authority{}; ///< the line above its own in a title block: "UBND tỉnh Hà Giang"
    OfficeGuess guessed{};
    bool operator==(const Office&) const = default;
};

/// Code of the office's own unit without the level in front: "026" of "huyen:026"; "" where the office has none.
[[nodiscard]] std::string_view ownUnitCode(const Office& office);

/// How one speaks of an office: core/model/data/office_levels.csv. Refers to the shipped text, owns nothing.
struct OfficeWords {
    Label level{};              ///< "cấp huyện"
    std::string_view kind;      ///< as it stands in front of names: "Thị trấn"; "" where there is none
    Label noun{};               ///< "thị trấn"
    Label whole{};              ///< "Toàn thị trấn"
    Label total{};              ///< heads a row of sums: "Cộng thị trấn"
    Label border{};             ///< "ranh giới thị trấn"
    Label units{};              ///< kinds of communes in it: "xã, thị trấn"
    Label seats{};              ///< where their committees sit: "trụ sở UBND xã, thị trấn"
    std::string_view committee; ///< in front of the name in a title block: "UBND"; "" the name alone
};
/// Of the kind that the name tells, else of the first of the level. Neutral words of an office that is not known. About 10 µs.
[[nodiscard]] OfficeWords officeWords(const Office& office);
/// Of a commune by its own kind, as the table of communes has it: "Xã", "TT", "Phường"; of the first where no kind is known.
[[nodiscard]] OfficeWords communeWords(std::string_view kind);
/// Neutral words, where no office is at hand.
[[nodiscard]] OfficeWords neutralWords();

/// "Huyện Phiêng Sương": kind and name, unless the name has its kind already; "" without a name.
[[nodiscard]] std::string fullName(const Office& office);
/// The levels whose kinds the name begins with: one for "Xã Lũng Cú", two for "Thành phố Huế", none where it tells nothing.
[[nodiscard]] std::vector<OfficeLevel> levelsToldBy(std::string_view name);
/// The office's own line of a title block: "UBND huyện Phiêng Sương"; "" without a name.
[[nodiscard]] std::string committeeName(const Office& office);
/// A name without "UBND" and without a kind of the level in front, as names are compared (core/text/keys.h).
[[nodiscard]] std::string officeNameKey(OfficeLevel level, std::string_view name);

} // namespace banlang
