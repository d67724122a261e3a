#pragma once
#include "core/client/play/play.h"
#include "ui/play/playcurve.h"

#include <QHash>
#include <QObject>

#include <deque>
#include <memory>

namespace gb::ui {

using PlayReportPtr = std::shared_ptr<const PlayReport>;

/// What is played: results are kept by it.
struct PlayKey
{
    QString device, channel; ///< channel: never empty; of the device itself it is the device's ID
    bool operator==(const PlayKey &) const = default;
};
size_t qHash(const PlayKey &key, size_t seed = 0);

/// A play that runs, or the last one of a channel.
struct PlaySeen
{
    PlayReportPtr report; ///< never null; while it runs: its names, and `media` so far; then the one of played()
    PlayCurve curve;
    bool running = true;
    bool curveKept = true; ///< off: `curve` made room for others
    quint64 id = 0;
};

/// The plays of a window: which run, and the last result of each channel. Who has a session listens to its signals.
class Playing final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::size_t maxKept = 12'000;  ///< channels; the results of the oldest go first
    static constexpr std::size_t maxCurves = 1'000; ///< of plays that are over, the last ones

    using QObject::QObject;

    /// Gives the question its id, and its result comes by played(). A channel that is played already is not played
    /// twice: that play is meant.
    quint64 play(PlayQuestion question);
    void stop(quint64 id);
    /// 0: it is not played now.
    quint64 openId(const PlayKey &key) const;
    /// nullptr: it was not played so far, or that is forgotten. Both hold until a play begins or ends.
    const PlaySeen *seen(const PlayKey &key) const;
    const PlaySeen *open(quint64 id) const;

    void take(const PlayReport &report);
    void take(const PlayProgress &progress);

signals:
    void playRequested(const gb::PlayQuestion &question);
    void stopRequested(quint64 id);
    /// Begun, or over.
    void changed(const gb::ui::PlayKey &key, quint64 id);
    /// Ten times a second for each that runs.
    void progressed(const gb::ui::PlayKey &key, quint64 id);
    void played(quint64 id, const gb::ui::PlayReportPtr &report);

private:
    void forget();
    void forgetCurves();

    QHash<PlayKey, std::shared_ptr<PlaySeen>> m_seen;
    QHash<quint64, PlayKey> m_open;
    std::deque<std::pair<PlayKey, quint64>> m_line;   ///< in the order in which they began, with their ids
    std::deque<std::pair<PlayKey, quint64>> m_curves; ///< in the order in which they ended, with their ids
    quint64 m_last = 0;
};

} // namespace gb::ui
