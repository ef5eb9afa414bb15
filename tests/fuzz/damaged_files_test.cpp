// SPDX-License-Identifier: MIT
// Whatever is done to a file: the import ends soon, says clearly what is wrong, and neither store nor source suffers.
#include "core/store/store.h"
#include "tests/fuzz/bytes.h"
#include "tests/fuzz/cases.h"
#include "tests/fuzz/listener.h"
#include "tests/fuzz/program.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace banlang::fuzz {
namespace {

using Json = nlohmann::json;

/// Sanitizers make everything some five times slower.
constexpr std::chrono::seconds timeLimit{withSanitizers() ? 50 : 10};
constexpr double mostMiB = 1'024;
constexpr const char* secretWord = "BÍ-MẬT-7F3A";

/// All that lies in a folder, with a hash of what can be read.
std::map<std::string, std::size_t> contentOf(const fs::path& folder) {
    std::map<std::string, std::size_t> content;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const bool readable = entry.symlink_status().type() == fs::file_type::regular;
        content[entry.path().string()] = readable ? std::hash<std::string>{}(readBytes(entry.path())) : 0;
    }
    return content;
}

/// Communes and villages, which other files refer to.
std::string smallStore() {
    const TemporaryFolder folder("store");
    const std::string path = folder / "kho.gpkg";
    const ProgramRun run = runProgram("banlang",
                                      {"import", messyFile("ranh gioi/ranh_gioi_xa.shp").path, messyFile("ranh gioi/thon.tab").path,
                                       "--into", path, "--json", "--quiet"},
                                      std::chrono::minutes(1));
    EXPECT_EQ(run.exitCode, 0) << run.out << run.err;
    return readBytes(path);
}

void expectClear(const Json& error) {
    EXPECT_FALSE(error.at("code").get<std::string>().empty());
    EXPECT_FALSE(error.at("message").get<std::string>().empty());
    EXPECT_FALSE(error.at("hint").get<std::string>().empty()) << error.dump();
}

/// Whether the answer says that something was put into the store.
bool saysLoaded(const Json& answer) {
    const Json batches = answer.value("batches", Json::array());
    return std::any_of(batches.begin(), batches.end(), [](const Json& batch) { return batch.contains("batch"); });
}

