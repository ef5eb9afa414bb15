// SPDX-License-Identifier: MIT
#pragma once

#include "viewer/import/import_job.h"
#include "viewer/session/open_document.h"

#include <optional>
#include <string>
#include <utility>

namespace banlang::viewer {

/// The imports of a session, one at a time on a worker thread, and what the document shows after each.
class ImportController {
public:
    /// Fails (usage: busy) while another one runs.
    [[nodiscard]] Result<void> start(ImportRequest request);
    void cancel() { job_.cancel(); }
    void wait() const { job_.wait(); }
    [[nodiscard]] bool running() const { return job_.running(); }
    /// Data come in; what only takes them back or links them is short.
    [[nodiscard]] bool bringsData() const;
    /// Why the last one runs or ran.
    [[nodiscard]] ImportPurpose purpose() const { return purpose_; }
    [[nodiscard]] std::optional<JobState> state() const { return job_.state(); }
    /// True once after there was something new to show.
    [[nodiscard]] bool hasNews() { return job_.hasNews(); }
    /// What became of it, once it has ended.
    [[nodiscard]] std::optional<Result<ImportOutcome>> take() { return job_.take(); }

    /// Why nothing else may write into the store now.
    [[nodiscard]] static Error busy();

    /// The log of an import that ended, the row that was asked about or was `chosen` before, and in words what it brought.
    /// The district is there already.
    void show(const ImportOutcome& outcome, const std::optional<ImportRow>& chosen, OpenDocument& open) const;

private:
    ImportPurpose purpose_ = ImportPurpose::import;
    std::optional<std::pair<std::string, std::string>> layer_; ///< file and layer that the last one was asked about
    ImportJob job_;
};

/// The row of the list of layers that is chosen.
[[nodiscard]] std::optional<ImportRow> chosenImportRow(const Document& document);

} // namespace banlang::viewer
