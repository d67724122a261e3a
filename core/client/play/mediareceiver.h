#pragma once
#include "core/client/play/mediaports.h"

#include <QMutex>
#include <QThread>

#include <memory>

namespace gb {

/// MediaPorts with sockets and a thread of their own, which begins with the first play. Its functions return at once
/// and may be called by one thread alone.
class MediaReceiver final : public MediaPorts
{
public:
    static constexpr std::chrono::milliseconds look{100}; ///< between two reports of a play

    /// `clock` outlives it, and is read in the other thread.
    explicit MediaReceiver(const Clock &clock)
        : m_clock(clock)
    {
    }
    ~MediaReceiver() override;

    void open(const MediaPlace &place) override;
    void tell(quint64 play, std::function<void(MediaChain &)> fact) override;
    void answered(quint64 play, const Endpoint &device) override;
    void close(quint64 play) override;
    QList<PortNews> take() override;

private:
    class Worker;
    template<typename Work>
    void post(Work work);
    void add(PortNews news);

    const Clock &m_clock;
    QThread m_thread;
    Worker *m_worker = nullptr; ///< lives in m_thread
    QMutex m_mutex;
    QList<PortNews> m_news; ///< of a play at most one Report at its end
};

} // namespace gb
