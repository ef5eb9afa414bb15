// SPDX-License-Identifier: MIT
#include "layers/paper/detail/output_surface.h"

#include "core/base/checked_file.h"
#include "core/base/pending_output.h"
#include "core/base/write_error.h"
#include "core/text/xml_text.h"
#include "layers/provenance_lines.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <fmt/format.h>
#include <png.h>

#include <cmath>
#include <filesystem>
#include <map>
#include <new>
#include <vector>

namespace banlang::print_layout {
namespace {

namespace fs = std::filesystem;
constexpr double pointsPerPx = 72.0 / 96.0;
constexpr double longestImageSidePx = 32'000;

Error outputError(const std::string& path, ErrorKind kind, const char* code, Bilingual message, Bilingual hint) {
    return {kind, code, std::move(message), std::move(hint), {path, {}, -1, {}}};
}

cairo_status_t writeOn(void* file, const unsigned char* bytes, unsigned int count) {
    auto& to = *static_cast<CheckedFile*>(file);
    to.write({reinterpret_cast<const char*>(bytes), count}); // NOLINT(cppcoreguidelines-pro-type-reinterpret-cast): bytes
    return to.failure() == 0 ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

cairo_status_t keepOn(void* text, const unsigned char* bytes, unsigned int count) {
    try {
        static_cast<std::string*>(text)->append(
            reinterpret_cast<const char*>(bytes), // NOLINT(cppcoreguidelines-pro-type-reinterpret-cast): bytes
            count);
    } catch (const std::bad_alloc&) {
        return CAIRO_STATUS_NO_MEMORY; // cairo is no C++
    }
    return CAIRO_STATUS_SUCCESS;
}

void writePngOn(png_structp png, png_bytep bytes, png_size_t count) {
    auto* file = static_cast<CheckedFile*>(png_get_io_ptr(png));
    if (writeOn(file, bytes, static_cast<unsigned int>(count)) != CAIRO_STATUS_SUCCESS) png_error(png, "write");
}

/// What went wrong is known by the file.
[[noreturn]] void failPng(png_structp png, png_const_charp /*words*/) {
    png_longjmp(png, 1);
}
void ignorePng(png_structp /*png*/, png_const_charp /*words*/) {}

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
bool writePng(cairo_surface_t* surface, CheckedFile& file, double dpi, const PngTexts& texts) {
    cairo_surface_flush(surface);
    const int width = cairo_image_surface_get_width(surface);
    const int height = cairo_image_surface_get_height(surface);
    const unsigned char* pixels = cairo_image_surface_get_data(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    std::vector<png_byte> row(static_cast<std::size_t>(width) * 3);
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, failPng, ignorePng);
    png_infop info = png == nullptr ? nullptr : png_create_info_struct(png);
    if (info == nullptr || setjmp(png_jmpbuf(png)) != 0) { // NOLINT(cert-err52-cpp): libpng's way to report
        png_destroy_write_struct(&png, &info);
        return false;
    }
    png_set_write_fn(png, &file, writePngOn, nullptr);
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
    return true;
}

bool drawVector(SurfacePtr surface, const Draw& draw, double scale) {
    const CairoPtr cr(cairo_create(surface.get()), cairo_destroy);
    cairo_scale(cr.get(), scale, scale);
    draw(cr.get());
    cairo_show_page(cr.get());
    cairo_surface_finish(surface.get());
    return cairo_status(cr.get()) == CAIRO_STATUS_SUCCESS && cairo_surface_status(surface.get()) == CAIRO_STATUS_SUCCESS;
}

bool writePdf(CheckedFile& file, const OutputPage& page, const Draw& draw) {
    SurfacePtr surface(cairo_pdf_surface_create_for_stream(writeOn, &file, page.widthPx * pointsPerPx, page.heightPx * pointsPerPx),
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
    for (const auto& [name, value] : elements) rdf += fmt::format("<dc:{0}>{1}</dc:{0}>\n", name, markupText(value));
    return fmt::format("<title>{}</title>\n<desc>{}</desc>\n<metadata>\n"
                       "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
                       "xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n<rdf:Description rdf:about=\"\">\n{}"
                       "</rdf:Description>\n</rdf:RDF>\n</metadata>\n",
                       markupText(about.title), markupText(provenanceText(about, page.language)), rdf);
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

/// Cairo writes no metadata into an SVG; they come first within the root element. "" when there is no root.
std::string finishedSvg(const std::string& drawn, const OutputPage& page) {
    std::string svg = withOwnNumbers(drawn);
    const std::size_t root = svg.find("<svg");
    const std::size_t content = root == std::string::npos ? root : svg.find('>', root);
    if (content == std::string::npos) return {};
    svg.insert(content + 1, fmt::format("\n{}", svgMetadata(page)));
    return svg;
}

bool writeSvg(CheckedFile& file, const OutputPage& page, const Draw& draw) {
    std::string svg;
    SurfacePtr surface(cairo_svg_surface_create_for_stream(keepOn, &svg, page.widthPx / pxPerMm, page.heightPx / pxPerMm),
                       cairo_surface_destroy);
    cairo_svg_surface_set_document_unit(surface.get(), CAIRO_SVG_UNIT_MM);
    if (!drawVector(std::move(surface), draw, 1 / pxPerMm)) return false;
    const std::string finished = finishedSvg(svg, page);
    file.write(finished);
    return !finished.empty();
}

bool writeImage(CheckedFile& file, const OutputPage& page, const Draw& draw) {
    const double scale = page.dpi / 96;
    const double width = std::round(page.widthPx * scale);
    const double height = std::round(page.heightPx * scale);
    if (std::max(width, height) > longestImageSidePx) return false;
    const SurfacePtr surface = imageSurface(CAIRO_FORMAT_RGB24, static_cast<int>(width), static_cast<int>(height));
    const CairoPtr cr(cairo_create(surface.get()), cairo_destroy);
    cairo_scale(cr.get(), scale, scale);
    draw(cr.get());
    return cairo_status(cr.get()) == CAIRO_STATUS_SUCCESS && writePng(surface.get(), file, page.dpi, PngTexts(page));
}

} // namespace

Result<void> writePage(const std::string& path, bool overwrite, const OutputPage& page, const Draw& draw,
                       const std::stop_token& stop) {
    const std::string ending = fs::path(path).extension().string();
    if (ending != ".png" && ending != ".pdf" && ending != ".svg") {
        return Unexpected(outputError(path, ErrorKind::usage, "unknown-format",
                                      {"Không biết định dạng của tệp ảnh", "The picture's format is not known"},
                                      {"Đặt tên tệp .png, .pdf hoặc .svg", "Name the file .png, .pdf or .svg"}));
    }
    BANLANG_TRY(output, PendingOutput::begin(path, overwrite));
    CheckedFile file(output.path());
    const auto white = [&](cairo_t* cr) {
        setColour(cr, rgb(0xFFFFFF));
        cairo_paint(cr);
        draw(cr);
    };
    const bool written = ending == ".png"   ? writeImage(file, page, white)
                         : ending == ".pdf" ? writePdf(file, page, white)
                                            : writeSvg(file, page, white);
    const int reason = file.close();
    if (stop.stop_requested()) return Unexpected(stoppedError(path));
    if (!written || reason != 0) return Unexpected(writeError(path, reason));
    return output.finish();
}

} // namespace banlang::print_layout
