#pragma once
#include "core/site/expectedlist.h"

#include <QString>

/// Sentences about the site, as those of core/report/wording.h.
namespace gb::wording {

/// "line 7: 3.402E+19 was a number for a spreadsheet: …"
QString listProblem(const ListProblem &problem);

} // namespace gb::wording
