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
    /// It is so no more. Nothing where it was not found, or is over. `a` only for what is of no device.
    void end(FindingCode code, const QString &device, TimePoint at, const QString &a = {});

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
        bool changed = false;
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
    void tell(Entry &entry);

    std::deque<Entry> m_entries; ///< they stay where they are
    QHash<Key, Entry *> m_byKey;
    std::vector<Entry *> m_changed;
    std::size_t m_over = 0; ///< of them
    std::size_t m_turn = 0; ///< where the search for room goes on
    quint32 m_lastId = 0;
    quint64 m_unlisted = 0;
    Times m_times = Times::Right;
};

} // namespace gb
