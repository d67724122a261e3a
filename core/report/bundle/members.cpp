#include "core/report/bundle/members.h"

#include <algorithm>
#include <utility>

namespace gb::bundle {

Members::Members(QString folder, const Stages &stages, ExportResult &result)
    : m_folder(std::move(folder))
    , m_stages(stages)
    , m_result(result)
{
}

bool Members::fail(const Spool &spool)
{
    m_result.error = spool.errorText();
    m_result.failed = m_folder;
    return false;
}

Spool *Members::open(const char *name)
{
    Spool &spool = m_all.emplace_back(name);
    return spool.open(m_folder) || fail(spool) ? &spool : nullptr;
}

bool Members::add(Spool &to, const Written &piece, const QString &place, bool names)
{
    const char *left = m_stages.left(piece);
    if (!left && names && m_stages.pseudonyms.shows(piece.quoted))
        left = "what has a pseudonym";
    if (left) {
        m_result.error = QStringLiteral("%1 is left in %2, so nothing was written").arg(QLatin1String(left), place);
        return false;
    }
    return to.add(piece.octets) || fail(to);
}

bool Members::add(const char *name, const Written &piece, bool names)
{
    Spool *const spool = open(name);
    return spool && add(*spool, piece, QLatin1String(name), names);
}

bool Members::finish()
{
    return std::all_of(m_all.begin(), m_all.end(), [this](Spool &spool) { return spool.finish() || fail(spool); });
}

} // namespace gb::bundle
