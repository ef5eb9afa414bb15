// SPDX-License-Identifier: MIT
// Formats that are text: GeoJSON, KML, GML and tables of text.
#include "tests/fuzz/bytes.h"
#include "tests/fuzz/cases.h"
#include "tests/fuzz/zip_bytes.h"

#include <fmt/format.h>

namespace banlang::fuzz {
namespace {

constexpr std::size_t million = 1'000'000;

std::function<GoodFile(const Place&)> messy(const std::string& name) {
    return [name](const Place&) { return messyFile(name); };
}

std::string collection(const std::string& features) {
    return R"({"type":"FeatureCollection","features":[)" + features + "]}";
}

std::string feature(const std::string& geometry, const std::string& properties = R"({"MA_XA":"00904","SO_TO":"1","SO_THUA":"1"})") {
    return R"({"type":"Feature","properties":)" + properties + R"(,"geometry":)" + geometry + "}";
}

Case json(const std::string& name, const std::function<std::string()>& text) {
    return bytesCase(name, "thua.geojson", [text](const Place&) { return text(); });
}

Case polygon(const std::string& name, const std::string& coordinates) {
    return json(name, [coordinates] { return collection(feature(R"({"type":"Polygon","coordinates":)" + coordinates + "}")); });
}

std::string manyProperties() {
    std::string properties = "{";
    for (std::size_t i = 0; i < million; ++i) properties += fmt::format("{}\"p{}\":{}", i == 0 ? "" : ",", i, i);
    return properties + "}";
}

std::string longRing() {
    std::string ring = "[[";
    for (std::size_t i = 0; i < million; ++i)
        ring += fmt::format("[{},{}],", 105.0 + 1e-7 * static_cast<double>(i), i % 2 == 0 ? 22.8 : 22.9);
    return ring + "[105,22.8]]]";
}

std::string kml(const std::string& content, const std::string& prologue = {}) {
    return R"(<?xml version="1.0" encoding="UTF-8"?>)" + prologue + R"(<kml xmlns="http://www.opengis.net/kml/2.2"><Document>)" +
           content + "</Document></kml>";
}

constexpr const char* placemark =
    "<Placemark><name>Pắc</name><LineString><coordinates>105.2,22.8 105.3,22.9</coordinates></LineString></Placemark>";

std::string laughs(const std::string& root) {
    std::string entities = "<!DOCTYPE " + root + " [<!ENTITY a0 \"ha ha ha ha ha ha ha ha\">";
    for (int i = 1; i < 12; ++i) entities += fmt::format("<!ENTITY a{} \"{}\">", i, repeated(fmt::format("&a{};", i - 1), 10));
    return entities + "]>";
}

std::string outsideEntity(const std::string& root, const std::string& what) {
    return "<!DOCTYPE " + root + " [<!ENTITY out SYSTEM \"" + what + "\">]>";
}

std::string gml(const std::string& content, const std::string& prologue = {}, const std::string& attributes = {}) {
    return R"(<?xml version="1.0" encoding="UTF-8"?>)" + prologue +
           R"(<ogr:FeatureCollection xmlns:ogr="http://ogr.maptools.org/" )" +
           R"(xmlns:gml="http://www.opengis.net/gml" xmlns:xlink="http://www.w3.org/1999/xlink" )" +
           R"(xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" )" + attributes + ">" + content + "</ogr:FeatureCollection>";
}

std::string gmlMember(const std::string& geometry) {
    return "<gml:featureMember><ogr:thua fid=\"a\"><ogr:geometryProperty>" + geometry +
           "</ogr:geometryProperty><ogr:so_thua>1</ogr:so_thua></ogr:thua></gml:featureMember>";
}

std::string vrtOf(const std::string& source) {
    return "<OGRVRTDataSource><OGRVRTLayer name=\"secret\"><SrcDataSource>" + source +
           "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>";
}

void addKml(std::vector<Case>& cases) {
    const auto add = [&](const std::string& name, std::function<std::string(const Place&)> text) {
        cases.push_back(bytesCase("KML: " + name, "song.kml", std::move(text)));
    };
    add("a link to a file", [](const Place& place) {
        return kml("<NetworkLink><Link><href>" + place.secret.string() + "</href></Link></NetworkLink>" + placemark);
    });
    add("a link to the network", [](const Place& place) {
        return kml("<NetworkLink><Link><href>" + place.url + "</href></Link></NetworkLink>" + placemark);
    });
    add("a style from the network", [](const Place& place) {
        return kml("<Placemark><styleUrl>" + place.url +
                   "#a</styleUrl><Point><coordinates>105,22</coordinates></Point></Placemark>");
    });
    add("an entity from a file", [](const Place& place) {
        return kml("<Placemark><name>&out;</name><Point><coordinates>105,22</coordinates></Point></Placemark>",
                   outsideEntity("kml", "file://" + place.secret.string()));
    });
    add("an entity from the network", [](const Place& place) {
        return kml("<Placemark><name>&out;</name><Point><coordinates>105,22</coordinates></Point></Placemark>",
                   outsideEntity("kml", place.url));
    });
    add("entities of entities", [](const Place&) { return kml("<Placemark><name>&a11;</name></Placemark>", laughs("kml")); });
    add("folders 100,000 deep", [](const Place&) {
        constexpr std::size_t depth = 100'000;
        return kml(repeated("<Folder>", depth) + placemark + repeated("</Folder>", depth));
    });
    add("geometries 50,000 deep", [](const Place&) {
        constexpr std::size_t depth = 50'000;
        return kml("<Placemark>" + repeated("<MultiGeometry>", depth) + repeated("</MultiGeometry>", depth) + "</Placemark>");
    });
    add("coordinates that are no numbers", [](const Place&) {
        return kml("<Placemark><LineString><coordinates>nan,inf 1e308,-1e308 a,b ,,, 105</coordinates></LineString></Placemark>");
    });
    add("a coordinate of 20 MB", [](const Place&) {
        return kml("<Placemark><Point><coordinates>" + std::string(20 * million, '1') + "</coordinates></Point></Placemark>");
    });
    add("a ring with one point", [](const Place&) {
        return kml(
            "<Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>105,22</coordinates></LinearRing></outerBoundaryIs></"
            "Polygon></Placemark>");
    });
    add("another format that leads to a file", [](const Place& place) { return vrtOf(place.secret.string()); });
    add("another format that leads to the network", [](const Place& place) { return vrtOf("/vsicurl/" + place.url); });
}

void addGml(std::vector<Case>& cases) {
    const auto add = [&](const std::string& name, std::function<std::string(const Place&)> text) {
        cases.push_back(bytesCase("GML: " + name, "thua.gml", std::move(text)));
    };
    const std::string point = "<gml:Point srsName=\"EPSG:4326\"><gml:coordinates>105,22</gml:coordinates></gml:Point>";
    add("an entity from a file", [=](const Place& place) {
        return gml(gmlMember(point) + "<gml:name>&out;</gml:name>", outsideEntity("x", "file://" + place.secret.string()));
    });
    add("entities of entities", [=](const Place&) { return gml(gmlMember(point) + "<gml:name>&a11;</gml:name>", laughs("x")); });
    add("a schema from the network", [=](const Place& place) {
        return gml(gmlMember(point), {}, "xsi:schemaLocation=\"http://ogr.maptools.org/ " + place.url + "\"");
    });
    add("a geometry from the network",
        [=](const Place& place) { return gml(gmlMember("<gml:Point xlink:href=\"" + place.url + "\"/>") + gmlMember(point)); });
    add("elements 100,000 deep", [](const Place&) {
        constexpr std::size_t depth = 100'000;
        return gml(gmlMember(repeated("<gml:MultiGeometry><gml:geometryMember>", depth) +
                             repeated("</gml:geometryMember></gml:MultiGeometry>", depth)));
    });
    add("an arc without end", [](const Place&) {
        return gml(
            gmlMember("<gml:Curve><gml:segments><gml:ArcByCenterPoint><gml:pos>1e308 nan</gml:pos><gml:radius>1e308</gml:radius>"
                      "</gml:ArcByCenterPoint></gml:segments></gml:Curve>"));
    });
    add("another format that leads to a file", [](const Place& place) { return vrtOf(place.secret.string()); });
    add("a service in the network",
        [](const Place& place) { return "<OGRWFSDataSource><URL>" + place.url + "</URL></OGRWFSDataSource>"; });
}

} // namespace

