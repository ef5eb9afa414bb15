// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/parallel.h"
#include "core/base/progress.h"
#include "viewer/import/import_log.h"
#include "viewer/import/import_request.h"
#include "viewer/import/link_review.h"

#include <mutex>
#include <stop_token>

namespace banlang::viewer {

struct ImportOutcome {
    std::shared_ptr<const ImportLog> log;
    std::shared_ptr<const District> district;   ///< null when the store still does not exist
    std::shared_ptr<const LinkReview> links;    ///< null with it
    std::shared_ptr<const AnalysisRules> rules; ///< the same
    std::vector<std::int64_t> newBatches;       ///< that this run brought
    std::size_t undoneRows = 0;
    std::size_t redoneRows = 0;
    Bilingual undoneDependents;   ///< what came later and hangs on what was taken back; empty where nothing does
    std::optional<Error> failure; ///< nothing was loaded; the log tells what is open
};

struct JobState {
    double fraction = 0;
    Bilingual step;
    bool stopping = false;
};

/// Runs one request at a time on a worker thread. Nothing of the request is visible before `take` hands it over.
class ImportJob {
public:
    ImportJob() = default;
    ~ImportJob();
    ImportJob(const ImportJob&) = delete;
    ImportJob& operator=(const ImportJob&) = delete;

    void start(ImportRequest request);
    void cancel();
    void wait() const;
    [[nodiscard]] bool running() const { return work_.started(); }
    [[nodiscard]] std::optional<JobState> state() const;
    /// True once after the worker told something new or ended.
    [[nodiscard]] bool hasNews();
    /// The result, once it is there.
    [[nodiscard]] std::optional<Result<ImportOutcome>> take();

private:
    [[nodiscard]] Progress progress();

    std::stop_source stop_;
    mutable std::mutex mutex_; ///< guards the two below
    JobState state_;
    bool news_ = false;
    BackgroundTask<Result<ImportOutcome>> work_; ///< last: it uses the others
};

/// The work itself, on the calling thread.
[[nodiscard]] Result<ImportOutcome> runImportRequest(const ImportRequest& request, const Progress& progress);

} // namespace banlang::viewer
