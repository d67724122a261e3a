#pragma once
#include <QtGlobal>

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>
#include <vector>

namespace gb {

/// Where the octets of a message stand.
struct RecordPlace
{
    quint8 file = 0;    ///< of the record's files
    quint16 size = 0;   ///< octets
    qint64 offset = -1; ///< in the file, below 2^40; -1: nowhere
};

/// The places of a record's messages, by number from 1: 6 octets a message, 8 where several files take turns. One
/// thread appends while others look up.
class RecordPlaces
{
public:
    static constexpr qint64 maxOffset = (qint64(1) << 40) - 2;

    void append(const std::vector<RecordPlace> &places)
    {
        const std::scoped_lock guard(m_mutex);
        for (const RecordPlace &place : places) {
            if (m_count % chunkSize == 0)
                m_chunks.push_back(std::make_unique<Chunk>(place));
            m_chunks.back()->set(m_count++ % chunkSize, place);
        }
    }
    void clear()
    {
        const std::scoped_lock guard(m_mutex);
        m_chunks.clear();
        m_count = m_lost = 0;
    }
    /// The messages up to that number stand nowhere any more; they keep their numbers.
    void lose(quint64 upTo)
    {
        const std::scoped_lock guard(m_mutex);
        m_lost = std::max(m_lost, std::min(upTo, m_count));
    }
    quint64 count() const
    {
        const std::scoped_lock guard(m_mutex);
        return m_count;
    }
    /// Nowhere for a number that there is not.
    RecordPlace at(quint64 number) const
    {
        const std::scoped_lock guard(m_mutex);
        return number <= m_lost || number > m_count ? RecordPlace()
                                                    : m_chunks[(number - 1) / chunkSize]->at((number - 1) % chunkSize);
    }

private:
    static constexpr std::size_t chunkSize = 16384;

    class Chunk
    {
    public:
        explicit Chunk(const RecordPlace &first)
            : m_base(std::max<qint64>(first.offset, 0))
            , m_file(first.file)
        {
        }
        void set(std::size_t index, const RecordPlace &place)
        {
            const bool isSomewhere = place.offset >= 0 && place.offset <= maxOffset;
            const bool fits = place.file == m_file
                && (!isSomewhere || (place.offset >= m_base && place.offset - m_base < nowhere));
            if (!fits && !m_wide)
                widen(index);
            if (m_wide)
                (*m_wide)[index] = quint64(isSomewhere ? place.offset + 1 : 0) << 8 | place.file;
            else
                m_behind[index] = isSomewhere ? static_cast<quint32>(place.offset - m_base) : nowhere;
            m_sizes[index] = place.size;
        }
        RecordPlace at(std::size_t index) const
        {
            if (m_wide)
                return {static_cast<quint8>((*m_wide)[index]), m_sizes[index],
                    static_cast<qint64>((*m_wide)[index] >> 8) - 1};
            return {m_file, m_sizes[index], m_behind[index] == nowhere ? -1 : m_base + m_behind[index]};
        }

    private:
        static constexpr quint32 nowhere = 0xffffffff;

        /// Another file, or one that goes back, or far ahead.
        void widen(std::size_t count)
        {
            auto wide = std::make_unique<std::array<quint64, chunkSize>>();
            for (std::size_t index = 0; index < count; ++index)
                (*wide)[index] = quint64(at(index).offset + 1) << 8 | m_file;
            m_wide = std::move(wide);
            m_behind = {};
        }

        qint64 m_base;
        quint8 m_file;
        std::vector<quint32> m_behind = std::vector<quint32>(chunkSize); ///< the base; none where it is wide
        std::array<quint16, chunkSize> m_sizes;
        std::unique_ptr<std::array<quint64, chunkSize>> m_wide; ///< offset + 1, and file
    };

    mutable std::mutex m_mutex;
    std::vector<std::unique_ptr<Chunk>> m_chunks;
    quint64 m_count = 0;
    quint64 m_lost = 0; ///< the first ones
};

} // namespace gb
