// SPDX-License-Identifier: MIT
#include "core/analysis/progress/programme.h"

#include "core/model/record_traits.h"
#include "core/text/keys.h"

namespace banlang {
namespace {

constexpr ProgrammeSet only(Programme programme) {
    ProgrammeSet set{};
    set[static_cast<std::size_t>(programme)] = true;
    return set;
}
constexpr ProgrammeSet every{true, true, true};

ProgrammeSet ofKind(Role role) {
    switch (traitsOf(role).programme) {
    case ProgrammeScope::newRural:
        return only(Programme::newRural);
    case ProgrammeScope::gardens:
        return only(Programme::gardens);
    case ProgrammeScope::housing:
        return only(Programme::housing);
    case ProgrammeScope::toldByRecord:
        return every;
    }
    return {};
}

/// The words by which offices name a programme, without accents.
ProgrammeSet named(std::string_view text) {
    const std::string words = withoutDiacritics(text);
    const auto says = [&](std::string_view word) { return words.find(word) != std::string::npos; };
    return {says("nong thon moi") || says("ntm") || says("new rural"), says("vuon") || says("vt") || says("garden"),
            says("nha o") || says("nha tam") || says("housing")};
}

} // namespace

std::string_view programmeId(Programme programme) {
    static constexpr std::string_view ids[] = {"new_rural", "gardens", "housing", "all"};
    return ids[static_cast<std::size_t>(programme)];
}

Label programmeLabel(Programme programme) {
    static constexpr Label labels[] = {{"Nông thôn mới", "New rural development"},
                                       {"Cải tạo vườn tạp", "Garden renovation"},
                                       {"Hỗ trợ nhà ở", "Housing support"},
                                       {"Cả ba chương trình", "All three programmes"}};
    return labels[static_cast<std::size_t>(programme)];
}

ProgrammesOf::ProgrammesOf(const District& district, Role role)
    : links_(district.linksOf(role)), named_(district.table(role).columnNamed(fields::campaigns.programme.name)),
      ofKind_(ofKind(role)) {}

ProgrammeSet ProgrammesOf::operator()(std::size_t row) {
    if (ofKind_ != every) return ofKind_;
    if (linkedRow(links_.garden, row) != notLinked) return only(Programme::gardens);
    if (linkedRow(links_.house, row) != notLinked) return only(Programme::housing);
    if (linkedRow(links_.roadWork, row) != notLinked) return only(Programme::newRural);
    const std::string_view text = named_ == nullptr ? std::string_view{} : named_->text[row];
    if (text.empty()) return ofKind_;
    const auto [known, isNew] = read_.try_emplace(text);
    if (isNew) known->second = named(text);
    return known->second == ProgrammeSet{} ? ofKind_ : known->second;
}

} // namespace banlang
