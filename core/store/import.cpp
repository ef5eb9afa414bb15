// SPDX-License-Identifier: MIT
#include "core/store/import.h"

#include "core/intake/columns.h"
#include "core/intake/intake.h"
#include "core/io/folder.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace banlang {
namespace {

namespace fs = std::filesystem;

/// A layer that was read and whose role is known, waiting for its turn.
struct WaitingLayer {
    std::string file;
    std::string sha;
    std::string encoding;
    bool indexWasRebuilt = false;
    Role role = Role::communes;
    RawLayer raw;
};

Error interrupted() {
    return {ErrorKind::interrupted, "interrupted", {"Đã dừng", "Stopped"}, {"Kho không thay đổi", "The store is unchanged"}, {}};
}

Error unknownRole(const std::string& file, const std::string& layer) {
    return {ErrorKind::inputUnreadable,
            "role-unknown",
            {"Không đoán được lớp này chứa gì", "What this layer holds could not be guessed"},
            {"Cho biết bằng --as, ví dụ --as parcels", "Say it with --as, for example --as parcels"},
            {file, layer, -1, {}}};
}

CheckedBatch alreadyImported(const std::string& file, const std::string& layer, const std::string& sha, Role role) {
    CheckedBatch batch;
    batch.file = file;
    batch.layer = layer;
    batch.sha = sha;
    batch.role = role;
    batch.encoding = "UTF-8";

    batch.problems.push_back({Severity::note,
                              "already-imported",
                              {file, layer, -1, {}},
                              {"Tệp này đã nạp rồi; không có gì thay đổi", "This file was imported before; nothing changes"},
                              {}});
    return batch;
}

/// Reads the layers of one file into `waiting`; what cannot be used goes to the report.
void readFile(const std::string& file, const ImportOptions& options, const std::vector<StoredBatch>& stored,
              std::vector<WaitingLayer>& waiting, ImportReport& report, const Progress& progress) {
    auto source = Source::open(file);
    auto sha = contentHash(file);
    if (!source || !sha) {
        report.refused.push_back(!source ? source.error() : sha.error());
        return;
    }
    for (std::size_t i = 0; i < source->layers().size() && !progress.shouldStop(); ++i) {
        const std::string& layer = source->layers()[i];
        const auto before = std::find_if(stored.begin(), stored.end(),
                                         [&](const StoredBatch& batch) { return batch.sha == *sha && batch.layer == layer; });
        if (before != stored.end()) {
            report.batches.push_back(alreadyImported(file, layer, *sha, before->role));
            continue;
        }
        auto raw = source->read(i, progress);
        if (!raw) {
            report.refused.push_back(raw.error());
            continue;
        }
        const auto role = options.role ? options.role : guessRole(file, raw->table);
        if (!role) {
            report.refused.push_back(unknownRole(file, layer));
            continue;
        }
        waiting.push_back({file, *sha, source->encoding(), source->indexWasRebuilt(), *role, std::move(*raw)});
    }
}

/// Checks the layers in the order of their roles, each against the store and all before it.
std::vector<CheckedBatch> checkLayers(std::vector<WaitingLayer>& waiting, KnownRecords& known, const IntakeOptions& options,
                                      ImportReport& report, const Progress& progress) {
    std::stable_sort(waiting.begin(), waiting.end(), [](const WaitingLayer& a, const WaitingLayer& b) { return a.role < b.role; });
    std::vector<CheckedBatch> batches;
    for (std::size_t i = 0; i < waiting.size() && !progress.shouldStop(); ++i) {
        progress.tell(0.3 + 0.3 * static_cast<double>(i) / static_cast<double>(waiting.size()),
                      {"Kiểm tra " + waiting[i].raw.table.name, "Checking " + waiting[i].raw.table.name});
        auto batch = takeIn(waiting[i].raw, waiting[i].file, waiting[i].role, options, known);
        waiting[i].raw = RawLayer();
        if (!batch) {
            report.refused.push_back(batch.error());
            continue;
        }
        batch->sha = waiting[i].sha;
        batch->encoding = waiting[i].encoding;
        if (waiting[i].indexWasRebuilt) {
            batch->problems.push_back(
                {Severity::warning,
                 "no-shx",
                 {batch->file, batch->layer, -1, {}},
                 {"Thiếu tệp .shx; đã dựng lại trong bộ nhớ", "The .shx is missing; it was rebuilt in memory"},
                 {"Xin đủ các tệp của Shapefile", "Ask for all files of the Shapefile"}});
        }
        known.add(batch->role, batch->rows);
        batches.push_back(std::move(*batch));
    }
    return batches;
}

std::string bytesOf(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

Result<void> write(Store& store, const std::vector<CheckedBatch>& batches, const std::optional<std::string>& terrain,
                   const Progress& progress) {
    BANLANG_TRY(stored, store.append(batches, progress));
    (void)stored;
    if (terrain) BANLANG_CHECK(store.keepTerrain(bytesOf(*terrain)));
    return {};
}

Error cannotRename(const std::string& path) {
    return {ErrorKind::outputUnwritable,
            "store-not-created",
            {"Không ghi được kho dữ liệu", "The store cannot be written"},
            {"Kiểm tra quyền ghi", "Check the permission to write"},
            {path, {}, -1, {}}};
}

/// Beside its final name until it is whole.
Result<void> writeNew(const std::string& path, int epsg, const std::vector<CheckedBatch>& batches,
                      const std::optional<std::string>& terrain, const Progress& progress) {
    const fs::path unfinished = fs::path(path).replace_extension(".unfinished.gpkg");
    std::error_code failure;
    fs::remove(unfinished, failure);
    const auto fill = [&]() -> Result<void> {
        BANLANG_TRY(store, Store::create(unfinished.string(), epsg));
        return write(store, batches, terrain, progress);
    };
    auto written = fill();
    if (written) {
        fs::rename(unfinished, path, failure);
        if (failure) written = Unexpected(cannotRename(path));
    }
    if (!written) fs::remove(unfinished, failure);
    return written;
}

Result<void> load(const std::string& path, bool isNew, int epsg, std::vector<CheckedBatch>& batches,
                  const std::optional<std::string>& terrain, const Progress& progress) {
    if (batches.empty() && !terrain) return {};
    if (isNew) return writeNew(path, epsg, batches, terrain, progress);
    BANLANG_TRY(store, Store::openForWriting(path));
    return write(store, batches, terrain, progress);
}

} // namespace

Result<ImportReport> importSources(const std::vector<std::string>& sources, const std::string& storePath,
                                   const ImportOptions& options, const Progress& progress) {
    std::error_code failure;
    const bool isNew = !fs::exists(storePath, failure);
    IntakeOptions intake{options.epsg, options.storeEpsg};
    KnownRecords known;
    std::vector<StoredBatch> stored;
    std::string terrainBefore;
    if (!isNew) {
        BANLANG_TRY(store, Store::openForReading(storePath));
        BANLANG_TRY(batches, store.batches());
        BANLANG_TRY(district, store.read(progress));
        intake.storeEpsg = store.epsg();
        stored = batches;
        terrainBefore = district.terrainTiff;
        for (const RecordKind& kind : recordKinds()) known.add(kind.role, district.table(kind.role));
    }
    ImportReport report;
    FoundFiles found = findFiles(sources);
    report.refused = std::move(found.refused);
    if (!found.terrains.empty()) report.terrainFile = found.terrains.front();
    std::vector<WaitingLayer> waiting;
    for (std::size_t i = 0; i < found.vectors.size() && !progress.shouldStop(); ++i) {
        progress.tell(0.3 * static_cast<double>(i) / static_cast<double>(found.vectors.size()),
                      {"Đọc " + found.vectors[i], "Reading " + found.vectors[i]});
        readFile(found.vectors[i], options, stored, waiting, report, progress);
    }
    std::vector<CheckedBatch> batches = checkLayers(waiting, known, intake, report, progress);
    if (progress.shouldStop()) return Unexpected(interrupted());
    if (batches.empty() && report.batches.empty() && !report.terrainFile) {
        if (!report.refused.empty()) return Unexpected(report.refused.front());
        return Unexpected(Error{ErrorKind::inputUnreadable,
                                "nothing-to-import",
                                {"Không có tệp nào để nạp", "There is no file to import"},
                                {"Chọn thư mục có tệp bản đồ hoặc bảng", "Choose a folder that holds maps or tables"},
                                {}});
    }
    std::optional<std::string> newTerrain = report.terrainFile;
    if (newTerrain && bytesOf(*newTerrain) == terrainBefore) newTerrain.reset();
    if (!options.dryRun) BANLANG_CHECK(load(storePath, isNew, intake.storeEpsg, batches, newTerrain, progress));
    for (CheckedBatch& batch : batches) {
        batch.rows = FeatureTable();
        report.batches.push_back(std::move(batch));
    }
    return report;
}

} // namespace banlang
