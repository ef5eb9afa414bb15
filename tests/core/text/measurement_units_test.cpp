// SPDX-License-Identifier: MIT
#include "core/text/measurement_units.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

constexpr MeasurementUnit squareMetres{Quantity::areaM2, 1, "m²"};
constexpr MeasurementUnit dong{Quantity::moneyVnd, 1, "đồng"};
constexpr MeasurementUnit millions{Quantity::moneyVnd, 1e6, "triệu đồng"};
constexpr MeasurementUnit metres{Quantity::lengthM, 1, "m"};
constexpr MeasurementUnit tonnes{Quantity::weightT, 1, "tấn"};

double factorIn(std::string_view text, Quantity quantity) {
    const auto unit = measurementUnitInText(text, quantity);
    return unit ? unit->factor : 0;
}

TEST(Units, FieldsSayWhatTheyHold) {
    EXPECT_EQ(quantityOfField("declared_area_m2"), Quantity::areaM2);
    EXPECT_EQ(quantityOfField("loan_vnd"), Quantity::moneyVnd);
    EXPECT_EQ(quantityOfField("from_m"), Quantity::lengthM);
    EXPECT_EQ(quantityOfField("bed_width_m"), Quantity::lengthM);
    EXPECT_EQ(quantityOfField("cement_ordered_t"), Quantity::weightT);
    for (const char* other : {"centre_x_m", "centre_y_m", "members", "labour_days_given", "finished_on"})
        EXPECT_EQ(quantityOfField(other), std::nullopt) << other;
}

