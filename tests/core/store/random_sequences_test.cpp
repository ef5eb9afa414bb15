// SPDX-License-Identifier: MIT
// Files of months, corrections, undo, files imported again and merges in random order, against a model that knows nothing of
// graphs: of the deliveries that are not taken back the last one of the last day counts.
#include "core/model/district_as_of.h"
#include "core/store/merge.h"
#include "core/store/review.h"
#include "tests/support/files.h"
#include "tests/support/report_batches.h"
#include "tests/support/soak_round.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <random>
#include <set>

namespace banlang {
namespace {

using namespace test;

const std::vector<std::string> days = {"2022-04-30", "2022-05-31", "2022-06-30"};
const std::vector<std::string> communes = {"90001", "90002"};

struct Delivery {
    std::string commune;
    std::string day;
    std::map<std::string, double> percents; ///< by number of the work
};

/// Somebody takes a delivery back, or brings it again, knowing what was done to it before.
struct Act {
    std::size_t delivery = 0;
    bool takesBack = false;
    std::set<std::size_t> knows; ///< acts
};

/// What a store was told: numbers of deliveries and acts.
struct Told {
    std::set<std::size_t> deliveries;
    std::set<std::size_t> acts;
};

class RandomSequences : public InFolder, public testing::WithParamInterface<unsigned> {
protected:
    void SetUp() override {
        InFolder::SetUp();
        random_.seed(1000 * soakRound() + GetParam());
        for (const std::string& commune : communes) makeStore(at(commune), commune);
        makeStore(at("huyen"), "huyen:900");
    }

    std::size_t draw(std::size_t below) { return std::uniform_int_distribution<std::size_t>(0, below - 1)(random_); }

    [[nodiscard]] CheckedBatch batchOf(std::size_t number) const {
        const Delivery& delivery = deliveries_[number];
        std::vector<WorkReport> reports;
        for (const auto& [id, percent] : delivery.percents) reports.push_back({delivery.commune, id, percent, {}});
        return works(fmt::format("{}/{}", delivery.commune, number), delivery.day, reports);
    }

    void deliver() {
        Delivery delivery{communes[draw(communes.size())], days[draw(days.size())], {}};
        for (const char* id : {"CT1", "CT2", "CT3"}) {
            if (draw(3) != 0) delivery.percents[id] = static_cast<double>(10 * draw(11));
        }
        if (delivery.percents.empty()) return;
        deliveries_.push_back(delivery);
        told_[delivery.commune].deliveries.insert(deliveries_.size() - 1);
        take(at(delivery.commune), batchOf(deliveries_.size() - 1));
    }

    [[nodiscard]] std::set<std::size_t> liveActs(const Told& told, std::size_t delivery) const {
        std::set<std::size_t> live;
        for (const std::size_t act : told.acts) {
            if (acts_[act].delivery == delivery) live.insert(act);
        }
        for (const std::size_t act : told.acts) {
            for (const std::size_t known : acts_[act].knows) live.erase(known);
        }
        return live;
    }
    [[nodiscard]] bool counts(const Told& told, std::size_t delivery) const {
        for (const std::size_t act : liveActs(told, delivery)) {
            if (acts_[act].takesBack) return false;
        }
        return true;
    }
    void act(Told& told, std::size_t delivery, bool takesBack) {
        acts_.push_back({delivery, takesBack, liveActs(told, delivery)});
        told.acts.insert(acts_.size() - 1);
    }

    void takeBack() {
        const std::string store = anyStore();
        Told& told = told_[store];
        if (told.deliveries.empty()) return;
        const std::size_t delivery = *std::next(told.deliveries.begin(), static_cast<std::ptrdiff_t>(draw(told.deliveries.size())));
        if (!counts(told, delivery)) return;
        for (const StoredBatch& batch : orThrow(orThrow(Store::openForReading(at(store))).batches())) {
            if (batch.file == batchOf(delivery).file) undo(at(store), batch.id);
        }
        act(told, delivery, true);
    }

