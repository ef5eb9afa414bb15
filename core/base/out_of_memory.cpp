// SPDX-License-Identifier: MIT
#include "core/base/out_of_memory.h"

namespace banlang {

Error outOfMemory() {
    return {ErrorKind::failed,
            "out-of-memory",
            {"Hết bộ nhớ", "Out of memory"},
            {"Đóng bớt chương trình khác rồi chạy lại; nếu vẫn thế thì tệp đầu vào hỏng hoặc quá lớn cho máy này",
             "Close other programs and try again; if that does not help, an input is damaged or too large for this computer"},
            {}};
}

} // namespace banlang
