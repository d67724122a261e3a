#pragma once
#include "core/client/play/mediaports.h"
#include "core/client/play/receiverreport.h"

#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUdpSocket>

#include <memory>

namespace gb {

/// Keeps a program stream on the disk. A file that exists is left alone.
class StreamFile final : public MediaTap
{
public:
    static constexpr qint64 mostOctets = 2'000'000'000;

    explicit StreamFile(QString path);
    ~StreamFile() override;
    void program(std::string_view octets) override;
    /// Empty: all of it is there.
    QString finish();

private:
    class Inside;
    std::unique_ptr<Inside> m;
};

/**
 * The sockets of one play, and its chain. In the thread that made it; never waits for the network. Over UDP it takes
 * what anybody sends to its port, and the chain says from where; over TCP it lets in who registered, or whom the answer
 * names, once; others are counted.
 */
class MediaPort final : public QObject
{
public:
    static constexpr std::chrono::seconds firstReport{1}, reportGap{2};
    static constexpr std::chrono::seconds connectGap{1}; ///< GB/T 28181-2022 annex D: three times at least
    static constexpr int connectAttempts = 4;
    static constexpr int wantedReceiveBuffer = 4 * 1024 * 1024;

    MediaPort(const Clock &clock, MediaPlace place);
    ~MediaPort() override;

    /// Binds, from `start` on in the range. 0: none is free; `detail` is the system's last word.
    quint16 open(quint16 start, QString &detail);
    void answered(const Endpoint &device);
    /// What time brings: drops, reports, the chain's deadlines, another try to connect.
    void tick();
    void close();
    MediaChain &chain() { return m_chain; }
    quint64 strangers() const { return m_strangers; }
    QString saved() const { return m_file ? m_place.save : QString(); }
    QString saveProblem() const { return m_saveProblem; }

private:
    bool bindAt(quint16 port, QString &detail);
    void readDatagrams(QUdpSocket &socket, bool control);
    void takeConnection();
    void connectOut();
    void adopt();
    void readStream();
    void lost();
    void sendReport(TimePoint now);

    const Clock &m_clock;
    const MediaPlace m_place;
    std::unique_ptr<StreamFile> m_file;
    MediaChain m_chain;
    ReceiverReports m_reports;
    std::unique_ptr<QUdpSocket> m_rtp, m_rtcp;
    std::unique_ptr<QTcpServer> m_server;
    std::unique_ptr<QTcpSocket> m_socket;
    Endpoint m_here, m_device; ///< device: by its answer
    Endpoint m_mediaFrom, m_reportTo;
    QByteArray m_buffer;
    TimePoint m_reportAt = TimePoint::max(), m_connectAt = TimePoint::max();
    int m_attempts = 0;
    bool m_connected = false;
    quint64 m_strangers = 0;
    QString m_saveProblem;
};

} // namespace gb
