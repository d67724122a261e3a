#include "core/ladder/messagelog.h"

// The engineer's marks.
namespace gb {
namespace {

using Notes = QMap<quint64, QString>;

/// Whether that changed anything.
bool put(Notes &notes, const Mark &mark, qsizetype most)
{
    if (!mark.isSet)
        return notes.remove(mark.number) > 0;
    if (notes.size() >= most && !notes.contains(mark.number))
        return false;
    notes.insert(mark.number, mark.text);
    return true;
}

quint64 nextOf(const Notes &notes, quint64 number, int direction)
{
    if (direction > 0) {
        const auto next = notes.upperBound(number);
        return next == notes.cend() ? 0 : next.key();
    }
    const auto at = number == 0 ? notes.cend() : notes.lowerBound(number);
    return at == notes.cbegin() ? 0 : std::prev(at).key();
}

} // namespace

void MessageLog::takeMarks(const QList<Mark> &marks)
{
    bool changed = false;
    for (const Mark &mark : marks) {
        const qsizetype row = rowOf(mark.number);
        if (row >= 0 && entry(row).time() == mark.at)
            changed = put(m_marks, mark, maxMarks) || changed;
        else
            ++m_strayMarks;
    }
    if (changed)
        emit marksChanged();
}

quint64 MessageLog::markedFrom(quint64 number, int direction) const
{
    return nextOf(m_marks, number, direction);
}

} // namespace gb