TEST(Units, AreNamedInHeaders) {
    EXPECT_EQ(factorIn("Diện tích (m2)", Quantity::areaM2), 1);
    EXPECT_EQ(factorIn("Diện tích (m²)", Quantity::areaM2), 1);
    EXPECT_EQ(factorIn("DIỆN TÍCH (HA)", Quantity::areaM2), 10'000);
    EXPECT_EQ(factorIn("Diện tích hiến, ha", Quantity::areaM2), 10'000);
    EXPECT_EQ(factorIn("dien_tich_ha", Quantity::areaM2), 10'000);
    EXPECT_EQ(factorIn("Diện tích / (sào)", Quantity::areaM2), 360);
    EXPECT_EQ(factorIn("Diện tích (thước)", Quantity::areaM2), 24);
    EXPECT_EQ(factorIn("Diện tích mét vuông", Quantity::areaM2), 1);
    EXPECT_EQ(factorIn("Kinh phí (tr.đ)", Quantity::moneyVnd), 1e6);
    EXPECT_EQ(factorIn("Kinh phí (trđ/hộ)", Quantity::moneyVnd), 1e6);
    EXPECT_EQ(factorIn("Số tiền (1.000 đồng)", Quantity::moneyVnd), 1e3);
    EXPECT_EQ(factorIn("Số tiền (1000đ)", Quantity::moneyVnd), 1e3);
    EXPECT_EQ(factorIn("Vốn vay (ngàn đồng)", Quantity::moneyVnd), 1e3);
    EXPECT_EQ(factorIn("Tổng mức (tỷ đồng)", Quantity::moneyVnd), 1e9);
    EXPECT_EQ(factorIn("Số tiền (₫)", Quantity::moneyVnd), 1);
    EXPECT_EQ(factorIn("Số tiền đồng", Quantity::moneyVnd), 1);
    EXPECT_EQ(factorIn("Chiều dài (km)", Quantity::lengthM), 1'000);
    EXPECT_EQ(factorIn("Rộng nền (m)", Quantity::lengthM), 1);
    EXPECT_EQ(factorIn("Xi măng (kg)", Quantity::weightT), 0.001);
    EXPECT_EQ(factorIn("Xi măng (tấn)", Quantity::weightT), 1);
    EXPECT_EQ(factorIn("Sản lượng (tạ)", Quantity::weightT), 0.1);
}

TEST(Units, AreNamedInNotes) {
    EXPECT_EQ(measurementUnitInText("ĐVT: triệu đồng", Quantity::moneyVnd)->name, "triệu đồng");
    EXPECT_EQ(factorIn("(Đơn vị tính: 1.000 đồng)", Quantity::moneyVnd), 1e3);
    EXPECT_EQ(factorIn("Đơn vị: ha", Quantity::areaM2), 10'000);
    EXPECT_EQ(factorIn("ha", Quantity::areaM2), 10'000);
    EXPECT_EQ(factorIn("ĐVT: 1.000 m2", Quantity::areaM2), 1'000);
}

TEST(Units, NeverComeFromNamesAndOtherWords) {
    for (const char* text : {"UBND HUYỆN ĐỒNG VĂN", "Số hợp đồng", "Ngày công", "Biểu mẫu", "Mẫu số 01", "Xã Tả Ván",
                             "Tỉnh Hà Giang", "Ngày công (công)", "Tỷ lệ (%)", "Công trình", "Diện tích"}) {
        for (const Quantity quantity : {Quantity::areaM2, Quantity::moneyVnd, Quantity::lengthM, Quantity::weightT})
            EXPECT_FALSE(measurementUnitInText(text, quantity)) << text;
    }
    EXPECT_EQ(factorIn("Diện tích (công)", Quantity::areaM2), 1'000);
}

TEST(Units, NeverOfAnotherQuantity) {
    EXPECT_FALSE(measurementUnitInText("Diện tích (ha)", Quantity::moneyVnd));
    EXPECT_FALSE(measurementUnitInText("ĐVT: triệu đồng", Quantity::areaM2));
    EXPECT_FALSE(measurementUnitInText("Diện tích (m2)", Quantity::lengthM));
}

TEST(Units, ValuesMayCarryThem) {
    EXPECT_EQ(parseQuantity("2 sào 5 thước", DecimalMark::comma, squareMetres), 840);
    EXPECT_EQ(parseQuantity("1 mẫu 2 sào", DecimalMark::comma, squareMetres), 4'320);
    EXPECT_EQ(parseQuantity("2 sào rưỡi", DecimalMark::comma, squareMetres), 900);
    EXPECT_EQ(parseQuantity("1,2ha", DecimalMark::comma, squareMetres), 12'000);
    EXPECT_EQ(parseQuantity("438.577 m2", DecimalMark::comma, squareMetres), 438'577);
    EXPECT_EQ(parseQuantity("94.1 m²", DecimalMark::dot, squareMetres), 94.1);
    EXPECT_EQ(parseQuantity("60 triệu", DecimalMark::comma, dong), 60e6);
    EXPECT_EQ(parseQuantity("1,5 tỷ", DecimalMark::comma, dong), 1.5e9);
    EXPECT_EQ(parseQuantity("1 tỷ 200 triệu", DecimalMark::comma, dong), 1.2e9);
    EXPECT_EQ(parseQuantity("281.059 triệu đồng", DecimalMark::comma, dong), 281.059e9);
    EXPECT_EQ(parseQuantity("60.000.000đ", DecimalMark::comma, millions), 60e6);
    EXPECT_EQ(parseQuantity("1,5 km", DecimalMark::comma, metres), 1'500);
    EXPECT_EQ(parseQuantity("5 tạ", DecimalMark::comma, tonnes), 0.5);
}

TEST(Units, BareNumbersMeanWhatTheColumnMeans) {
    EXPECT_EQ(parseQuantity("30", DecimalMark::comma, millions), 30e6);
    EXPECT_EQ(parseQuantity("1.250,5", DecimalMark::comma, squareMetres), 1'250.5);
    EXPECT_EQ(parseQuantity("'３０", DecimalMark::comma, millions), 30e6);
}

TEST(Units, RefuseWhatNobodyCanTell) {
    for (const char* text :
         {"", "có", "x", "khoảng 20 m2", "5 thước 2 sào", "2 sào 5", "40%", "3 công", "60 triệu", "1,2,5 ha", "m2"})
        EXPECT_FALSE(parseQuantity(text, DecimalMark::comma, squareMetres)) << text;
}

} // namespace
} // namespace banlang
