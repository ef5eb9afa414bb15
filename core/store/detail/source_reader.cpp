// SPDX-License-Identifier: MIT
#include "core/store/detail/source_reader.h"

#include "core/io/folder.h"

#include <algorithm>
#include <filesystem>

namespace banlang::detail {
namespace {

namespace fs = std::filesystem;

Error leftOut(const std::string& file, const std::string& layer) {
    return {ErrorKind::failed, "skipped", {"Bỏ qua theo tệp ánh xạ", "Left out by the mapping file"}, {}, {file, layer, -1, {}}};
}

CheckedBatch alreadyImported(const std::string& file, const StoredBatch& before) {
    CheckedBatch batch;
    batch.file = file;
    batch.layer = before.layer;
    batch.sha = before.sha;
    batch.role = before.role;
    batch.encoding = before.encoding;
    batch.crs = before.crs;
    batch.problems.push_back({Severity::note,
                              "already-imported",
                              {file, before.layer, -1, {}},
                              {"Tệp này đã nạp rồi; không có gì thay đổi", "This file was imported before; nothing changes"},
                              {}});
    return batch;
}

/// Tables that programs keep for themselves.
bool isHousekeeping(const std::string& layer) {
    return layer == "layer_styles" || layer.starts_with("banlang_") || layer.starts_with("gpkg_");
}

} // namespace

/// Those of the same content or path; else of the same name, in a folder of the same name where several bear it. Their rows tell
/// later whether they are said anew.
std::vector<StoredBatch> SourceReader::broughtBefore(const std::string& file, const std::string& layer, const std::string& sha) {
    const fs::path path(file);
    const auto sameName = [&](const fs::path& other) { return other.filename() == path.filename(); };
    const auto sameFolder = [&](const fs::path& other) { return other.parent_path().filename() == path.parent_path().filename(); };
    std::vector<StoredBatch> surely;
    std::vector<StoredBatch> byName;
    for (const StoredBatch& batch : before_.live) {
        if (batch.layer != layer || claimed_.contains(batch.id)) continue;
        if (batch.file == file || batch.sha == sha) surely.push_back(batch);
        if (sameName(batch.file) && !files_.contains(batch.file)) byName.push_back(batch);
    }
    const bool alone = filesNamed_.at(nameOf(file)) == 1;
    if (!alone || byName.size() > 1) std::erase_if(byName, [&](const StoredBatch& one) { return !sameFolder(one.file); });
    std::vector<StoredBatch> found = !surely.empty() ? surely : byName.size() == 1 ? byName : std::vector<StoredBatch>();
    for (const StoredBatch& batch : found) claimed_.insert(batch.id);
    return found;
}

void SourceReader::read(const std::string& file) {
    auto sha = contentHash(file);
    auto source = Source::open(file);
    if (!source || !sha) {
        report_.refused.push_back(!source ? source.error() : sha.error());
        return;
    }
    for (std::size_t i = 0; i < source->layers().size() && !progress_.shouldStop(); ++i) readLayer(*source, i, file, *sha);
}

void SourceReader::readLayer(const Source& source, std::size_t index, const std::string& file, const std::string& sha) {
    const std::string& layer = source.layers()[index];
    if (isHousekeeping(layer)) return;
    const ImportProfile userProfile = userProfileFor(file, layer);
    const auto same = std::find_if(before_.live.begin(), before_.live.end(),
                                   [&](const StoredBatch& batch) { return batch.sha == sha && batch.layer == layer; });
    // The same bytes say something else when somebody decided that they are to be read in another way.
    if (same != before_.live.end() && userProfile == profileFor(before_.remembered, file, layer)) {
        report_.batches.push_back(alreadyImported(file, *same));
        return;
    }
    if (userProfile.skip) {
        report_.ignored.push_back(leftOut(file, layer));
        return;
    }
    auto raw = source.read(index, progress_);
    if (!raw) {
        report_.refused.push_back(raw.error());
        return;
    }
    WaitingLayer& next = waiting_.emplace_back();
    next.file = file;
    next.sha = sha;
    next.indexWasRebuilt = source.indexWasRebuilt();
    next.brought = broughtBefore(file, layer, sha);
    next.userProfile = userProfile;
    if (options_.epsg && raw->crsWkt.empty() && !next.userProfile.epsg) next.userProfile.epsg = options_.epsg;
    next.raw = std::move(*raw);
}

ImportProfile SourceReader::userProfileFor(const std::string& file, const std::string& layer) const {
    ImportProfile asked;
    asked.role = options_.role;
    asked.decoding = options_.decoding;
    return mergedProfile(mergedProfile(profileFor(before_.remembered, file, layer), asked),
                         profileFor(options_.profiles, file, layer));
}

} // namespace banlang::detail
