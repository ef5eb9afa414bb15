// SPDX-License-Identifier: MIT
#include "layers/scene.h"
