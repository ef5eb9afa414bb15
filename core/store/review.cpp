// SPDX-License-Identifier: MIT
#include "core/store/review.h"

#include "core/store/detail/review_cards.h"
#include "core/store/detail/review_decisions.h"
#include "core/store/file/detail/store_file.h"
#include "core/store/gpkg/detail/transaction.h"
#include "core/store/records/detail/foreign_rows.h"
#include "core/store/store.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace banlang {
namespace {

Error notDecisions(const std::string& name, std::size_t number) {
    return {ErrorKind::usage,
            "bad-decision",
            {fmt::format("Quyết định số {} không đọc được", number), fmt::format("Decision {} cannot be read", number)},
            {R"(Viết [{"report": "…", "decision": "right", "by": "…", "reason": "…"}])",
             R"(Write [{"report": "…", "decision": "right", "by": "…", "reason": "…"}])"},
            {name, {}, -1, {}}};
}

} // namespace

std::string_view id(ReviewCause cause) {
    switch (cause) {
    case ReviewCause::conflict:
        return "conflict";
    case ReviewCause::reportDayMissing:
        return "report-day";
    case ReviewCause::probableCorrection:
        return "probable-correction";
    case ReviewCause::replacedBatch:
        return "replaced";
    case ReviewCause::refusedRows:
        return "refused";
    }
    return {};
}

Label questionOf(ReviewCause cause) {
    switch (cause) {
    case ReviewCause::conflict:
        return {"Số liệu mâu thuẫn cho cùng một ngày: bên nào đúng?", "Figures of one day disagree: which are right?"};
    case ReviewCause::reportDayMissing:
        return {"Số đo khác trước mà không có ngày báo cáo: có dùng không?", "Measured anew without a report day: does it count?"};
    case ReviewCause::probableCorrection:
        return {"Có thể là bản sửa của bản ghi đã có: sửa hay là bản ghi riêng?",
                "It may correct a known record: does it, or is it one of its own?"};
    case ReviewCause::replacedBatch:
        return {"Phiên bản trước đã để tệp khác thay lần nạp này: lấy lại không?",
                "An earlier version let another file take its place: bring it back?"};
    case ReviewCause::refusedRows:
        return {"Phiên bản trước đã loại dòng vì trùng số: nạp lại tệp này",
                "An earlier version refused rows for a repeated number: import this file again"};
    }
    return {};
}

Result<std::vector<ReviewCard>> openReviews(const std::string& storePath) {
    BANLANG_TRY(file, detail::openStoreFile(storePath, false));
    return detail::inReadTransaction(file.database, [&] { return detail::ReviewCards(file).read(); });
}

std::vector<ReviewGroup> groupsOf(std::span<const ReviewCard> cards) {
    std::vector<ReviewGroup> groups;
    for (std::size_t i = 0; i < cards.size(); ++i) {
        auto group =
            std::find_if(groups.begin(), groups.end(), [&](const ReviewGroup& one) { return one.cause == cards[i].cause; });
        if (group == groups.end()) group = groups.insert(group, {cards[i].cause, 0, {}});
        group->count += cards[i].count;
        group->cards.push_back(i);
    }
    return groups;
}

Result<std::vector<ReviewVerdict>> parseReviewVerdicts(const std::string& json, const std::string& name) {
    const auto parsed = nlohmann::json::parse(json, nullptr, false);
    if (!parsed.is_array()) return Unexpected(notDecisions(name, 1));
    std::vector<ReviewVerdict> decisions;
    for (const auto& entry : parsed) {
        const auto text = [&](const char* key) {
            return entry.contains(key) && entry[key].is_string() ? entry[key].get<std::string>() : std::string();
        };
        if (!entry.is_object()) return Unexpected(notDecisions(name, decisions.size() + 1));
        ReviewVerdict decision{text("report"), 0, text("decision"), text("by"), text("reason")};
        if (entry.contains("batch") && entry["batch"].is_number_integer()) decision.batch = entry["batch"].get<std::int64_t>();
        const bool named = !decision.report.empty() || decision.batch != 0;
        if (!named || decision.decision.empty()) return Unexpected(notDecisions(name, decisions.size() + 1));
        decisions.push_back(std::move(decision));
    }
    return decisions;
}

Result<void> decideReviews(const std::string& storePath, std::span<const ReviewVerdict> decisions, const Progress& progress) {
    {
        BANLANG_TRY(file, detail::openStoreFile(storePath, true));
        const auto decide = [&]() -> Result<void> {
            BANLANG_CHECK(detail::adoptForeignChanges(file.database, file.epsg));
            return detail::ReviewVerdicts(file).decide(decisions, progress);
        };
        BANLANG_CHECK(detail::inStoreTransaction(file, decide, false, progress));
    }
    // Without the copy the store is whole too, and only slower to open.
    if (auto store = Store::openForWriting(storePath)) (void)store->renewCopy(progress);
    return {};
}

} // namespace banlang
