// SPDX-License-Identifier: MIT
#include "layers/paper/detail/output_surface.h"

#include "layers/export/provenance_lines.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <fmt/format.h>
#include <glib.h>
#include <png.h>

#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <vector>

namespace banlang::paper {
namespace {

namespace fs = std::filesystem;
constexpr double pointsPerPx = 72.0 / 96.0;
constexpr double longestImageSidePx = 32'000;

Error outputError(const std::string& path, ErrorKind kind, const char* code, Bilingual message, Bilingual hint) {
    return {kind, code, std::move(message), std::move(hint), {path, {}, -1, {}}};
}

Error unwritable(const std::string& path) {
    return outputError(path, ErrorKind::outputUnwritable, "output-unwritable", {"Không ghi được tệp", "The file cannot be written"},
                       {"Kiểm tra thư mục và chỗ trống trên đĩa", "Check the folder and the free space"});
}

/// Under keywords that the PNG specification names.
class PngTexts {
public:
    explicit PngTexts(const OutputPage& page)
        : texts_{"Title",         page.provenance.title,
                 "Description",   provenanceText(page.provenance, page.language),
                 "Source",        sourcesText(page.provenance, page.language),
                 "Software",      page.provenance.program,
                 "Creation Time", madeAtIso(page.provenance)} {
        for (std::size_t i = 0; i < texts_.size(); i += 2) {
            png_text entry{};
            entry.compression = PNG_ITXT_COMPRESSION_NONE; // what is UTF-8
            entry.key = texts_[i].data();
            entry.text = texts_[i + 1].data();
            entry.itxt_length = texts_[i + 1].size();
            entry.lang = none_.data();
            entry.lang_key = none_.data();
            entries_.push_back(entry);
        }
    }
    PngTexts(const PngTexts&) = delete;
    PngTexts& operator=(const PngTexts&) = delete;