void expectClearAnswer(const ProgramRun& run, const Json& answer) {
    ASSERT_TRUE(answer.is_object()) << run.out.substr(0, 2'000) << run.err;
    const bool ok = answer.at("ok").get<bool>();
    EXPECT_EQ(ok, run.exitCode == 0 || run.exitCode == 5) << run.exitCode;
    if (!ok) return expectClear(answer.at("error"));
    const Json& refused = answer.at("refused");
    EXPECT_EQ(!refused.empty(), run.exitCode == 5);
    std::for_each(refused.begin(), refused.end(), expectClear);
}

/// What became of the files of one kind.
class Tally {
public:
    void add(const std::string& name, const ProgramRun& run) {
        ++count_;
        ++byExitCode_[run.exitCode];
        if (run.seconds > slowest_.first) slowest_ = {run.seconds, name};
        if (run.peakMiB > largest_.first) largest_ = {run.peakMiB, name};
    }
    void print(const std::string& kind) const {
        std::string codes;
        for (const auto& [code, count] : byExitCode_) codes += fmt::format(" {}x exit {},", count, code);
        fmt::print("{:<14} {:>3} files:{} slowest {:.2f} s ({}), largest {:.0f} MiB ({})\n", kind, count_, codes, slowest_.first,
                   slowest_.second, largest_.first, largest_.second);
    }

private:
    std::size_t count_ = 0;
    std::map<int, std::size_t> byExitCode_;
    std::pair<double, std::string> slowest_;
    std::pair<double, std::string> largest_;
};

ProgramRun importInto(const std::string& store, const fs::path& source) {
    return runProgram("banlang", {"import", source.string(), "--into", store, "--json", "--quiet"}, timeLimit);
}

void expectOpens(const std::string& path) {
    const auto store = Store::openForReading(path);
    ASSERT_TRUE(store) << describe(store.error(), Language::english);
    const auto batches = store->batches();
    ASSERT_TRUE(batches) << describe(batches.error(), Language::english);
    EXPECT_GE(batches->size(), 2U);
    const auto district = store->read();
    ASSERT_TRUE(district) << describe(district.error(), Language::english);
}

void survive(const Case& one, const std::string& storeBytes, Listener& listener, Tally& tally) {
    SCOPED_TRACE(one.name);
    const TemporaryFolder root("fuzz");
    const Place place{root / "in", root / "secret.csv", listener.url()};
    fs::create_directories(place.folder);
    writeBytes(place.secret, fmt::format("ma,ten\n1,{}\n", secretWord));
    const fs::path source = one.write(place);
    const auto before = contentOf(root.path());
    const TemporaryFolder storeFolder("kho");
    const std::string store = storeFolder / "kho.gpkg";
    writeBytes(store, storeBytes);
    ProgramRun run = importInto(store, source);
    if (run.outOfTime) {
        // Once more, since the machine may have been busy with something else; what hangs hangs again.
        writeBytes(store, storeBytes);
        run = importInto(store, source);
    }
    tally.add(one.name, run);
    ASSERT_FALSE(run.outOfTime) << "took too long";
    ASSERT_EQ(run.signal, 0) << run.err;
    const std::vector<int> exitCodes = {0, 1, 2, 3, 5};
    EXPECT_NE(std::find(exitCodes.begin(), exitCodes.end(), run.exitCode), exitCodes.end()) << run.exitCode << run.err;
    if (!withSanitizers()) {
        EXPECT_LE(run.peakMiB, mostMiB);
    }
    const Json answer = Json::parse(run.out, nullptr, false);
    expectClearAnswer(run, answer);
    EXPECT_EQ(contentOf(root.path()), before) << "the source, or what lies round it, changed";
    const std::string after = readBytes(store);
    if (!answer.is_object() || !saysLoaded(answer)) {
        EXPECT_TRUE(after == storeBytes) << "the store changed";
    }
    EXPECT_EQ(after.find(secretWord), std::string::npos) << "what lies outside came into the store";
    EXPECT_EQ(run.out.find(secretWord), std::string::npos) << "what lies outside came into the answer";
    EXPECT_FALSE(listener.wasCalled()) << "it called somebody in the network";
    expectOpens(store);
}

void surviveAll(const std::string& kind, const std::vector<Case>& cases) {
    const std::string storeBytes = smallStore();
    Listener listener;
    Tally tally;
    for (const Case& one : cases) survive(one, storeBytes, listener, tally);
    tally.print(kind);
}

TEST(DamagedFiles, Shapefile) {
    surviveAll("Shapefile", shapefileCases());
}
TEST(DamagedFiles, MapInfo) {
    surviveAll("TAB, MIF", mapInfoCases());
}
TEST(DamagedFiles, GeoPackage) {
    surviveAll("GeoPackage", geoPackageCases());
}
TEST(DamagedFiles, FlatGeobuf) {
    surviveAll("FlatGeobuf", flatGeobufCases());
}
TEST(DamagedFiles, Geodatabase) {
    surviveAll("OpenFileGDB", geodatabaseCases());
}
TEST(DamagedFiles, Drawing) {
    surviveAll("DXF, DGN", drawingCases());
}
TEST(DamagedFiles, GeoJson) {
    surviveAll("GeoJSON", geoJsonCases());
}
TEST(DamagedFiles, KmlAndGml) {
    surviveAll("KML, GML", kmlAndGmlCases());
}
TEST(DamagedFiles, TextTable) {
    surviveAll("CSV, TXT", textTableCases());
}
TEST(DamagedFiles, Workbook) {
    surviveAll("XLSX", workbookCases());
}
TEST(DamagedFiles, OpenDocument) {
    surviveAll("ODS", openDocumentCases());
}
TEST(DamagedFiles, OldExcel) {
    surviveAll("XLS", oldExcelCases());
}
TEST(DamagedFiles, Archive) {
    surviveAll("ZIP, KMZ", archiveCases());
}
TEST(DamagedFiles, Folder) {
    surviveAll("folders", folderCases());
}

TEST(DamagedFiles, AreManyAndOfEveryKind) {
    std::size_t count = 0;
    for (const auto& cases : {shapefileCases(), mapInfoCases(), geoPackageCases(), flatGeobufCases(), geodatabaseCases(),
                              drawingCases(), geoJsonCases(), kmlAndGmlCases(), textTableCases(), workbookCases(),
                              openDocumentCases(), oldExcelCases(), archiveCases(), folderCases()}) {
        EXPECT_GE(cases.size(), 10U);
        count += cases.size();
    }
    EXPECT_GE(count, 250U);
}

/// What is spoilt must have been good, else its damage shows nothing.
TEST(DamagedFiles, WereGoodBefore) {
    const TemporaryFolder folder("good");
    const std::string storeBytes = smallStore();
    const auto expectLoads = [&](const fs::path& source) {
        SCOPED_TRACE(source);
        const std::string store = folder / "kho.gpkg";
        writeBytes(store, storeBytes);
        const auto run = importInto(store, source);
        EXPECT_TRUE(saysLoaded(Json::parse(run.out))) << run.out.substr(0, 2'000);
    };
    for (const char* name : {"dia chinh/DC_Na_Sang.shp", "dia chinh/Pac_Huong_thua.mif", "dia chinh/Khuổi Trăng - địa chính.gpkg",
                             "dia chinh/Thửa đất Lũng Đào.fgb", "giao thong/song suoi.kml", "ho dan/Xa Coc Ngan.csv",
                             "cong trinh.xlsx", "bao cao xa/Xã Tả Nhìn Sa.ods", "dia chinh/dc_Then_Linh.zip"})
        expectLoads(messyFile(name).path);
    for (const auto& [driver, file] : std::map<std::string, std::string>{{"GPKG", "thua.gpkg"},
                                                                         {"GeoJSON", "thua.geojson"},
                                                                         {"OpenFileGDB", "thua.gdb"},
                                                                         {"GML", "thua.gml"},
                                                                         {"LIBKML", "thua.kmz"}})
        expectLoads(writtenByGdal(driver, file, folder / "good").path);
}

} // namespace
} // namespace banlang::fuzz
