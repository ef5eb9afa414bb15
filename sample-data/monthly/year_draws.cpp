// SPDX-License-Identifier: MIT
#include "sample-data/monthly/year_draws.h"

#include "sample-data/monthly/year_record.h"
#include "sample-data/names.h"
#include "sample-data/random.h"
#include "sample-data/record_places.h"

#include <cmath>

namespace banlang::sample {
namespace {

constexpr std::size_t worksOfACommune = 3;
constexpr int mostGivenM2 = 190; ///< nobody gives more than half of a parcel

std::vector<std::size_t> ownRoads(const Landscape& land, std::size_t commune) {
    std::vector<std::size_t> roads;
    for (std::size_t i = 0; i < land.roads.size() && roads.size() < worksOfACommune; ++i) {
        const Road& road = land.roads[i];
        const bool fits = road.roadClass == RoadClass::commune || road.roadClass == RoadClass::village;
        if (fits && road.commune == static_cast<std::int32_t>(commune)) roads.push_back(i);
    }
    return roads;
}

} // namespace

YearDraws::YearDraws(const Landscape& land, const ParcelSummary& parcels, std::size_t commune)
    : land_(&land), parcels_(&parcels), commune_(commune), households_(householdsOf(land, commune)),
      roads_(ownRoads(land, commune)) {}

std::size_t YearDraws::householdAt(std::size_t place, std::size_t list) const {
    return households_.first + (place * 5 + list) % households_.count;
}

const std::string& YearDraws::villageCodeOf(std::size_t household) const {
    return villageOfHousehold(*land_, household).code;
}

std::vector<YearRecord> YearDraws::draw(const ReportedKind& kind) const {
    switch (kind.role) {
    case Role::donations:
        return donations(kind);
    case Role::roadWorks:
        return works(kind);
    case Role::gardens:
        return gardens(kind);
    case Role::houses:
        return houses(kind);
    case Role::contributions:
        return gifts(kind);
    default:
        return deliveries(kind);
    }
}

std::vector<YearRecord> YearDraws::donations(const ReportedKind& kind) const {
    Random random(land_->seed, 0x6d646f6e, commune_);
    std::vector<YearRecord> records;
    for (int month = 0; month < monthsOfYear; ++month) {
        for (int i = random.whole(1, 3); i > 0; --i) {
            const std::size_t household = householdAt(records.size(), 1);
            const ParcelKey& parcel = parcels_->parcelOfHousehold[household];
            const bool surveyed = parcel.sheet > 0 && parcel.commune == static_cast<std::int32_t>(commune_) &&
                                  ringAreaM2(parcels_->shapeOfHousehold[household]) > 2 * mostGivenM2;
            RecordMaker record(kind, month);
            record.always(fields::donations.id, fmt::format("{}", records.size() + 1));
            if (surveyed) record.always(fields::donations.sheet, static_cast<double>(parcel.sheet));
            if (surveyed) record.always(fields::donations.number, static_cast<double>(parcel.number));
            record.always(fields::donations.householdId, households_.numberOf(household));
            if (!roads_.empty()) record.always(fields::donations.roadId, land_->roads[random.pick(roads_)].id);
            record.always(fields::donations.purpose, random.chance(0.5) ? "mở mới" : "nâng cấp");
            record.always(fields::donations.declaredAreaM2, static_cast<double>(random.whole(20, 90)));
            record.always(fields::donations.donatedOn, dayIn(month, random.whole(1, 24)));
            record.always(fields::donations.minuteNo, fmt::format("BB-{}", records.size() + 1));
            // Measured again, the strip turns out to be another.
            const int again = month + random.whole(1, 4);
            if (random.chance(0.25))
                record.say(again, fields::donations.declaredAreaM2, static_cast<double>(random.whole(100, mostGivenM2)));
            records.push_back(std::move(record.made));
        }
    }
    return records;
}

std::vector<YearRecord> YearDraws::works(const ReportedKind& kind) const {
    std::vector<YearRecord> records;
    for (const std::size_t road : roads_) {
        Random random(land_->seed, 0x6d776f72, road);
        const int begin = random.whole(0, 6);
        const int step = random.whole(12, 34);
        const int ordered = random.whole(80, 240);
        RecordMaker record(kind, begin);
        record.always(fields::roadWorks.id, fmt::format("CT{}", records.size() + 1));
        record.always(fields::roadWorks.name, fmt::format("Nâng cấp {}", land_->roads[road].name));
        record.always(fields::roadWorks.roadId, land_->roads[road].id);
        record.always(fields::roadWorks.kind, "nâng cấp");
        record.always(fields::roadWorks.fromM, 0.0);
        record.always(fields::roadWorks.toM, std::floor(lengthM(land_->roads[road].line)));
        record.always(fields::roadWorks.startedOn, dayIn(begin, random.whole(1, 10)));
        record.always(fields::roadWorks.cementOrderedT, static_cast<double>(ordered));
        for (int month = begin, percent = 0; month < monthsOfYear && percent < 100; ++month) {
            percent = std::min(100, percent + (random.chance(0.2) ? 0 : step));
            record.say(month, fields::roadWorks.percentDone, static_cast<double>(percent));
            record.say(month, fields::roadWorks.cementReceivedT, std::floor(ordered * percent / 100.0));
            if (percent == 100) record.say(month, fields::roadWorks.finishedOn, dayIn(month, random.whole(12, 24)));
        }
        records.push_back(std::move(record.made));
    }
    return records;
}

std::vector<YearRecord> YearDraws::gifts(const ReportedKind& kind) const {
    constexpr const char* givers[] = {"nhân dân", "hộ khá giả", "doanh nghiệp", "cán bộ, công chức"};
    Random random(land_->seed, 0x6d676966, commune_);
    std::vector<YearRecord> records;
    for (int month = 0; month < monthsOfYear; ++month) {
        for (int i = random.whole(1, 4); i > 0; --i) {
            const std::size_t household = households_.first + random.next() % households_.count;
            RecordMaker record(kind, month);
            record.always(fields::contributions.date, dayIn(month, random.whole(1, 24)));
            record.always(fields::contributions.villageCode, villageCodeOf(household));
            record.always(fields::contributions.programme, random.chance(0.6) ? "nông thôn mới" : "hỗ trợ nhà ở");
            record.always(fields::contributions.donorKind, random.pick(givers));
            record.always(fields::contributions.donor, personName(land_->seed, household));
            record.always(fields::contributions.amountVnd, random.whole(1, 20) * 5e5);
            records.push_back(std::move(record.made));
        }
    }
    return records;
}

std::vector<YearRecord> YearDraws::deliveries(const ReportedKind& kind) const {
    constexpr const char* materials[] = {"xi măng", "cát", "đá"};
    Random random(land_->seed, 0x6d64656c, commune_);
    std::vector<YearRecord> records;
    for (int month = 0; month < monthsOfYear && !roads_.empty(); ++month) {
        for (int i = random.whole(0, 3); i > 0; --i) {
            RecordMaker record(kind, month);
            record.always(fields::deliveries.date, dayIn(month, random.whole(1, 24)));
            record.always(fields::deliveries.material, random.pick(materials));
            record.always(fields::deliveries.workId, fmt::format("CT{}", 1 + random.next() % roads_.size()));
            record.always(fields::deliveries.quantityReceived, random.whole(1, 6) * 5.0);
            record.always(fields::deliveries.quantityUnit, "tấn");
            // Two lorries of one load on one day.
            if (random.chance(0.3)) records.push_back(record.made);
            records.push_back(std::move(record.made));
        }
    }
    return records;
}

YearRecord YearDraws::garden(const ReportedKind& kind, int month, std::size_t place) const {
    constexpr const char* crops[] = {"cây ăn quả", "rau đậu", "ao cá", "chuồng trại"};
    Random random(hashOf(land_->seed, 0x6d676172), commune_, place);
    const std::size_t household = householdAt(place, 2);
    RecordMaker record(kind, month);
    record.always(fields::gardens.id, fmt::format("V{}", place + 1));
    record.always(fields::gardens.householdId, households_.numberOf(household));
    record.always(fields::gardens.villageCode, villageCodeOf(household));
    record.always(fields::gardens.areaM2, static_cast<double>(random.whole(150, 480)));
    record.always(fields::gardens.cropGroup, random.pick(crops));
    record.always(fields::gardens.registeredOn, dayIn(month, random.whole(1, 9)));
    const int started = month + random.whole(0, 2);
    const int finished = started + random.whole(1, 4);
    if (started < monthsOfYear) record.say(started, fields::gardens.startedOn, dayIn(started, random.whole(10, 24)));
    if (finished < monthsOfYear) record.say(finished, fields::gardens.finishedOn, dayIn(finished, random.whole(1, 24)));
    // Measured again, or found to have been measured somewhere else and struck out.
    const int again = month + random.whole(1, 5);
    if (random.chance(0.2)) record.say(again, fields::gardens.areaM2, static_cast<double>(random.whole(500, 700)));
    if (random.chance(0.06)) record.say(again, fields::gardens.areaM2, std::string());
    return std::move(record.made);
}

std::vector<YearRecord> YearDraws::gardens(const ReportedKind& kind) const {
    constexpr int renumbered = 6;
    constexpr int dropped = 5;
    Random random(land_->seed, 0x6d766f6e, commune_);
    std::vector<YearRecord> records;
    for (int month = 0; month < monthsOfYear; ++month) {
        for (int i = random.whole(1, 3); i > 0; --i) records.push_back(garden(kind, month, records.size()));
    }
    if (dropsAGarden(commune_)) records.front().until = dropped;
    if (!renumbersGardens(commune_)) return records;
    for (std::size_t i = 0; i < records.size() && records[i].from < renumbered; ++i) {
        records[i].laterNumber = fmt::format("VT-{:03}", i + 1);
        records[i].renumberedFrom = renumbered;
    }
    return records;
}

YearRecord YearDraws::house(const ReportedKind& kind, int month, std::size_t place) const {
    constexpr FieldHandle steps[] = {fields::houses.startedOn, fields::houses.foundationOn, fields::houses.wallsOn,
                                     fields::houses.roofOn, fields::houses.finishedOn};
    Random random(hashOf(land_->seed, 0x6d686f75), commune_, place);
    const std::size_t household = householdAt(place, 3);
    const int pledged = random.whole(20, 60);
    RecordMaker record(kind, month);
    record.always(fields::houses.id, fmt::format("N{}", place + 1));
    record.always(fields::houses.householdId, households_.numberOf(household));
    record.always(fields::houses.villageCode, villageCodeOf(household));
    record.always(fields::houses.phase, "2022");
    record.always(fields::houses.deadline, Date::fromYmd(2022, 12, 31));
    record.always(fields::houses.labourDaysPledged, static_cast<double>(pledged));
    int now = month;
    int step = 0;
    for (; now < monthsOfYear && step < 5; now += random.whole(1, 2), ++step) {
        record.say(now, steps[step], dayIn(now, random.whole(1, 24)));
        record.say(now, fields::houses.labourDaysGiven, std::floor(pledged * (step + 1) / 5.0));
    }
    return std::move(record.made);
}

std::vector<YearRecord> YearDraws::houses(const ReportedKind& kind) const {
    Random random(land_->seed, 0x6d6e6861, commune_);
    std::vector<YearRecord> records;
    for (int month = 0; month < monthsOfYear; ++month) {
        if (random.chance(0.6)) records.push_back(house(kind, month, records.size()));
    }
    return records;
}

} // namespace banlang::sample
