#pragma once
#include "app/cli/comingdevices.h"
#include "app/cli/commandline.h"
#include "app/cli/linewriter.h"
#include "core/session/session.h"

#include <deque>

namespace gb::cli {

/// Plays channels: of `play` each once, as soon as its device is registered, a few at a time, and on demand of `serve`.
/// Writes `link` events as the chain shows itself, and `play` events; or text.
class PlayWatch
{
public:
    PlayWatch(Session &session, LineWriter &out)
        : m_session(session)
        , m_out(out)
    {
    }

    /// From now on; `done` is called once with the status, when all have been played.
    void begin(const PlayOrder &order, std::function<void(int)> done);
    /// Nobody is waited for any longer.
    void timeIsUp();
    /// "ID[/CHANNEL] [NAME=VALUE]...". Else what is wrong.
    QString command(const QString &text);

    void take(const Batch &batch);
    void take(const PlayReport &report);
    void take(const PlayProgress &progress);
    /// A catalogue that it asked for; false: another answer.
    bool take(const AskReport &report);

private:
    void came(const QString &device);
    void queue(const QString &device, const QString &channel);
    void pump();
    void look();
    void tell(const PlayReport &report);

    Session &m_session;
    LineWriter &m_out;
    std::optional<PlayOrder> m_order;
    std::function<void(int)> m_done;
    ComingDevices m_coming;
    std::deque<PlayQuestion> m_queue;
    QHash<QString, QStringList> m_again; ///< channels by device, that could not be sent
    QHash<quint64, std::array<int, static_cast<std::size_t>(MediaLink::Count)>> m_links; ///< states as they were told
    QSet<quint64> m_catalogs;
    QList<PlayReport> m_played; ///< of an order in text
    int m_open = 0;
    quint64 m_lastId = 0;
    int m_status = Success;
};

/// What a play says of the status to exit with.
int statusOf(const PlayReport &report);

} // namespace gb::cli
