// SPDX-License-Identifier: MIT
#include "core/intake/reports/report_phrases.h"

#include "core/intake/reports/name_tokens.h"
#include "core/text/keys.h"

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <set>
#include <string>

namespace banlang {
namespace {

template <class Words> bool isOneOf(const Words& words, std::string_view word) {
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

using Words = std::initializer_list<std::string_view>;

/// Reads phrases from one place of a text on; what cannot go on leaves the place as it is.
class PhraseReader {
public:
    PhraseReader(const std::vector<NameToken>& tokens, std::size_t at) : tokens_(tokens), first_(at), at_(at) {}

    [[nodiscard]] std::size_t at() const { return at_; }

    std::optional<ReportPhrase> read() {
        for (const auto form : {&PhraseReader::fromDayToDay, &PhraseReader::untilDay, &PhraseReader::partOfYear,
                                &PhraseReader::quarter, &PhraseReader::month, &PhraseReader::yearFirst, &PhraseReader::wholeYear}) {
            at_ = first_;
            if (auto phrase = (this->*form)()) return phrase;
        }
        at_ = first_ + 1;
        return std::nullopt;
    }

    /// "31/5/2022", "31/5", "31 tháng 5 năm 2022": a whole date or one without its year.
    std::optional<ReportPhrase> date() {
        const std::size_t start = at_;
        ReportPhrase phrase;
        phrase.kind = ReportPhraseKind::day;
        if (takeNumber(1, 31, phrase.day) && (takeOne({"/", "-", ".", "thang"})) && takeNumber(1, 12, phrase.month)) {
            phrase.year = takeYear();
            return phrase;
        }
        at_ = start;
        return std::nullopt;
    }

private:
    [[nodiscard]] const NameToken* peek(std::size_t ahead = 0) const {
        return at_ + ahead < tokens_.size() ? &tokens_[at_ + ahead] : nullptr;
    }
    [[nodiscard]] std::string_view wordBefore(std::size_t back) const {
        return first_ >= back ? tokens_[first_ - back].text : std::string_view();
    }

    bool takeOne(Words words) {
        const bool fits = peek() != nullptr && isOneOf(words, peek()->text);
        at_ += fits ? 1U : 0U;
        return fits;
    }
    bool takeAll(Words words) {
        const std::size_t start = at_;
        for (const std::string_view word : words) {
            if (takeOne({word})) continue;
            at_ = start;
            return false;
        }
        return true;
    }
    /// A number of one or two digits that no letter or digit follows at once.
    bool takeNumber(int least, int most, int& number) {
        const NameToken* token = peek();
        const NameToken* next = peek(1);
        const bool fits = token != nullptr && (token->digits == 1 || token->digits == 2) && token->number >= least &&
                          token->number <= most && (next == nullptr || !next->glued);
        if (fits) number = token->number;
        at_ += fits ? 1U : 0U;
        return fits;
    }
    /// "/2022", "-2022", ", năm 2022", " 2022", "/22".
    std::optional<int> takeYear() {
        const std::size_t start = at_;
        constexpr int firstYear = 1990;
        constexpr int lastYear = 2100;
        (void)takeOne({","});
        const bool marked = takeOne({"/", "-", "."});
        (void)takeOne({"nam"});
        const NameToken* token = peek();
        const bool free = token != nullptr && (peek(1) == nullptr || !peek(1)->glued);
        if (free && token->digits == 4 && token->number >= firstYear && token->number <= lastYear) {
            ++at_;
            return token->number;
        }
        constexpr int firstShort = 20; // 12 and less are months
        constexpr int lastShort = 40;
        if (free && marked && token->digits == 2 && token->number >= firstShort && token->number <= lastShort) {
            ++at_;
            return 2000 + token->number;
        }
        at_ = start;
        return std::nullopt;
    }

    /// "2022-05", "2022-05-31" at the beginning of a name, as folders are called.
    std::optional<ReportPhrase> yearFirst() {
        ReportPhrase phrase;
        phrase.kind = ReportPhraseKind::month;
        phrase.year = first_ == 0 ? takeYear() : std::nullopt;
        const NameToken* token = peek(1);
        if (!phrase.year || !takeOne({"-", "."}) || token->digits != 2 || !takeNumber(1, 12, phrase.month)) return std::nullopt;
        if (!takeOne({"-", "."})) return phrase;
        phrase.kind = ReportPhraseKind::day;
        return takeNumber(1, 31, phrase.day) ? std::optional(phrase) : std::nullopt;
    }

    /// "từ ngày 16/4 đến ngày 15/5/2022".
    std::optional<ReportPhrase> fromDayToDay() {
        if (!takeOne({"tu"})) return std::nullopt;
        (void)takeOne({"ngay"});
        const auto from = date();
        if (!from || !takeOne({"den", "-"})) return std::nullopt;
        (void)takeOne({"het"});
        (void)takeOne({"ngay"});
        auto phrase = date();
        if (!phrase) return std::nullopt;
        phrase->firstDay = from->day;
        phrase->firstMonth = from->month;
        phrase->firstYear = from->year;
        return phrase;
    }

    [[nodiscard]] bool followsDeadlineWord() const {
        static constexpr std::string_view deadlines[] = {"han", "truoc", "cham"};
        return isOneOf(deadlines, wordBefore(1)) || (wordBefore(1) == "nhat" && wordBefore(2) == "cham");
    }

    /// "đến ngày 31/5", "tính đến 31/5/2022", "số liệu ngày 31/5"; a deadline is no report, and "đến 1/2" no day.
    std::optional<ReportPhrase> untilDay() {
        const bool until = takeOne({"den"});
        const bool said = until || takeAll({"so", "lieu"}) || takeAll({"cap", "nhat"}) || takeAll({"bao", "cao"});
        if (!said || followsDeadlineWord()) return std::nullopt;
        const bool named = !until || wordBefore(1) == "tinh";
        const bool further = !until && takeOne({"den"});
        (void)takeOne({"het"});
        const bool day = takeOne({"ngay"});
        if (!until && !further && !day) return std::nullopt;
        const auto phrase = date();
        return phrase && (named || day || phrase->year) ? phrase : std::nullopt;
    }

    static std::optional<ReportPhrase> months(int first, int last, std::optional<int> year) {
        if (last < first) return std::nullopt;
        ReportPhrase phrase;
        phrase.kind = ReportPhraseKind::months;
        phrase.year = year;
        phrase.firstMonth = first;
        phrase.month = last;
        return phrase;
    }

    /// "6 tháng đầu năm 2022", "sáu tháng đầu năm", "6 tháng cuối năm".
    std::optional<ReportPhrase> partOfYear() {
        int count = 0;
        if (takeOne({"ba"}))
            count = 3;
        else if (takeOne({"sau"}))
            count = 6;
        else if (takeOne({"chin"}))
            count = 9;
        else if (!takeNumber(1, 12, count))
            return std::nullopt;
        if (!takeOne({"thang"})) return std::nullopt;
        const bool first = takeAll({"dau", "nam"});
        if (!first && !takeAll({"cuoi", "nam"})) return std::nullopt;
        const auto year = takeYear();
        return first ? months(1, count, year) : months(13 - count, 12, year);
    }

    /// "quý I/2022", "quý 2 năm 2022", "Q1/2022".
    std::optional<ReportPhrase> quarter() {
        static constexpr std::string_view romans[] = {"i", "ii", "iii", "iv"};
        const bool shortly = takeOne({"q"});
        if (!shortly && !takeOne({"quy"})) return std::nullopt;
        int number = 0;
        if (shortly && (peek() == nullptr || !peek()->glued)) return std::nullopt;
        const auto* const roman =
            peek() == nullptr ? std::end(romans) : std::find(std::begin(romans), std::end(romans), peek()->text);
        if (roman != std::end(romans)) {
            number = static_cast<int>(roman - std::begin(romans)) + 1;
            ++at_;
        } else if (!takeNumber(1, 4, number)) {
            return std::nullopt;
        }
        return months(3 * number - 2, 3 * number, takeYear());
    }

    /// What is counted, so that "T5" after it is one of them: "tổ T5", "tuyến T5".
    [[nodiscard]] bool followsACountedThing() const {
        static constexpr std::string_view counted[] = {"to",    "thon", "xom", "doi", "thua", "tuyen",
                                                       "duong", "khu",  "cum", "lo",  "so",   "nha"};
        return isOneOf(counted, wordBefore(1)) || (wordBefore(1) == "ban" && wordBefore(2) != "bien");
    }

    /// "tháng 5/2022", "thang-05", "T5/2022", "T5", "tháng 4-5/2022".
    std::optional<ReportPhrase> month() {
        const bool shortly = takeOne({"t"});
        if (!shortly && !takeOne({"thang"})) return std::nullopt;
        // "18 tháng 5": a day, and nothing says that figures are of it.
        const bool ofDay =
            first_ > 0 && tokens_[first_ - 1].digits > 0 && tokens_[first_ - 1].digits <= 2 && wordBefore(2) != "thu";
        if (ofDay || tokens_[first_].glued) return std::nullopt;
        if (shortly && (peek() == nullptr || !peek()->glued || followsACountedThing())) return std::nullopt;
        if (!shortly) (void)takeOne({"-", "."});
        ReportPhrase phrase;
        if (!takeNumber(1, 12, phrase.month)) return std::nullopt;
        phrase.year = takeYear();
        if (phrase.year || !takeOne({"-", "den"})) return phrase;
        (void)takeOne({"thang", "t"});
        int last = 0;
        const std::size_t beforeLast = at_;
        if (takeNumber(1, 12, last) && (peek() == nullptr || peek()->text != "/" || peek(1) == nullptr || peek(1)->digits != 2))
            return months(phrase.month, last, takeYear());
        at_ = beforeLast - 1;
        return phrase;
    }

    /// "báo cáo", "kết quả", "cả", "hết" before a year: it is a report. A year alone mostly names a programme or a plan.
    [[nodiscard]] bool followsReportWord() const {
        static constexpr std::string_view words[] = {"cao", "qua", "ca", "ket", "lieu", "het", "cuoi"};
        return isOneOf(words, wordBefore(1)) || (wordBefore(1) == "hien" && wordBefore(2) == "thuc");
    }

    /// "kết quả năm 2021", and what is called "năm 2021" as a whole.
    std::optional<ReportPhrase> wholeYear() {
        if (!takeOne({"nam"})) return std::nullopt;
        --at_;
        const auto year = takeYear();
        const bool whole = first_ == 0 && at_ == tokens_.size();
        if (!year || !(whole || followsReportWord())) return std::nullopt;
        auto phrase = months(1, 12, year);
        phrase->kind = ReportPhraseKind::year;
        return phrase;
    }

    const std::vector<NameToken>& tokens_;
    std::size_t first_;
    std::size_t at_;
};

} // namespace

std::vector<ReportPhrase> reportPhrases(std::string_view text) {
    const std::string plain = withoutDiacritics(text);
    const std::vector<NameToken> tokens = nameTokens(plain);
    std::vector<ReportPhrase> phrases;
    for (std::size_t at = 0; at < tokens.size();) {
        PhraseReader reader(tokens, at);
        const auto phrase = reader.read();
        if (phrase) phrases.push_back(*phrase);
        PhraseReader day(tokens, at);                                // of a signature or a decision
        const bool weekday = at > 0 && tokens[at - 1].text == "thu"; // "thứ 7 tháng 5"
        const bool skips = !phrase && !weekday && day.date();
        at = skips ? day.at() : std::max(reader.at(), at + 1);
    }
    return phrases;
}

std::optional<int> yearNamedIn(std::string_view text) {
    constexpr int firstYear = 1990;
    constexpr int lastYear = 2100;
    const std::string plain = withoutDiacritics(text);
    const std::vector<NameToken> tokens = nameTokens(plain);
    std::set<int> told;
    std::set<int> bare;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        PhraseReader date(tokens, at);
        if (date.date()) at = date.at();
        if (at >= tokens.size()) break;
        const NameToken& token = tokens[at];
        const bool alone = !token.glued && (at + 1 == tokens.size() || !tokens[at + 1].glued);
        if (token.digits != 4 || !alone || token.number < firstYear || token.number > lastYear) continue;
        (at > 0 && tokens[at - 1].text == "nam" ? told : bare).insert(token.number);
    }
    const std::set<int>& years = told.empty() ? bare : told;
    return years.size() == 1 ? std::optional(*years.begin()) : std::nullopt;
}

} // namespace banlang
