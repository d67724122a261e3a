#pragma once
#include "core/session/engine.h"
#include "ui/session/sessionsource.h"

namespace gb::ui {

/// The engine with a record of its own in the sessions' folder.
class LiveSession final : public SessionSource
{
    Q_OBJECT
public:
    /// An empty `file`: a new one in `folder`, which is removed at the end where no message came.
    LiveSession(const HeartbeatPolicy &policy, const QString &folder, const QString &file, QObject *parent = nullptr);
    ~LiveSession() override;

    void setPolicy(const HeartbeatPolicy &policy) override { m_engine->setPolicy(policy); }
    void setOverrides(const HeartbeatOverrides &overrides) override { m_engine->setOverrides(overrides); }
    void watch(const QString &device) override { m_engine->watch(device); }
    void setKnownPasswords(const QList<QByteArray> &passwords) override { m_engine->setKnownPasswords(passwords); }
    QList<QByteArray> ownPasswords() const override { return m_passwords; }
    void setExpected(const QList<ExpectedDevice> &devices) override { m_engine->setExpected(devices); }
    void read(quint64 number) override { m_engine->read(number); }
    void flush() override { m_engine->flush(); }
    /// None as long as the disk does not let it be made.
    QStringList files() const override { return m_made ? QStringList{m_file} : QStringList(); }
    std::shared_ptr<const RecordPlaces> places() const override { return m_engine->places(); }

    /// One of these at a time; what was before ends.
    void listen(const ServerConfig &config);
    void listenForHep(const Endpoint &endpoint);
    void capture(const QString &interface);
    void stopListening() { m_engine->stopListening(); }
    /// Of a registered device, while it listens as a server; answered by configReported().
    void readConfig(const QString &device) { m_engine->readConfig(device); }
    void pushConfig(const QString &device, std::optional<int> expiration) { m_engine->pushConfig(device, expiration); }
    /// As Engine; told by silenceChanged().
    void fallSilent(const QStringList &devices, std::chrono::seconds duration)
    {
        m_engine->fallSilent(devices, duration);
    }
    void answerAgain() { m_engine->answerAgain(); }

signals:
    /// The file that was made; `instead` of one that was asked for and exists, empty where that one was made.
    void recording(QString file, QString instead);
    /// As Engine.
    void diskChanged(QString file, QString trouble);
    void listening(gb::Endpoint endpoint, int receiveBuffer);
    void capturing(QString interface);
    /// Also where a capture ends by itself. `command`: what to type against it, may be empty.
    void listenFailed(QString text, QString command);
    void stoppedListening();
    void configReported(gb::ConfigReport report);
    void silenceChanged(gb::SilenceChange change);

private:
    void tellCaptureFailed(CaptureError error, const QString &detail);

    std::unique_ptr<Engine> m_engine;
    Endpoint m_wanted;
    bool m_wantsHep = false;
    QString m_interface;
    QList<QByteArray> m_passwords; ///< each once
    QString m_file;
    bool m_ownFile = false; ///< nobody asked for it by name
    bool m_made = false;
};

} // namespace gb::ui
