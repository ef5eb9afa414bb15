// SPDX-License-Identifier: MIT
#include "sample-data/follow_up.h"
#include "sample-data/random.h"
#include "sample-data/record_places.h"
#include "sample-data/table_rows.h"

#include <fmt/format.h>

namespace banlang::sample {

FeatureTable criteriaDueRecords(const Landscape& land) {
    constexpr const char* owners[] = {"Phòng Nông nghiệp và PTNT", "Phòng Kinh tế và Hạ tầng", "Phòng Lao động - TB và XH",
                                      "Phòng Tài nguyên và Môi trường", "Phòng Văn hóa và Thông tin"};
    FeatureTable table = sampleTable(Role::criteriaDue);
    for (std::size_t c = 0; c < land.settlements.communes.size(); ++c) {
        Random random(land.seed, 0x68616e, c);
        for (int criterion = 1; criterion <= 19; ++criterion) {
            const int year = 2022 + (criterion + static_cast<int>(c)) % 4;
            if (random.chance(0.1)) continue; // not allocated to any year yet
            addRow(table, {{fields::criteriaDue.unitCode, land.settlements.communes[c].code},
                           {fields::criteriaDue.criterion, fmt::format("{}", criterion)},
                           {fields::criteriaDue.dueYear, static_cast<double>(year)},
                           {fields::criteriaDue.owner, random.pick(owners)},
                           {fields::criteriaDue.setVersion, "318/QĐ-TTg 2022"}});
        }
    }
    return table;
}

FeatureTable checklistRecords(const Landscape& land, const FeatureTable& modelVillages) {
    constexpr const char* items[] = {"1.1", "1.2", "2.1", "3.1", "3.2", "4.1", "4.2", "5.1"};
    FeatureTable table = sampleTable(Role::checklists);
    for (std::size_t row = 0; row < modelVillages.rowCount; ++row) {
        Random random(land.seed, 0x6368656b, row);
        const bool recognised = modelVillages.dateAt(fields::modelVillages.recognisedOn, row).known();
        const Date registered = modelVillages.dateAt(fields::modelVillages.registeredOn, row);
        const double level = random.between(0.3, 0.85);
        for (const char* item : items) {
            // Some lines nobody has judged yet.
            if (!recognised && random.chance(0.2)) continue;
            const bool met = recognised || random.chance(level);
            const Date first = daysAfter(registered, random.whole(20, 30));
            for (const Date day : {first, std::max(Date::fromYmd(2022, 4, 25), daysAfter(first, 1))}) {
                if (day > meetingDay()) continue;
                const bool early = day == first && random.chance(0.4);
                addRow(table, {{fields::checklists.villageCode, modelVillages.textAt(fields::modelVillages.villageCode, row)},
                               {fields::checklists.item, item},
                               {fields::checklists.setVersion, modelVillages.textAt(fields::modelVillages.setVersion, row)},
                               {fields::checklists.date, day},
                               {fields::checklists.result, met && !early ? "đạt" : "chưa đạt"},
                               {fields::checklists.value,
                                static_cast<double>(met && !early ? random.whole(70, 100) : random.whole(20, 69))}});
            }
        }
    }
    return table;
}

FeatureTable communeRankingScoreRecords(const Landscape& land) {
    constexpr const char* indicators[] = {"chi-dao", "tuyen-truyen", "guong-mau", "bao-cao", "sang-kien"};
    FeatureTable table = sampleTable(Role::communeRankingScores);
    for (std::size_t c = 0; c < land.settlements.communes.size(); ++c) {
        Random random(land.seed, 0x74686964, c);
        for (const int year : {2021, 2022}) {
            for (const char* indicator : indicators) {
                const double score = random.whole(8, 20) / 2.0;
                if (year == 2022 && random.chance(0.15)) continue; // not judged yet
                addRow(table,
                       {{fields::communeRankingScores.unitCode, land.settlements.communes[c].code},
                        {fields::communeRankingScores.year, static_cast<double>(year)},
                        {fields::communeRankingScores.indicator, indicator},
                        {fields::communeRankingScores.score, score},
                        {fields::communeRankingScores.judgedBy, year == 2021 ? "Hội đồng thi đua huyện" : "Ban chỉ đạo huyện"}});
            }
        }
    }
    return table;
}

/// Before 2020 some of today's villages were two, and some gave houses to their neighbour: the old codes come in papers of that
/// time.
FeatureTable unitChangeRecords(const Landscape& land) {
    FeatureTable table = sampleTable(Role::adminUnitChanges);
    const Date day = Date::fromYmd(2020, 1, 1);
    const std::vector<Village>& villages = land.settlements.villages;
    for (std::size_t v = 4; v < villages.size(); v += 9) {
        const std::string& commune = communeCode(land, villages[v]);
        const bool gives = v % 2 == 1 && v + 1 < villages.size() && villages[v + 1].commune == villages[v].commune;
        for (const std::size_t half : {0U, 1U}) {
            const std::string old = fmt::format("{}{:02}", commune, 60 + 2 * (v % 20) + half);
            const bool parted = gives && half == 1;
            addRow(table, {{fields::adminUnitChanges.oldCode, old},
                           {fields::adminUnitChanges.newCode, villages[v].code},
                           {fields::adminUnitChanges.changedOn, day},
                           {fields::adminUnitChanges.share, parted ? 0.75 : 1.0}});
            if (!parted) continue;
            addRow(table, {{fields::adminUnitChanges.oldCode, old},
                           {fields::adminUnitChanges.newCode, villages[v + 1].code},
                           {fields::adminUnitChanges.changedOn, day},
                           {fields::adminUnitChanges.share, 0.25}});
        }
    }
    return table;
}

} // namespace banlang::sample
