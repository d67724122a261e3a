#pragma once
#include <QElapsedTimer>
#include <QEvent>
#include <QMap>
#include <QMutex>
#include <QThread>

#include <algorithm>
#include <cstdio>
#include <ctime>

namespace gb::bench {

/// Of the processor, that the calling thread had: other programs do not change it.
inline double threadMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

/// How long each thread was busy with one event: of the processor, and on the clock.
struct Turns
{
    double longest = 0, clock = 0, sum = 0;
    qint64 count = 0, over5 = 0, over16 = 0;
    QByteArray what; ///< of the longest
};

/// A program whose turns are measured. `Application`: QCoreApplication, QApplication.
template<typename Application>
class Timed final : public Application
{
public:
    using Application::Application;

    bool notify(QObject *receiver, QEvent *event) override
    {
        static thread_local int depth = 0;
        if (depth++ > 0) {
            const bool done = Application::notify(receiver, event);
            --depth;
            return done;
        }
        QElapsedTimer clock;
        clock.start();
        const double before = threadMilliseconds();
        const QByteArray what = QByteArray(receiver->metaObject()->className()) + " event "
            + QByteArray::number(static_cast<int>(event->type()));
        const bool done = Application::notify(receiver, event);
        add(threadMilliseconds() - before, static_cast<double>(clock.nsecsElapsed()) / 1e6, what);
        --depth;
        return done;
    }
    void begin()
    {
        const QMutexLocker lock(&m_mutex);
        m_turns.clear();
    }
    Turns of(const QByteArray &thread)
    {
        const QMutexLocker lock(&m_mutex);
        return m_turns.value(thread);
    }
    void print(const char *when)
    {
        const QMutexLocker lock(&m_mutex);
        for (auto one = m_turns.cbegin(); one != m_turns.cend(); ++one)
            std::printf(
                "%s: %-16s longest turn %6.1f ms of the processor (%s), %6.1f ms on the clock; %lld turns, %lld "
                "over 5 ms, %lld over 16 ms, %.0f ms in all\n",
                when, one.key().constData(), one->longest, one->what.constData(), one->clock,
                static_cast<long long>(one->count), static_cast<long long>(one->over5),
                static_cast<long long>(one->over16), one->sum);
        std::fflush(stdout);
    }

private:
    void add(double cpu, double clock, const QByteArray &what)
    {
        QThread *const thread = QThread::currentThread();
        const QByteArray name = thread == this->thread() ? QByteArray("window") : thread->objectName().toUtf8();
        const QMutexLocker lock(&m_mutex);
        Turns &turns = m_turns[name.isEmpty() ? QByteArray("another") : name];
        if (cpu > turns.longest) {
            turns.longest = cpu;
            turns.what = what;
        }
        turns.clock = std::max(turns.clock, clock);
        turns.sum += cpu;
        ++turns.count;
        turns.over5 += cpu > 5 ? 1 : 0;
        turns.over16 += cpu > 16 ? 1 : 0;
    }

    QMutex m_mutex;
    QMap<QByteArray, Turns> m_turns;
};

} // namespace gb::bench
