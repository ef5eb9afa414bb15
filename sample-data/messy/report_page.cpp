// SPDX-License-Identifier: MIT
#include "sample-data/messy/report_page.h"

#include "sample-data/messy/report_cells.h"

#include <fmt/format.h>

namespace banlang::sample {
namespace {

class PageLayout {
public:
    PageLayout(const MessyDistrict& district, const ReportOrder& order)
        : district_(district), order_(order), columns_(order.columns) {
        if (columns_.empty()) {
            const auto usual = reportColumns(order.role);
            columns_.assign(usual.begin(), usual.end());
        }
        page_.name = order.sheet;
        for (const ReportColumn& column : columns_) page_.widths.push_back(column.width);
    }

    SheetPage finished() && {
        agency();
        titles();
        header();
        if (order_.habits.columnNumbers) columnNumbers();
        std::vector<std::uint32_t> all;
        for (std::size_t i = 0; i < order_.groups.size(); ++i) {
            group(i);
            all.insert(all.end(), order_.groups[i].rows.begin(), order_.groups[i].rows.end());
        }
        if (isSummed()) sumRow("Tổng cộng", all, 1);
        signatures();
        return std::move(page_);
    }

private:
    [[nodiscard]] std::size_t last() const { return columns_.size() - 1; }
    [[nodiscard]] bool isSummed() const {
        return std::any_of(columns_.begin(), columns_.end(), [](const ReportColumn& column) { return column.summed; });
    }
    void text(std::size_t column, std::string value, CellLook look) { page_.put(row_, column, {std::move(value), look}); }

    void agency() {
        constexpr const char* motto[] = {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"};
        const std::size_t half = columns_.size() / 2;
        for (std::size_t i = 0; i < 2; ++i, ++row_) {
            if (i < order_.agency.size()) {
                text(0, order_.agency[i], CellLook::agency);
                page_.merge({row_, 0, row_, half - 1});
            }
            text(half, motto[i], CellLook::agency);
            page_.merge({row_, half, row_, last()});
        }
        ++row_;
    }

    void titles() {
        for (std::size_t i = 0; i < order_.titles.size(); ++i, ++row_) {
            text(0, order_.titles[i], i == 0 ? CellLook::title : CellLook::subtitle);
            page_.merge({row_, 0, row_, last()});
        }
        const std::string units = unitNote(columns_, order_.habits);
        if (!units.empty()) {
            text(last() > 2 ? last() - 2 : 0, units, CellLook::note);
            page_.merge({row_, last() > 2 ? last() - 2 : 0, row_, last()});
            ++row_;
        }
        const bool leavesOut = order_.habits.above == AboveHabit::blank &&
                               std::any_of(columns_.begin(), columns_.end(),
                                           [](const ReportColumn& column) { return column.showing == Showing::textOrAsAbove; });
        if (leavesOut) {
            text(0, "(Ô để trống ở các cột mục đích, tuyến, nội dung: như dòng trên)", CellLook::note);
            ++row_;
        }
        ++row_;
    }

    void header() {
        const bool twoLevels =
            std::any_of(columns_.begin(), columns_.end(), [](const ReportColumn& column) { return !column.parent.empty(); });
        const std::size_t below = twoLevels ? row_ + 1 : row_;
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            const std::string word = headerOf(columns_[c], order_.habits);
            if (columns_[c].parent.empty()) {
                text(c, word, CellLook::header);
                page_.merge({row_, c, below, c});
                continue;
            }
            page_.put(below, c, {word, CellLook::header});
            if (c > 0 && columns_[c - 1].parent == columns_[c].parent) continue;
            std::size_t end = c;
            while (end < last() && columns_[end + 1].parent == columns_[c].parent) ++end;
            text(c, std::string(columns_[c].parent), CellLook::header);
            page_.merge({row_, c, row_, end});
        }
        row_ = below + 1;
    }

    void columnNumbers() {
        for (std::size_t c = 0; c < columns_.size(); ++c) text(c, fmt::format("({})", c + 1), CellLook::columnNumber);
        ++row_;
    }

    void group(std::size_t index) {
        const ReportGroup& group = order_.groups[index];
        const bool summed = isSummed();
        if (!group.label.empty()) {
            groupHead(index, group);
            ++row_;
        }
        std::size_t number = 0;
        std::int64_t above = -1;
        for (const std::uint32_t record : group.rows) {
            ++number;
            for (std::size_t c = 0; c < columns_.size(); ++c) {
                const CellPlace place{order_.role, record, above, number};
                page_.put(row_, c, recordCell(district_, columns_[c], place, order_.habits));
            }
            above = static_cast<std::int64_t>(record);
            ++row_;
        }
        if (summed && !group.label.empty() && order_.habits.sums == SumHabit::ownRow) sumRow("Cộng", group.rows, 1);
    }

    void groupHead(std::size_t index, const ReportGroup& group) {
        if (order_.habits.sums == SumHabit::groupRow && isSummed()) sums(group.rows, CellLook::group);
        if (order_.habits.words == 1) {
            text(0, fmt::format("{}. {}", roman(index + 1), group.label), CellLook::group);
            return;
        }
        text(0, roman(index + 1), CellLook::group);
        text(1, group.label, CellLook::group);
    }

    void sums(const Rows& rows, CellLook look) {
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            if (!columns_[c].summed) continue;
            SheetCell cell = sumCell(district_, columns_[c], order_.role, rows, order_.habits);
            cell.look = look;
            page_.put(row_, c, std::move(cell));
        }
    }

    void sumRow(const char* label, const Rows& rows, std::size_t column) {
        text(column, label, CellLook::total);
        sums(rows, CellLook::total);
        ++row_;
    }

    void signatures() {
        if (order_.signer.empty()) return;
        ++row_;
        const std::size_t right = columns_.size() * 2 / 3;
        text(right, fmt::format("{}, ngày 18 tháng 5 năm 2022", order_.place), CellLook::note);
        ++row_;
        text(1, "NGƯỜI LẬP BIỂU", CellLook::agency);
        text(right, order_.signer, CellLook::agency);
        ++row_;
        text(1, "(Ký, ghi rõ họ tên)", CellLook::note);
        text(right, "(Ký tên, đóng dấu)", CellLook::note);
        row_ += 3;
        text(0, "Ghi chú: Số liệu do thôn báo cáo, xã tổng hợp.", CellLook::note);
    }

    const MessyDistrict& district_;
    const ReportOrder& order_;
    std::vector<ReportColumn> columns_;
    SheetPage page_;
    std::size_t row_ = 0;
};

} // namespace

SheetPage layOut(const MessyDistrict& district, const ReportOrder& order) {
    return PageLayout(district, order).finished();
}

} // namespace banlang::sample
