// SPDX-License-Identifier: MIT
#include "core/store/detail/source_reader.h"

#include "core/io/folder.h"

#include <algorithm>

namespace banlang::detail {
namespace {

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
    const auto same = std::find_if(before_.live.begin(), before_.live.end(), [&](const StoredBatch& batch) {
        return batch.sha == sha && batch.layer == layer && batch.file == file;
    });
    // The same bytes in another folder may be another commune's or another month's. They say something else, too, when somebody
    // decided that they are to be read in another way, and rows that were refused are tried again.
    if (same != before_.live.end() && same->rowsRejected == 0 && userProfile == profileFor(before_.remembered, file, layer)) {
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
    next.userProfile = userProfile;
    if (options_.epsg && raw->crsWkt.empty() && !next.userProfile.epsg) next.userProfile.epsg = options_.epsg;
    next.raw = std::move(*raw);
}

ImportProfile SourceReader::userProfileFor(const std::string& file, const std::string& layer) const {
    ImportProfile asked;
    asked.role = options_.role;
    asked.decoding = options_.decoding;
    asked.complete = options_.complete;
    const ImportProfile said = mergedProfile(asked, profileFor(options_.profiles, file, layer));
    ImportProfile profile = mergedProfile(profileFor(before_.remembered, file, layer), said);
    profile.completeByMemory = profile.complete && !said.complete;
    profile.storeEpsg.reset();
    return profile;
}

} // namespace banlang::detail
