// SPDX-License-Identifier: MIT
#include "core/base/courtesy.h"
#include "viewer/session.h"

#include <fmt/format.h>

#include <cstdlib>

// How a session writes down what a person says that a record meant.

#include <chrono>

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

void Session::startReview() {
    if (!review_.due || review_.work.valid()) return;
    review_.due = false;
    review_.path = document_.storePath;
    review_.work = std::async(std::launch::async, [path = review_.path, district = document_.district, wake = surroundings_.wake] {
        workOnlyWhenIdle();
        auto review = reviewStore(path, *district);
        if (wake) wake();
        return review;
    });
}

bool Session::reviewReady() const {
    return review_.work.valid() && review_.work.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
}

bool Session::reviewMayStart() const {
    return review_.due && derived_.current().scene && !derived_.current().busy && !backgroundHeld_;
}

void Session::takeReview() {
    if (reviewMayStart()) startReview();
    if (!reviewReady()) return;
    auto review = review_.work.get();
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
    if (review_.work.valid()) review_.work.wait();
    takeReview();
}

} // namespace banlang::viewer
