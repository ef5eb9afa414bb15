// SPDX-License-Identifier: MIT
#include "sample-data/monthly/reported_kinds.h"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace banlang::sample {
namespace {

constexpr FieldHandle donationFields[] = {
    fields::donations.id,      fields::donations.sheet,   fields::donations.number,         fields::donations.householdId,
    fields::donations.roadId,  fields::donations.purpose, fields::donations.declaredAreaM2, fields::donations.donatedOn,
    fields::donations.minuteNo};
constexpr FieldHandle workFields[] = {fields::roadWorks.id,
                                      fields::roadWorks.name,
                                      fields::roadWorks.roadId,
                                      fields::roadWorks.kind,
                                      fields::roadWorks.fromM,
                                      fields::roadWorks.toM,
                                      fields::roadWorks.percentDone,
                                      fields::roadWorks.startedOn,
                                      fields::roadWorks.finishedOn,
                                      fields::roadWorks.cementOrderedT,
                                      fields::roadWorks.cementReceivedT};
constexpr FieldHandle gardenFields[] = {fields::gardens.id,        fields::gardens.householdId, fields::gardens.villageCode,
                                        fields::gardens.areaM2,    fields::gardens.cropGroup,   fields::gardens.registeredOn,
                                        fields::gardens.startedOn, fields::gardens.finishedOn};
constexpr FieldHandle houseFields[] = {
    fields::houses.id,       fields::houses.householdId, fields::houses.villageCode,       fields::houses.phase,
    fields::houses.deadline, fields::houses.startedOn,   fields::houses.foundationOn,      fields::houses.wallsOn,
    fields::houses.roofOn,   fields::houses.finishedOn,  fields::houses.labourDaysPledged, fields::houses.labourDaysGiven};
constexpr FieldHandle giftFields[] = {fields::contributions.date,      fields::contributions.villageCode,
                                      fields::contributions.programme, fields::contributions.donorKind,
                                      fields::contributions.donor,     fields::contributions.amountVnd};
constexpr FieldHandle deliveryFields[] = {fields::deliveries.date, fields::deliveries.material, fields::deliveries.workId,
                                          fields::deliveries.quantityReceived, fields::deliveries.quantityUnit};

constexpr ReportedKind kinds[] = {
    {Role::donations, "hien dat", "DANH SÁCH HỘ HIẾN ĐẤT", donationFields, fields::donations.declaredAreaM2, true, false},
    {Role::roadWorks, "cong trinh", "TIẾN ĐỘ CÔNG TRÌNH ĐƯỜNG", workFields, fields::roadWorks.cementReceivedT, true, true},
    {Role::gardens, "vuon", "DANH SÁCH VƯỜN CẢI TẠO", gardenFields, fields::gardens.areaM2, true, false},
    {Role::houses, "nha o", "TIẾN ĐỘ NHÀ Ở", houseFields, fields::houses.labourDaysGiven, true, true},
    {Role::contributions, "dong gop", "DANH SÁCH ĐÓNG GÓP", giftFields, fields::contributions.amountVnd, false, false},
    {Role::deliveries, "vat lieu", "DANH SÁCH CẤP VẬT LIỆU", deliveryFields, fields::deliveries.quantityReceived, false, false},
};

const RecordField& declared(const ReportedKind& kind, const FieldHandle& field) {
    return recordKind(kind.role).fields[field.position];
}

} // namespace

std::span<const ReportedKind> reportedKinds() {
    return kinds;
}

std::size_t placeOf(const ReportedKind& kind, const FieldHandle& field) {
    const auto found =
        std::find_if(kind.fields.begin(), kind.fields.end(), [&](const FieldHandle& told) { return told.name == field.name; });
    if (found == kind.fields.end()) throw std::logic_error("not told: " + std::string(field.name));
    return static_cast<std::size_t>(found - kind.fields.begin());
}

bool mayChange(const ReportedKind& kind, const FieldHandle& field) {
    return field.name != kind.fields.front().name && declared(kind, field).reference == Reference::none;
}

bool mayBeLeftOut(const ReportedKind& kind, const FieldHandle& field) {
    return kind.numbered && mayChange(kind, field) && !declared(kind, field).required && field.type != ColumnType::date;
}

} // namespace banlang::sample
