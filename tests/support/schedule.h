#pragma once
#include "tests/support/manualclock.h"

#include <QByteArray>

#include <algorithm>

namespace gb::test {

/// A clock that goes from one deadline of a machine to the next, and a log of what happens with its milliseconds:
/// "INVITE 0 500 1500 | response 1600".
class Schedule
{
public:
    ManualClock clock;
    const TimePoint begin = clock.now();
    QByteArray log;

    void note(const QByteArray &event)
    {
        const QByteArray at = QByteArray::number(
            std::chrono::duration_cast<std::chrono::milliseconds>(clock.now() - begin).count());
        log += (event == m_last ? QByteArray() : (log.isEmpty() ? QByteArray() : QByteArray(" | ")) + event) + ' ' + at;
        m_last = event;
    }

protected:
    /// `at`: since the beginning.
    template<typename Machine>
    void run(Machine &machine, Duration at)
    {
        for (auto due = machine.nextDeadline(); due && *due <= begin + at; due = machine.nextDeadline()) {
            clock.advance(std::max(*due - clock.now(), Duration{0}));
            machine.advance(clock.now());
        }
        clock.advance(begin + at - clock.now());
        machine.advance(clock.now());
    }

private:
    QByteArray m_last;
};

} // namespace gb::test
