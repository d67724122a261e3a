#include "app/cli/output.h"

#include "app/cli/echo.h"

namespace gb::cli {
namespace {

constexpr qsizetype writeAt = 64 * 1024;

} // namespace

void Output::write(const QByteArray &octets)
{
    if (m_outcome != pipes::Outcome::Written)
        return;
    m_waiting += octets;
    if (m_waiting.size() >= writeAt)
        flush();
}

void Output::flush()
{
    if (m_outcome == pipes::Outcome::Written && !m_waiting.isEmpty())
        m_outcome = pipes::write(pipes::Stream::Out, m_waiting);
    m_waiting.resize(0);
}

bool Output::finish()
{
    flush();
    if (m_outcome != pipes::Outcome::Written)
        complain(pipes::lossText(m_outcome));
    return m_outcome == pipes::Outcome::Written;
}

} // namespace gb::cli
