// SPDX-License-Identifier: MIT
#pragma once

#include "viewer/panels/widgets/ui.h"
#include "viewer/panels/widgets/widgets.h"

namespace banlang::viewer {

/// What is shown of a text that a record said: what names a person or a parcel stays out of a meeting.
[[nodiscard]] std::string shownRawText(const Ui& ui, Role role, std::string_view field, const std::string& rawText);
/// Name of the commune or village with this code; the code where there is none.
[[nodiscard]] std::string adminUnitName(const Ui& ui, const std::string& code);
/// Title of a field of a kind; "vị trí" for the place as such.
[[nodiscard]] std::string_view fieldTitle(const Ui& ui, Role role, std::string_view field);

/// ROLE FIELD SAID [WITHIN] of the commands about links.
[[nodiscard]] std::vector<std::string> subjectWords(Role role, const std::string& field, const std::string& rawText,
                                                    const std::string& scope);
[[nodiscard]] bool mayDecide(const Ui& ui);
/// Decides the open link that is shown: the target of a candidate, or no place at all.
void decide(Ui& ui, const UnresolvedReference& link, const std::string& target);

/// Candidates of an open link of the review, found once for as long as it is shown.
[[nodiscard]] const std::vector<LinkCandidate>& candidatesOf(Ui& ui, std::size_t row);

void drawLinkChoices(Ui& ui, const Painter& outer, Rect rect, std::size_t row);
void drawLinkOverrides(Ui& ui, const Painter& paint, Rect rect);

} // namespace banlang::viewer
