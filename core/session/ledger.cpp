#include "core/session/ledger.h"

#include "core/session/notevalues.h"

#include <QCoreApplication>

namespace gb {

Ledger::Ledger(const Clock &clock, const HeartbeatPolicy &policy, SessionFile::ReadCallback onRead,
    std::function<void(const QString &)> onDisk, std::function<void(const SessionFile::Made &)> onMade)
    : m_clock(clock)
    , m_analysis(policy)
    , m_file(std::move(onRead), std::move(onDisk), std::move(onMade))
{
}

Ledger::~Ledger()
{
    close();
}

bool Ledger::open(const QString &path, const QString &comment, QString *error)
{
    close();
    if (!m_file.open(path, comment, error))
        return false;
    for (notes::What &what : inForce())
        note(std::move(what));
    keepPreface();
    return true;
}

std::vector<notes::What> Ledger::inForce() const
{
    std::vector<notes::What> all{
        notes::RecordBegan{QStringLiteral("gbscope ") + QCoreApplication::applicationVersion()},
        notevalues::noteOf(m_analysis.devices().policy())};
    if (!m_analysis.devices().overrides().isEmpty())
        all.push_back(notevalues::noteOf(m_analysis.devices().overrides()));
    if (m_site)
        all.push_back(*m_site);
    if (m_expected)
        all.push_back(*m_expected);
    return all;
}

/// What another file of the record begins with. The fold knows it.
void Ledger::keepPreface()
{
    std::vector<notes::What> all = inForce();
    if (m_listening)
        all.push_back(*m_listening);
    m_file.preface(std::move(all));
}

void Ledger::close()
{
    if (!m_file.isOpen())
        return;
    flush();
    note(notes::RecordEnded{});
    m_file.close();
}

void Ledger::put(std::vector<JournalNote> notes)
{
    for (const JournalNote &note : notes) {
        if (m_file.isOpen())
            m_file.append(note);
        m_analysis.observe(note);
    }
}

void Ledger::note(notes::What what, std::optional<TimePoint> at)
{
    if (const auto *site = std::get_if<notes::Site>(&what))
        m_site = *site;
    if (const auto *listening = std::get_if<notes::Listening>(&what))
        m_listening = *listening;
    else if (std::holds_alternative<notes::ListenEnded>(what))
        m_listening.reset();
    if (const auto *expected = std::get_if<notes::Expected>(&what))
        m_expected = *expected;
    const bool lasts = std::holds_alternative<notes::Site>(what) || std::holds_alternative<notes::Listening>(what)
        || std::holds_alternative<notes::ListenEnded>(what) || std::holds_alternative<notes::Expected>(what)
        || std::holds_alternative<notes::Policy>(what) || std::holds_alternative<notes::OwnPolicies>(what);
    std::vector<JournalNote> due;
    m_journal.add(at.value_or(m_clock.now()), std::move(what), due);
    put(std::move(due));
    if (lasts)
        keepPreface();
}

void Ledger::dropped(notes::Dropped::What what, quint64 amount)
{
    if (amount > 0)
        note(notes::Dropped{what, amount});
}

/// The fold has them already.
void Ledger::recordVerdicts()
{
    for (const PasswordVerdict &one : m_analysis.devices().takeVerdicts()) {
        if (m_file.isOpen())
            m_file.append(JournalNote{one.at,
                notes::PasswordJudged{.device = one.device,
                    .verdict = passwordverdict::nameOf(one.verdict.code),
                    .a = one.verdict.a,
                    .b = one.verdict.b,
                    .later = one.later}});
    }
}

Trace Ledger::observe(Datagram datagram)
{
    Trace trace = m_analysis.observe(std::move(datagram));
    recordVerdicts(); // ahead of the answer that they are about
    if (m_file.isOpen() && !m_file.append(trace.datagram))
        dropped(notes::Dropped::What::Unrecorded, 1);
    return trace;
}

bool Ledger::compareRefused(int most)
{
    m_analysis.advance(m_clock.now());
    const bool more = m_analysis.devices().compareRefused(most, m_clock.now());
    recordVerdicts();
    return more;
}

void Ledger::advance()
{
    std::vector<JournalNote> due;
    m_journal.advance(m_clock.now(), due);
    put(std::move(due));
    m_analysis.advance(m_clock.now());
}

std::optional<TimePoint> Ledger::nextDeadline()
{
    const auto analysis = m_analysis.nextDeadline(), journal = m_journal.nextDeadline();
    return analysis && journal ? std::min(*analysis, *journal) : analysis ? analysis : journal;
}

void Ledger::flush()
{
    std::vector<JournalNote> due;
    m_journal.flush(m_clock.now(), due);
    put(std::move(due));
}

} // namespace gb
