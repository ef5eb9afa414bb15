// SPDX-License-Identifier: MIT
#pragma once

#include "core/intake/known_admin_units.h"
#include "core/intake/problem_list.h"

// Lists of communes of different years reach one store, mostly without saying of which year they are.

namespace banlang {

/// Gives communes that bear no dates those of the official list whose codes and names they follow; only when units of another list
/// are known already, so that the two can be told apart. Otherwise nothing is added to what the file says.
void assignValidityByOfficialList(FeatureTable& rows, const KnownAdminUnits& known, ProblemList& problems);

/// Tells of what is the same unit again ("repeated-number"; it is kept): a code with a beginning and the same code without one,
/// unless the older ended by then, their names differ, or an official change tells of the beginning or the end.
void checkVersions(const FeatureTable& rows, const KnownAdminUnits& known, ProblemList& problems);

/// What a code meant at which time by the official lists, for people: "Thị trấn Tam Sơn (1/1/2020 – 30/6/2025), Xã Quản Bạ (từ
/// 1/7/2025)". Empty unless it was given to units of different names, one of which is `name`.
[[nodiscard]] Bilingual meaningsOfCode(std::string_view code, std::string_view name);

} // namespace banlang
