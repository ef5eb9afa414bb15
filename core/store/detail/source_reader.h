// SPDX-License-Identifier: MIT
#pragma once

#include "core/intake/parse_layer.h"
#include "core/intake/replacement_matcher.h"
#include "core/store/import.h"

#include <filesystem>
#include <map>
#include <set>

namespace banlang::detail {

/// A layer that was read, waiting for its turn.
struct WaitingLayer {
    std::string file;
    std::string sha;
    bool indexWasRebuilt = false;
    std::vector<StoredBatch> brought;  ///< by this source before
    std::vector<PreviousRows> earlier; ///< the rows of these
    ImportProfile userProfile;
    RawLayer raw;
    std::vector<EncodingGuess> guesses;
    ParsedLayer prepared;
};

/// What the store and the user know before the first layer is looked at.
struct Before {
    bool isNew = true;
    std::vector<StoredBatch> live;
    ImportProfiles remembered;
    std::string terrainTiff;
};

/// Reads everything that is new, or that is to be read in another way than before; the rest goes to the report at once.
class SourceReader {
public:
    /// `files`: all files of the import.
    SourceReader(const ImportOptions& options, const Before& before, const std::vector<std::string>& files, ImportReport& report,
                 const Progress& progress)
        : options_(options), before_(before), files_(files.begin(), files.end()), report_(report), progress_(progress) {
        for (const std::string& file : files_) ++filesNamed_[nameOf(file)];
    }

    void read(const std::string& file);
    [[nodiscard]] std::vector<WaitingLayer> take() { return std::move(waiting_); }

private:
    [[nodiscard]] static std::string nameOf(const std::string& file) { return std::filesystem::path(file).filename().string(); }
    void readLayer(const Source& source, std::size_t index, const std::string& file, const std::string& sha);
    [[nodiscard]] ImportProfile userProfileFor(const std::string& file, const std::string& layer) const;
    [[nodiscard]] std::vector<StoredBatch> broughtBefore(const std::string& file, const std::string& layer, const std::string& sha);

    const ImportOptions& options_;
    const Before& before_;
    std::set<std::string> files_;
    std::map<std::string, std::size_t> filesNamed_; ///< how many bear a name
    ImportReport& report_;
    const Progress& progress_;
    std::vector<WaitingLayer> waiting_;
    std::set<std::int64_t> claimed_; ///< batches that a layer of this import may say anew
};

} // namespace banlang::detail
