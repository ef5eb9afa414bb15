// SPDX-License-Identifier: MIT
#include "viewer/results/product.h"
#include "viewer/results/result_key.h"

#include <gtest/gtest.h>

namespace banlang::viewer {
namespace {

const ResultKey<int> parcels{"parcels"};
const ResultKey<std::string> title{"title"};

JobInputs inputs() {
    JobInputs made;
    made.add(parcels.text, Product(std::make_shared<const int>(12)));
    made.add(title.text, Product(std::make_shared<const std::string>("land")));
    return made;
}

TEST(Product, IsReadByTheKeyThatItWasMadeUnder) {
    const JobInputs made = inputs();
    EXPECT_EQ(made.at(parcels), 12);
    EXPECT_EQ(made.at(title), "land");
}

TEST(Product, KnowsItsTypeAndWhetherItIsThere) {
    EXPECT_FALSE(Product());
    EXPECT_FALSE(Product().isOf(typeid(int)));
    EXPECT_FALSE(Product(std::shared_ptr<const int>()));
    const Product product(std::make_shared<const int>(12));
    EXPECT_TRUE(product);
    EXPECT_TRUE(product.isOf(typeid(int)));
    EXPECT_FALSE(product.isOf(typeid(double)));
}

TEST(ProductDeathTest, AKeyThatWasNotNamedEndsTheProgram) {
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    EXPECT_DEATH((void)inputs().at(ResultKey<int>{"roads"}), "result roads is none of those");
}

TEST(ProductDeathTest, AnotherTypeUnderTheSameKeyEndsTheProgram) {
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    EXPECT_DEATH((void)inputs().at(ResultKey<double>{parcels.text}), "result parcels was made as another type");
}

TEST(ResultKey, TextsOfSeveralTypesComeInTheirOrder) {
    EXPECT_EQ(textsOf(title, parcels), (std::vector<std::string>{"title", "parcels"}));
}

} // namespace
} // namespace banlang::viewer
