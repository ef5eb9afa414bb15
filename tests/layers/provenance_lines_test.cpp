// SPDX-License-Identifier: MIT
#include "layers/provenance.h"
#include "layers/provenance_lines.h"
#include "tests/support/analysis_context.h"
#include "tests/support/source_date.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

namespace banlang {
namespace {

using testing::HasSubstr;
using testing::Not;

Provenance about() {
    Provenance provenance;
    provenance.title = "Đất hiến";
    provenance.asOf = Date::fromYmd(2022, 5, 18);
    provenance.program = "banlang 1";
    provenance.madeAt = 1'652'857'800;
    return provenance;
}

std::string keysOf(const Provenance& provenance) {
    std::string keys;
    for (const ProvenanceLine& line : provenanceLines(provenance, Language::english)) keys += std::string(line.key) + ' ';
    return keys;
}

TEST(ProvenanceLines, SayOnlyWhatIsKnownInAFixedOrder) {
    Provenance provenance = about();
    EXPECT_EQ(keysOf(provenance), "title as_of audience sources program made_at ");
    provenance.command = "banlang export";
    EXPECT_EQ(keysOf(provenance), "title as_of audience sources program made_at command ");
    provenance.asOf = {};
    provenance.title.clear();
    EXPECT_EQ(keysOf(provenance), "audience sources program made_at command ");
}

TEST(ProvenanceLines, ValuesAreInTheReadersLanguage) {
    const auto vietnamese = provenanceLines(about(), Language::vietnamese);
    const auto english = provenanceLines(about(), Language::english);
    EXPECT_EQ(vietnamese[1].value, "18/5/2022");
    EXPECT_NE(vietnamese[2].value, english[2].value) << "whom it is for";
    EXPECT_EQ(english[3].value, "the data store");
    EXPECT_EQ(vietnamese[5].value, "2022-05-18T07:10:00Z");
}

TEST(ProvenanceLines, SourcesAreListedOneAfterAnother) {
    Provenance provenance = about();
    provenance.sources = {"xã A.xlsx", "b.shp"};
    EXPECT_EQ(sourcesText(provenance, Language::vietnamese), "xã A.xlsx; b.shp");
    const std::string text = provenanceText(provenance, Language::vietnamese);
    EXPECT_THAT(text, HasSubstr("18/5/2022"));
    EXPECT_THAT(text, HasSubstr("xã A.xlsx; b.shp"));
    EXPECT_THAT(text, Not(HasSubstr("Đất hiến"))) << "the title has a field of its own";
    EXPECT_THAT(text, Not(HasSubstr("banlang 1")));
}

TEST(ProvenanceLines, TheTimeIsThatOfGreenwich) {
    Provenance provenance;
    EXPECT_EQ(madeAtIso(provenance), "1970-01-01T00:00:00Z");
    provenance.madeAt = 4'102'444'799;
    EXPECT_EQ(madeAtIso(provenance), "2099-12-31T23:59:59Z");
}

TEST(Provenance, TheTimeOfMakingMayBeGiven) {
    {
        const test::SourceDate fixed;
        EXPECT_EQ(timeOfMaking(), 1'652'857'800);
    }
    setenv("SOURCE_DATE_EPOCH", "soon", 1);
    EXPECT_GT(timeOfMaking(), 1'700'000'000) << "what is no number is not heeded";
    unsetenv("SOURCE_DATE_EPOCH");
    EXPECT_GT(timeOfMaking(), 1'700'000'000);
}

TEST(Provenance, ALayerIsOfTheDayAndAudienceItWasBuiltFor) {
    const test::SourceDate fixed;
    MapLayer layer;
    layer.title = {"Đất hiến", "Donated land"};
    LayerRequest request{test::contextOf(emptyDistrict(9209), Date::fromYmd(2022, 5, 18))};
    request.audience = Audience::publicNotice;
    const Provenance made = provenanceOf(layer, request, Language::english, {"a.csv"});
    EXPECT_EQ(made.title, "Donated land");
    EXPECT_EQ(made.asOf, Date::fromYmd(2022, 5, 18));
    EXPECT_EQ(made.audience, Audience::publicNotice);
    EXPECT_THAT(made.program, HasSubstr(std::string(programVersion())));
    EXPECT_EQ(made.madeAt, 1'652'857'800);
    EXPECT_EQ(made.command, "");
}

} // namespace
} // namespace banlang
