// SPDX-License-Identifier: MIT
#include "sample-data/follow_up.h"
#include "sample-data/random.h"
#include "sample-data/record_places.h"
#include "sample-data/table_rows.h"

#include <fmt/format.h>

namespace banlang::sample {
namespace {

constexpr const char* organisations[] = {"Hội Nông dân",       "Hội Phụ nữ",       "Đoàn Thanh niên",
                                         "Hội Cựu chiến binh", "Mặt trận Tổ quốc", "Công an xã"};

/// They take turns week by week; the last of them lets most of its turns go by, and the next one steps in.
const char* whoseTurn(const Landscape& land, std::size_t commune, Date day) {
    constexpr std::size_t count = std::size(organisations);
    const auto week = static_cast<std::size_t>(day.daysSince1970) / 7;
    const std::size_t turn = (week + commune) % count;
    const bool misses = turn + 1 == count && unitOf(hashOf(land.seed, 0x6c756f74, commune, week)) < 0.7;
    return organisations[misses ? 0 : turn];
}

} // namespace

FeatureTable saturdayRecords(const Landscape& land) {
    constexpr const char* outputs[] = {"phát quang 800 m đường", "đổ 60 m bê tông", "giúp 2 hộ làm chuồng trại",
                                       "dọn vệ sinh 1,2 km đường", "đào 150 m rãnh"};
    FeatureTable table = sampleTable(Role::saturdays);
    for (Date day = Date::fromYmd(2022, 1, 8); day <= meetingDay(); day = daysAfter(day, 7)) {
        for (std::size_t c = 0; c < land.settlements.communes.size(); ++c) {
            Random random(land.seed, 0x7361 + c, static_cast<std::uint64_t>(day.daysSince1970));
            const bool silent = day > lastActiveDay(c);
            if (silent || !random.chance(0.86)) continue;
            std::vector<std::size_t> here;
            for (std::size_t v = 0; v < land.settlements.villages.size(); ++v) {
                if (land.settlements.villages[v].commune == static_cast<std::int32_t>(c) && !isQuiet(v)) here.push_back(v);
            }
            addRow(table, {{fields::saturdays.date, day},
                           {fields::saturdays.communeCode, land.settlements.communes[c].code},
                           {fields::saturdays.villageCode, land.settlements.villages[random.pick(here)].code},
                           {fields::saturdays.organisation, whoseTurn(land, c, day)},
                           {fields::saturdays.participants, static_cast<double>(random.whole(18, 90))},
                           {fields::saturdays.output, random.pick(outputs)}});
        }
    }
    return table;
}

FeatureTable meetingRecords(const Landscape& land) {
    constexpr const char* subjects[] = {"hiến đất mở đường", "đăng ký thôn kiểu mẫu", "cải tạo vườn tạp",
                                        "rà soát hộ khó khăn về nhà ở"};
    FeatureTable table = sampleTable(Role::meetings);
    for (std::size_t v = 0; v < land.settlements.villages.size(); ++v) {
        Random random(land.seed, 0x6d656574, v);
        const Date lastDay = lastActiveDay(static_cast<std::size_t>(land.settlements.villages[v].commune));
        for (int i = random.whole(0, 3); i > 0; --i) {
            const Date day = daysAfter(Date::fromYmd(2021, 9, 5), random.whole(0, 250));
            addRow(table, {{fields::meetings.date, day > lastDay ? daysAfter(day, -60) : day},
                           {fields::meetings.villageCode, land.settlements.villages[v].code},
                           {fields::meetings.subject, random.pick(subjects)},
                           {fields::meetings.attendance, static_cast<double>(random.whole(12, 70))},
                           {fields::meetings.agreed, random.chance(0.85) ? 1.0 : 0.0}});
        }
    }
    return table;
}

FeatureTable criteriaRecords(const Landscape& land) {
    FeatureTable table = sampleTable(Role::criteria);
    for (std::size_t c = 0; c < land.settlements.communes.size(); ++c) {
        Random random(land.seed, 0x74696575, c);
        const double level = random.between(0.35, 0.9);
        for (int criterion = 1; criterion <= 19; ++criterion) {
            const bool met = random.chance(level);
            const std::string number = fmt::format("{}", criterion);
            addRow(table, {{fields::criteria.unitCode, land.settlements.communes[c].code},
                           {fields::criteria.criterion, number},
                           {fields::criteria.setVersion, "318/QĐ-TTg 2022"},
                           {fields::criteria.date, random.chance(0.6) ? Date::fromYmd(2021, 12, 20) : Date::fromYmd(2022, 4, 28)},
                           {fields::criteria.value, std::round(met ? random.between(75, 100) : random.between(25, 74))},
                           {fields::criteria.result, !met                 ? "chưa đạt"
                                                     : random.chance(0.1) ? "đạt nhưng chưa bền vững"
                                                                          : "đạt"}});
        }
    }
    return table;
}

FeatureTable targetRecords(const Landscape& land) {
    FeatureTable table = sampleTable(Role::targets);
    for (std::size_t c = 0; c < land.settlements.communes.size(); ++c) {
        Random random(land.seed, 0x63686974, c);
        const auto add = [&](const char* indicator, double value, const char* owner, Date due) {
            addRow(table, {{fields::targets.unitCode, land.settlements.communes[c].code},
                           {fields::targets.indicator, indicator},
                           {fields::targets.year, 2022.0},
                           {fields::targets.value, value},
                           {fields::targets.dueOn, due},
                           {fields::targets.owner, owner}});
        };
        const Date endOfYear = Date::fromYmd(2022, 12, 31);
        add("donated_m2", random.whole(8, 40) * 100.0, "Phòng Tài nguyên và Môi trường", endOfYear);
        add("roads_done_km", random.whole(4, 16) / 2.0, "Phòng Kinh tế và Hạ tầng", Date::fromYmd(2022, 11, 30));
        add("gardens_finished", random.whole(18, 45), "Phòng Nông nghiệp và PTNT", endOfYear);
        add("houses_finished", random.whole(3, 12), "Phòng Lao động - TB và XH", Date::fromYmd(2022, 6, 30));
    }
    return table;
}

FeatureTable greenRouteRecords(const Landscape& land) {
    FeatureTable table = sampleTable(Role::greenRoutes);
    for (std::size_t v = 0; v < land.settlements.villages.size(); ++v) {
        const Village& village = land.settlements.villages[v];
        Random random(land.seed, 0x7875, v);
        if (!random.chance(0.82)) continue;
        std::string_view road;
        for (const Road& candidate : land.roads) {
            if (candidate.village == static_cast<std::int32_t>(v) && candidate.roadClass <= RoadClass::lane) road = candidate.id;
        }
        const Date registered = daysAfter(Date::fromYmd(2021, 2, 1), random.whole(0, 380));
        const Date recognised = random.chance(0.75) ? ifPast(daysAfter(registered, random.whole(60, 200))) : Date{};
        const Date lapsed =
            recognised.known() && random.chance(0.08) ? ifPast(daysAfter(recognised, random.whole(60, 160))) : Date{};
        const std::string id = fmt::format("TX{:03}", table.rowCount + 1);
        addRow(table, {{fields::greenRoutes.id, id},
                       {fields::greenRoutes.communeCode, communeCode(land, village)},
                       {fields::greenRoutes.villageCode, village.code},
                       {fields::greenRoutes.roadId, road},
                       {fields::greenRoutes.registeredOn, registered},
                       {fields::greenRoutes.recognisedOn, recognised},
                       {fields::greenRoutes.lapsedOn, lapsed}});
    }
    return table;
}

FeatureTable modelVillageRecords(const Landscape& land) {
    FeatureTable table = sampleTable(Role::modelVillages);
    for (std::size_t v = 0; v < land.settlements.villages.size(); ++v) {
        Random random(land.seed, 0x6d617565, v);
        if (!random.chance(0.22)) continue;
        const Date registered = daysAfter(Date::fromYmd(2021, 6, 1), random.whole(0, 300));
        addRow(table, {{fields::modelVillages.villageCode, land.settlements.villages[v].code},
                       {fields::modelVillages.registeredOn, registered},
                       {fields::modelVillages.recognisedOn,
                        random.chance(0.35) ? ifPast(daysAfter(registered, random.whole(90, 260))) : Date{}},
                       {fields::modelVillages.setVersion, "dự thảo huyện 2022"}});
    }
    return table;
}

} // namespace banlang::sample
