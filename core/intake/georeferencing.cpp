// SPDX-License-Identifier: MIT
#include "core/intake/georeferencing.h"

#include <fmt/format.h>

#include <algorithm>

namespace banlang {
namespace {

struct Decision {
    Crs crs;
    bool swapAxes = false;
};

std::string nameOf(const CrsCandidate& candidate) {
    const auto crs = Crs::fromEpsg(candidate.epsg);
    const std::string name = crs ? fmt::format("EPSG:{} ({})", candidate.epsg, crs->name()) : std::string("?");
    return candidate.swapAxes ? name + " X↔Y" : name;
}

Bilingual optionLabel(const CrsCandidate& candidate, bool compared) {
    const std::string name = nameOf(candidate);
    const std::string middle = fmt::format("{:.4f}°, {:.4f}°", candidate.middle.lonDeg, candidate.middle.latDeg);
    if (!compared) return {fmt::format("{}: giữa lớp ở {}", name, middle), fmt::format("{}: its middle lies at {}", name, middle)};
    return {fmt::format("{}: {:.0f} % nằm trong vùng dữ liệu, giữa lớp ở {}", name, candidate.insideShare * 100, middle),
            fmt::format("{}: {:.0f} % lie in the area of the data, its middle at {}", name, candidate.insideShare * 100, middle)};
}

/// Adds the few candidates that a person would look at.
template <class Fits> void offer(Question& question, const CrsGuess& guess, bool compared, Fits&& fits) {
    constexpr std::size_t mostOptions = 6;
    for (const CrsCandidate& candidate : guess.candidates) {
        if (candidate.epsg == 0 || !fits(candidate) || question.options.size() == mostOptions) continue;
        const std::string value = fmt::format("EPSG:{}{}", candidate.epsg, candidate.swapAxes ? " swapped" : "");
        question.options.push_back({value, optionLabel(candidate, compared), candidate.insideShare, {}});
    }
}

/// With an outline those that fit somewhat; where none does, those that lie in Vietnam.
Question placeQuestion(const CrsGuess& guess, bool compared, const ErrorPlace& where) {
    Question question;
    question.kind = "crs";
    question.text = {"Lớp này dùng hệ tọa độ nào?", "Which coordinate reference system is this layer in?"};
    question.layers.emplace_back(where.file, where.layer);
    constexpr double somewhat = 0.05;
    if (compared) offer(question, guess, true, [](const CrsCandidate& candidate) { return candidate.insideShare > somewhat; });
    if (question.options.empty())
        offer(question, guess, false, [](const CrsCandidate& candidate) { return inVietnam(candidate.middle); });
    return question;
}

Error needsCrs(const RawLayer& raw, const Question& question, int storeEpsg, const ErrorPlace& where) {
    if (!raw.crsWkt.empty()) {
        const auto crs = Crs::fromWkt(raw.crsWkt);
        const std::string name = crs ? crs->name() : raw.crsWkt.substr(0, 40);
        return {ErrorKind::inputUnreadable,
                "crs-wrong",
                {"Tọa độ không thể thuộc hệ " + name, "The coordinates cannot be in " + name},
                {"Hệ tọa độ ghi trong tệp sai: đặt crs = \"EPSG:…\" cho lớp này trong tệp ánh xạ (--map)",
                 "What the file says of its CRS is wrong: set crs = \"EPSG:...\" for this layer in a mapping file (--map)"},
                where};
    }
    const std::string best = question.options.empty() ? fmt::format("EPSG:{}", storeEpsg) : question.options.front().value;
    if (const std::size_t swapped = best.find(" swapped"); swapped != std::string::npos) {
        const std::string epsg = best.substr(0, swapped);
        return {
            ErrorKind::inputUnreadable,
            "no-crs",
            {"Tệp không cho biết hệ tọa độ", "The file names no coordinate reference system"},
            {fmt::format("Đặt crs = \"{}\" và swap_axes = true trong tệp ánh xạ (--map): X, Y có vẻ đổi chỗ", epsg),
             fmt::format("Set crs = \"{}\" and swap_axes = true in a mapping file (--map): X and Y seem to be exchanged", epsg)},
            where};
    }
    return {
        ErrorKind::inputUnreadable,
        "no-crs",
        {"Tệp không cho biết hệ tọa độ", "The file names no coordinate reference system"},
        {fmt::format("Cho biết bằng --crs, ví dụ --crs {}", best), fmt::format("Name it with --crs, for example --crs {}", best)},
        where};
}

Bilingual shareText(const CrsCandidate& found, bool compared) {
    if (!compared) return {"khi đó nằm trong Việt Nam", "then it lies in Vietnam"};
    return {fmt::format("{:.0f} % nằm trong vùng dữ liệu", found.insideShare * 100),
            fmt::format("{:.0f} % lie in the area of the data", found.insideShare * 100)};
}

void tellFound(const CrsCandidate& found, const CrsGuess& guess, const RawLayer& raw, bool compared, ProblemList& problems) {
    const std::string name = nameOf(found);
    const Bilingual share = shareText(found, compared);
    if (found.swapAxes) {
        problems.addForLayer(Severity::warning, "axes-swapped",
                             {fmt::format("Tọa độ X, Y bị đổi chỗ; đã đổi lại theo {}: {}", name, share.vi),
                              fmt::format("X and Y are exchanged; put right as {}: {}", name, share.en)},
                             {"Nếu không đúng, đặt swap_axes = false trong tệp ánh xạ",
                              "If that is wrong, set swap_axes = false in a mapping file"});
    } else if (raw.crsWkt.empty()) {
        problems.addForLayer(Severity::warning, "crs-found",
                             {fmt::format("Tệp không ghi hệ tọa độ; tọa độ khớp {}: {}", name, share.vi),
                              fmt::format("The file names no CRS; its coordinates fit {}: {}", name, share.en)},
                             {"Nếu không đúng, dùng --crs", "If that is wrong, use --crs"});
    } else {
        const auto crs = Crs::fromWkt(raw.crsWkt);
        const std::string declaredName = crs ? crs->name() : "?";
        const double before = guess.declaredShare * 100;
        problems.addForLayer(
            Severity::warning, "crs-repaired",
            {fmt::format("Tệp ghi hệ {} nhưng khi đó chỉ {:.0f} % ở trong vùng dữ liệu; theo {} thì {}", declaredName, before, name,
                         share.vi),
             fmt::format("The file says {}, but then only {:.0f} % lie in the area of the data; as {}: {}", declaredName, before,
                         name, share.en)},
            {"Nếu tệp đúng, đặt crs của nó trong tệp ánh xạ", "If the file is right, set its crs in a mapping file"});
    }
}

void tellFarAway(ProblemList& problems) {
    problems.addForLayer(
        Severity::warning, "outside-district",
        {"Phần lớn lớp này nằm ngoài vùng dữ liệu", "Most of this layer lies outside the area of the data"},
        {"Kiểm tra hệ tọa độ của tệp, hoặc đây là dữ liệu nơi khác", "Check the CRS of the file, or it is of another place"});
}

void noteGrid(const RawLayer& raw, const std::optional<Crs>& declared, ProblemList& problems) {
    const auto written = raw.crsWkt.empty() ? Result<Crs>(Unexpected(Error{})) : Crs::fromWkt(raw.crsWkt);
    if (!written || !declared || written->vn2000Zone() == 0) return;
    problems.addForLayer(Severity::note, "vn2000-grid",
                         {"Lưới chiếu là của VN-2000 nhưng ghi hệ quy chiếu khác; đọc là " + declared->name(),
                          "The grid is that of VN-2000 under another datum; it was read as " + declared->name()},
                         {});
}

/// The decision for a layer whose place the user has not fixed.
Result<Decision> decide(const RawLayer& raw, const ImportProfile& userProfile, const GeoreferencingContext& help,
                        const ErrorPlace& where, ProblemList& problems) {
    std::optional<Crs> declared;
    if (auto crs = declaredCrs(raw); crs && *crs) declared = **crs;
    noteGrid(raw, declared, problems);
    const CrsGuess guess = help.finder.find(raw.table.geometry, declared, help.footprint, help.expectedPlace);
    if (guess.declaredFits && declared) return Decision{*declared, userProfile.swapAxes.value_or(false)};
    if (guess.certain && (!userProfile.swapAxes || *userProfile.swapAxes == guess.candidates.front().swapAxes)) {
        BANLANG_TRY(crs, Crs::fromEpsg(guess.candidates.front().epsg));
        tellFound(guess.candidates.front(), guess, raw, help.footprint.known(), problems);
        return Decision{crs, guess.candidates.front().swapAxes};
    }
    if (declared && guess.declaredPossible) {
        // Rivers and roads along the border lie half outside.
        constexpr double hardlyInside = 0.1;
        if (guess.declaredShare < hardlyInside) tellFarAway(problems);
        return Decision{*declared, userProfile.swapAxes.value_or(false)};
    }
    Question question = placeQuestion(guess, help.footprint.known(), where);
    Error error = needsCrs(raw, question, help.storeEpsg, where);
    ask(help.questions, std::move(question));
    return Unexpected(std::move(error));
}

} // namespace

Result<std::optional<Crs>> declaredCrs(const RawLayer& raw) {
    if (raw.crsWkt.empty()) return std::optional<Crs>();
    BANLANG_TRY(crs, Crs::fromWkt(raw.crsWkt));
    if (crs.vn2000Zone() == 0) return std::optional<Crs>(std::move(crs));
    BANLANG_TRY(zone, Crs::fromEpsg(crs.vn2000Zone()));
    return std::optional<Crs>(std::move(zone));
}

Result<GeoreferencedGeometry> georeference(RawLayer& raw, const ImportProfile& userProfile, const GeoreferencingContext& help,
                                           const ErrorPlace& where, ProblemList& problems) {
    // A table whose coordinates were left blank needs no CRS.
    if (raw.table.geometry.xy.empty()) return GeoreferencedGeometry{std::move(raw.table.geometry), {}, 0, false};
    const auto fixed = [&]() -> Result<Decision> {
        BANLANG_TRY(crs, Crs::fromEpsg(*userProfile.epsg));
        return Decision{crs, userProfile.swapAxes.value_or(false)};
    };
    BANLANG_TRY(decision, userProfile.epsg ? fixed() : decide(raw, userProfile, help, where, problems));
    GeometryColumn geometry = std::move(raw.table.geometry);
    raw.table.geometry = GeometryColumn();
    for (std::size_t feature = 0; decision.swapAxes && feature < geometry.featureCount(); ++feature) geometry.swapAxes(feature);
    BANLANG_TRY(placed, transformedTo(std::move(geometry), decision.crs, help.storeEpsg, where));
    GeoreferencedGeometry result;
    result.geometry = std::move(placed);
    result.epsg = decision.crs.epsg();
    result.crs = result.epsg > 0 ? fmt::format("EPSG:{}", result.epsg) : decision.crs.name();
    result.axesSwapped = decision.swapAxes;
    return result;
}

void fixAxisOrder(GeometryColumn& points, const DistrictFootprint& footprint, ProblemList& problems) {
    if (!footprint.known() || points.kind != GeometryKind::point) return;
    constexpr double farM = 10'000;
    const Box near = footprint.extent().widenedBy(farM);
    for (std::size_t feature = 0; feature < points.featureCount(); ++feature) {
        if (points.isEmpty(feature)) continue;
        const Point point = points.boxes[feature].centre();
        if (near.contains(point) || !footprint.inside({point.y, point.x})) continue;
        points.swapAxes(feature);
        problems.add(Severity::warning, "axes-swapped", feature, {},
                     {"Tọa độ X, Y của dòng này bị đổi chỗ; đã đổi lại", "X and Y of this row were exchanged; they were put right"},
                     {"Sửa tọa độ ở nguồn", "Mend the coordinates in the source"});
    }
}

} // namespace banlang
