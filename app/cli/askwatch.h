#pragma once
#include "app/cli/comingdevices.h"
#include "app/cli/commandline.h"
#include "app/cli/linewriter.h"
#include "core/session/session.h"

#include <QSet>
#include <QTimer>

#include <deque>

namespace gb::cli {

/// Asks devices: of `ask` each once, as soon as it is registered, and on demand of `serve`. Writes `answer` events, and
/// `notice` events of subscriptions.
class AskWatch
{
public:
    AskWatch(Session &session, LineWriter &out);

    /// From now on; `done` is called once with the status, when all have been asked.
    void begin(const AskOrder &order, std::function<void(int)> done);
    /// Nobody is waited for any longer.
    void timeIsUp();
    /// What did not go out yet is given up, and told as stopped.
    void stop();
    /// "COMMAND ID[/CHANNEL] [NAME=VALUE]... [yes]", or "message ID file=FILE|template=NAME [as-typed=PART,...] [yes]".
    /// Else what is wrong.
    QString command(const QString &text);

    void take(const Batch &batch);
    void take(const AskReport &report);
    void take(const AskNotice &notice);
    /// Of `ask message`.
    void take(const FreeReport &report);

private:
    void queue(const QString &device);
    void pump();
    void ask(const QString &device, const QString &channel);
    QString message(const QString &device, const QString &rest);
    void addReason(QJsonObject &out, const QString &device, bool missing, TimePoint at) const;
    QByteArray answerLineOf(const AskReport &report) const;
    bool comesAgain(const QString &device, const QString &channel, bool notSent);
    void closed(const QString &device, int status);
    void look();

    Session &m_session;
    LineWriter &m_out;
    std::optional<AskOrder> m_order;
    std::function<void(int)> m_done;
    ComingDevices m_coming;
    QSet<quint64> m_up;                              ///< subscriptions
    qsizetype m_open = 0;                            ///< questions of the order
    std::deque<std::pair<QString, QString>> m_queue; ///< devices and channels that are to be asked
    QSet<QString> m_busy;                            ///< devices that owe an answer
    QHash<QString, QStringList> m_again;             ///< channels by device that could not be asked
    const SystemClock m_clock;
    AskRate m_rate;
    QTimer m_next;
    quint64 m_lastId = 0;
    int m_status = Success;
};

/// What became of a question.
QJsonObject answerObject(const AskReport &report);
/// What came because of a subscription.
QByteArray noticeLine(const AskNotice &notice);

} // namespace gb::cli
