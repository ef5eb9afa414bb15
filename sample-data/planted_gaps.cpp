// SPDX-License-Identifier: MIT
#include "sample-data/follow_up.h"
#include "sample-data/place_tables.h"
#include "sample-data/random.h"
#include "sample-data/record_places.h"

#include <fmt/format.h>

#include <map>
#include <set>

namespace banlang::sample {
namespace {

using Keys = std::set<std::string, std::less<>>;

bool longAgo(Date date, int days) {
    return date.known() && daysAfter(date, days) < meetingDay();
}

/// Collects cases of one district.
class Cases {
public:
    Cases(const Landscape& land, const RecordSet& records) : land_(land), records_(records) {}

    FeatureTable found() && {
        villages();
        communes();
        gardens();
        houses();
        works();
        households();
        helpers();
        return std::move(table_);
    }

private:
    [[nodiscard]] const FeatureTable& of(Role role) const { return records_[indexOf(role)]; }
    void add(std::string_view gap, Role role, std::string_view key) {
        addRow(table_, {{"gap", gap}, {"role", recordKind(role).id}, {"key", key}});
    }
    [[nodiscard]] Keys keysOf(Role role, const TextField& field) const {
        Keys keys;
        for (std::size_t row = 0; row < of(role).rowCount; ++row) keys.emplace(of(role).textAt(field, row));
        return keys;
    }

    [[nodiscard]] std::size_t count(Role role, std::string_view village) const {
        const auto villageOf = of(role).column(fields::placeReferences.villageCode);
        std::size_t rows = 0;
        for (std::size_t row = 0; row < of(role).rowCount; ++row) rows += villageOf[row] == village ? 1U : 0U;
        return rows;
    }

    void villages() {
        const Keys routes = keysOf(Role::greenRoutes, fields::greenRoutes.villageCode);
        const Keys met = keysOf(Role::meetings, fields::meetings.villageCode);
        Keys called = keysOf(Role::saturdays, fields::saturdays.villageCode);
        for (const std::string& village : keysOf(Role::campaigns, fields::campaigns.villageCode)) called.insert(village);
        for (const Village& village : land_.settlements.villages) {
            if (!routes.contains(village.code)) add("village-without-green-route", Role::villages, village.code);
            const std::size_t few = village.households / 3;
            if (!called.contains(village.code) && count(Role::gardens, village.code) + count(Role::donations, village.code) < few)
                add("participation-low", Role::villages, village.code);
        }
        const FeatureTable& models = of(Role::modelVillages);
        for (std::size_t row = 0; row < models.rowCount; ++row) {
            if (!met.contains(models.textAt(fields::modelVillages.villageCode, row)))
                add("model-village-without-meeting", Role::villages, models.textAt(fields::modelVillages.villageCode, row));
        }
        const FeatureTable& assets = of(Role::publicAssets);
        for (std::size_t row = 0; row < assets.rowCount; ++row) {
            if (assets.textAt(fields::publicAssets.condition, row) == "xấu")
                add("asset-poor", Role::publicAssets, assets.textAt(fields::publicAssets.id, row));
        }
    }

    void communes() {
        for (std::size_t c = 0; c < land_.settlements.communes.size(); ++c) {
            const std::string& code = land_.settlements.communes[c].code;
            if (neverLaunched(c)) add("commune-without-launch", Role::communes, code);
            if (!letLapse(c)) continue;
            add("commune-silent-on-saturdays", Role::communes, code);
            add("movement-lapsed", Role::communes, code);
        }
    }

    void gardens() {
        const FeatureTable& table = of(Role::gardens);
        Keys assessed;
        const FeatureTable& checks = of(Role::inspections);
        for (std::size_t row = 0; row < checks.rowCount; ++row) {
            if (!checks.textAt(fields::inspections.effect, row).empty())
                assessed.emplace(checks.textAt(fields::inspections.gardenId, row));
        }
        constexpr int halfAYear = 180;
        for (std::size_t row = 0; row < table.rowCount; ++row) {
            const std::string_view id = table.textAt(fields::gardens.id, row);
            if (!longAgo(table.dateAt(fields::gardens.disbursedOn, row), halfAYear)) continue;
            if (!assessed.contains(id)) add("loan-not-assessed", Role::gardens, id);
            if (!table.dateAt(fields::gardens.inspectedOn, row).known()) add("loan-never-inspected", Role::gardens, id);
        }
    }

