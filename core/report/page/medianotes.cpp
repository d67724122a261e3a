#include "core/report/page/medianotes.h"

#include "core/flow/trace.h"

namespace gb::page {

void MediaNotes::take(const Trace &trace)
{
    const bool calls = trace.isRequest() && trace.head.method == SipMethod::Invite && m_devices.contains(trace.device);
    if (calls && m_calls.size() < mostCalls)
        m_calls.insert(callIdText(trace.head.callId));
}

void MediaNotes::take(const ReadAhead::Chunk &chunk)
{
    for (const PlacedNote &one : chunk.notes) {
        const notes::Media *const media = one.note.as<notes::Media>();
        if (!media || (!m_devices.isEmpty() && !m_devices.contains(media->device) && !m_calls.contains(media->callId)))
            continue;
        if (m_notes.size() < capacity)
            m_notes.append(one.note);
        else
            ++m_left;
    }
}

void changeTexts(notes::Media &media, const std::function<void(QString &)> &change)
{
    for (QString *const text : {&media.callId, &media.from, &media.to, &media.payload, &media.video, &media.audio})
        change(*text);
    for (QStringList *const list : {&media.ssrcs, &media.causes}) {
        for (QString &text : *list)
            change(text);
    }
}

} // namespace gb::page