    /// Only where nothing else was said of that day since: else it contradicts that, and is a question.
    void bringAgain() {
        const std::string commune = communes[draw(communes.size())];
        Told& told = told_[commune];
        for (auto number = told.deliveries.rbegin(); number != told.deliveries.rend(); ++number) {
            const bool last = std::none_of(told.deliveries.begin(), told.deliveries.end(), [&](std::size_t other) {
                return other > *number && deliveries_[other].day == deliveries_[*number].day;
            });
            if (!last || counts(told, *number)) continue;
            take(at(commune), batchOf(*number));
            act(told, *number, false);
            return;
        }
    }

    void mergeSome() {
        const std::string from = anyStore();
        const std::string into = anyStore();
        if (from == into) return;
        orThrow(mergeStore(at(from), at(into)));
        told_[into].deliveries.insert(told_[from].deliveries.begin(), told_[from].deliveries.end());
        told_[into].acts.insert(told_[from].acts.begin(), told_[from].acts.end());
    }

    [[nodiscard]] std::string anyStore() {
        const std::size_t one = draw(communes.size() + 1);
        return one < communes.size() ? communes[one] : "huyen";
    }

    /// "commune/number percent", as of a day.
    [[nodiscard]] std::set<std::string> expected(const std::string& store, const std::string& day) {
        std::map<std::string, std::pair<std::string, double>> values; // day of the word, and the word
        const Told& told = told_[store];
        for (const std::size_t number : told.deliveries) {
            const Delivery& delivery = deliveries_[number];
            if (!counts(told, number) || delivery.day > day) continue;
            for (const auto& [id, percent] : delivery.percents) {
                auto& [saidOn, value] = values[delivery.commune + "/" + id];
                if (delivery.day >= saidOn) std::tie(saidOn, value) = std::pair(delivery.day, percent);
            }
        }
        std::set<std::string> lines;
        for (const auto& [key, value] : values) lines.insert(fmt::format("{} {}", key, value.second));
        return lines;
    }
    [[nodiscard]] std::set<std::string> found(const std::string& store, const std::string& day) const {
        const auto district = std::make_shared<const District>(orThrow(orThrow(Store::openForReading(at(store))).read()));
        const auto asOf = districtAsOf(district, *parseDate(day));
        const FeatureTable& rows = asOf->table(Role::roadWorks);
        std::set<std::string> lines;
        for (std::size_t row = 0; row < rows.rowCount; ++row) {
            if (rows.column(fields::roadWorks.percentDone).isMissing(row)) continue;
            lines.insert(fmt::format("{}/{} {}", rows.textAt(fields::roadWorks.issuer, row), rows.textAt(fields::roadWorks.id, row),
                                     rows.numberAt(fields::roadWorks.percentDone, row)));
        }
        return lines;
    }

    std::mt19937 random_;
    std::vector<Delivery> deliveries_;
    std::vector<Act> acts_;
    std::map<std::string, Told> told_;
};

TEST_P(RandomSequences, ComeToWhatTheLastDeliveriesOfEachDaySay) {
    constexpr int steps = 40;
    for (int step = 0; step < steps; ++step) {
        switch (draw(8)) {
        case 0:
        case 1:
            takeBack();
            break;
        case 2:
            bringAgain();
            break;
        case 3:
        case 4:
            mergeSome();
            break;
        default:
            deliver();
        }
        if (step % 5 != 4) continue;
        for (const auto& [store, told] : told_) {
            for (const std::string& day : days)
                ASSERT_EQ(found(store, day), expected(store, day)) << store << " as of " << day << ", step " << step;
            ASSERT_TRUE(orThrow(openReviews(at(store))).empty()) << "nothing of it is in doubt";
        }
    }
}
INSTANTIATE_TEST_SUITE_P(Draws, RandomSequences, testing::Range(0U, 8U));

} // namespace
} // namespace banlang
