#pragma once
#include <QString>

namespace gb::page {

/// How the page looks, in light, in the dark and on paper. Text has a contrast of 4.5:1 at least.
QString pageStyle();
/// How a picture looks that stands by itself: in light, and in colours that every program knows, for not all know the
/// variables of CSS.
QString pictureStyle();

} // namespace gb::page
