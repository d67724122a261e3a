#pragma once
#include "core/record/note.h"
#include "core/session/readahead.h"

#include <QSet>
#include <QStringList>

#include <functional>

namespace gb::page {

/// What a record tells of streams, of some devices or of all. Bounded.
class MediaNotes
{
public:
    static constexpr qsizetype capacity = 10'000, mostCalls = 100'000;

    /// `devices`: of these, and of what they were called for; empty: all.
    explicit MediaNotes(const QStringList &devices)
        : m_devices(devices)
    {
    }
    void take(const Trace &trace);
    void take(const ReadAhead::Chunk &chunk);

    const QList<JournalNote> &notes() const { return m_notes; }
    quint64 left() const { return m_left; } ///< more than there is room for

private:
    const QStringList m_devices;
    QSet<QString> m_calls; ///< Call-IDs of INVITEs of the devices: a stream is named after its channel
    QList<JournalNote> m_notes;
    quint64 m_left = 0;
};

/// Each text in it that somebody else may have written, but the device.
void changeTexts(notes::Media &media, const std::function<void(QString &)> &change);

} // namespace gb::page
