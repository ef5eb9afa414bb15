// SPDX-License-Identifier: MIT
#include "core/model/record_kinds.h"

int main() {
    return banlang::recordKinds().empty() ? 1 : 0;
}
