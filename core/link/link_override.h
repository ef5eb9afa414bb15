// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/record_kinds.h"

#include <string>
#include <string_view>

namespace banlang {

/// What became of an override. Nothing is deleted: all of them together are the audit log.
enum class LinkOverrideState : std::uint8_t {
    live,
    superseded, ///< another override about the same words came after it
    withdrawn,  ///< taken back; the words go up the ladder again
    withdrawal, ///< the entry that took one back: who and when
};
[[nodiscard]] std::string_view id(LinkOverrideState state); ///< "live", "superseded", "withdrawn", "withdrawal"

/// What a person said of one text in one field of a kind: which place it means. Holds for every record that says the same, now and
/// after a later import.
struct LinkOverride {
    Role role = Role::communes; ///< kind of the records that say it
    std::string field;          ///< "village_code", "number" (sheet/number), "head_name"; `placeField`: the record's place as such
    std::string rawText;
    std::string scope;     ///< code of the commune that narrows it, of the village for a head of household; may be empty
    std::string target;    ///< key of the target row: code or id, parcels "commune/sheet/number"; empty: there is no such place
    std::string decidedAt; ///< ISO 8601, UTC
    std::string decidedBy;
    std::string reason;
    LinkOverrideState state = LinkOverrideState::live;

    [[nodiscard]] bool live() const { return state == LinkOverrideState::live; }
    bool operator==(const LinkOverride&) const = default;
};

/// Field of an UnresolvedReference or LinkOverride that is about where a record lies, not about what it says: `rawText` is the key
/// of the record, the target a village or else a commune.
inline constexpr std::string_view placeField = "place";

} // namespace banlang
