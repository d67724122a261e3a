#pragma once
#include <QtGlobal>

#include <array>
#include <memory>
#include <mutex>
#include <vector>

namespace gb {

/// Where the octets of a message stand.
struct RecordPlace
{
    quint8 file = 0;     ///< of the record's files
    quint16 size = 0;    ///< octets
    qint64 offset = -1;  ///< in the file, below 2^40; -1: nowhere
};

/// The places of a record's messages, by number from 1: 8 octets a message. One thread appends while others look up.
class RecordPlaces
{
public:
    static constexpr qint64 maxOffset = (qint64(1) << 40) - 2;

    void append(const std::vector<RecordPlace> &places)
    {
        const std::scoped_lock guard(m_mutex);
        for (const RecordPlace &place : places) {
            if (m_count % chunkSize == 0)
                m_chunks.push_back(std::make_unique<std::array<quint64, chunkSize>>());
            (*m_chunks.back())[m_count++ % chunkSize] = pack(place);
        }
    }
    void clear()
    {
        const std::scoped_lock guard(m_mutex);
        m_chunks.clear();
        m_count = 0;
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
        return number == 0 || number > m_count ? RecordPlace() : unpack((*m_chunks[(number - 1) / chunkSize])[(number - 1) % chunkSize]);
    }

private:
    static constexpr quint64 chunkSize = 16384;

    static quint64 pack(const RecordPlace &place)
    {
        const quint64 offset = place.offset < 0 || place.offset > maxOffset ? 0 : static_cast<quint64>(place.offset) + 1;
        return offset << 24 | quint64{place.size} << 8 | place.file;
    }
    static RecordPlace unpack(quint64 packed)
    {
        return {static_cast<quint8>(packed), static_cast<quint16>(packed >> 8), static_cast<qint64>(packed >> 24) - 1};
    }

    mutable std::mutex m_mutex;
    std::vector<std::unique_ptr<std::array<quint64, chunkSize>>> m_chunks;
    quint64 m_count = 0;
};

} // namespace gb
