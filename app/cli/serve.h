#pragma once
#include "app/cli/askwatch.h"
#include "app/cli/commandline.h"
#include "app/cli/configwatch.h"
#include "app/cli/linewriter.h"
#include "app/cli/playwatch.h"
#include "app/cli/silencewatch.h"
#include "core/session/livesession.h"

#include <QSet>

namespace gb::cli {

/// `gbscope-cli serve`: the engine without a window.
class Serve : public QObject
{
    Q_OBJECT
public:
    explicit Serve(ServeCommand command);
    ~Serve() override;

    void start();
    /// Behind the last event: the status to exit with, where it would be `status` if all of them could be written.
    int ended(int status);

private:
    void command(const QString &line);
    void show(const BatchPtr &batch);
    void tell(const Finding &finding, QByteArrayList &lines);
    void setPolicy(const std::optional<HeartbeatPolicy> &policy, const QString &line);
    void fail(const QString &text, int status);
    void connectListening();
    void connectRecord();
    void connectAsking();
    void connectPlaying();
    void awaitDevices(std::chrono::seconds wait);
    bool isServer() const { return !m_command.hep && !m_command.capture; }
    bool wantsAnswersAlone() const { return m_command.ask || m_command.play; }
    void refuse(const QString &text);
    void write(QByteArray line);
    void say(const QString &text);
    void quit(int status);
    void lose(pipes::Outcome outcome);
    void finish();

    const ServeCommand m_command;
    HeartbeatPolicy m_policy;
    LineWriter m_out, m_err;
    LiveSession m_session;
    std::optional<ConfigWatch> m_config; ///< where settings are asked for
    SilenceWatch m_silence;
    AskWatch m_ask;
    PlayWatch m_play;
    QSet<QString> m_devices;
    QHash<quint32, std::pair<bool, quint32>> m_told; ///< findings by their number: it is over, and what it follows from
    Counters m_counters;
    int m_status = Success;
    bool m_quitting = false;
};

} // namespace gb::cli
