#pragma once
#include "core/findings/finding.h"

#include <QHash>

#include <algorithm>
#include <deque>
#include <initializer_list>

namespace gb {

/// What was found, each thing once, with what it follows from: seen again it is counted and reopened. Bounded; no
/// clock.
class FindingLog
{
public:
    static constexpr std::size_t capacity = 10'000; ///< over it one that is over makes room, and where none is, what
                                                    ///< comes is only counted

    struct Words
    {
        QString a, b, c;
    };

    /// How much the times of messages are worth.
    enum class Times : quint8 {
        Right,
        Shifted, ///< as those of their arrival: the intervals are right, the hour may not be
        Unknown, ///< neither
    };
    /// What needs more than they are worth is not raised from now on. It never gets better.
    void setTimes(Times times) { m_times = std::max(m_times, times); }

    void raise(
        FindingCode code, const QString &device, Words words, TimePoint at, std::initializer_list<quint64> messages);
    /// Seen once more, and nothing about it is new: for what comes with every message. Nothing where it was not found.
    void again(FindingCode code, const QString &device, TimePoint at, quint64 message);
    /// What was found is known more closely, or its words are other ones now: it goes on, under `to`, with its proof,
    /// its count and the time at which it was first seen. Nothing where it was not found.
    void turn(FindingCode from, FindingCode to, const QString &device, Words words, quint64 message = 0);
    /// What the record leaves as its causes, and what speaks for each. Nothing where it was not found.
    void weigh(FindingCode code, const QString &device, QList<CompetingCause> causes, const QString &a = {});
    /// Its last word.
    void refused(FindingCode code, const QString &device, const QString &status);
    /// It is so no more. Nothing where it was not found, or is over. `a` only for what is of no device.
    void end(FindingCode code, const QString &device, TimePoint at, const QString &a = {});

    /// The record is one of others, which may have holes: what one short hole brings about is doubtful until it was
    /// seen again, `apart` later.
    void takeForCapture(bool capture) { m_isCapture = capture; }
    static constexpr Duration apart = std::chrono::seconds(30);
    /// Messages are known to be missing, all over the record, or are no more: what rests on their absence is doubtful
    /// meanwhile.
    void doubtAll(bool on);
    /// Nothing was captured in between: what was found since then, and soon behind it, is doubtful.
    void doubtGap(TimePoint from, TimePoint to);
    static constexpr Duration reach = std::chrono::minutes(10); ///< of the past that a rule looks at
    /// It never was so: what came later disproves it. It is over, and not among all() any more.
    void withdraw(FindingCode code, const QString &device, TimePoint at, const QString &a = {});

    /// In no order.
    QList<Finding> all() const;
    /// What changed since it was last asked, each once, as it is now.
    QList<Finding> take();
    bool hasNews() const { return !m_changed.empty(); }
    quint64 unlisted() const { return m_unlisted; }

private:
    using Key = std::pair<quint8, QString>;
    struct Entry
    {
        Finding finding;
        bool changed = false, withdrawn = false;
    };

    /// What is of no device is told apart by its first word.
    static Key keyOf(FindingCode code, const QString &device, const QString &a)
    {
        return {static_cast<quint8>(code), device.isEmpty() ? a : device};
    }
    Entry *add(const Key &key);
    void link(Entry &entry);
    void linkTo(Entry &effect, const Finding &root);
    void count(Entry &entry, TimePoint at, std::initializer_list<quint64> messages);
    static void prove(Finding &finding, quint64 message);
    void tell(Entry &entry);
    void doubt(Entry &entry, FindingCode root);
    void judgeDoubt(Entry &entry, TimePoint at);
    bool isShort(const Finding &finding) const;
    void join(Entry &into, Entry &from);

    std::deque<Entry> m_entries; ///< they stay where they are
    QHash<Key, Entry *> m_byKey;
    std::vector<Entry *> m_changed;
    std::size_t m_over = 0; ///< of them
    std::size_t m_turn = 0; ///< where the search for room goes on
    quint32 m_lastId = 0;
    quint64 m_unlisted = 0;
    bool m_isCapture = false, m_doubtsAll = false, m_doubtHasCause = false;
    TimePoint m_gapFrom = TimePoint::max(), m_gapReach = TimePoint::min();
    Times m_times = Times::Right;
};

} // namespace gb
