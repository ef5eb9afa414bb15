// SPDX-License-Identifier: MIT
#include "viewer/session.h"

#include <fmt/format.h>

#include <cstdlib>

// How a session writes down what a person says that a record meant.

namespace banlang::viewer {
namespace {

Error unknownRole(const std::string& word) {
    return {ErrorKind::usage,
            "bad-value",
            {fmt::format("Không có loại bản ghi “{}”.", word), fmt::format("There is no kind of record “{}”.", word)},
            {"Xem danh sách ở thẻ Cần nối.", "See the list under To link."},
            {}};
}

Error notWritable(const Bilingual& why) {
    return {ErrorKind::outputUnwritable,
            "store-not-writable",
            {"Không ghi được quyết định vào kho này.", "The decision cannot be written to this store."},
            why,
            {}};
}

std::string whoDecides() {
    const char* user = std::getenv("USER"); // NOLINT(concurrency-mt-unsafe): nobody sets it
    return user == nullptr ? std::string() : std::string(user);
}

/// ROLE FIELD SAID [WITHIN] of a command; a last argument beyond them is left to the caller.
Result<LinkDecision> subjectOf(const Document& document, const std::vector<std::string>& words, bool hasWithin) {
    const auto role = roleFromId(words[0]);
    if (!role || !document.links) return Unexpected(unknownRole(words[0]));
    if (!document.links->whyNotWritable.vi.empty()) return Unexpected(notWritable(document.links->whyNotWritable));
    LinkDecision decision;
    decision.role = *role;
    decision.field = words[1];
    decision.said = words[2];
    if (hasWithin) decision.within = words[3];
    decision.decidedBy = whoDecides();
    return decision;
}

} // namespace

Result<void> Session::decideLink(const Command& command) {
    BANLANG_TRY(decision, subjectOf(document_, command.arguments, command.arguments.size() == 5));
    decision.target = command.arguments.back();
    ImportRequest request;
    request.storePath = document_.storePath;
    request.decide = std::move(decision);
    request.before = document_.importLog;
    jobLayer_.reset();
    return start(std::move(request), JobPurpose::link);
}

Result<void> Session::withdrawLink(const Command& command) {
    BANLANG_TRY(decision, subjectOf(document_, command.arguments, command.arguments.size() == 4));
    ImportRequest request;
    request.storePath = document_.storePath;
    request.withdraw = std::move(decision);
    request.before = document_.importLog;
    jobLayer_.reset();
    return start(std::move(request), JobPurpose::link);
}

} // namespace banlang::viewer
