// SPDX-License-Identifier: MIT
#include "core/report/figures_disagree.h"

namespace banlang {

Error figuresDisagree(std::string_view code, const Bilingual& what) {
    return {ErrorKind::failed,
            std::string(code),
            {"Lỗi của chương trình, số liệu không khớp nhau: " + what.vi, "A fault of the program, figures disagree: " + what.en},
            {"Không dùng kết quả này; gửi tệp dữ liệu cho người làm chương trình", "Do not use it; send the store to the makers"},
            {}};
}

} // namespace banlang
