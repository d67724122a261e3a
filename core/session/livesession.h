#pragma once
#include "core/session/liveoptions.h"
#include "core/session/session.h"

#include <QThread>

namespace gb {

class Engine;

/// What is heard now: the engine in a thread of its own, and its record.
class LiveSession final : public Session
{
    Q_OBJECT
public:
    explicit LiveSession(const LiveOptions &options, QObject *parent = nullptr);
    /// Records from the start. An empty `file`: a new one in `folder`, which is removed at the end where no message
    /// came.
    LiveSession(const LiveOptions &options, const QString &folder, const QString &file, QObject *parent = nullptr);
    LiveSession(const HeartbeatPolicy &policy, const QString &folder, const QString &file, QObject *parent = nullptr)
        : LiveSession(LiveOptions{.policy = policy}, folder, file, parent)
    {
    }
    ~LiveSession() override;

    void send(Wish wish) override;
    bool isLive() const override { return true; }
    /// None as long as the disk does not let it be made.
    QStringList files() const override;
    QStringList textFiles() const override { return m_files; }
    std::shared_ptr<const RecordPlaces> places() const override;
    QList<QByteArray> ownPasswords() const override { return m_passwords; }

private:
    void take(const Outcome &outcome);

    QThread m_thread;
    Engine *m_engine = nullptr;    ///< lives in m_thread, and is deleted there
    QList<QByteArray> m_passwords; ///< each once
    QString m_file;
    QStringList m_files;    ///< by RecordPlace::file; empty: none was made
    bool m_ownFile = false; ///< nobody asked for it by name
};

} // namespace gb
