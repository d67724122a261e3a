#pragma once
#include "core/ladder/flowfilter.h"
#include "core/ladder/flowrow.h"

#include <QTimer>

#include <memory>
#include <optional>

namespace gb {

/**
 * The rows of a flow: what of the log meets the filter, with long heartbeat trains and repeats folded, silences named,
 * and what did not come at its time. New messages are looked at once; whatever came in whichever portions, the rows are
 * those that a rebuild would give.
 */
class FlowRows final : public QObject
{
    Q_OBJECT
public:
    enum class Folding : quint8 { Auto, On, Off }; ///< Auto: repeats always, trains while the filter names one device

    static constexpr Duration gapAbove = std::chrono::seconds(5);
    static constexpr quint32 foldAbove = 3;  ///< pairs of Keepalive and 200
    static constexpr quint32 liveTail = 2;   ///< pairs of a train that still runs stay in sight
    static constexpr quint32 foldCopies = 3; ///< copies of one message
    static constexpr quint32 pendingShown = 6;
    static constexpr qsizetype pendingLooked = 2000; ///< at each batch
    static constexpr qsizetype atOnce = 20'000;      ///< messages that are filtered without a pause
    static constexpr qint64 slice = 5'000'000;       ///< ns that are filtered between two events

    /// `log` must outlive the rows.
    explicit FlowRows(const MessageLog &log, QObject *parent = nullptr);
    ~FlowRows() override;

    /// The one that is asked for; while isFiltering() the rows are still those of the one before.
    const FlowFilter &filter() const { return m_filter; }
    /// A log of more than `atOnce` messages is walked in slices of a few ms, by events of this thread.
    void setFilter(const FlowFilter &filter);
    bool isFiltering() const { return m_next != nullptr; }
    /// Looks at all messages again: what came later may have changed what is shown of those before. Happens by itself
    /// within a second or so.
    void renew();
    Folding folding() const { return m_folding; }
    void setFolding(Folding folding);
    /// Trains of heartbeats.
    bool folds() const;
    bool foldsRepeats() const { return m_folding != Folding::Off; }

    qsizetype count() const { return static_cast<qsizetype>(m_rows.size()); }
    FlowRow row(qsizetype index) const { return m_rows[static_cast<std::size_t>(index)]; }
    /// Messages that meet the filter, those in folds too.
    qsizetype matches() const { return static_cast<qsizetype>(m_matches.size()); }
    qsizetype logRow(quint32 match) const { return m_matches[match]; }
    const LogEntry &entry(quint32 match) const { return m_log.entry(m_matches[match]); }
    const MessageLog &log() const { return m_log; }
    /// Whether a row of the log is among the matches.
    bool shows(qsizetype logRow) const { return logRow >= 0 && m_matches.contains(static_cast<quint32>(logRow)); }

    /// Silence ahead of a match, since the match before; 0 for the first.
    Duration delta(quint32 match) const;
    /// What a row of kind Missing or Pending waits for, or waited for.
    const Awaited &awaited(const FlowRow &row) const;
    bool hasPending() const { return m_pendingRows > 0; }
    /// Last row that is a message or a fold; -1 where there is none.
    qsizetype lastMessageRow() const;
    /// The row that shows or folds away this message; -1 where the filter hides it.
    qsizetype rowShowing(quint64 number) const;
    /// The same, or that of the next message behind it; the last row where there is none; -1 without rows.
    qsizetype rowNear(quint64 number) const;

    /// Opens or closes the fold in a row.
    void setOpen(qsizetype row, bool open);
    /// Opens the fold that hides this message, if one does.
    void reveal(quint64 number);

    /// Devices (0: none) and endpoints of the matches, as indices of the log, in order of appearance.
    const std::vector<quint32> &devices() const { return m_devices.order; }
    const std::vector<quint32> &endpoints() const { return m_endpoints.order; }

signals:
    /// The rows from `from` on are other ones; those ahead of it stand as they were.
    void changed(qsizetype from);
    /// Matches from `from` on are new ones; 0: all are others.
    void matched(qsizetype from);

private:
    struct Train
    {
        quint32 first = 0;
        quint32 count = 0;                 ///< messages, an unanswered heartbeat at the end included; 0: no train
        quint32 shown = 0;                 ///< of them have their rows
        std::size_t row = 0;               ///< how many rows stand ahead of it
        std::optional<std::size_t> header; ///< row of its open fold
    };
    /// Copies of one message at the end of the rows.
    struct Run
    {
        quint32 first = 0;
        quint32 count = 0;   ///< 0: none
        std::size_t row = 0; ///< how many rows stand ahead of it
        std::optional<std::size_t> header;
    };
    struct Seen
    {
        std::vector<quint32> order;
        std::vector<bool> known;
        void add(quint32 index);
    };

    /// The same rows of the log under another filter, as far as they are looked at.
    struct Next
    {
        FlowMatcher matcher;
        FlowFilter filter;
        qsizetype collected = 0, looked = 0; ///< rows of the log
        RowSet matches;
        Seen devices, endpoints;
    };

    void begin();
    bool walk(qint64 nanoseconds);
    void goOn();
    void adopt();
    void noteLater();
    void take(qsizetype first, qsizetype count);
    void rebuild();
    void restart();
    void layOut();
    void place(quint32 match);
    bool continuesTrain(quint32 match) const;
    void showTrain(bool live);
    bool continuesRun(quint32 match);
    void showRun();
    void endTrain();
    void placeMissing(quint64 before);
    void hidePending();
    void showPending();
    bool isShown(quint64 number) const;
    quint64 behindLog() const;
    void addFold(quint32 first, quint32 count, FlowRow::Kind kind, bool open);
    void addGap(quint32 match);
    void addMessage(quint32 match);
    void cut(std::size_t rows);
    void announce();

    const MessageLog &m_log;
    FlowFilter m_filter;
    FlowFilter m_shown; ///< whose rows these are
    std::unique_ptr<Next> m_next;
    bool m_again = false; ///< more was found meanwhile
    qint64 m_walked = 0;  ///< ns that the last walk took
    QTimer m_slices, m_later;
    Folding m_folding = Folding::Auto;
    std::unique_ptr<FlowMatcher> m_matcher;
    RowSet m_matches;
    FlowRowList m_rows;
    quint32 m_placed = 0; ///< matches that were placed in rows, or in the train
    Train m_train;        ///< at the end of the matches
    Run m_run;
    qsizetype m_missingPlaced = 0; ///< of the log's
    QList<Awaited> m_pending;      ///< those that are shown
    std::size_t m_pendingRows = 0; ///< at the end
    QSet<quint64> m_open;          ///< folds, by number of their first message
    Seen m_devices, m_endpoints;
    std::size_t m_told = 0;    ///< matches that matched() told
    std::size_t m_touched = 0; ///< lowest row changed since the last announcement
};

} // namespace gb
