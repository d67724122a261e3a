#pragma once
#include "core/report/bundle/spool.h"
#include "core/report/exporter.h"
#include "core/report/stages.h"

#include <deque>

namespace gb::bundle {

/// The members of a bundle while they are made, in the order in which they will stand in it. All that goes into one
/// goes through add(), which lets nothing pass that must not be written. After false `result` says why.
class Members
{
public:
    /// `folder`: of the target. All must outlive it.
    Members(QString folder, const Stages &stages, ExportResult &result);

    /// A new one; null where there is no room for it. `name`: of ASCII letters, digits and dots, as every system takes
    /// them.
    Spool *open(const char *name);
    /// `place`: what the piece is of, for the error. `names`: all that is quoted was cleaned as a whole, so names are
    /// looked for in it, too.
    bool add(Spool &to, const Written &piece, const QString &place, bool names = false);
    /// A member of one piece.
    bool add(const char *name, const Written &piece, bool names = false);
    /// All that there are can be read.
    bool finish();
    std::deque<Spool> &all() { return m_all; }

    /// The same error as of the target itself.
    bool fail(const Spool &spool);

private:
    const QString m_folder;
    const Stages &m_stages;
    ExportResult &m_result;
    std::deque<Spool> m_all;
};

} // namespace gb::bundle
