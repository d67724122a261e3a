#pragma once
#include "core/capture/sessionfile.h"
#include "core/record/journal.h"
#include "core/session/analysis.h"

namespace gb {

/**
 * A live record: what goes into the file goes into the fold, in the same order and nowhere else, so that the file tells
 * the same story when it is opened again. No thread of its own; time is that of the clock.
 */
class Ledger
{
public:
    Ledger(const Clock &clock, const HeartbeatPolicy &policy, SessionFile::ReadCallback onRead,
        std::function<void(const QString &)> onDisk, std::function<void(const SessionFile::Made &)> onMade = {});
    ~Ledger(); ///< as close()

    /// As SessionFile::open(). What is in force already is told at its start.
    bool open(const QString &path, const QString &comment, QString *error);
    /// Tells that it ended, and writes what waits.
    void close();

    Trace observe(Datagram datagram);
    /// `at`: of something that was not seen now.
    void note(notes::What what, std::optional<TimePoint> at = {});
    /// What was dropped, where that is any.
    void dropped(notes::Dropped::What what, quint64 amount);
    /// As DeviceStore::compareRefused().
    bool compareRefused(int most);
    void advance();
    std::optional<TimePoint> nextDeadline();
    /// All counts are told.
    void flush();

    Analysis &analysis() { return m_analysis; }
    SessionFile &file() { return m_file; }

private:
    void put(std::vector<JournalNote> notes);
    std::vector<notes::What> inForce() const;
    void keepPreface();
    void recordVerdicts();

    const Clock &m_clock;
    Analysis m_analysis;
    SessionFile m_file;
    Journal m_journal;
    std::optional<notes::Expected> m_expected; ///< in force, with its time
    std::optional<notes::Site> m_site;
    std::optional<notes::Listening> m_listening;
};

} // namespace gb
