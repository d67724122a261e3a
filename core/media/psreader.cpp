#include "core/media/psreader.h"

#include <algorithm>
#include <cstring>

namespace gb {
namespace {

constexpr quint8 firstUnit = 0xB9; ///< start codes below it stand inside video
constexpr std::string_view prefix{"\0\0\1", 3};

/// Where the next 01 is that may end 00 00 01.
std::size_t findOne(std::string_view octets, std::size_t from)
{
    const void *const found = from < octets.size() ? std::memchr(octets.data() + from, 1, octets.size() - from)
                                                   : nullptr;
    return found ? static_cast<std::size_t>(static_cast<const char *>(found) - octets.data()) : std::string_view::npos;
}

/// A start code that is whole; npos: none.
std::size_t findUnit(std::string_view octets)
{
    for (std::size_t one = findOne(octets, 2); one != std::string_view::npos; one = findOne(octets, one + 1)) {
        if (one + 1 < octets.size() && octets[one - 1] == 0 && octets[one - 2] == 0
            && static_cast<quint8>(octets[one + 1]) >= firstUnit)
            return one - 2;
    }
    return std::string_view::npos;
}

/// Octets at the end that may begin a start code.
quint8 heldAtEnd(std::string_view octets)
{
    if (octets.ends_with(prefix))
        return 3;
    if (octets.ends_with(prefix.substr(0, 2)))
        return 2;
    return octets.ends_with('\0') ? 1 : 0;
}

} // namespace

quint8 PsNumbers::typeOf(quint8 streamId) const
{
    for (int i = 0; i < entryCount; ++i) {
        if (entries[static_cast<std::size_t>(i)].streamId == streamId)
            return entries[static_cast<std::size_t>(i)].streamType;
    }
    return 0;
}

void PsReader::note(PsFault fault, std::string_view octets, quint64 detail)
{
    PsFaultCount &count = m_faults[static_cast<std::size_t>(fault)];
    ++count.count;
    const bool explained = m_damaged;
    if (count.count == 1 || (!explained && count.unexplained == 0)) {
        count.first = m_unitPlace.packet ? m_unitPlace : m_place;
        count.octetCount = static_cast<quint8>(std::min(octets.size(), count.octets.size()));
        std::copy_n(octets.begin(), count.octetCount, count.octets.begin());
        count.detail = detail;
    }
    count.unexplained += !explained;
}

void PsReader::take(std::string_view octets, const PsPlace &place)
{
    m_place = place;
    m_offset = 0;
    m_packetHasHeaders = m_packetHasPayload = false;
    process(octets);
    m_numbers.headersApart += m_packetHasHeaders && !m_packetHasPayload;
}

void PsReader::process(std::string_view octets)
{
    while (!octets.empty()) {
        std::size_t done = 0;
        switch (m_state) {
        case State::Search: done = search(octets); break;
        case State::Between: done = between(octets); break;
        case State::Header: done = header(octets); break;
        case State::Open: done = open(octets); break;
        case State::Payload:
        case State::Skip: done = payload(octets); break;
        }
        m_offset += done;
        octets.remove_prefix(done);
    }
}

/// What follows is no continuation; a PES packet that is under way ends with the next start code.
void PsReader::gap()
{
    m_damaged = m_gapSincePts = m_gapSinceScr = true;
    m_judged = false;
    m_held = 0;
    if (m_state == State::Payload)
        m_state = State::Open;
    else if (m_state != State::Open)
        m_state = State::Search;
}

void PsReader::finish()
{
    if (m_state == State::Header || (m_state == State::Payload && m_left > 0))
        note(PsFault::Truncated, m_header);
    m_state = State::Search;
    m_held = 0;
}

void PsReader::begin(quint8 code)
{
    m_held = 0;
    m_unitPlace = m_place;
    m_header.assign(prefix);
    m_header += static_cast<char>(code);
    m_streamId = code;
    m_state = State::Header;
    if (code == 0xBA) {
        m_damaged = false;
        m_numbers.packsInside += m_offset > 0;
    }
    if (psHeaderSize(m_header, m_streamId) == m_header.size())
        headerDone();
}

std::size_t PsReader::search(std::string_view octets)
{
    if (m_held > 0) { // the octets ahead of these
        const quint8 next = static_cast<quint8>(octets[0]);
        if (m_held == 3) {
            m_held = 0;
            if (next >= firstUnit)
                begin(next);
            else
                m_held = next == 0 ? 1 : 0;
        } else {
            m_held = next == 0 ? 2 : m_held == 2 && next == 1 ? 3 : 0;
        }
        return 1;
    }
    const std::size_t found = findUnit(octets);
    if (found == std::string_view::npos) {
        m_held = heldAtEnd(octets);
        return octets.size();
    }
    m_offset += found;
    begin(static_cast<quint8>(octets[found + 3]));
    m_offset -= found;
    return found + 4;
}

/// One octet after the other: a start code is all that may stand here.
std::size_t PsReader::between(std::string_view octets)
{
    const quint8 next = static_cast<quint8>(octets[0]);
    if (m_held == 3 && next >= firstUnit) {
        begin(next);
        return 1;
    }
    if (m_held < 3 && next == static_cast<quint8>(prefix[m_held])) {
        ++m_held;
        return 1;
    }
    const std::string_view held = prefix.substr(0, std::exchange(m_held, 0));
    if (m_afterPes && isVideo() && !m_damaged) { // it goes on behind its length
        m_state = State::Open;
        m_judged = true;
        m_openOctets = m_declared + held.size();
        give(held);
        return 0;
    }
    m_unitPlace = m_place;
    note(PsFault::Junk, octets.substr(0, 16));
    m_state = State::Search;
    m_held = held.size() == 3 ? 0 : static_cast<quint8>(held.size()); // 00 00 00 01 begins in it
    if (m_held > 0 && next != 0 && next != 1)
        m_held = 0;
    return 0;
}

std::size_t PsReader::payload(std::string_view octets)
{
    const std::size_t size = static_cast<std::size_t>(std::min<quint64>(m_left, octets.size()));
    if (m_state == State::Payload)
        give(octets.substr(0, size));
    m_left -= size;
    if (m_left == 0) {
        m_afterPes = m_state == State::Payload;
        m_state = State::Between;
    }
    return size;
}

std::size_t PsReader::open(std::string_view octets)
{
    if (m_held > 0) {
        const quint8 next = static_cast<quint8>(octets[0]);
        if (m_held == 3 && next >= firstUnit) {
            openEnds();
            begin(next);
            return 1;
        }
        if (m_held < 3 && next == static_cast<quint8>(prefix[m_held])) {
            ++m_held;
            return 1;
        }
        if (m_held == 2 && next == 0) {
            m_openOctets += 1;
            give(prefix.substr(0, 1));
            return 1;
        }
        const std::string_view held = prefix.substr(0, std::exchange(m_held, 0));
        m_openOctets += held.size();
        give(held);
    }
    const std::size_t found = findUnit(octets);
    const bool ends = found != std::string_view::npos;
    if (!ends)
        m_held = heldAtEnd(octets);
    const std::size_t size = ends ? found : octets.size() - m_held;
    m_openOctets += size;
    give(octets.substr(0, size));
    if (!ends)
        return octets.size();
    openEnds();
    m_offset += found;
    begin(static_cast<quint8>(octets[found + 3]));
    m_offset -= found;
    return found + 4;
}

/// What its length said, and what it was.
void PsReader::openEnds()
{
    m_held = 0;
    if (!std::exchange(m_judged, false) || m_declared == 0)
        return;
    const quint64 beyond = m_openOctets - m_declared;
    note(beyond % 65'536 == 0 ? PsFault::PesLengthWrapped : PsFault::PesLengthShort, m_header, beyond);
}

void PsReader::give(std::string_view octets)
{
    if (octets.empty())
        return;
    m_packetHasPayload = true;
    if (isVideo())
        m_numbers.videoOctets += octets.size();
    else if (isAudio())
        m_numbers.audioOctets += octets.size();
    if (m_listener)
        m_listener->payload(m_streamId, octets, m_damaged);
}

} // namespace gb
