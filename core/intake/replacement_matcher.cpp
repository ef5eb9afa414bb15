// SPDX-License-Identifier: MIT
#include "core/intake/replacement_matcher.h"

#include "core/geo/measure.h"
#include "core/model/admin_unit_validity.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace banlang {
namespace {

const Column* columnThatNames(const FeatureTable& rows, const RecordKind& kind, Reference reference) {
    for (const RecordField& field : kind.fields) {
        if (field.reference == reference) return rows.find(field);
    }
    return nullptr;
}

/// The code of the commune that each row is about: said by itself, by its village or household, by its place, or by what stands
/// round its table; "" where none of them tells. A village that is not known stands for its commune.
std::vector<std::string> communesOf(const FeatureTable& rows, const RecordKind& kind, const AdminUnitContext& context,
                                    const KnownRecords& known) {
    const Column* commune =
        kind.role == Role::communes ? rows.find(fields::units.code) : columnThatNames(rows, kind, Reference::commune);
    const Column* village =
        kind.role == Role::villages ? rows.find(fields::units.code) : columnThatNames(rows, kind, Reference::village);
    const Column* household = columnThatNames(rows, kind, Reference::household);
    const std::string told = communeOf(context, known.communes()).value_or("");
    const auto codeOf = [&](std::string_view rawText) {
        return known.communes().hasCode(rawText) ? std::string(rawText)
                                                 : known.communes().codeOf(rawText).value_or(std::string(rawText));
    };
    const auto ofVillage = [&](std::string_view rawText) {
        const std::string parent = known.villages().parentOf(known.villages().codeOf(rawText).value_or(std::string(rawText)));
        return parent.empty() ? '\x1f' + std::string(rawText) : codeOf(parent);
    };
    std::vector<std::string> codes(rows.rowCount);
    for (std::size_t row = 0; row < rows.rowCount; ++row) {
        std::string& code = codes[row];
        if (commune != nullptr && !commune->isMissing(row)) code = codeOf(commune->text[row]);
        if (code.empty() && village != nullptr && !village->isMissing(row)) code = ofVillage(village->text[row]);
        if (code.empty() && household != nullptr && !household->isMissing(row)) {
            const std::string place = known.villageOfHousehold(household->text[row]);
            if (!place.empty()) code = ofVillage(place);
        }
        const bool placed = code.empty() && rows.geometry.featureCount() == rows.rowCount && !rows.geometry.isEmpty(row) &&
                            known.communes().hasPolygons();
        if (const auto point = placed ? representativePoint(rows.geometry, row) : std::nullopt)
            code = known.communes().codeAt(*point).value_or("");
        if (code.empty()) code = told;
    }
    return codes;
}

using Strings = std::vector<std::string_view>;

Strings nameFields(const RecordKind& kind, bool withNumbers) {
    Strings fields;
    for (const std::string_view name : kind.identity) {
        const RecordField* field = findField(kind, name);
        if (field != nullptr && (withNumbers || field->type != ColumnType::number)) fields.push_back(name);
    }
    return fields;
}

/// What names a record: its key, or of kinds without one all that tells an event from another.
KeyReader strictReader(const FeatureTable& rows, const RecordKind& kind) {
    return kind.key.empty() ? KeyReader(rows, nameFields(kind, true)) : KeyReader(rows, kind);
}

/// The same for a row whose commune, beginning or amount was put right.
KeyReader looseReader(const FeatureTable& rows, const RecordKind& kind) {
    static constexpr std::string_view code[] = {fields::units.code.name};
    if (hasVersions(kind.role)) return {rows, code};
    return kind.key.empty() ? KeyReader(rows, nameFields(kind, false)) : KeyReader(rows, kind);
}

/// All that a row says, where it lies to a centimetre.
std::string wordForWord(const FeatureTable& rows, std::size_t row) {
    std::string text;
    for (const Column& column : rows.columns) text += column.valueText(row) + '\x1f';
    if (rows.geometry.featureCount() != rows.rowCount || rows.geometry.isEmpty(row)) return text;
    const Box& box = rows.geometry.boxes[row];
    return text + fmt::format("{:.2f} {:.2f} {:.2f} {:.2f}", box.minX, box.minY, box.maxX, box.maxY);
}

bool lieTogether(const FeatureTable& a, std::size_t rowA, const FeatureTable& b, std::size_t rowB) {
    const bool placed = a.geometry.featureCount() == a.rowCount && b.geometry.featureCount() == b.rowCount;
    return placed && !a.geometry.isEmpty(rowA) && !b.geometry.isEmpty(rowB) &&
           a.geometry.boxes[rowA].intersects(b.geometry.boxes[rowB]);
}

bool isTheEarlierFileAgain(const FeatureTable& earlier, const FeatureTable& rows) {
    std::unordered_map<std::string, std::size_t> texts;
    for (std::size_t row = 0; row < rows.rowCount; ++row) ++texts[wordForWord(rows, row)];
    std::size_t alike = 0;
    for (std::size_t row = 0; row < earlier.rowCount; ++row) {
        const auto found = texts.find(wordForWord(earlier, row));
        if (found == texts.end() || found->second == 0) continue;
        --found->second;
        ++alike;
    }
    return 2 * alike > earlier.rowCount;
}

using RowsByKey = std::unordered_map<RecordKey, std::vector<std::uint32_t>, RecordKeyHash>;

RowsByKey byKey(const KeyReader& reader, const std::vector<bool>& wanted) {
    RowsByKey rows;
    for (std::size_t row = 0; row < wanted.size(); ++row) {
        if (wanted[row]) rows[reader.key(row)].push_back(static_cast<std::uint32_t>(row));
    }
    return rows;
}

/// Pairs earlier rows with new ones, step by step.
class Pairing {
public:
    Pairing(const FeatureTable& earlier, std::vector<bool>& open) : waiting_(earlier.rowCount, true), open_(open) {}

