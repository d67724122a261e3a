#pragma once
#include "core/flow/trace.h"

#include <memory>
#include <vector>

namespace gb {

/// What only few messages of a log have, in 12 octets: those that are no first copy, and those with faults. Of a first
/// copy CopyInfo says nothing, so nothing of it is kept.
struct OddMessage
{
    static constexpr int manyCopies = 127; ///< copies of which the number is told

    quint32 repeatOf = 0;    ///< number of the first copy; 0: this is it
    quint32 faults : 22 = 0; ///< bits of HeadFault
    quint32 copy : 7 = 1;    ///< see CopyInfo; stays at manyCopies
    RepeatKind repeat : 3 = RepeatKind::None;
    SipTimer timer : 4 = SipTimer::None; ///< that sent this copy
    quint32 finalOrDue : 24 = 0; ///< of a first copy: as MessageLog::finalAnswer() tells it, of another one: due(), in
                                 ///< twos of microseconds

    quint32 finalAnswer() const { return repeatOf == 0 ? static_cast<quint32>(finalOrDue) : 0; }
    /// Of a copy: see CopyInfo.
    Duration due() const { return Duration(repeatOf == 0 ? 0 : 2 * static_cast<qint64>(finalOrDue)); }
};
#ifndef Q_CC_MSVC // which begins another word wherever the type changes
static_assert(sizeof(OddMessage) == 12);
#endif
static_assert(static_cast<int>(HeadFault::Count) <= 22 && static_cast<int>(RepeatKind::ProxyCopy) < 8);

/// Those of a log, in the order of their messages. Each has a place, which holds until it is forgotten; the places go
/// round.
class OddMessages
{
public:
    static constexpr quint32 places = 1U << 24;
    static constexpr quint32 chunkSize = 1024; ///< at least so many places must be left over

    /// Its place.
    quint32 add(const OddMessage &message)
    {
        if (m_size / chunkSize == m_chunks.size())
            m_chunks.push_back(std::make_unique<OddMessage[]>(chunkSize));
        m_chunks[m_size / chunkSize][m_size % chunkSize] = message;
        return (m_first + m_size++) % places;
    }
    const OddMessage &operator[](quint32 place) const
    {
        const quint32 index = indexOf(place);
        return m_chunks[index / chunkSize][index % chunkSize];
    }
    OddMessage &operator[](quint32 place) { return const_cast<OddMessage &>(std::as_const(*this)[place]); }
    /// Of those that were added ahead of this one no place holds any more; their memory is free but for a chunk.
    void forgetAhead(quint32 place)
    {
        const quint32 chunks = indexOf(place) / chunkSize;
        m_chunks.erase(m_chunks.begin(), m_chunks.begin() + static_cast<std::ptrdiff_t>(chunks));
        m_first = (m_first + chunks * chunkSize) % places;
        m_size -= chunks * chunkSize;
    }
    /// Octets.
    std::size_t memory() const
    {
        return m_chunks.size() * chunkSize * sizeof(OddMessage) + m_chunks.capacity() * sizeof(m_chunks[0]);
    }

private:
    quint32 indexOf(quint32 place) const { return (place - m_first) % places; }

    std::vector<std::unique_ptr<OddMessage[]>> m_chunks;
    quint32 m_first = 0; ///< place of the first one in the first chunk
    quint32 m_size = 0;  ///< in the chunks
};

} // namespace gb
