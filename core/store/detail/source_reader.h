// SPDX-License-Identifier: MIT
#pragma once

#include "core/intake/parse_layer.h"
#include "core/store/import.h"

#include <string>
#include <vector>

namespace banlang::detail {

/// A layer that was read, waiting for its turn.
struct WaitingLayer {
    std::string file;
    std::string sha;
    bool indexWasRebuilt = false;
    ImportProfile userProfile;
    RawLayer raw;
    std::vector<EncodingGuess> guesses;
    ParsedLayer prepared;
};

/// What the store and the user know before the first layer is looked at.
struct Before {
    bool isNew = true;
    std::string office;         ///< as the store knows it
    bool mayLearnOffice = true; ///< nobody said it, and nothing was numbered by it
    std::vector<StoredBatch> live;
    ImportProfiles remembered;
    std::string terrainTiff;
};

/// Reads everything that is new, or that is to be read in another way than before; the rest goes to the report at once.
class SourceReader {
public:
    SourceReader(const ImportOptions& options, const Before& before, ImportReport& report, const Progress& progress)
        : options_(options), before_(before), report_(report), progress_(progress) {}

    void read(const std::string& file);
    [[nodiscard]] std::vector<WaitingLayer> take() { return std::move(waiting_); }

private:
    void readLayer(const Source& source, std::size_t index, const std::string& file, const std::string& sha);
    [[nodiscard]] ImportProfile userProfileFor(const std::string& file, const std::string& layer) const;

    const ImportOptions& options_;
    const Before& before_;
    ImportReport& report_;
    const Progress& progress_;
    std::vector<WaitingLayer> waiting_;
};

} // namespace banlang::detail
