// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/file/detail/store_file.h"
#include "core/store/store.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace banlang::detail {

/// Records that lists of one import, said to be complete, no longer name: they end, each of their reports being taken back. Another
/// list of the same import may name them. To be used inside a transaction.
class CompleteLists {
public:
    void add(Role role, const std::vector<std::int64_t>& named); ///< fids of records; any list
    void addComplete(const std::string& batchHash, Role role, const std::vector<std::int64_t>& unnamed);
    [[nodiscard]] Result<void> endRecords(const StoreFile& file) const;

private:
    std::map<Role, std::set<std::int64_t>> named_;
    std::map<Role, std::map<std::string, std::vector<std::int64_t>>> unnamed_; ///< by batch
};

/// What the list of a batch that is taken back had ended counts again; to be called before its reports are followed. Gives the
/// kinds of which that is so.
[[nodiscard]] Result<std::set<Role>> takeBackEndings(const StoreFile& file, const StoredBatch& batch);

/// What it had ended ends again, when it counts again; to be called after its reports were followed.
[[nodiscard]] Result<void> endAgain(const StoreFile& file, const StoredBatch& batch);

} // namespace banlang::detail
