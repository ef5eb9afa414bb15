// SPDX-License-Identifier: MIT
// Archives and folders: names that lead elsewhere, sizes that lie, things that are no files.
#include "tests/fuzz/bytes.h"
#include "tests/fuzz/cases.h"
#include "tests/fuzz/zip_bytes.h"

#include <fmt/format.h>
#include <sys/stat.h>

namespace banlang::fuzz {
namespace {

constexpr std::uint64_t gibibyte = std::uint64_t{1} << 30;
constexpr const char* table = "Mã hộ,Chủ hộ,Mã thôn\nH1,Lò Văn Pao,0090401\n";
constexpr const char* placemarks =
    R"(<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>a</name><LineString><coordinates>105.2,22.8 105.3,22.9)"
    R"(</coordinates></LineString></Placemark></Document></kml>)";

ZipEntry plain(const std::string& name, const std::string& bytes) {
    ZipEntry entry;
    entry.name = name;
    entry.bytes = bytes;
    return entry;
}

void addNames(std::vector<Case>& cases) {
    const std::vector<std::string> names = {
        "../../etc/passwd.csv", "/etc/passwd.csv",          "C:\\x.csv",    "..\\..\\x.csv",    "a/../../x.csv",
        "./../x.csv",           std::string("a\0b.csv", 7), "//host/x.csv", "a.csv/../../b.csv"};
    for (const std::string& name : names) {
        cases.push_back(bytesCase("ZIP named " + name, "xa.zip", [name](const Place&) {
            return zipOf({plain("ho.csv", table), plain(name, table)});
        }));
    }
    for (const std::string& name : {std::string("../../doc.kml"), std::string("/doc.kml"), std::string("C:\\doc.kml")}) {
        cases.push_back(bytesCase("KMZ named " + name, "xa.kmz", [name](const Place&) {
            return zipOf({plain("doc.kml", placemarks), plain(name, placemarks)});
        }));
    }
    cases.push_back(bytesCase("the same name twice", "xa.zip", [](const Place&) {
        return zipOf({plain("ho.csv", table), plain("ho.csv", "x")});
    }));
    cases.push_back(bytesCase("a name of 60,000 letters", "xa.zip",
                              [](const Place&) { return zipOf({plain(std::string(60'000, 'a') + ".csv", table)}); }));
    cases.push_back(bytesCase("a name without letters", "xa.zip", [](const Place&) {
        return zipOf({plain("", table), plain(" ", table)});
    }));
    cases.push_back(
        bytesCase("a name that is no UTF-8", "xa.zip", [](const Place&) { return zipOf({plain("\xC3\x28\xFF.csv", table)}); }));
    cases.push_back(bytesCase("folders 10,000 deep", "xa.zip",
                              [](const Place&) { return zipOf({plain(repeated("a/", 10'000) + "b.csv", table)}); }));
}

void addLies(std::vector<Case>& cases) {
    const auto add = [&](const std::string& name, const std::string& file, std::vector<ZipEntry> entries) {
        cases.push_back(bytesCase(name, file, [entries = std::move(entries)](const Place&) { return zipOf(entries); }));
    };
    ZipEntry entry = plain("ho.csv", table);
    entry.flags = 0x0801;
    add("locked with a password", "xa.zip", {entry});
    entry = plain("ho.csv", table);
    entry.sayUnpacked = 1;
    add("says it is smaller", "xa.zip", {entry});
    entry.sayUnpacked = 0xFFFFFFF0;
    add("says it is larger", "xa.zip", {entry});
    entry.sayPacked = 0xFFFFFFF0;
    add("says it is packed larger", "xa.zip", {entry});
    entry = plain("ho.csv", table);
    entry.method = 8;
    add("says it is packed", "xa.zip", {entry});
    entry.method = 99;
    add("packed in an unknown way", "xa.zip", {entry});
    entry = bomb("ho.csv", ' ', 2 * gibibyte);
    add("a table of 2 GB of blanks", "xa.zip", {entry});
    entry.sayUnpacked = 1'000;
    add("a table of 2 GB that says 1,000 bytes", "xa.zip", {entry});
    entry = bomb("ho.geojson", ' ', 2 * gibibyte);
    entry.sayUnpacked = 1'000;
    add("a GeoJSON of 2 GB that says 1,000 bytes", "xa.zip", {entry});
    entry = bomb("doc.kml", ' ', 2 * gibibyte);
    add("a KMZ of 2 GB", "xa.kmz", {entry});
    entry.sayUnpacked = 1'000;
    add("a KMZ of 2 GB that says 1,000 bytes", "xa.kmz", {entry});
    const std::string good = zipOf({plain("ho.csv", table)});
    add("an archive in an archive", "xa.zip", {plain("trong.zip", good)});
    add("an archive in an archive in an archive", "xa.zip",
        {plain("a.zip", zipOf({plain("b.zip", good)})), plain("ho.csv", table)});
    add("a workbook in an archive", "xa.zip", {plain("a.xlsx", workbookOf("<worksheet/>"))});
    ZipEntry sheet = bomb("xl/worksheets/sheet1.xml", ' ', gibibyte);
    add("a workbook of 1 GB in an archive", "xa.zip", {plain("a.xlsx", workbookOf({}, {sheet}))});
    add("a KMZ of 1 GB in an archive", "xa.zip", {plain("a.kmz", zipOf({bomb("doc.kml", ' ', gibibyte)}))});
    add("nothing in it", "xa.zip", {});
    cases.push_back(bytesCase("the directory is elsewhere", "xa.zip", [](const Place&) {
        std::string bytes = zipOf({plain("ho.csv", table)});
        putLittle(bytes, bytes.size() - 6, 0x7FFFFFFF, 4);
        return bytes;
    }));
    cases.push_back(bytesCase("the directory says 65,535 files", "xa.zip", [](const Place&) {
        std::string bytes = zipOf({plain("ho.csv", table)});
        putLittle(bytes, bytes.size() - 14, 0xFFFFFFFF, 4);
        return bytes;
    }));
    cases.push_back(bytesCase("60,000 files in it", "xa.zip", [](const Place&) {
        std::vector<ZipEntry> entries;
        for (int i = 0; i < 60'000; ++i) entries.push_back(plain(fmt::format("{}.csv", i), "x"));
        return zipOf(entries);
    }));
    cases.push_back(bytesCase("5,000 tables in it", "xa.zip", [](const Place&) {
        std::vector<ZipEntry> entries;
        for (int i = 0; i < 5'000; ++i) entries.push_back(plain(fmt::format("{}.csv", i), ""));
        return zipOf(entries);
    }));
}

Case inFolder(const std::string& name, const std::function<void(const fs::path&)>& fill) {
    return {name, [fill](const Place& place) {
                fs::create_directories(place.folder);
                fill(place.folder);
                return place.folder;
            }};
}

void makePipe(const fs::path& path) {
    mkfifo(path.c_str(), 0600);
}

} // namespace

std::vector<Case> archiveCases() {
    std::vector<Case> cases =
        spoilt([](const Place&) { return messyFile("dia chinh/dc_Then_Linh.zip"); }, "", damagesOfAnyFile(121));
    append(cases,
           spoilt([](const Place& place) { return writtenByGdal("LIBKML", "thua.kmz", place.folder.parent_path() / "good"); }, "",
                  damagesOfAnyFile(122)));
    addNames(cases);
    addLies(cases);
    return cases;
}

std::vector<Case> folderCases() {
    std::vector<Case> cases;
    cases.push_back(inFolder("folders that lead in a circle", [](const fs::path& folder) {
        fs::create_directories(folder / "a/b");
        fs::create_directory_symlink("../..", folder / "a/b/c");
        fs::create_directory_symlink(".", folder / "d.gdb");
        fs::create_symlink("e.csv", folder / "e.csv");
        writeBytes(folder / "ho.csv", table);
    }));
    cases.push_back(inFolder("10,000 empty files", [](const fs::path& folder) {
        for (int i = 0; i < 10'000; ++i) writeBytes(folder / fmt::format("a{}.csv", i), "");
    }));
    cases.push_back(inFolder("10,000 empty maps", [](const fs::path& folder) {
        for (int i = 0; i < 10'000; ++i) writeBytes(folder / fmt::format("a{}.shp", i), "");
    }));
    cases.push_back(inFolder("2,000 tables of one letter", [](const fs::path& folder) {
        for (int i = 0; i < 2'000; ++i) writeBytes(folder / fmt::format("a{}.csv", i), "x");
    }));
    cases.push_back(inFolder("folders named as maps", [](const fs::path& folder) {
        for (const char* ending : {"gpkg", "shp", "csv", "zip", "xlsx", "gdb", "tab", "kmz", "tif"})
            fs::create_directories(folder / fmt::format("dem.{}", ending));
    }));
    cases.push_back(inFolder("folders 500 deep", [](const fs::path& folder) {
        fs::path deep = folder;
        for (int i = 0; i < 500; ++i) deep /= "a";
        writeBytes(deep / "ho.csv", table);
    }));
    cases.push_back(inFolder("a pipe named as a table", [](const fs::path& folder) {
        makePipe(folder / "a.csv");
        writeBytes(folder / "ho.csv", table);
    }));
    for (const char* ending : {"csv", "gpkg", "shp", "zip", "xlsx", "gdb", "tif"}) {
        cases.push_back({fmt::format("a pipe as .{}", ending), [ending](const Place& place) {
                             makePipe(place.folder / fmt::format("dem.{}", ending));
                             return place.folder / fmt::format("dem.{}", ending);
                         }});
        cases.push_back({fmt::format("endless zeros as .{}", ending), [ending](const Place& place) {
                             fs::create_symlink("/dev/zero", place.folder / fmt::format("dem.{}", ending));
                             return place.folder / fmt::format("dem.{}", ending);
                         }});
    }
    cases.push_back(inFolder("endless zeros in a folder", [](const fs::path& folder) {
        for (const char* ending : {"csv", "gpkg", "shp", "zip", "tif"})
            fs::create_symlink("/dev/zero", folder / fmt::format("dem.{}", ending));
    }));
    for (const char* ending : {".dbf", ".shx", ".prj", ".cpg"}) {
        cases.push_back(inFolder(fmt::format("a pipe as {} of a good map", ending), [ending](const fs::path& folder) {
            const GoodFile good = messyFile("vuon tap/vuon_Phieng_Suong.shp");
            fs::copy_file(good.path, folder / good.path.filename());
            for (const fs::path& part : good.sidecars) fs::copy_file(part, folder / part.filename());
            const fs::path pipe = (folder / good.path.filename()).replace_extension(ending);
            fs::remove(pipe);
            makePipe(pipe);
        }));
    }
    cases.push_back(inFolder("endless zeros as a table of attributes", [](const fs::path& folder) {
        const GoodFile good = messyFile("dia chinh/DC_Na_Sang.shp");
        fs::copy_file(good.path, folder / "a.shp");
        fs::create_symlink("/dev/zero", folder / "a.dbf");
    }));
    cases.push_back(inFolder("a pipe in a geodatabase", [](const fs::path& folder) {
        const GoodFile good = writtenByGdal("OpenFileGDB", "thua.gdb", folder.parent_path() / "good");
        fs::create_directories(folder / "thua.gdb");
        for (const fs::path& part : good.sidecars) fs::copy_file(part, folder / "thua.gdb" / part.filename());
        fs::remove(folder / "thua.gdb/a00000009.gdbtable");
        makePipe(folder / "thua.gdb/a00000009.gdbtable");
    }));
    cases.push_back(inFolder("a terrain that is none", [](const fs::path& folder) {
        writeBytes(folder / "dem.tif", "II*" + std::string(1, '\0') + "nonsense");
    }));
    cases.push_back(inFolder("a terrain of nothing", [](const fs::path& folder) { writeBytes(folder / "terrain.tif", ""); }));
    cases.push_back(
        inFolder("names that are no UTF-8", [](const fs::path& folder) { writeBytes(folder / "\xC3\x28\xFF.csv", table); }));
    cases.push_back(inFolder("names with ends of lines and quotes",
                             [](const fs::path& folder) { writeBytes(folder / "a\n\"'<&.csv", table); }));
    cases.push_back({"no name", [](const Place&) { return fs::path(); }});
    cases.push_back({"a device", [](const Place&) { return fs::path("/dev/zero"); }});
    cases.push_back({"a link to nowhere", [](const Place& place) {
                         fs::create_symlink("nowhere", place.folder / "a.csv");
                         return place.folder / "a.csv";
                     }});
    return cases;
}

} // namespace banlang::fuzz
