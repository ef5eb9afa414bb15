// SPDX-License-Identifier: MIT
#pragma once

#include "sample-data/monthly/commune_year.h"

namespace banlang::sample {

/// Draws what a commune does through the year. Each kind has a chance of its own.
class YearDraws {
public:
    YearDraws(const Landscape& land, const ParcelSummary& parcels, std::size_t commune);

    [[nodiscard]] std::vector<YearRecord> draw(const ReportedKind& kind) const;

private:
    [[nodiscard]] std::vector<YearRecord> donations(const ReportedKind& kind) const;
    [[nodiscard]] std::vector<YearRecord> works(const ReportedKind& kind) const;
    [[nodiscard]] std::vector<YearRecord> gardens(const ReportedKind& kind) const;
    [[nodiscard]] std::vector<YearRecord> houses(const ReportedKind& kind) const;
    [[nodiscard]] std::vector<YearRecord> gifts(const ReportedKind& kind) const;
    [[nodiscard]] std::vector<YearRecord> deliveries(const ReportedKind& kind) const;
    [[nodiscard]] YearRecord garden(const ReportedKind& kind, int month, std::size_t place) const;
    [[nodiscard]] YearRecord house(const ReportedKind& kind, int month, std::size_t place) const;
    /// Another household for each place and list, as long as there are enough of them.
    [[nodiscard]] std::size_t householdAt(std::size_t place, std::size_t list) const;
    [[nodiscard]] const std::string& villageCodeOf(std::size_t household) const;

    const Landscape* land_;
    const ParcelSummary* parcels_;
    std::size_t commune_;
    CommuneHouseholds households_;
    std::vector<std::size_t> roads_; ///< of the commune, that it works on
};

} // namespace banlang::sample
