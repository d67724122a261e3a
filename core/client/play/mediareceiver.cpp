#include "core/client/play/mediareceiver.h"

#include "core/base/handover.h"
#include "core/client/play/mediaport.h"

#include <QTimer>

#include <unordered_map>

namespace gb {

class MediaReceiver::Worker : public QObject
{
public:
    explicit Worker(MediaReceiver &owner)
        : m_owner(owner)
        , m_timer(this)
    {
        m_timer.setInterval(look);
        connect(&m_timer, &QTimer::timeout, this, [this] { tick(); });
    }

    void open(const MediaPlace &place)
    {
        auto port = std::make_unique<MediaPort>(m_owner.m_clock, place);
        PortNews news{.play = place.play};
        news.port = port->open(m_next, news.detail);
        if (news.port == 0) {
            news.kind = PortNews::Kind::Failed;
            return m_owner.add(std::move(news));
        }
        m_next = static_cast<quint16>(news.port - place.firstPort / 2 * 2 + 2); // a port that is just closed rests
        m_ports.emplace(place.play, std::move(port));
        m_timer.start();
        m_owner.add(std::move(news));
    }
    void tell(quint64 play, const std::function<void(MediaChain &)> &fact)
    {
        if (const auto at = m_ports.find(play); at != m_ports.end())
            fact(at->second->chain());
    }
    void answered(quint64 play, const Endpoint &device)
    {
        if (const auto at = m_ports.find(play); at != m_ports.end())
            at->second->answered(device);
    }
    void close(quint64 play)
    {
        const auto at = m_ports.find(play);
        if (at == m_ports.end())
            return;
        MediaPort &port = *at->second;
        port.close();
        m_owner.add({.play = play,
            .kind = PortNews::Kind::Closed,
            .media = port.chain().report(),
            .strangers = port.strangers(),
            .saved = port.saved(),
            .saveProblem = port.saveProblem()});
        m_ports.erase(at);
        if (m_ports.empty())
            m_timer.stop();
    }

private:
    void tick()
    {
        for (const auto &[play, port] : m_ports) {
            port->tick();
            m_owner.add({.play = play, .kind = PortNews::Kind::Report, .media = port->chain().report()});
        }
    }

    MediaReceiver &m_owner;
    QTimer m_timer;
    std::unordered_map<quint64, std::unique_ptr<MediaPort>> m_ports;
    quint16 m_next = 0;
};

MediaReceiver::~MediaReceiver()
{
    if (!m_worker)
        return;
    QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.quit();
    m_thread.wait();
}

template<typename Work>
void MediaReceiver::post(Work work)
{
    if (!m_worker) {
        m_worker = new Worker(*this);
        m_worker->moveToThread(&m_thread);
        m_thread.setObjectName(QStringLiteral("media"));
        m_thread.start();
    }
    handOver(m_worker, [worker = m_worker, work = std::move(work)] { work(*worker); });
}

void MediaReceiver::open(const MediaPlace &place)
{
    post([place](Worker &worker) { worker.open(place); });
}

void MediaReceiver::tell(quint64 play, std::function<void(MediaChain &)> fact)
{
    post([play, fact = std::move(fact)](Worker &worker) { worker.tell(play, fact); });
}

void MediaReceiver::answered(quint64 play, const Endpoint &device)
{
    post([play, device](Worker &worker) { worker.answered(play, device); });
}

void MediaReceiver::close(quint64 play)
{
    post([play](Worker &worker) { worker.close(play); });
}

void MediaReceiver::add(PortNews news)
{
    const QMutexLocker lock(&m_mutex);
    if (news.kind == PortNews::Kind::Report) { // whoever is slow gets the last one
        for (PortNews &one : m_news) {
            if (one.play == news.play && one.kind == PortNews::Kind::Report) {
                one = std::move(news);
                return;
            }
        }
    }
    m_news.append(std::move(news));
}

QList<PortNews> MediaReceiver::take()
{
    const QMutexLocker lock(&m_mutex);
    return std::exchange(m_news, {});
}

} // namespace gb
