// SPDX-License-Identifier: MIT
// Sheets: what is packed in them, and what their XML says of rows and columns.
#include "tests/fuzz/bytes.h"
#include "tests/fuzz/cases.h"
#include "tests/fuzz/zip_bytes.h"

#include <fmt/format.h>

namespace banlang::fuzz {
namespace {

constexpr std::uint64_t gibibyte = std::uint64_t{1} << 30;
constexpr std::size_t million = 1'000'000;

std::string sheet(const std::string& rows, const std::string& before = {}) {
    return R"(<?xml version="1.0"?>)" + before +
           R"(<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>)" + rows +
           "</sheetData></worksheet>";
}

std::string cell(const std::string& place, const std::string& text) {
    return fmt::format(R"(<c r="{}" t="inlineStr"><is><t>{}</t></is></c>)", place, text);
}

/// A sheet that would be understood, were it not for what follows.
std::string goodRows() {
    return "<row r=\"1\">" + cell("A1", "Mã hộ") + cell("B1", "Chủ hộ") + cell("C1", "Mã thôn") + "</row><row r=\"2\">" +
           cell("A2", "H1") + cell("B2", "Lò Văn Pao") + cell("C2", "0090401") + "</row>";
}

std::string laughs() {
    std::string entities = "<!DOCTYPE x [<!ENTITY a0 \"ha ha ha ha ha ha ha ha\">";
    for (int i = 1; i < 12; ++i) entities += fmt::format("<!ENTITY a{} \"{}\">", i, repeated(fmt::format("&a{};", i - 1), 10));
    return entities + "]>";
}

Case workbook(const std::string& name, const std::function<std::string(const Place&)>& bytes) {
    return bytesCase(name, "bao cao.xlsx", bytes);
}

Case rows(const std::string& name, const std::string& xml) {
    return workbook(name, [xml](const Place&) { return workbookOf(sheet(xml)); });
}

Case part(const std::string& name, const ZipEntry& entry) {
    return workbook(name, [entry](const Place&) { return workbookOf(sheet(goodRows()), {entry}); });
}

ZipEntry plain(const std::string& name, const std::string& bytes) {
    ZipEntry entry;
    entry.name = name;
    entry.bytes = bytes;
    return entry;
}

void addAbsurdPlaces(std::vector<Case>& cases) {
    cases.push_back(rows("a column past the last", "<row r=\"1\">" + cell("ZZZZZ1", "x") + "</row>" + goodRows()));
    cases.push_back(rows("a column of 40 letters", "<row r=\"1\">" + cell(std::string(40, 'Z') + "1", "x") + "</row>"));
    cases.push_back(rows("the last column of Excel in 200 rows", [] {
        std::string xml = goodRows();
        for (int row = 3; row < 203; ++row) xml += fmt::format("<row r=\"{}\">{}</row>", row, cell(fmt::format("XFD{}", row), "x"));
        return xml;
    }()));
    cases.push_back(rows("row 10^9", "<row r=\"1000000000\">" + cell("A1000000000", "x") + "</row>"));
    cases.push_back(rows("row 10^9 after good ones", goodRows() + "<row r=\"1000000000\">" + cell("A1000000000", "x") + "</row>"));
    cases.push_back(rows("the last row of Excel", goodRows() + "<row r=\"1048576\">" + cell("A1048576", "x") + "</row>"));
    cases.push_back(rows("rows that go back",
                         goodRows() + "<row r=\"1\">" + cell("A1", "x") + "</row><row r=\"-5\"><c r=\"A-5\"><v>1</v></c></row>"));
    cases.push_back(
        rows("a cell without a place", "<row><c><v>1</v></c><c r=\"\"><v>2</v></c><c r=\"7\"><v>3</v></c></row>" + goodRows()));
    cases.push_back(rows("rows that fill 2,000 columns", [] {
        std::string xml;
        for (int row = 1; row < 20; ++row) {
            xml += fmt::format("<row r=\"{}\">", row);
            for (int column = 0; column < 2'500; ++column) xml += "<c t=\"inlineStr\"><is><t>x</t></is></c>";
            xml += "</row>";
        }
        return xml;
    }()));
}

void addAbsurdCells(std::vector<Case>& cases) {
    cases.push_back(rows(
        "formulas",
        goodRows() + R"(<row r="3"><c r="A3"><f>1/0</f><v>#DIV/0!</v></c><c r="B3" t="str"><f>WEBSERVICE("http://127.0.0.1")</f>)"
                     R"(</c><c r="C3" t="e"><v>#REF!</v></c></row><row r="4"><c r="A4"><f t="shared" si="999999999"/></c></row>)"));
    cases.push_back(rows("numbers out of all bounds",
                         goodRows() + R"(<row r="3"><c r="A3"><v>1e999</v></c><c r="B3"><v>NaN</v></c><c r="C3"><v>)" +
                             std::string(500, '9') + "</v></c></row>"));
    cases.push_back(rows("shared texts that do not exist",
                         R"(<row r="1"><c r="A1" t="s"><v>999999999</v></c><c r="B1" t="s"><v>-7</v></c></row>)"));
    cases.push_back(rows("styles that do not exist",
                         R"(<row r="1"><c r="A1" s="999999999"><v>44000</v></c><c r="B1" s="-1"><v>1</v></c></row>)"));
    cases.push_back(rows("kinds of cells that do not exist",
                         R"(<row r="1"><c r="A1" t="zzz"><v>1</v></c><c r="B1" t="d"><v>9999-99-99</v></c></row>)"));
    cases.push_back(rows("a text of 20 MB", "<row r=\"1\">" + cell("A1", std::string(20 * million, 'x')) + "</row>"));
    cases.push_back(rows("elements 100,000 deep", repeated("<row>", 100'000) + repeated("</row>", 100'000)));
    cases.push_back(rows("elements that do not close", repeated("<row><c>", 10'000)));
    cases.push_back(workbook("entities of entities", [](const Place&) {
        return workbookOf(sheet("<row r=\"1\">" + cell("A1", "&a11;") + "</row>", laughs()));
    }));
    cases.push_back(workbook("an entity from a file", [](const Place& place) {
        const std::string entity = "<!DOCTYPE x [<!ENTITY out SYSTEM \"file://" + place.secret.string() + "\">]>";
        return workbookOf(sheet("<row r=\"1\">" + cell("A1", "&out;") + "</row>" + goodRows(), entity));
    }));
}

void addAbsurdParts(std::vector<Case>& cases) {
    cases.push_back(part("without its sheet", {"xl/worksheets/sheet1.xml", {}, 0, 0, std::nullopt, std::nullopt}));
    cases.push_back(part("wrong kinds of content", plain("[Content_Types].xml", "<Types/>")));
    cases.push_back(part("no list of sheets", plain("xl/workbook.xml", "<workbook/>")));
    cases.push_back(
        part("a sheet that leads outside",
             plain("xl/_rels/workbook.xml.rels",
                   R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" )"
                   R"(Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" )"
                   R"(Target="../../../../../../etc/passwd"/></Relationships>)")));
    cases.push_back(workbook("links to other workbooks", [](const Place& place) {
        const std::string links =
            R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" )"
            R"(Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath" TargetMode="External" Target=")" +
            place.url + "\"/></Relationships>";
        return workbookOf(sheet(goodRows()), {plain("xl/externalLinks/_rels/externalLink1.xml.rels", links),
                                              plain("xl/externalLinks/externalLink1.xml", "<externalLink/>")});
    }));
    cases.push_back(part("10,000 sheets", [] {
        std::string xml = R"(<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" )"
                          R"(xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>)";
        for (int i = 0; i < 10'000; ++i) xml += fmt::format(R"(<sheet name="S{}" sheetId="{}" r:id="rId1"/>)", i, i);
        return plain("xl/workbook.xml", xml + "</sheets></workbook>");
    }()));
    cases.push_back(workbook("a sheet of 2 GB of blanks",
                             [](const Place&) { return workbookOf({}, {bomb("xl/worksheets/sheet1.xml", ' ', 2 * gibibyte)}); }));
    cases.push_back(workbook("shared texts of 2 GB", [](const Place&) {
        return workbookOf(sheet(goodRows()), {bomb("xl/sharedStrings.xml", 'x', 2 * gibibyte)});
    }));
    cases.push_back(workbook("a sheet of 2 GB that says 1,000 bytes", [](const Place&) {
        ZipEntry entry = bomb("xl/worksheets/sheet1.xml", ' ', 2 * gibibyte);
        entry.sayUnpacked = 1'000;
        return workbookOf({}, {entry});
    }));
    cases.push_back(workbook("shared texts of 2 GB that say 1,000 bytes", [](const Place&) {
        ZipEntry entry = bomb("xl/sharedStrings.xml", 'x', 2 * gibibyte);
        entry.sayUnpacked = 1'000;
        return workbookOf(sheet(goodRows()), {entry});
    }));
    cases.push_back(workbook("400 MB of cells in a small file", [](const Place&) {
        std::string xml = "<row r=\"1\">" + repeated("<c t=\"inlineStr\"><is><t>x</t></is></c>", 200) + "</row>";
        return workbookOf(sheet(repeated(xml, 5'000)));
    }));
}

void addOpenDocuments(std::vector<Case>& cases) {
    const auto add = [&](const std::string& name, const std::string& table, const std::string& prologue = {}) {
        cases.push_back(bytesCase(name, "bao cao.ods", [=](const Place&) { return openDocumentOf(table, prologue); }));
    };
    const auto tableOf = [](const std::string& content) { return R"(<table:table table:name="A">)" + content + "</table:table>"; };
    const auto cellOf = [](const std::string& more, const std::string& text) {
        return "<table:table-cell office:value-type=\"string\" " + more + "><text:p>" + text + "</text:p></table:table-cell>";
    };
    const std::string header =
        "<table:table-row>" + cellOf({}, "Mã hộ") + cellOf({}, "Chủ hộ") + cellOf({}, "Mã thôn") + "</table:table-row>";
    add("a cell 10^9 times",
        tableOf(header + "<table:table-row>" + cellOf("table:number-columns-repeated=\"1000000000\"", "x") + "</table:table-row>"));
    add("a row 10^9 times",
        tableOf(header + "<table:table-row table:number-rows-repeated=\"1000000000\">" + cellOf({}, "x") + "</table:table-row>"));
    add("an empty row 10^9 times",
        tableOf(header + "<table:table-row table:number-rows-repeated=\"1000000000\"><table:table-cell/></table:table-row>" +
                header));
    add("10,000 cells 10,000 times", tableOf("<table:table-row table:number-rows-repeated=\"10000\">" +
                                             cellOf("table:number-columns-repeated=\"10000\"", "x") + "</table:table-row>"));
    add("2,000 cells 5,000 times, ten times",
        tableOf(header + repeated("<table:table-row table:number-rows-repeated=\"5000\">" +
                                      cellOf("table:number-columns-repeated=\"2000\"", "x") + "</table:table-row>",
                                  10)));
    add("a cell -1 times",
        tableOf(header + "<table:table-row>" + cellOf("table:number-columns-repeated=\"-1\"", "x") + "</table:table-row>"));
    add("columns 10^9 times", tableOf("<table:table-column table:number-columns-repeated=\"1000000000\"/>" + header));
    add("tables 50,000 deep", repeated(R"(<table:table table:name="A">)", 50'000) + repeated("</table:table>", 50'000));
    add("entities of entities", tableOf("<table:table-row>" + cellOf({}, "&a11;") + "</table:table-row>"), laughs());
    add("blanks 10^9 times",
        tableOf(header + "<table:table-row>" + cellOf({}, "a<text:s text:c=\"1000000000\"/>b") + "</table:table-row>"));
    add("formulas",
        tableOf(
            header +
            "<table:table-row><table:table-cell table:formula=\"of:=WEBSERVICE(&quot;http://127.0.0.1&quot;)\"/>"
            "<table:table-cell table:formula=\"of:=[.A1]+[.ZZZZZZZ999999999]\" office:value-type=\"float\" office:value=\"1e999\"/>"
            "<table:table-cell table:formula=\"of:=SUM([.A1:.XFD1048576])\"/></table:table-row>"));
    add("a formula of itself",
        tableOf(header + "<table:table-row><table:table-cell table:formula=\"of:=[.A2]\"/></table:table-row>"));
    add("a formula 50,000 deep", tableOf(header + "<table:table-row><table:table-cell table:formula=\"of:=" +
                                         repeated("(", 50'000) + "1" + repeated(")", 50'000) + "\"/></table:table-row>"));
    cases.push_back(bytesCase("content of 2 GB that says 1,000 bytes", "bao cao.ods", [](const Place&) {
        ZipEntry entry = bomb("content.xml", ' ', 2 * gibibyte);
        entry.sayUnpacked = 1'000;
        return zipOf({plain("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), entry});
    }));
    cases.push_back(bytesCase("without its content", "bao cao.ods", [](const Place&) {
        return zipOf({plain("mimetype", "application/vnd.oasis.opendocument.spreadsheet")});
    }));
}

} // namespace

std::vector<Case> workbookCases() {
    std::vector<Case> cases = spoilt([](const Place&) { return messyFile("cong trinh.xlsx"); }, "", damagesOfAnyFile(91));
    addAbsurdPlaces(cases);
    addAbsurdCells(cases);
    addAbsurdParts(cases);
    return cases;
}

std::vector<Case> openDocumentCases() {
    std::vector<Case> cases =
        spoilt([](const Place&) { return messyFile("bao cao xa/Xã Tả Nhìn Sa.ods"); }, "", damagesOfAnyFile(101));
    addOpenDocuments(cases);
    return cases;
}

std::vector<Case> oldExcelCases() {
    std::vector<Case> cases;
    for (const Damage& damage : damagesOfAnyFile(111)) {
        cases.push_back(bytesCase(damage.name, "ho.xls", [damage](const Place&) { return damage.apply(oldestExcelSheet()); }));
    }
    const auto record = [](std::uint16_t kind, const std::string& body) { return little(kind, 2) + little(body.size(), 2) + body; };
    cases.push_back(bytesCase("rows and columns out of all bounds", "ho.xls", [record](const Place&) {
        return record(0x0009, little(2, 2) + little(0x10, 2)) +
               record(0x0004, little(0xFFFF, 2) + little(0xFFFF, 2) + std::string(3, '\0') + "\x01x") + record(0x000A, {});
    }));
    cases.push_back(bytesCase("a text longer than its record", "ho.xls", [record](const Place&) {
        return record(0x0009, little(2, 2) + little(0x10, 2)) + record(0x0004, std::string(7, '\0') + "\xFFx") + record(0x000A, {});
    }));
    cases.push_back(bytesCase("a container of nothing", "ho.xls",
                              [](const Place&) { return "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(2'000, '\0'); }));
    cases.push_back(bytesCase("a container whose sectors lead in a circle", "ho.xls", [](const Place&) {
        std::string bytes = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(504, '\0') + std::string(4 * 512, '\0');
        putLittle(bytes, 24, 0x0003003E, 4);
        putLittle(bytes, 28, 0xFFFE, 2);
        putLittle(bytes, 30, 9, 2);
        putLittle(bytes, 32, 6, 2);
        putLittle(bytes, 44, 0x7FFFFFFF, 4);
        for (std::size_t at = 512; at < bytes.size(); at += 4) putLittle(bytes, at, 1, 4);
        return bytes;
    }));
    return cases;
}

} // namespace banlang::fuzz
