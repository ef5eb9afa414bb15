// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/bilingual.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <string>

namespace banlang {

/// What kind of failure it was; the value is the exit code of the command line.
enum class ErrorKind : int {
    failed = 1,
    usage = 2,
    inputUnreadable = 3,
    qualityGate = 4,
    partial = 5,
    outputUnwritable = 6,
    interrupted = 130,
};

/// Where in the input it happened. Empty or -1 where that part is not known. Rows count from 1, as a spreadsheet shows them.
struct ErrorPlace {
    std::string file;
    std::string layer;
    std::int64_t row = -1;
    std::string column;

    bool operator==(const ErrorPlace&) const = default;
};

/// A failure that the user can do something about: what happened, where, and what would mend it.
struct Error {
    ErrorKind kind = ErrorKind::failed;
    std::string code; ///< stable, for scripts: "file-missing", "wrong-role"
    Bilingual message;
    Bilingual hint;
    ErrorPlace where;
};

template <class T> using Result = tl::expected<T, Error>;
using Unexpected = tl::unexpected<Error>;

/// One line for a terminal: "file / layer / row 12: message. hint".
[[nodiscard]] std::string describe(const Error& error, Language language);

} // namespace banlang

/// Leaves the function with the error of EXPRESSION, or goes on with its value in VARIABLE.
#define BANLANG_TRY(VARIABLE, EXPRESSION)                                                                                          \
    auto VARIABLE##Result = (EXPRESSION);                                                                                          \
    if (!VARIABLE##Result) return ::banlang::Unexpected(std::move(VARIABLE##Result.error()));                                      \
    auto& VARIABLE = *VARIABLE##Result // NOLINT(bugprone-macro-parentheses): declares a name

/// The same for Result<void>.
#define BANLANG_CHECK(EXPRESSION)                                                                                                  \
    do {                                                                                                                           \
        if (auto checkResult = (EXPRESSION); !checkResult) return ::banlang::Unexpected(std::move(checkResult.error()));           \
    } while (false)
