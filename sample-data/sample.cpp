// SPDX-License-Identifier: MIT
#include "sample-data/sample.h"
