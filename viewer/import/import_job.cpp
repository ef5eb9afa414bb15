// SPDX-License-Identifier: MIT
#include "viewer/import/import_job.h"

#include "core/base/write_error.h"
#include "core/store/import_dependents.h"

#include <algorithm>
#include <filesystem>

namespace banlang::viewer {
namespace {

namespace fs = std::filesystem;

constexpr double importShare = 0.9; ///< of the whole job; the rest is opening the district

/// A part of the whole: 0 to 1 of it becomes `from` to `to`.
Progress partOf(const Progress& whole, double from, double to) {
    Progress part;
    part.stop = whole.stop;
    part.report = [&whole, from, to](double fraction, const Bilingual& step) {
        whole.tell(from + (to - from) * std::clamp(fraction, 0.0, 1.0), step);
    };
    return part;
}

/// "Đọc /nhà/tôi/xã/thôn.shp" is too long for a status bar: the file name says enough.
std::string withoutFolders(const std::string& step) {
    const std::size_t first = step.find('/');
    if (first == std::string::npos) return step;
    const std::size_t blank = step.rfind(' ', first);
    if (blank == std::string::npos) return step;
    return step.substr(0, blank + 1) + step.substr(step.rfind('/') + 1);
}

ImportOptions optionsOf(const ImportRequest& request) {
    ImportOptions options;
    options.profiles = request.profiles;
    return options;
}

/// Nothing was asked for but to leave layers out.
ImportReport leftOut(const ImportRequest& request) {
    ImportReport report;
    for (const ImportProfileEntry& entry : request.profiles) {
        report.ignored.push_back({ErrorKind::failed,
                                  "skipped",
                                  {"Bỏ qua theo quyết định của người dùng", "Left out as decided"},
                                  {},
                                  {entry.file, entry.layer, -1, {}}});
    }
    return report;
}

/// What a failed import has to say: its open questions, or the one file that could not be used.
Result<ImportReport> explain(const ImportRequest& request, const Error& error, const Progress& progress) {
    if (error.kind == ErrorKind::interrupted || error.kind == ErrorKind::outputUnwritable) return Unexpected(error);
    if (error.code == "skipped") return leftOut(request);
    ImportOptions options = optionsOf(request);
    options.dryRun = true;
    auto report = importSources(request.sources, request.storePath, options, progress);
    if (report) return report;
    if (progress.shouldStop()) return Unexpected(stoppedError(request.storePath));
    if (error.where.file.empty()) return Unexpected(error);
    ImportReport single;
    single.refused.push_back(error);
    return single;
}

Result<ImportOutcome> readBack(const ImportRequest& request, ImportReport report, const Progress& progress) {
    ImportOutcome outcome;
    std::vector<StoredBatch> history;
    std::error_code failure;
    if (fs::exists(request.storePath, failure)) {
        BANLANG_TRY(opened, openStoreToShow(request.storePath, partOf(progress, importShare, 1)));
        BANLANG_TRY(links, reviewStore(request.storePath, *opened.district));
        history = std::move(opened.batches);
        outcome.district = std::move(opened.district);
        outcome.links = std::make_shared<const LinkReview>(std::move(links));
        outcome.rules = std::move(opened.rules);
    }
    outcome.log = makeImportLog(request.storePath, std::move(report), std::move(history));
    return outcome;
}

Result<ImportOutcome> takeBack(const ImportRequest& request, const Progress& progress) {
    std::size_t rows = 0;
    BANLANG_TRY(dependents, dependentsOf(request.storePath, request.undo));
    {
        BANLANG_TRY(store, Store::openForWriting(request.storePath));
        BANLANG_TRY(undone, store.undo(request.undo, partOf(progress, 0, importShare), request.by));
        for (const StoredBatch& batch : undone) rows += batch.rowsLoaded;
    }
    ImportReport report = request.before ? request.before->report : ImportReport();
    std::erase_if(report.batches, [&](const CheckedBatch& batch) {
        return std::ranges::any_of(report.stored, [&](const StoredBatch& stored) {
            return stored.file == batch.file && stored.layer == batch.layer &&
                   std::ranges::find(request.undo, stored.id) != request.undo.end();
        });
    });
    BANLANG_TRY(outcome, readBack(request, std::move(report), progress));
    outcome.undoneRows = rows;
    outcome.undoneDependents = textOf(dependents);
    return outcome;
}

Result<ImportOutcome> bringBack(const ImportRequest& request, const Progress& progress) {
    std::size_t rows = 0;
    {
        BANLANG_TRY(store, Store::openForWriting(request.storePath));
        BANLANG_TRY(redone, store.redo(request.redo, partOf(progress, 0, importShare), request.by));
        for (const StoredBatch& batch : redone) rows += batch.rowsLoaded;
    }
    BANLANG_TRY(outcome, readBack(request, request.before ? request.before->report : ImportReport(), progress));
    outcome.redoneRows = rows;
    return outcome;
}

Result<ImportOutcome> settleLink(const ImportRequest& request, const Progress& progress) {
    {
        BANLANG_TRY(store, Store::openForWriting(request.storePath));
        if (request.decide) BANLANG_CHECK(store.saveLinkOverrides({&*request.decide, 1}));
        if (request.withdraw) BANLANG_CHECK(store.withdrawLinkOverride(*request.withdraw));
    }
    return readBack(request, request.before ? request.before->report : ImportReport(), progress);
}

} // namespace

Result<ImportOutcome> runImportRequest(const ImportRequest& request, const Progress& progress) {
    if (request.decide || request.withdraw) return settleLink(request, progress);
    if (!request.undo.empty()) return takeBack(request, progress);
    if (!request.redo.empty()) return bringBack(request, progress);
    std::error_code ignored;
    if (request.freshStore) fs::remove(request.storePath, ignored);
    std::optional<Error> failure;
    auto report = importSources(request.sources, request.storePath, optionsOf(request), partOf(progress, 0, importShare));
    // A layer that cannot be read in the new way stays in the store, and in the list, as it was.
    if (!request.reread.empty() && report && report->stored.empty() && !report->refused.empty())
        report = Unexpected(Error(report->refused.front()));
    if (!request.reread.empty() && !report) return Unexpected(report.error());
    if (!report) {
        if (report.error().code != "skipped") failure = report.error();
        report = explain(request, Error(report.error()), partOf(progress, 0, importShare));
        if (!report) return Unexpected(report.error());
    }
    // With a question open the user has something to do; that is no failure.
    if (!report->questions.empty()) failure.reset();
    std::vector<std::int64_t> newBatches;
    for (const StoredBatch& batch : report->stored) newBatches.push_back(batch.id);
    if (request.before) *report = merged(request.before->report, std::move(*report));
    // From here on the store has changed, so the rest cannot be stopped.
    Progress rest = progress;
    rest.stop = {};
    BANLANG_TRY(outcome, readBack(request, std::move(*report), rest));
    outcome.newBatches = std::move(newBatches);
    outcome.failure = std::move(failure);
    return outcome;
}

ImportJob::~ImportJob() {
    cancel();
}

Progress ImportJob::progress() {
    Progress progress;
    progress.stop = stop_.get_token();
    progress.report = [this](double fraction, const Bilingual& step) {
        const std::lock_guard lock(mutex_);
        state_.fraction = fraction;
        state_.step = {withoutFolders(step.vi), withoutFolders(step.en)};
        news_ = true;
    };
    return progress;
}

void ImportJob::start(ImportRequest request) {
    stop_ = std::stop_source();
    {
        const std::lock_guard lock(mutex_);
        state_ = {0, {"Bắt đầu nạp", "Starting the import"}, false};
        if (!request.undo.empty()) state_.step = {"Lấy lại lần nạp", "Taking the import back"};
        if (!request.redo.empty()) state_.step = {"Đưa lại lần nạp", "Bringing the import back"};
        if (request.decide || request.withdraw) state_.step = {"Nối lại các bản ghi", "Linking the records anew"};
        news_ = true;
    }
    work_ = {"import", ThreadPriority::normal,
             [request = std::move(request), progress = progress()] { return runImportRequest(request, progress); }};
}

void ImportJob::cancel() {
    stop_.request_stop();
    const std::lock_guard lock(mutex_);
    state_.stopping = true;
    news_ = true;
}

void ImportJob::wait() const {
    work_.wait();
}

std::optional<JobState> ImportJob::state() const {
    if (!running()) return std::nullopt;
    const std::lock_guard lock(mutex_);
    return state_;
}

bool ImportJob::hasNews() {
    if (!running()) return false;
    const bool ended = work_.ready();
    const std::lock_guard lock(mutex_);
    return std::exchange(news_, false) || ended;
}

std::optional<Result<ImportOutcome>> ImportJob::take() {
    if (!work_.ready()) return std::nullopt;
    return work_.take();
}

} // namespace banlang::viewer
