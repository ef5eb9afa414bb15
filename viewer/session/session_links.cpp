// SPDX-License-Identifier: MIT
#include "viewer/session/session.h"

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
Result<LinkOverride> subjectOf(const Document& document, const std::vector<std::string>& words, bool hasScope) {
    const auto role = roleFromId(words[0]);
    if (!role || !document.links) return Unexpected(unknownRole(words[0]));
    if (!document.links->whyNotWritable.vi.empty()) return Unexpected(notWritable(document.links->whyNotWritable));
    LinkOverride linkOverride;
    linkOverride.role = *role;
    linkOverride.field = words[1];
    linkOverride.rawText = words[2];
    if (hasScope) linkOverride.scope = words[3];
    linkOverride.decidedBy = whoDecides();
    return linkOverride;
}

} // namespace

Result<void> Session::decideLink(const Command& command) {
    BANLANG_TRY(linkOverride, subjectOf(document_, command.arguments, command.arguments.size() == 5));
    linkOverride.target = command.arguments.back();
    ImportRequest request;
    request.storePath = document_.storePath;
    request.decide = std::move(linkOverride);
    request.before = document_.importLog;
    jobLayer_.reset();
    return start(std::move(request), JobPurpose::link);
}

Result<void> Session::withdrawLink(const Command& command) {
    BANLANG_TRY(linkOverride, subjectOf(document_, command.arguments, command.arguments.size() == 4));
    ImportRequest request;
    request.storePath = document_.storePath;
    request.withdraw = std::move(linkOverride);
    request.before = document_.importLog;
    jobLayer_.reset();
    return start(std::move(request), JobPurpose::link);
}

void Session::startReview() {
    if (!review_.due || review_.work.started()) return;
    review_.due = false;
    review_.path = document_.storePath;
    review_.work = {"review", ThreadPriority::idle,
                    [path = review_.path, district = document_.district, wake = hostServices_.wake] {
                        auto review = reviewStore(path, *district);
                        if (wake) wake();
                        return review;
                    }};
}

bool Session::reviewReady() const {
    return review_.work.ready();
}

bool Session::reviewMayStart() const {
    return review_.due && derived_.current().scene && !derived_.current().busy && !backgroundHeld_;
}

void Session::takeReview() {
    if (reviewMayStart()) startReview();
    if (!reviewReady()) return;
    auto review = review_.work.take();
    if (review_.path != document_.storePath || document_.links) return;
    if (review) {
        document_.links = std::make_shared<const LinkReview>(std::move(*review));
    } else {
        fail(review.error());
    }
    dirty_ = true;
}

void Session::awaitReview() {
    if (document_.storePath.empty() || document_.links) return;
    startReview();
    review_.work.wait();
    takeReview();
}

} // namespace banlang::viewer
