#pragma once
#include "core/base/clock.h"
#include "core/client/snapshot/pictureports.h"

#include <QThread>

namespace gb {

/// PicturePorts with sockets and files, in a thread of its own, which begins with the first order. Its functions return
/// at once and may be called by one thread alone. Outlives its ports.
class PictureReceiver final : public PicturePorts
{
public:
    /// `clock` outlives it, and is read in the other thread.
    explicit PictureReceiver(const Clock &clock)
        : m_clock(clock)
    {
    }
    ~PictureReceiver() override;

    std::unique_ptr<PicturePort> open(const PicturePlace &place) override;

private:
    class Worker;
    class Port;
    struct Queue;

    const Clock &m_clock;
    QThread m_thread;
    Worker *m_worker = nullptr; ///< lives in m_thread
    quint64 m_last = 0;
};

} // namespace gb
