// SPDX-License-Identifier: MIT
#include "core/report/audience.h"

#include "core/model/record_traits.h"

#include <algorithm>

namespace banlang {

std::optional<Audience> audienceFromId(std::string_view id) {
    if (id == "meeting") return Audience::meeting;
    if (id == "working-group") return Audience::workingGroup;
    if (id == "public") return Audience::publicNotice;
    return std::nullopt;
}

std::string_view id(Audience audience) {
    switch (audience) {
    case Audience::meeting:
        return "meeting";
    case Audience::workingGroup:
        return "working-group";
    case Audience::publicNotice:
        return "public";
    }
    return "meeting";
}

Label noteOf(Audience audience) {
    switch (audience) {
    case Audience::workingGroup:
        return {"Bản của tổ công tác, có dữ liệu cá nhân", "For the working group, holds personal data"};
    case Audience::publicNotice:
        return {"Bản niêm yết, không có dữ liệu cá nhân", "For public notice, holds no personal data"};
    case Audience::meeting:
        break;
    }
    return {"Bản cho cuộc họp, không có dữ liệu cá nhân", "For the meeting, holds no personal data"};
}

bool mayShow(Audience audience, const RecordField& field) {
    if (audience == Audience::workingGroup) return true;
    // A household's code or its parcel's number leads back to the person as surely as a name does.
    switch (field.reference) {
    case Reference::household:
    case Reference::parcelSheet:
    case Reference::householdHead:
    case Reference::garden:
    case Reference::house:
    case Reference::parcelNumber:
        return false;
    case Reference::none:
    case Reference::commune:
    case Reference::village:
    case Reference::road:
    case Reference::roadWork:
        return field.sensitivity == Sensitivity::open;
    }
    return false;
}

bool mayShowHouseholds(Audience audience) {
    return audience == Audience::workingGroup;
}

bool mayShowKeysOf(Audience audience, Role role) {
    if (!mayShowRecordOf(audience, role)) return false;
    const RecordKind& kind = recordKind(role);
    const auto mayShowAll = [&](std::span<const std::string_view> names) {
        return std::all_of(names.begin(), names.end(), [&](std::string_view name) {
            const RecordField* field = findField(kind, name);
            if (field == nullptr) return true;
            const auto chain = fallbackChain(kind, *field);
            return std::all_of(chain.begin(), chain.end(), [&](const RecordField* one) { return mayShow(audience, *one); });
        });
    };
    return mayShowAll(kind.key) && mayShowAll(kind.identity);
}

bool mayShowRecordOf(Audience audience, Role role) {
    return !isOfHousehold(role) || mayShowHouseholds(audience);
}

bool mustHide(Audience audience, std::size_t count) {
    return audience != Audience::workingGroup && (count == 1 || count == 2);
}

std::vector<bool> hiddenParts(Audience audience, std::span<const std::size_t> counts) {
    std::vector<bool> hidden(counts.size());
    std::size_t hiddenCount = 0;
    std::size_t smallestShown = counts.size();
    for (std::size_t part = 0; part < counts.size(); ++part) {
        hidden[part] = mustHide(audience, counts[part]);
        if (hidden[part]) ++hiddenCount;
        if (hidden[part] || counts[part] == 0) continue;
        if (smallestShown == counts.size() || counts[part] < counts[smallestShown]) smallestShown = part;
    }
    if (hiddenCount == 1 && smallestShown < counts.size()) hidden[smallestShown] = true;
    return hidden;
}

} // namespace banlang