    /// Each waiting row with the first open one of its key that `fits(earlier, row)`.
    template <class Fits> void pairAll(const KeyReader& earlier, const KeyReader& rows, const Fits& fits) {
        const RowsByKey found = byKey(rows, open_);
        for (std::uint32_t old = 0; old < waiting_.size(); ++old) {
            const auto candidates = waiting_[old] ? found.find(earlier.key(old)) : found.end();
            if (candidates == found.end()) continue;
            for (const std::uint32_t row : candidates->second) {
                if (open_[row] && fits(old, row)) {
                    pair(old, row);
                    break;
                }
            }
        }
    }

    /// Only where one waiting and one open row bear the key, so that it is plain which stands for which.
    template <class Fits> void pairSingle(const KeyReader& earlier, const KeyReader& rows, const Fits& fits) {
        const RowsByKey found = byKey(rows, open_);
        for (const auto& [key, olds] : byKey(earlier, waiting_)) {
            const auto candidates = found.find(key);
            if (candidates == found.end() || olds.size() != 1 || candidates->second.size() != 1) continue;
            if (fits(olds.front(), candidates->second.front())) pair(olds.front(), candidates->second.front());
        }
    }

    [[nodiscard]] bool anyWaiting() const { return std::find(waiting_.begin(), waiting_.end(), true) != waiting_.end(); }

    [[nodiscard]] ReplacedRows result() const {
        ReplacedRows done;
        for (std::uint32_t old = 0; old < waiting_.size(); ++old) (waiting_[old] ? done.kept : done.replaced).push_back(old);
        return done;
    }

private:
    void pair(std::uint32_t old, std::uint32_t row) {
        waiting_[old] = false;
        open_[row] = false;
    }

    std::vector<bool> waiting_;
    std::vector<bool>& open_;
};

} // namespace

ReplacementMatcher::ReplacementMatcher(const FeatureTable& rows, const RecordKind& kind, const AdminUnitContext& context,
                                       const KnownRecords& known)
    : rows_(rows), kind_(kind), known_(known), communes_(communesOf(rows, kind, context, known)) {}

ReplacedRows ReplacementMatcher::over(const PreviousRows& earlier, std::vector<bool>& open) const {
    ReplacedRows all;
    all.replaced.resize(earlier.rows.rowCount);
    std::iota(all.replaced.begin(), all.replaced.end(), 0U);
    if (earlier.sameContent && (earlier.samePath || earlier.role == kind_.role)) return all;
    if (earlier.role != kind_.role) return {{}, std::move(all.replaced)};
    const std::vector<std::string> communes = communesOf(earlier.rows, kind_, earlier.context, known_);
    Pairing pairing(earlier.rows, open);
    const auto isOfOneCommune = [&](std::uint32_t old, std::uint32_t row) {
        return communes[old] == communes_[row] && (!communes[old].empty() || lieTogether(earlier.rows, old, rows_, row));
    };
    const KeyReader strictEarlier = strictReader(earlier.rows, kind_);
    const KeyReader strict = strictReader(rows_, kind_);
    pairing.pairAll(strictEarlier, strict, isOfOneCommune);
    const KeyReader looseEarlier = looseReader(earlier.rows, kind_);
    const KeyReader loose = looseReader(rows_, kind_);
    if (hasVersions(kind_.role)) {
        // A list got its dates only when another one came.
        pairing.pairSingle(looseEarlier, loose, [&](std::uint32_t old, std::uint32_t row) {
            return !earlier.rows.dateAt(fields::units.validFrom, old).known() ||
                   !rows_.dateAt(fields::units.validFrom, row).known();
        });
    }
    if (kind_.key.empty() && earlier.samePath) pairing.pairSingle(looseEarlier, loose, isOfOneCommune);
    if (!pairing.anyWaiting() || !isTheEarlierFileAgain(earlier.rows, rows_)) return pairing.result();
    pairing.pairAll(strictEarlier, strict, [&](std::uint32_t old, std::uint32_t row) { return communes[old] == communes_[row]; });
    pairing.pairSingle(looseEarlier, loose, [](std::uint32_t, std::uint32_t) { return true; });
    return pairing.result();
}

void appendRows(FeatureTable& rows, const FeatureTable& from, std::span<const std::uint32_t> chosen) {
    for (Column& column : rows.columns) {
        const Column* source = from.columnNamed(column.name);
        for (const std::uint32_t row : chosen) {
            if (source == nullptr || source->type != column.type)
                column.appendMissing();
            else if (column.type == ColumnType::text)
                column.text.append(source->text[row]);
            else if (column.type == ColumnType::number)
                column.numbers.push_back(source->numbers[row]);
            else
                column.dates.push_back(source->dates[row]);
        }
    }
    for (const std::uint32_t row : chosen) {
        if (rows.geometry.kind != GeometryKind::none) rows.geometry.appendFeature(from.geometry, row);
    }
    rows.rowCount += chosen.size();
}

} // namespace banlang