    void addTo(png_structp png, png_infop info) const {
        png_set_text(png, info, entries_.data(), static_cast<int>(entries_.size()));
    }

private:
    std::vector<std::string> texts_; ///< keyword, text, keyword ...
    std::string none_;
    std::vector<png_text> entries_; ///< into both
};

/// 96 dpi is 3 779.5 pixels a metre; without it a print shop guesses the size.
bool writePng(cairo_surface_t* surface, const std::string& path, double dpi, const PngTexts& texts) {
    cairo_surface_flush(surface);
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "wb"), std::fclose);
    if (file == nullptr) return false;
    const int width = cairo_image_surface_get_width(surface);
    const int height = cairo_image_surface_get_height(surface);
    const unsigned char* pixels = cairo_image_surface_get_data(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    std::vector<png_byte> row(static_cast<std::size_t>(width) * 3);
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png == nullptr ? nullptr : png_create_info_struct(png);
    if (info == nullptr || setjmp(png_jmpbuf(png)) != 0) { // NOLINT(cert-err52-cpp): libpng's way to report
        png_destroy_write_struct(&png, &info);
        return false;
    }
    png_init_io(png, file.get());
    png_set_IHDR(png, info, static_cast<png_uint_32>(width), static_cast<png_uint_32>(height), 8, PNG_COLOR_TYPE_RGB,
                 PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    const auto perMetre = static_cast<png_uint_32>(std::lround(dpi / 0.0254));
    png_set_pHYs(png, info, perMetre, perMetre, PNG_RESOLUTION_METER);
    texts.addTo(png, info);
    png_set_compression_level(png, 3);
    png_write_info(png, info);
    for (int y = 0; y < height; ++y) {
        const unsigned char* source = pixels + static_cast<std::ptrdiff_t>(y) * stride;
        for (std::size_t x = 0; x < static_cast<std::size_t>(width); ++x) {
            row[3 * x] = source[4 * x + 2];
            row[3 * x + 1] = source[4 * x + 1];
            row[3 * x + 2] = source[4 * x];
        }
        png_write_row(png, row.data());
    }
    png_write_end(png, nullptr);
    png_destroy_write_struct(&png, &info);
    return std::fflush(file.get()) == 0;
}

bool drawVector(SurfacePtr surface, const std::function<void(cairo_t*)>& draw, double scale) {
    const CairoPtr cr(cairo_create(surface.get()), cairo_destroy);
    cairo_scale(cr.get(), scale, scale);
    draw(cr.get());
    cairo_show_page(cr.get());
    cairo_surface_finish(surface.get());
    return cairo_status(cr.get()) == CAIRO_STATUS_SUCCESS && cairo_surface_status(surface.get()) == CAIRO_STATUS_SUCCESS;
}

bool writePdf(const std::string& path, const OutputPage& page, const std::function<void(cairo_t*)>& draw) {
    SurfacePtr surface(cairo_pdf_surface_create(path.c_str(), page.widthPx * pointsPerPx, page.heightPx * pointsPerPx),
                       cairo_surface_destroy);
    const std::string made = madeAtIso(page.provenance);
    for (const auto& [field, value] : {std::pair{CAIRO_PDF_METADATA_TITLE, page.provenance.title},
                                       {CAIRO_PDF_METADATA_SUBJECT, provenanceText(page.provenance, page.language)},
                                       {CAIRO_PDF_METADATA_KEYWORDS, sourcesText(page.provenance, page.language)},
                                       {CAIRO_PDF_METADATA_CREATOR, page.provenance.program},
                                       {CAIRO_PDF_METADATA_CREATE_DATE, made},
                                       {CAIRO_PDF_METADATA_MOD_DATE, made}}) {
        if (!value.empty()) cairo_pdf_surface_set_metadata(surface.get(), field, value.c_str());
    }
    return drawVector(std::move(surface), draw, pointsPerPx);
}

std::string xmlText(std::string_view text) {
    const std::unique_ptr<char, decltype(&g_free)> escaped(g_markup_escape_text(text.data(), static_cast<gssize>(text.size())),
                                                           g_free);
    return escaped.get();
}

/// What the picture is, for readers of the screen and, as Dublin Core in RDF, for programs.
std::string svgMetadata(const OutputPage& page) {
    const Provenance& about = page.provenance;
    const std::pair<std::string_view, std::string> elements[] = {{"title", about.title},
                                                                 {"description", provenanceText(about, page.language)},
                                                                 {"source", sourcesText(about, page.language)},
                                                                 {"creator", about.program},
                                                                 {"date", madeAtIso(about)},
                                                                 {"language", page.language == Language::vietnamese ? "vi" : "en"},
                                                                 {"type", "Image"}};
    std::string rdf;
    for (const auto& [name, value] : elements) rdf += fmt::format("<dc:{0}>{1}</dc:{0}>\n", name, xmlText(value));
    return fmt::format("<title>{}</title>\n<desc>{}</desc>\n<metadata>\n"
                       "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
                       "xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n<rdf:Description rdf:about=\"\">\n{}"
                       "</rdf:Description>\n</rdf:RDF>\n</metadata>\n",
                       xmlText(about.title), xmlText(provenanceText(about, page.language)), rdf);
}

/// Cairo numbers its surfaces through the life of a process; numbered from 1 the same picture gives the same bytes.
std::string withOwnNumbers(const std::string& svg) {
    static constexpr std::string_view word = "surface";
    std::map<std::string, std::size_t> numbers;
    std::string result;
    std::size_t done = 0;
    for (std::size_t at = svg.find(word); at != std::string::npos; at = svg.find(word, done)) {
        const std::size_t digits = at + word.size();
        const std::size_t end = std::min(svg.size(), svg.find_first_not_of("0123456789", digits));
        result.append(svg, done, digits - done);
        if (end > digits)
            result += std::to_string(numbers.emplace(svg.substr(digits, end - digits), numbers.size() + 1).first->second);
        done = end;
    }
    result.append(svg, done);
    return result;
}

/// Cairo writes no metadata into an SVG; they come first within the root element.
bool finishSvg(const std::string& path, const OutputPage& page) {
    std::ifstream in(path, std::ios::binary);
    std::string svg = withOwnNumbers({std::istreambuf_iterator<char>(in), {}});
    in.close();
    const std::size_t root = svg.find("<svg");
    const std::size_t content = root == std::string::npos ? root : svg.find('>', root);
    if (content == std::string::npos) return false;
    svg.insert(content + 1, "\n" + svgMetadata(page));
    std::ofstream out(path, std::ios::binary);
    out << svg;
    out.close();
    return out.good();
}

bool writeSvg(const std::string& path, const OutputPage& page, const std::function<void(cairo_t*)>& draw) {
    SurfacePtr surface(cairo_svg_surface_create(path.c_str(), page.widthPx / pxPerMm, page.heightPx / pxPerMm),
                       cairo_surface_destroy);
    cairo_svg_surface_set_document_unit(surface.get(), CAIRO_SVG_UNIT_MM);
    return drawVector(std::move(surface), draw, 1 / pxPerMm) && finishSvg(path, page);
}

bool writeImage(const std::string& path, const OutputPage& page, const std::function<void(cairo_t*)>& draw) {
    const double scale = page.dpi / 96;
    const double width = std::round(page.widthPx * scale);
    const double height = std::round(page.heightPx * scale);
    if (std::max(width, height) > longestImageSidePx) return false;
    const SurfacePtr surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(width), static_cast<int>(height)),
                             cairo_surface_destroy);
    const CairoPtr cr(cairo_create(surface.get()), cairo_destroy);
    cairo_scale(cr.get(), scale, scale);
    draw(cr.get());
    return cairo_status(cr.get()) == CAIRO_STATUS_SUCCESS && writePng(surface.get(), path, page.dpi, PngTexts(page));
}

} // namespace

Result<void> writePage(const std::string& path, bool overwrite, const OutputPage& page, const std::function<void(cairo_t*)>& draw) {
    const std::string ending = fs::path(path).extension().string();
    if (ending != ".png" && ending != ".pdf" && ending != ".svg") {
        return Unexpected(outputError(path, ErrorKind::usage, "unknown-format",
                                      {"Không biết định dạng của tệp ảnh", "The picture's format is not known"},
                                      {"Đặt tên tệp .png, .pdf hoặc .svg", "Name the file .png, .pdf or .svg"}));
    }
    std::error_code failure;
    if (!overwrite && fs::exists(path, failure)) {
        return Unexpected(outputError(path, ErrorKind::outputUnwritable, "output-exists", {"Tệp đã có", "The file exists"},
                                      {"Chọn tên khác hoặc dùng --overwrite", "Choose another name or use --overwrite"}));
    }
    const std::string beside = path + ".part" + ending;
    const auto white = [&](cairo_t* cr) {
        setColour(cr, rgb(0xFFFFFF));
        cairo_paint(cr);
        draw(cr);
    };
    const bool written = ending == ".png"   ? writeImage(beside, page, white)
                         : ending == ".pdf" ? writePdf(beside, page, white)
                                            : writeSvg(beside, page, white);
    if (written) fs::rename(beside, path, failure);
    if (!written || failure) {
        fs::remove(beside, failure);
        return Unexpected(unwritable(path));
    }
    return {};
}

} // namespace banlang::paper