    void houses() {
        const FeatureTable& table = of(Role::houses);
        const Keys checked = keysOf(Role::inspections, fields::inspections.houseId);
        const Keys open = housesWithOpenItems();
        for (std::size_t row = 0; row < table.rowCount; ++row) {
            const std::string_view id = table.textAt(fields::houses.id, row);
            const bool old = table.textAt(fields::houses.phase, row) != "2022";
            const bool unfinished = !table.textAt(fields::houses.unfinishedItems, row).empty();
            if (old && (unfinished || open.contains(id))) add("house-items-unfinished", Role::houses, id);
            if (unfinished && table.textAt(fields::houses.helpPlan, row).empty()) add("old-house-unfinished", Role::houses, id);
            // At the first of five steps six weeks before the end.
            if (!old && !table.dateAt(fields::houses.foundationOn, row).known()) add("house-late", Role::houses, id);
            if (longAgo(table.dateAt(fields::houses.startedOn, row), 120) && !checked.contains(id))
                add("never-inspected", Role::houses, id);
        }
    }

    [[nodiscard]] Keys housesWithOpenItems() const {
        std::map<std::string, std::map<std::string, double>, std::less<>> latest; // reports of a house come in their order
        const FeatureTable& items = of(Role::houseItems);
        for (std::size_t row = 0; row < items.rowCount; ++row)
            latest[std::string(items.textAt(fields::houseItems.houseId, row))]
                  [std::string(items.textAt(fields::houseItems.item, row))] = items.numberAt(fields::houseItems.percentDone, row);
        Keys open;
        for (const auto& [house, percents] : latest) {
            for (const auto& [item, percent] : percents) {
                if (percent < 100) open.insert(house);
            }
        }
        return open;
    }

    void works() {
        const FeatureTable& table = of(Role::roadWorks);
        const Keys checked = keysOf(Role::inspections, fields::inspections.workId);
        for (std::size_t row = 0; row < table.rowCount; ++row) {
            const std::string_view id = table.textAt(fields::roadWorks.id, row);
            const bool finished = table.dateAt(fields::roadWorks.finishedOn, row).known();
            const bool looked = checked.contains(id) || table.dateAt(fields::roadWorks.qualityCheckedOn, row).known();
            if (!finished && longAgo(table.dateAt(fields::roadWorks.plannedFinish, row), 30))
                add("work-behind-plan", Role::roadWorks, id);
            if (longAgo(table.dateAt(fields::roadWorks.startedOn, row), 120) && !looked)
                add("never-inspected", Role::roadWorks, id);
        }
    }

    void households() {
        const Keys listed = keysOf(Role::supportList, fields::supportList.householdId);
        const Keys joined = keysOf(Role::gardens, fields::gardens.householdId);
        const Keys villagesJoined = keysOf(Role::gardens, fields::gardens.villageCode);
        for (std::size_t h = 0; h < land_.houses.size(); ++h) {
            const std::string categories = categoriesOf(land_, h);
            if (categories.empty()) continue;
            const std::string id = householdId(land_, h);
            const bool merit = hasCategory(categories, "người có công") || hasCategory(categories, "cựu chiến binh");
            const bool poor = hasCategory(categories, "nghèo");
            const bool need = hasCategory(categories, "khó khăn nhà ở");
            if (merit && poor && need && !listed.contains(id)) add("priority-household-off-list", Role::households, id);
            if (poor && !villagesJoined.contains(villageOfHousehold(land_, h).code) && !joined.contains(id))
                add("poor-household-not-joined", Role::households, id);
        }
    }

    /// Houses that were given clearly less than was promised.
    void helpers() {
        const FeatureTable& table = of(Role::houses);
        for (std::size_t row = 0; row < table.rowCount; ++row) {
            const double pledged = table.numberAt(fields::houses.labourDaysPledged, row);
            const bool begun = longAgo(table.dateAt(fields::houses.startedOn, row), 30);
            if (begun && table.numberAt(fields::houses.labourDaysGiven, row) < 0.8 * pledged)
                add("labour-not-given", Role::houses, table.textAt(fields::houses.id, row));
        }
    }

    const Landscape& land_;
    const RecordSet& records_;
    FeatureTable table_ = textTable({"gap", "role", "key"});
};

} // namespace

FeatureTable plantedGaps(const Landscape& land, const RecordSet& records) {
    return Cases(land, records).found();
}

} // namespace banlang::sample
