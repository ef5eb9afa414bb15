// SPDX-License-Identifier: MIT
#include "core/io/detail/json_guard.h"

#include "core/io/detail/column_limit.h"

#include <cpl_vsi.h>

#include <memory>
#include <unordered_set>
#include <vector>

namespace banlang::detail {
namespace {

/// Objects inside properties have names as well, which become no columns.
constexpr std::size_t mostNames = std::size_t{10} * mostColumns;

struct CloseFile {
    void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};

/// Collects the strings that a colon follows.
class NameCounter {
public:
    void take(char c) {
        if (inString_) return takeInString(c);
        if (c == '"') {
            inString_ = true;
            hash_ = emptyHash;
        } else if (c == ':') {
            if (afterString_) names_.insert(hash_);
            afterString_ = false;
        } else if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
            afterString_ = false;
        }
    }
    [[nodiscard]] std::size_t count() const { return names_.size(); }

private:
    static constexpr std::uint64_t emptyHash = 14695981039346656037ULL; ///< of FNV-1a

    void takeInString(char c) {
        if (!escaped_ && c == '"') {
            inString_ = false;
            afterString_ = true;
            return;
        }
        escaped_ = !escaped_ && c == '\\';
        hash_ = (hash_ ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    }

    bool inString_ = false;
    bool escaped_ = false;
    bool afterString_ = false;
    std::uint64_t hash_ = emptyHash;
    std::unordered_set<std::uint64_t> names_;
};

} // namespace

Result<void> checkJsonNames(const std::string& gdalName, const std::string& path) {
    const std::unique_ptr<VSILFILE, CloseFile> file(VSIFOpenL(gdalName.c_str(), "rb"));
    if (file == nullptr) return {};
    std::vector<char> block(std::size_t{256} * 1024);
    NameCounter names;
    for (std::size_t size = 1; size > 0 && names.count() <= mostNames;) {
        size = VSIFReadL(block.data(), 1, block.size(), file.get());
        for (std::size_t i = 0; i < size; ++i) names.take(block[i]);
    }
    if (names.count() > mostNames) return Unexpected(tooManyColumns({path, {}, -1, {}}));
    return {};
}

} // namespace banlang::detail
