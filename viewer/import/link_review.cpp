// SPDX-License-Identifier: MIT
#include "viewer/import/link_review.h"

#include "core/store/rules.h"

#include <unistd.h>

#include <filesystem>
#include <map>
#include <tuple>

namespace banlang::viewer {
namespace {

namespace fs = std::filesystem;

bool writable(const fs::path& path) {
    return access(path.c_str(), W_OK) == 0;
}

Bilingual whyNotWritable(const std::string& path) {
    if (path == sampleStorePath())
        return {"Đây là dữ liệu mẫu, lần mở sau được làm lại từ đầu: hãy nạp số liệu của cơ quan mình rồi nối.",
                "These are the sample data, made anew each time: import the data of your own office to link them."};
    // The journal of a transaction lies beside the store.
    if (!writable(path) || !writable(fs::absolute(path).parent_path()))
        return {"Kho này chỉ đọc: chép sang thư mục ghi được rồi mở lại để nối.",
                "This store is read-only: copy it to a folder that can be written, and open it there to link."};
    return {};
}

std::vector<UnresolvedReferenceGroup> statementsOf(const std::vector<TableLinkReport>& reports) {
    std::vector<UnresolvedReferenceGroup> statements;
    for (const TableLinkReport& report : reports) {
        std::map<std::tuple<std::string, std::string, std::string>, std::size_t> known;
        for (const UnresolvedReference& link : report.unresolved) {
            const auto [place, isNew] = known.try_emplace({link.field, link.key, link.scope}, statements.size());
            if (isNew) statements.push_back({link, 0});
            ++statements[place->second].records;
        }
    }
    return statements;
}

} // namespace

std::string sampleStorePath() {
    std::error_code error;
    return (fs::temp_directory_path(error) / "banlang-huyen-mau.gpkg").string();
}

Result<OpenedStore> openStoreToShow(const std::string& path, const Progress& progress) {
    BANLANG_TRY(store, Store::openForReading(path));
    BANLANG_TRY(batches, store.batches());
    BANLANG_TRY(rules, storedRules(path));
    std::vector<Bilingual> warnings;
    Progress noted = progress;
    noted.warning = [&](const Bilingual& text) { warnings.push_back(text); };
    BANLANG_TRY(district, store.readLinked(noted));
    return OpenedStore{std::make_shared<const District>(std::move(district)), std::move(batches), std::move(rules),
                       std::move(warnings)};
}

Result<LinkReview> reviewStore(const std::string& path, const District& district) {
    BANLANG_TRY(store, Store::openForReading(path));
    BANLANG_TRY(linkOverrides, store.linkOverrides());
    std::vector<UnresolvedReferenceGroup> unresolved = statementsOf(reviewLinks(district, linkOverrides));
    return LinkReview{std::move(unresolved), std::move(linkOverrides), whyNotWritable(path)};
}

} // namespace banlang::viewer
