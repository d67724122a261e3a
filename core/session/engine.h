#pragma once
#include "core/capture/livecapture.h"
#include "core/capture/recordplaces.h"
#include "core/client/deviceconfigtask.h"
#include "core/net/udptransport.h"
#include "core/server/serverconfig.h"
#include "core/server/silence.h"
#include "core/session/batch.h"

#include <QObject>
#include <QThread>

namespace gb {

class EngineCore;

/**
 * The network, the record and what follows from it, in a thread of their own. Every function may be called from the
 * thread that made the engine and returns at once; what comes of it is told by signals, in that thread.
 */
class Engine : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        HeartbeatPolicy policy;
        int batchMilliseconds = 40; ///< 0: a batch for every burst of datagrams
        bool summaries = true;      ///< off: messages are counted, not listed, cannot be read, and of each device only
                                    ///< DeviceStore::shortHistory() heartbeats are kept
        int maxPendingBatches = 64; ///< that were not taken yet; more are merged
    };

    explicit Engine(Options options, QObject *parent = nullptr);
    ~Engine() override;

    /// Starts the record. Before listen(). Told by recording(), with the file that was really made, see
    /// SessionFile::open, as soon as the disk lets us; or by recordFailed(), and the engine works on without one.
    void record(const QString &path);
    /// As SessionFile.
    void discardEmptyRecord();
    /// Listens anew; a listener that runs is closed first. Devices and record stay.
    void listen(const ServerConfig &config);
    /// Listens for HEP version 3 instead: records and judges what others see, and answers nothing.
    void listenForHep(const Endpoint &endpoint);
    /// Reads a network card instead: records and judges the signalling that passes, whoever it is for, and answers
    /// nothing. Told by capturing() or captureFailed().
    void capture(const LiveCapture::Options &options);
    /// Sends a copy of every message of the record on as HEP version 3; a null address ends that. Never waits: what the
    /// system refuses is counted.
    void mirror(const Endpoint &collector);
    /// Answered by stoppedListening(), behind a last batch with the final counters.
    void stopListening();
    /// A refused digest is compared with these, and the password of the listener; see DeviceStore::setKnownPasswords.
    /// They are kept in memory only.
    void setKnownPasswords(const QList<QByteArray> &passwords);
    /// Devices that shall come; see DeviceStore::setExpected. They wait since now.
    void setExpected(const QList<ExpectedDevice> &devices);
    /// Judges every device by it, at once. interval 1 s to 1 day, count 1 to 100.
    void setPolicy(const HeartbeatPolicy &policy);
    /// Judges these devices by policies of their own, and nobody else any more; see DeviceStore::setOverrides.
    void setOverrides(const HeartbeatOverrides &overrides);
    /// Its beats come with the batches; see DeviceStore::watch.
    void watch(const QString &device);
    /// Asks a registered device for its BasicParam; answered by configReported(). What is sent and what comes is in the
    /// record.
    void readConfig(const QString &device);
    /// Sets heartbeat interval and count of our policy in the device and reads them again; answered by
    /// configReported(). `expiration`: of its registration, leastExpiration to mostExpiration seconds; empty: left
    /// alone.
    void pushConfig(const QString &device, std::optional<int> expiration = {});
    /// Answers these devices no more, or, where there are none, nobody, while it listens as a server: do they notice?
    /// Answers again by itself after `duration`, 1 s to Silence::longest; 0: after as long as their policies make them
    /// take. What they send is recorded and judged as ever. Told by silenceChanged().
    void fallSilent(const QStringList &devices, std::chrono::seconds duration);
    void answerAgain();
    /// The octets of a message; answered by messageRead().
    void read(quint64 number);
    /// Where the record's messages stand in its file.
    std::shared_ptr<const RecordPlaces> places() const;
    /// Brings the record up to now on the disk; answered by flushed(), behind a batch with the final counters.
    void flush();

signals:
    void listening(gb::Endpoint endpoint, int receiveBuffer);
    void listenFailed(gb::ListenError error, QString detail);
    void capturing(QString interface);
    /// It could not start, or ended by itself.
    void captureFailed(gb::CaptureError error, QString detail);
    void stoppedListening();
    void recording(QString path, QString asked);
    void recordFailed(QString path, QString detail);
    /// The disk takes nothing, for this reason: what comes waits in memory. Empty: all of that is in the file now.
    void diskChanged(QString path, QString trouble);
    void batch(gb::BatchPtr batch);
    void messageRead(quint64 number, gb::Datagram datagram);
    void configReported(gb::ConfigReport report);
    /// It began, behind a batch with all that was ahead of it, or is over, the same; not on where nothing listens as a
    /// server.
    void silenceChanged(gb::SilenceChange change);
    void flushed();

private:
    QThread m_thread;
    EngineCore *m_core = nullptr; ///< lives in m_thread, and is deleted there
};

} // namespace gb
