#include "core/capture/packetsource.h"

#include <QCoreApplication>

#include <utility>

namespace gb {

/// Damage; `start`: of the record that is damaged.
PacketSource::Result PacketSource::lost(qint64 start)
{
    if (!m_file.errorText().isEmpty())
        return Result::Broken;
    m_why = std::exchange(m_error, {});
    if (m_blockIsWhole) {
        m_holes.add(start, m_taken - start, m_why);
        return Result::Nothing;
    }
    m_holeStart = start;
    if (!m_block.empty()) { // the rest stands right behind it
        const std::size_t again = m_block.size() - 1;
        m_rest = {m_block.data() + 1, again + m_rest.size()};
        m_taken -= static_cast<qint64>(again);
    }
    return search();
}

/// A window's worth at most; goes on with the next call.
PacketSource::Result PacketSource::search()
{
    if (!m_fileEnded && m_rest.size() < 2 * Resync::window)
        more(2 * Resync::window);
    if (!m_file.errorText().isEmpty())
        return broken(m_file.errorText());
    Resync resync{.isPcapng = m_format == Format::Pcapng,
        .isSnoop = m_format == Format::Snoop,
        .isBigEndian = m_bigEndian,
        .recordHeader = m_recordHeader};
    if (m_last != TimePoint{})
        resync.last = static_cast<quint32>(
            std::chrono::duration_cast<std::chrono::seconds>(m_last.time_since_epoch()).count());
    const std::string_view octets = m_rest.substr(0, 2 * Resync::window);
    const bool isEnd = m_fileEnded && octets.size() == m_rest.size();
    const auto found = resync.find(octets, isEnd);
    if (m_holes.count == 0 && m_taken - m_holeStart < chunk && Resync::looksLikeTextMode(octets))
        m_why += Resync::textModeHint();
    if (!found && isEnd) {
        m_holeStart = -1;
        return broken(m_holes.count == 0
                ? m_why
                : m_why + QCoreApplication::translate("Capture", "; before that, ") + m_holes.text());
    }
    const std::size_t passed = found ? *found : octets.size() - resync.reach();
    m_rest.remove_prefix(passed);
    m_taken += static_cast<qint64>(passed);
    if (found) {
        m_holes.add(m_holeStart, m_taken - m_holeStart, m_why);
        m_holeStart = -1;
    }
    return Result::Nothing;
}

/// Some who changed libpcap left its magic number as it was: Red Hat 6.1, SuSE 6.3 and Nokia have longer headers.
quint32 PacketSource::likelyRecordHeader(quint32 usual) const
{
    constexpr quint32 nokia = 20, redHat = 24, suse = 28;
    constexpr std::size_t least = 100; ///< octets; of fewer no rest of a record can be told from a longer header
    if (m_rest.size() < least)
        return usual;
    Resync resync{.isBigEndian = m_bigEndian, .recordHeader = usual};
    if (resync.begin(m_rest))
        return usual;
    for (const quint32 size : {nokia, redHat, suse}) {
        resync.recordHeader = size;
        if (resync.begin(m_rest))
            return size;
    }
    return usual;
}

} // namespace gb
