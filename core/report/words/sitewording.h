#pragma once
#include "core/site/cameracard.h"
#include "core/site/expectedlist.h"
#include "core/site/idplan.h"

#include <QString>

/// Sentences about the site, as those of core/report/words/wording.h.
namespace gb::wording {

/// "line 7: 3.402E+19 was a number for a spreadsheet: …"
QString listProblem(const ListProblem &problem);
/// Empty for CardNote::None.
QString cardNote(CardNote note);
/// A sentence about the ID that was checked.
QString idProblem(IdProblem problem, IdRole role);

} // namespace gb::wording