std::vector<Case> geoJsonCases() {
    std::vector<Case> cases =
        spoilt([](const Place& place) { return writtenByGdal("GeoJSON", "thua.geojson", place.folder.parent_path() / "good"); }, "",
               damagesOfAnyFile(61));
    append(cases, spoilt(messy("dia chinh/Địa chính Cốc Ngàn.geojson"), "", damagesOfSidecars(62)));
    constexpr std::size_t depth = 100'000;
    cases.push_back(json("100,000 brackets deep", [] { return repeated("[", depth) + repeated("]", depth); }));
    cases.push_back(json("coordinates 100,000 deep", [] {
        return collection(feature(R"({"type":"Polygon","coordinates":)" + repeated("[", depth) + repeated("]", depth) + "}"));
    }));
    cases.push_back(json("properties 100,000 deep",
                         [] { return collection(feature("null", repeated(R"({"a":)", depth) + "1" + repeated("}", depth))); }));
    cases.push_back(json("collections 5,000 deep", [] {
        constexpr std::size_t levels = 5'000;
        return collection(feature(repeated(R"({"type":"GeometryCollection","geometries":[)", levels) + repeated("]}", levels)));
    }));
    cases.push_back(json("a million properties", [] { return collection(feature("null", manyProperties())); }));
    cases.push_back(polygon("a ring with a million points", longRing()));
    cases.push_back(polygon("a ring with one point", "[[[105,22]]]"));
    cases.push_back(polygon("a ring without points", "[[]]"));
    cases.push_back(polygon("no rings", "[]"));
    cases.push_back(polygon("an open ring", "[[[105,22],[105,23],[106,23]]]"));
    cases.push_back(polygon("coordinates that are no numbers", "[[[NaN,22],[105,NaN],[106,23],[NaN,22]]]"));
    cases.push_back(polygon("endless coordinates", "[[[1e999,22],[105,-1e999],[106,23],[1e999,22]]]"));
    cases.push_back(polygon("coordinates of 1e308", "[[[1e308,1e308],[-1e308,1e308],[-1e308,-1e308],[1e308,1e308]]]"));
    cases.push_back(polygon("coordinates that are texts", R"([[["a","b"],["c","d"],[null,{}],["a","b"]]])"));
    cases.push_back(polygon("coordinates without a second number", "[[[105],[106],[107],[105]]]"));
    cases.push_back(json("a text of 50 MB",
                         [] { return collection(feature("null", R"({"ten":")" + std::string(50 * million, 'x') + "\"}")); }));
    cases.push_back(json("bytes that are no UTF-8", [] { return collection(feature("null", "{\"ten\":\"\xC3\x28\xA0\xFF\"}")); }));
    cases.push_back(json("a zero in the text", [] { return collection(feature("null", std::string("{\"ten\":\"a\0b\"}", 13))); }));
    cases.push_back(json("features that are no features", [] { return collection("1,null,[],\"a\",{},{\"type\":7}"); }));
    cases.push_back(json("100,000 features without anything", [] {
        constexpr std::size_t count = 100'000;
        return collection(repeated(R"({"type":"Feature","properties":{},"geometry":null},)", count) + feature("null"));
    }));
    cases.push_back(json("an unknown coordinate system", [] {
        return R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:999999999"}},"features":[)" +
               feature(R"({"type":"Point","coordinates":[1,2]})") + "]}";
    }));
    const auto linked = [](const std::string& name, bool network) {
        return bytesCase(name, "thua.geojson", [network](const Place& place) {
            const std::string where = network ? place.url : place.secret.string();
            return R"({"type":"FeatureCollection","crs":{"type":"link","properties":{"href":")" + where + R"("}},"features":[)" +
                   feature(R"({"type":"Point","coordinates":[105,22]})") + "]}";
        });
    };
    cases.push_back(linked("a coordinate system from a file", false));
    cases.push_back(linked("a coordinate system from the network", true));
    cases.push_back(json("arcs that do not exist", [] {
        return R"({"type":"Topology","objects":{"a":{"type":"Polygon","arcs":[[999999999,-999999999]]}},"arcs":[[[0,0],[1,1]]]})";
    }));
    cases.push_back(json("nothing but a number", [] { return std::string("1e400"); }));
    return cases;
}

