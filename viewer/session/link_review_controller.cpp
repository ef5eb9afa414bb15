// SPDX-License-Identifier: MIT
#include "viewer/session/link_review_controller.h"

#include <fmt/format.h>

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

ImportRequest linkRequest(const Document& document) {
    ImportRequest request;
    request.purpose = ImportPurpose::link;
    request.storePath = document.storePath;
    request.before = document.importLog;
    return request;
}

} // namespace

Result<ImportRequest> requestToDecide(const Document& document, const Command& command) {
    BANLANG_TRY(linkOverride, subjectOf(document, command.arguments, command.arguments.size() == 5));
    linkOverride.target = command.arguments.back();
    ImportRequest request = linkRequest(document);
    request.decide = std::move(linkOverride);
    return request;
}

Result<ImportRequest> requestToWithdraw(const Document& document, const Command& command) {
    BANLANG_TRY(linkOverride, subjectOf(document, command.arguments, command.arguments.size() == 4));
    ImportRequest request = linkRequest(document);
    request.withdraw = std::move(linkOverride);
    return request;
}

void LinkReviewController::start(const Document& document, std::function<void()> wake) {
    if (!due_ || work_.started()) return;
    due_ = false;
    path_ = document.storePath;
    work_ = {"review", ThreadPriority::idle, [path = path_, district = document.district, wake = std::move(wake)] {
                 auto review = reviewStore(path, *district);
                 if (wake) wake();
                 return review;
             }};
}

void LinkReviewController::take(OpenDocument& open) {
    if (!ready()) return;
    auto review = work_.take();
    if (path_ != open.document.storePath || open.document.links) return;
    if (review) {
        open.document.links = std::make_shared<const LinkReview>(std::move(*review));
    } else {
        open.fail(review.error());
    }
    open.changed = true;
}

} // namespace banlang::viewer
