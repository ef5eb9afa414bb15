// SPDX-License-Identifier: MIT
#include "core/store/import.h"

#include "core/base/pending_output.h"
#include "core/base/write_error.h"
#include "core/intake/georeferencing.h"
#include "core/intake/ingest.h"
#include "core/io/folder.h"
#include "core/io/terrain.h"
#include "core/store/detail/office.h"
#include "core/store/detail/source_reader.h"
#include "core/store/detail/store_place.h"
#include "core/store/file/detail/store_file.h"
#include "core/store/records/detail/missing_reports.h"
#include "core/store/store_crs.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <set>

namespace banlang {
namespace {

namespace fs = std::filesystem;

/// Makes all layers readable; those that hold nothing or cannot be understood leave the row.
void prepareLayers(std::vector<detail::WaitingLayer>& waiting, IngestState& state, ImportReport& report, const Progress& progress) {
    EncodingTally tally;
    for (detail::WaitingLayer& layer : waiting) {
        layer.guesses = guessEncodings(layer.raw);
        tally.add(layer.guesses);
    }
    std::vector<detail::WaitingLayer> ready;
    for (detail::WaitingLayer& layer : waiting) {
        if (progress.shouldStop()) return;
        auto prepared = parseLayer(std::move(layer.raw), layer.file, layer.userProfile, layer.guesses, tally, state.questions);
        if (prepared) {
            layer.prepared = std::move(*prepared);
            ready.push_back(std::move(layer));
        } else if (prepared.error().code == "no-table") {
            report.ignored.push_back(std::move(prepared.error()));
        } else {
            report.refused.push_back(std::move(prepared.error()));
        }
    }
    waiting = std::move(ready);
    std::stable_sort(waiting.begin(), waiting.end(), [](const detail::WaitingLayer& a, const detail::WaitingLayer& b) {
        return a.prepared.role < b.prepared.role;
    });
}

/// By the command line, else by an answer to the question of the last import.
std::optional<int> chosenStoreCrs(const ImportOptions& options) {
    std::optional<int> chosen = options.storeEpsg;
    for (const ImportProfileEntry& entry : options.profiles) {
        if (!chosen) chosen = entry.profile.storeEpsg;
    }
    return chosen;
}

/// Finds the CRS of the store and brings a store that is there into it.
Result<StoreZone> settleZone(const std::vector<detail::WaitingLayer>& waiting, const std::string& storePath,
                             const ImportOptions& options, const detail::Before& before, IngestState& state,
                             const Progress& progress) {
    StoreZone zone{state.storeEpsg, ZoneBasis::chosen, {}};
    const std::optional<int> chosen = chosenStoreCrs(options);
    BANLANG_TRY(awaits, before.isNew ? Result<bool>(true) : awaitsCrs(storePath));
    if (!awaits && !chosen) return zone;
    StoreZoneFinder finder;
    for (const detail::WaitingLayer& layer : waiting) finder.add(layer.prepared);
    if (!chosen)
        zone = finder.find();
    else
        zone.epsg = *chosen;
    BANLANG_CHECK(checkStoreCrs(zone.epsg, chosen && before.isNew ? finder.middle() : std::nullopt));
    // What was open while nothing lay anywhere is settled now, or by the answer to a question.
    const bool settles = chosen || zone.basis != ZoneBasis::open || zone.question;
    if (!before.isNew && settles && !options.dryRun) BANLANG_CHECK(changeStoreCrs(storePath, zone.epsg, progress));
    if (before.isNew || (settles && (awaits || !options.dryRun))) state.storeEpsg = zone.epsg;
    return zone;
}

/// Where the district lies, from layers that say where they are: units first, else whatever there is.
void sketchOutline(const std::vector<detail::WaitingLayer>& waiting, IngestState& state) {
    for (const bool unitsOnly : {true, false}) {
        for (const detail::WaitingLayer& layer : waiting) {
            const RawLayer& raw = layer.prepared.raw;
            const Role role = layer.prepared.role;
            const bool units = role == Role::communes || role == Role::villages;
            const bool placed = !raw.crsWkt.empty() || layer.userProfile.epsg;
            if (state.footprint.known() && !unitsOnly) return;
            if (raw.table.geometry.kind == GeometryKind::none || !placed || (unitsOnly && !units)) continue;
            auto crs = declaredCrs(raw);
            if (layer.userProfile.epsg) crs = Crs::fromEpsg(*layer.userProfile.epsg);
            auto geometry = crs && *crs
                                ? transformedTo(raw.table.geometry, **crs, state.storeEpsg, {layer.file, raw.table.name, -1, {}})
                                : Result<GeometryColumn>(Unexpected(Error{}));
            if (!geometry) continue;
            if (unitsOnly && geometry->kind == GeometryKind::polygon)
                state.footprint.addPolygons(*geometry);
            else if (const Box extent = geometry->extent(); !extent.empty())
                state.footprint.addExtent(extent);
        }
    }
}

void noteRebuiltIndex(CheckedBatch& batch) {
    batch.problems.push_back({Severity::warning,
                              "no-shx",
                              {batch.file, batch.layer, -1, {}},
                              {"Thiếu tệp .shx; đã dựng lại trong bộ nhớ", "The .shx is missing; it was rebuilt in memory"},
                              {"Xin đủ các tệp của Shapefile", "Ask for all files of the Shapefile"}});
}

/// The units of this very import tell whose store it is going to be. One that is there goes on numbering as it did.
void learnOffice(IngestState& state, bool mayLearn) {
    if (!mayLearn || detail::isKnownOffice(state.office)) return;
    std::set<std::string> codes;
    for (const auto& [code, version] : state.known.communes().versions()) codes.insert(code);
    if (const std::string office = detail::officeOfCommunes(codes); !office.empty()) state.office = office;
}

/// A year that was mistyped would be the last word for years.
void tellFutureDay(CheckedBatch& batch) {
    const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()).time_since_epoch().count();
    if (!batch.reportedOn.known() || batch.reportedOn.daysSince1970 <= today) return;
    batch.problems.push_back({Severity::warning,
                              "report-day-in-future",
                              {batch.file, batch.layer, -1, {}},
                              {"Ngày báo cáo " + toVietnamese(batch.reportedOn) + " ở sau hôm nay",
                               "The report day " + toIso(batch.reportedOn) + " lies after today"},
                              {"Sửa năm trong tên tệp hoặc tiêu đề, hay đặt report_day trong tệp ánh xạ; kiểm tra ngày của máy",
                               "Mend the year in the file name or title, or set report_day in a mapping file; check the clock"}});
}

/// Checks the layers in the order of their roles, each against the store and all before it.
std::vector<CheckedBatch> checkLayers(std::vector<detail::WaitingLayer>& waiting, IngestState& state, bool mayLearnOffice,
                                      ImportReport& report, const Progress& progress) {
    std::vector<CheckedBatch> batches;
    for (std::size_t i = 0; i < waiting.size() && !progress.shouldStop(); ++i) {
        detail::WaitingLayer& layer = waiting[i];
        progress.tell(0.3 + 0.3 * static_cast<double>(i) / static_cast<double>(waiting.size()),
                      {"Kiểm tra " + layer.prepared.raw.table.name, "Checking " + layer.prepared.raw.table.name});
        auto batch = ingest(layer.prepared, state);
        layer.prepared = ParsedLayer();
        if (!batch) {
            report.refused.push_back(batch.error());
            continue;
        }
        batch->sha = layer.sha;
        tellFutureDay(*batch);
        if (layer.indexWasRebuilt) noteRebuiltIndex(*batch);
        state.known.add(batch->role, batch->rows);
        const bool units = batch->role == Role::communes || batch->role == Role::villages;
        if (units && !state.footprint.hasPolygons()) state.footprint.addPolygons(batch->rows.geometry);
        if (batch->role == Role::communes) learnOffice(state, mayLearnOffice);
        batches.push_back(std::move(*batch));
    }
    return batches;
}

/// What the rows were checked against is another store by now.
Error changedMeanwhile(const std::string& path) {
    return {ErrorKind::failed,
            std::string(detail::storeChangedMeanwhile),
            {"Trong lúc đó chương trình khác đã thay kho này", "Meanwhile another program has replaced or changed the store"},
            {"Không có gì bị thay đổi; nạp lại", "Nothing was changed; import again"},
            {path, {}, -1, {}}};
}

Result<std::vector<StoredBatch>> load(const std::string& path, bool isNew, const detail::NewStore& made,
                                      std::vector<CheckedBatch>& batches, const std::optional<std::string>& terrain,
                                      const Progress& progress) {
    if (batches.empty() && !terrain) return std::vector<StoredBatch>();
    if (isNew) return detail::writeNewStore(path, batches, terrain, made, progress);
    BANLANG_TRY(store, Store::openForWriting(path));
    if (store.epsg() != made.epsg || store.office() != made.office) return Unexpected(changedMeanwhile(path));
    return store.append(batches, terrain, made.dryRun, progress);
}

/// What is in the store already, for rows to refer to.
Result<void> learnStore(const std::string& path, IngestState& state, detail::Before& before, const Progress& progress) {
    BANLANG_TRY(store, Store::openForReading(path));
    BANLANG_TRY(district, store.read(progress));
    before.terrainTiff = std::move(district.terrainTiff);
    for (const RecordKind& kind : recordKinds()) state.known.add(kind.role, district.table(kind.role));
    for (const Role role : {Role::communes, Role::villages}) state.footprint.addPolygons(district.table(role).geometry);
    return {};
}

Result<detail::Before> lookAt(const std::string& storePath, IngestState& state) {
    detail::Before before;
    std::error_code failure;
    before.isNew = !fs::exists(storePath, failure);
    if (before.isNew) {
        before.office = detail::newStoreNumber();
        BANLANG_CHECK(detail::checkNoForeignLog(storePath));
        return before;
    }
    BANLANG_TRY(store, Store::openForReading(storePath));
    BANLANG_TRY(batches, store.batches());
    BANLANG_TRY(profiles, store.rememberedProfiles());
    state.storeEpsg = store.epsg();
    std::copy_if(batches.begin(), batches.end(), std::back_inserter(before.live),
                 [](const StoredBatch& batch) { return batch.state == BatchState::live; });
    before.remembered = std::move(profiles);
    before.office = store.office();
    BANLANG_TRY(file, detail::openStoreFile(storePath, false));
    BANLANG_TRY(mayLearn, detail::mayLearnOffice(file.database));
    before.mayLearnOffice = mayLearn;
    return before;
}

std::optional<std::string> takeTerrain(const std::string& path, ImportReport& report) {
    auto bytes = readTerrainFile(path);
    if (bytes) {
        report.terrainFile = path;
        return std::move(*bytes);
    }
    report.refused.push_back(std::move(bytes.error()));
    return std::nullopt;
}

/// All that the import knew is forgotten by now, and the copy needs the room; the GNU allocator would hold on to it.
void giveBackFreeMemory() {
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

/// The import is done by now: without the copy its store is only slower to open.
void renewCopy(const std::string& path, const Progress& progress) {
    progress.tell(0.95, {"Chuẩn bị để mở nhanh", "Making it quick to open"});
    if (auto store = Store::openForWriting(path)) (void)store->renewCopy(progress);
}

/// Figures without a day beside others of the same records.
Question reportDayQuestion(const CheckedBatch& batch) {
    Question question;
    question.kind = "report-day";
    question.text = {"Số liệu này tính đến ngày nào? (report_day trong tệp ánh xạ, ví dụ 2022-05-31)",
                     "As of which day are these figures? (report_day in a mapping file, for example 2022-05-31)"};
    question.layers = {{batch.file, batch.layer}};
    question.blocking = false;
    question.records = batch.counts.undated;
    return question;
}

/// Stores among the files are no sources to be read: their batches come as they are.
Result<void> mergeStores(FoundFiles& found, const std::string& storePath, bool dryRun, ImportReport& report,
                         const Progress& progress) {
    for (const std::string& file : found.vectors) {
        if (!isStore(file)) continue;
        BANLANG_TRY(merged, mergeStore(file, storePath, dryRun, progress));
        report.merged.push_back(std::move(merged));
    }
    std::erase_if(found.vectors, isStore);
    return {};
}

Error nothingToImport() {
    return {ErrorKind::inputUnreadable,
            "nothing-to-import",
            {"Không có tệp nào để nạp", "There is no file to import"},
            {"Chọn thư mục có tệp bản đồ hoặc bảng", "Choose a folder that holds maps or tables"},
            {}};
}

bool isToBeDecidedAnew(const Error& error) {
    return error.code == detail::storeChangedMeanwhile || detail::isThereMeanwhile(error);
}

} // namespace

static Result<ImportReport> importRows(const std::vector<std::string>& sources, const std::string& storePath,
                                       const ImportOptions& options, const Progress& progress) {
    ImportReport report;
    FoundFiles found = findFiles(sources);
    BANLANG_CHECK(detail::leaveStoreOut(sources, storePath, found, report));
    BANLANG_CHECK(mergeStores(found, storePath, options.dryRun, report, progress));
    report.refused = std::move(found.refused);
    report.otherFiles = std::move(found.ignored);
    if (!report.merged.empty() && found.vectors.empty() && found.terrains.empty() && !chosenStoreCrs(options)) {
        if (const auto store = Store::openForReading(storePath)) report.storeEpsg = store->epsg();
        return report;
    }
    IngestState state;
    BANLANG_TRY(before, lookAt(storePath, state));
    std::optional<std::string> terrain;
    if (!found.terrains.empty()) terrain = takeTerrain(found.terrains.front(), report);
    detail::SourceReader reader(options, before, report, progress);
    for (std::size_t i = 0; i < found.vectors.size() && !progress.shouldStop(); ++i) {
        progress.tell(0.3 * static_cast<double>(i) / static_cast<double>(found.vectors.size()),
                      {"Đọc " + found.vectors[i], "Reading " + found.vectors[i]});
        reader.read(found.vectors[i]);
    }
    std::vector<detail::WaitingLayer> waiting = reader.take();
    prepareLayers(waiting, state, report, progress);
    BANLANG_TRY(zone, settleZone(waiting, storePath, options, before, state, progress));
    state.finder = CrsDetector(state.storeEpsg);
    report.storeEpsg = state.storeEpsg;
    report.zoneBasis = zone.basis;
    state.office = before.office;
    if (!before.isNew) BANLANG_CHECK(learnStore(storePath, state, before, progress));
    sketchOutline(waiting, state);
    std::vector<CheckedBatch> batches = checkLayers(waiting, state, before.mayLearnOffice, report, progress);
    if (progress.shouldStop()) return Unexpected(stoppedError(storePath));
    report.questions = std::move(state.questions);
    // With questions there is a report even when nothing could be loaded: it says what to answer.
    const bool nothing = batches.empty() && report.batches.empty() && report.merged.empty() && !report.terrainFile;
    if (nothing && report.questions.empty()) {
        if (!report.refused.empty()) return Unexpected(report.refused.front());
        return Unexpected(report.ignored.empty() ? nothingToImport() : report.ignored.front());
    }
    const bool placed = std::any_of(batches.begin(), batches.end(), [](const CheckedBatch& batch) {
        return !batch.rows.geometry.xy.empty() || batch.role == Role::communes || batch.role == Role::villages;
    });
    if (zone.question && placed) ask(report.questions, std::move(*zone.question));
    if (terrain == before.terrainTiff) terrain.reset();
    BANLANG_TRY(stored,
                load(storePath, before.isNew, {state.storeEpsg, before.office, options.dryRun, zone.basis == ZoneBasis::open},
                     batches, terrain, progress));
    report.stored = std::move(stored);
    for (CheckedBatch& batch : batches) {
        if (batch.counts.undated > 0 && !batch.reportedOn.known()) ask(report.questions, reportDayQuestion(batch));
        report.batches.push_back(std::move(batch));
    }
    return report;
}

/// A file that was imported is not read again, so that nobody would miss what is gone of it.
static void warnOfMissingReports(const std::string& storePath, const Progress& progress) {
    const auto file = detail::openStoreFile(storePath, false);
    if (!file) return;
    const auto incomplete = detail::incompleteBatches(file->database);
    if (!incomplete || incomplete->empty()) return;
    const Bilingual batches = detail::textOf(*incomplete);
    progress.warn(
        {fmt::format("{}: kho mất dòng đã nạp, chương trình khác đã xóa: {}. Để có lại: lấy lại lần nạp này (undo), xóa hẳn "
                     "(undo --purge) rồi nạp lại tệp",
                     storePath, batches.vi),
         fmt::format("{}: the store lost rows that were imported, removed by another program: {}. To have them again: take "
                     "the import back (undo), remove it for good (undo --purge) and import the file again",
                     storePath, batches.en)});
}

Result<ImportReport> importSources(const std::vector<std::string>& sources, const std::string& storePath,
                                   const ImportOptions& options, const Progress& progress) {
    removeAbandonedOutputs(fs::absolute(storePath).parent_path());
    // Another import may make or change the store while this one reads: then all is decided anew, beside what that one brought.
    constexpr int mostTries = 5;
    auto report = importRows(sources, storePath, options, progress);
    for (int again = 1; !report && again < mostTries && isToBeDecidedAnew(report.error()); ++again)
        report = importRows(sources, storePath, options, progress);
    if (!report) return report;
    std::error_code failure;
    if (fs::exists(storePath, failure)) {
        // What was loaded is in the store, whether this can be asked or not.
        if (auto office = storedOffice(storePath)) report->office = std::move(*office);
        warnOfMissingReports(storePath, progress);
    }
    if (report->stored.empty()) return report;
    giveBackFreeMemory();
    renewCopy(storePath, progress);
    return report;
}

ImportProfiles profilesOf(const ImportReport& report) {
    ImportProfiles book;
    for (const CheckedBatch& batch : report.batches) {
        if (batch.profile.empty()) continue;
        const fs::path path(batch.file);
        // Communes send files of the same name, each in its own folder.
        const bool shared = std::any_of(report.batches.begin(), report.batches.end(), [&](const CheckedBatch& other) {
            return other.file != batch.file && fs::path(other.file).filename() == path.filename();
        });
        const fs::path named = shared ? path.parent_path().filename() / path.filename() : path.filename();
        book.push_back({named.string(), batch.layer, batch.profile});
    }
    return book;
}

} // namespace banlang
