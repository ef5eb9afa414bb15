// SPDX-License-Identifier: MIT
#include "core/text/syllables.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

TEST(Syllables, OrdinaryWords) {
    for (const char* word :
         {"xã", "huyện", "thị", "trấn", "đường", "nghiêng", "khuỷu", "thuở", "được",  "người", "rượu", "ngoằn", "yến",
          "ý",  "y",     "ỉa",  "uống", "ước",   "quốc",    "quyết", "quýt", "khuya", "mương", "oái",  "xoong"})
        EXPECT_TRUE(isSyllable(word)) << word;
}

TEST(Syllables, GiAndYAreSpelledInTheirWays) {
    for (const char* word :
         {"gì", "gìn", "giếng", "già", "giữ", "giàng", "mỹ", "mĩ", "lý", "lí", "tỵ", "quý", "quí", "yên", "huynh"})
        EXPECT_TRUE(isSyllable(word)) << word;
    for (const char* word : {"gè", "giyế", "iến", "hyến"}) EXPECT_FALSE(isSyllable(word)) << word;
}

TEST(Syllables, ToneInItsOldAndItsNewPlaceOnly) {
    for (const char* word : {"hòa", "hoà", "khỏe", "khoẻ", "thủy", "thuỷ", "loán", "thuyền"}) EXPECT_TRUE(isSyllable(word)) << word;
    for (const char* word : {"lóan", "hùơng", "mừơng", "taì", "tháì", "đừơng"}) EXPECT_FALSE(isSyllable(word)) << word;
}

TEST(Syllables, StoppedSyllablesAreRisingOrHeavy) {
    for (const char* word : {"mát", "mạt", "sắc", "hộp", "lịch"}) EXPECT_TRUE(isSyllable(word)) << word;
    for (const char* word : {"màt", "mảt", "sằc", "hỗp", "lỉch", "đat"}) EXPECT_FALSE(isSyllable(word)) << word;
}

TEST(Syllables, OnsetsGoWithTheirVowels) {
    for (const char* word : {"kẻ", "cả", "nghĩ", "ngã", "ghế", "gỗ", "Kạn"}) EXPECT_TRUE(isSyllable(word)) << word;
    for (const char* word : {"cẻ", "ngĩ", "nghã", "gế", "ghỗ", "qả", "quừ"}) EXPECT_FALSE(isSyllable(word)) << word;
}

TEST(Syllables, NamesOfTheHighlands) {
    for (const char* name : {"Pờ",  "Sủng", "Phìn", "Xín", "Lô",  "Má",   "Lé",   "Ngam", "La",  "Sà", "Khâu", "Vai", "Pù",
                             "Péo", "Mần",  "Díu",  "Đản", "Ván", "Thài", "Tủng", "Nậm",  "Dẩn", "Tụ", "Nhân", "Đắk", "Lắk"})
        EXPECT_TRUE(isSyllable(name)) << name;
}

TEST(Syllables, CasesDoNotMix) {
    EXPECT_TRUE(isSyllable("HUYỆN"));
    EXPECT_TRUE(isSyllable("Huyện"));
    EXPECT_TRUE(isSyllable("Ý"));
    for (const char* word : {"HUYện", "hUYỆN", "huyệN", "HuyÖn"}) EXPECT_FALSE(isSyllable(word)) << word;
}

TEST(Syllables, ForeignWordsAndBrokenLettersAreNone) {
    for (const char* word : {"", "Unió", "Julià", "Lòria", "Église", "Pré", "Café", "X·", "Qu¶n", "B¹", "được\xC6", "\xFF",
                             "nghiêngs", "Привет", "a\u0301", "ááb", "2"})
        EXPECT_FALSE(isSyllable(word)) << word;
}

} // namespace
} // namespace banlang