std::vector<Case> kmlAndGmlCases() {
    std::vector<Case> cases = spoilt(messy("giao thong/song suoi.kml"), "", damagesOfAnyFile(71));
    addKml(cases);
    append(cases, spoilt([](const Place& place) { return writtenByGdal("GML", "thua.gml", place.folder.parent_path() / "good"); },
                         "", damagesOfAnyFile(72)));
    addGml(cases);
    return cases;
}

std::vector<Case> textTableCases() {
    std::vector<Case> cases = spoilt(messy("ho dan/Xa Coc Ngan.csv"), "", damagesOfAnyFile(81));
    const auto add = [&](const std::string& name, const std::string& file, const std::function<std::string()>& text) {
        cases.push_back(bytesCase(name, file, [text](const Place&) { return text(); }));
    };
    const std::string header = "Mã hộ,Chủ hộ,Mã thôn\n";
    const std::string row = "H1,Lò Văn Pao,0090401\n";
    add("a million columns", "a.csv", [] { return repeated("a,", million) + "a\n" + repeated("1,", million) + "1\n"; });
    add("a million columns, without ends", "a.tsv", [] { return repeated("a\t", million); });
    add("a line of 50 MB", "a.csv", [] { return std::string(50 * million, 'x'); });
    add("a line of 50 MB after good ones", "a.csv", [=] { return header + row + "H2," + std::string(50 * million, 'x'); });
    add("a quote that never closes before 20 MB", "a.csv", [=] { return "\"" + header + repeated(row, million); });
    add("a quote that never closes in the middle", "a.csv", [=] { return header + row + "H2,\"Lò\n" + repeated(row, 200'000); });
    add("zeros in cells", "a.csv", [=] { return header + std::string("H1,Lo\0Van,0090401\n", 18); });
    add("zeros late", "a.csv", [=] { return header + repeated(row, 20'000) + std::string(1'000, '\0') + row; });
    add("only separators", "a.csv", [] { return repeated(",", 500) + "\n" + repeated(repeated(",", 500) + "\n", 2'000); });
    add("only ends of lines", "a.csv", [] { return std::string(5 * million, '\n'); });
    add("only quotes", "a.csv", [] { return std::string(5 * million, '"'); });
    add("only spaces", "a.txt", [] { return std::string(5 * million, ' '); });
    add("a million rows of one letter", "a.csv", [=] { return header + repeated("x\n", million); });
    add("wide rows that grow", "a.csv", [] {
        std::string text;
        for (std::size_t i = 1; i < 1'900; ++i) text += repeated("x,", i) + "\n";
        return text;
    });
    add("half of a UTF-16 letter", "a.txt", [] { return std::string("\xFF\xFE\x41\0\x0A\0\x41", 7); });
    add("UTF-16 without partners", "a.txt",
        [] { return "\xFF\xFE" + repeated(std::string("\0\xD8\x09\0\0\xDC\x0A\0", 8), 5'000); });
    add("UTF-16, the other way round", "a.txt",
        [] { return "\xFE\xFF" + repeated(std::string("\0\x41\0\x09\0\x42\0\x0A", 8), 5'000); });
    add("UTF-32", "a.txt", [] { return std::string("\xFF\xFE\0\0", 4) + repeated(std::string("\x41\0\0\0\x0A\0\0\0", 8), 5'000); });
    add("formulas and commands", "a.csv",
        [=] { return header + "=cmd|' /C calc'!A0,@SUM(1+1),+1\n-2+3,=HYPERLINK(\"http://127.0.0.1\"),0090401\n"; });
    add("numbers out of all bounds", "a.csv", [] {
        return "Số tờ,Số thửa,Diện tích,Năm sinh\n1e999,-1e999,NaN,99999999999999999999\ninf,0x7FFFFFFF,1e-999,-0\n" +
               std::string(300, '9') + ",1,2,3\n";
    });
    add("dates out of all bounds", "a.csv", [] {
        return std::string(
            "Mã hộ,Chủ hộ,Ngày\nH1,A,31/02/2022\nH2,B,99/99/99999\nH3,C,2147483648\nH4,D,-1/-1/-1\nH5,E,0000-00-00\n");
    });
    add("a header of 60,000 letters", "a.csv", [] { return std::string(60'000, 'M') + ",Chủ hộ\n1,2\n"; });
    add("a program named as a table", "a.csv",
        [] { return "\x7F" + std::string("ELF\x02\x01\x01") + repeated(std::string("\x90\x00\xEB\xFE", 4), 10'000); });
    add("random bytes", "a.csv", [] {
        std::string bytes;
        std::uint32_t state = 7;
        for (std::size_t i = 0; i < 2 * million; ++i)
            bytes.push_back(static_cast<char>(((state = state * 1664525U + 1013904223U) >> 24) | 1U));
        return bytes;
    });
    return cases;
}

} // namespace banlang::fuzz
