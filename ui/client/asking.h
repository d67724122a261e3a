#pragma once
#include "core/client/ask.h"
#include "ui/client/noticerows.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <deque>
#include <memory>

namespace gb::ui {

using AskReportPtr = std::shared_ptr<const AskReport>;

/// What was asked about whom: results are kept by it.
struct AskKey
{
    QString device, about, command; ///< about: empty for the device itself
    bool operator==(const AskKey &) const = default;
};
size_t qHash(const AskKey &key, size_t seed = 0);

/// Whom a batch asks. `about`: a channel of it; empty: the device itself. `name`: what people call that.
struct AskWhom
{
    QString device, about, name;
    bool operator==(const AskWhom &) const = default;
};

/// The questions of a window: which are open, and the last result of each. Who has a session listens to its signals.
class Asking final : public QObject
{
    Q_OBJECT
public:
    /// Reports and items of all of them that are kept; the oldest go first.
    static constexpr std::size_t maxReports = 12'000;
    static constexpr qsizetype maxItems = 400'000;
    static constexpr qint64 maxPictures = 48'000'000; ///< bytes of uploaded ones: those of older answers go first

    struct Open
    {
        AskKey key;
        QElapsedTimer since;
        AskProgress progress;
        std::optional<NoticeRows> notices{}; ///< of a subscription that stands
    };

    explicit Asking(QObject *parent = nullptr);

    /// Gives the question its id. Its result comes by answered().
    quint64 ask(AskQuestion question);
    void stop(quint64 id);
    /// 0: none is open.
    quint64 openId(const AskKey &key) const { return m_ids.value(key); }
    /// nullptr where it is over.
    const Open *open(quint64 id) const;
    /// nullptr: nothing was asked so far.
    AskReportPtr last(const AskKey &key) const { return m_reports.value(key); }
    /// IDs and names of channels, from its last Catalog answer, in the order of that.
    QList<std::pair<QString, QString>> channels(const QString &device) const;
    /// How many of them.
    qsizetype channelCount(const QString &device) const { return m_channels.value(device); }

    void take(const AskReport &report);
    void take(const AskProgress &progress);
    /// What a subscription brings is the result of its question, as a table. Told at most five times a second.
    void take(const AskNotice &notice);

signals:
    void askRequested(const gb::AskQuestion &question);
    void stopRequested(quint64 id);
    /// Begun, gone on, or over.
    void changed(const gb::ui::AskKey &key);
    void answered(quint64 id, const gb::ui::AskReportPtr &report);

private:
    void keep(const AskKey &key, const AskReportPtr &report);
    void countChannels(const AskKey &key);
    void boundPictures(const AskReportPtr &newest);
    void tellNotices();

    QHash<quint64, Open> m_open;
    QHash<AskKey, quint64> m_ids;
    QHash<AskKey, AskReportPtr> m_reports;
    QHash<QString, qsizetype> m_channels;               ///< of devices
    std::deque<std::pair<AskKey, AskReportPtr>> m_line; ///< in the order in which they came
    qsizetype m_items = 0;
    qint64 m_pictures = 0; ///< bytes
    quint64 m_last = 0;
    QSet<quint64> m_untold; ///< subscriptions with news
    QTimer m_tell;
};

} // namespace gb::ui
