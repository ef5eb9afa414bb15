// SPDX-License-Identifier: MIT
#pragma once

#include <cstdlib>

namespace banlang::test {

/// SOURCE_DATE_EPOCH for the length of a scope, for this process and those it starts: 2022-05-18 07:10 UTC.
class SourceDate {
public:
    SourceDate() { setenv("SOURCE_DATE_EPOCH", "1652857800", 1); }
    ~SourceDate() { unsetenv("SOURCE_DATE_EPOCH"); }
    SourceDate(const SourceDate&) = delete;
    SourceDate& operator=(const SourceDate&) = delete;
};

} // namespace banlang::test
