#pragma once
#include "core/report/page/sitereport.h"

namespace gb::page {

/// The whole page as HTML; pure. In the language of the installed translator.
QString html(const SiteReport &report);

} // namespace gb::page
