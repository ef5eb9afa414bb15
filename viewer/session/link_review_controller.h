// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/parallel.h"
#include "viewer/document/command.h"
#include "viewer/import/import_request.h"
#include "viewer/session/open_document.h"

#include <functional>
#include <string>

namespace banlang::viewer {

/// What the links of the open store left open: looked for on a worker thread, once somebody asks or the picture is there.
class LinkReviewController {
public:
    /// A store was opened whose links nobody has looked at.
    void storeOpened() { due_ = true; }
    [[nodiscard]] bool due() const { return due_; }
    /// Begins, if it is due and none runs. `wake` is called from the worker at the end; it may be empty.
    void start(const Document& document, std::function<void()> wake);
    void wait() const { work_.wait(); }
    [[nodiscard]] bool ready() const { return work_.ready(); }
    /// Shows what was found, unless another store is open by now.
    void take(OpenDocument& open);

private:
    bool due_ = false;
    std::string path_; ///< of the store that is looked at
    BackgroundTask<Result<LinkReview>> work_;
};

// What `decide-link` and `withdraw-link` ask for: a person, named by the system, says what a record meant. Fails where the kind of
// record is not known, and where the store cannot be written, with the reason.
[[nodiscard]] Result<ImportRequest> requestToDecide(const Document& document, const Command& command);
[[nodiscard]] Result<ImportRequest> requestToWithdraw(const Document& document, const Command& command);

} // namespace banlang::viewer
