#include "core/media/psreader.h"

#include <QtEndian>

#include <algorithm>

namespace gb {
namespace {

constexpr std::size_t maxMap = 1018;            ///< octets behind its length, §2.5.4.1
constexpr std::size_t mapFixed = 2 + 2 + 2 + 4; ///< of them those that are always there
constexpr std::size_t systemFixed = 6;
constexpr quint64 wholeTime = quint64{1} << 33;

quint8 octet(std::string_view octets, std::size_t at)
{
    return static_cast<quint8>(octets[at]);
}

quint16 pair(std::string_view octets, std::size_t at)
{
    return qFromBigEndian<quint16>(octets.data() + at);
}

/// Units whose length is followed by no PES header, §2.4.3.7.
bool isBare(quint8 id)
{
    return id == 0xBE || id == 0xBF || id == 0xF0 || id == 0xF1 || id == 0xF2 || id == 0xF8 || id == 0xFF;
}

/// 33 bits in five octets with marker bits between them.
std::optional<quint64> readTime(std::string_view data)
{
    if ((octet(data, 0) & 1) == 0 || (octet(data, 2) & 1) == 0 || (octet(data, 4) & 1) == 0)
        return std::nullopt;
    return quint64{static_cast<quint8>(octet(data, 0) >> 1 & 7U)} << 30 | quint64{octet(data, 1)} << 22
        | quint64{static_cast<quint8>(octet(data, 2) >> 1)} << 15 | quint64{octet(data, 3)} << 7
        | quint64{static_cast<quint8>(octet(data, 4) >> 1)};
}

std::size_t pesHeaderSize(std::string_view header, quint8 id)
{
    const std::size_t have = header.size();
    if (have < 6 || isBare(id))
        return 6;
    const std::size_t length = pair(header, 4);
    if (have < 9)
        return length > 0 && length < 3 ? 6 : 9;
    return (octet(header, 6) & 0xC0) == 0x80 ? 9 + octet(header, 8) : 9;
}

} // namespace

std::size_t psHeaderSize(std::string_view header, quint8 id)
{
    const std::size_t have = header.size();
    switch (id) {
    case 0xB9: return 4;
    case 0xBA:
        if (have < 5)
            return 5;
        if ((octet(header, 4) & 0xC0) != 0x40)
            return (octet(header, 4) & 0xF0) == 0x20 ? 12 : 5;
        return have < 14 ? 14 : 14 + (octet(header, 13) & 7U);
    case 0xBB:
    case 0xBC: {
        if (have < 6)
            return 6;
        const std::size_t length = pair(header, 4);
        return length > maxMap ? 6 : 6 + length;
    }
    default: return pesHeaderSize(header, id);
    }
}

quint32 mpegCrc(std::string_view octets)
{
    quint32 crc = 0xFFFFFFFF;
    for (const char one : octets) {
        crc ^= quint32{static_cast<quint8>(one)} << 24;
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc << 1) ^ ((crc >> 31) * 0x04C11DB7U);
    }
    return crc;
}

std::size_t PsReader::header(std::string_view octets)
{
    const std::size_t wanted = psHeaderSize(m_header, m_streamId);
    const std::size_t size = std::min(octets.size(), wanted - m_header.size());
    m_header.append(octets.substr(0, size));
    if (m_header.size() == psHeaderSize(m_header, m_streamId))
        headerDone();
    return size;
}

void PsReader::headerDone()
{
    m_state = State::Between;
    m_afterPes = false;
    switch (m_streamId) {
    case 0xB9:
        if (m_listener)
            m_listener->unit({PsUnit::Kind::End, m_streamId, m_unitPlace, {}, {}, 0});
        return;
    case 0xBA: return readPack();
    case 0xBB: return readSystem();
    case 0xBC: return readMap();
    default: return readPes();
    }
}

void PsReader::readPack()
{
    m_packetHasHeaders = true;
    if (m_header.size() < 14) {
        const bool mpeg1 = m_header.size() == 12;
        note(mpeg1 ? PsFault::Mpeg1 : PsFault::PackHeader, m_header);
        if (!mpeg1)
            m_state = State::Search;
        return;
    }
    const quint8 *const b = reinterpret_cast<const quint8 *>(m_header.data());
    const bool marked = (b[4] & 4) && (b[6] & 4) && (b[8] & 4) && (b[9] & 1) && (b[12] & 3) == 3;
    if (!marked)
        note(PsFault::PackHeader, m_header);
    const auto bits = [b](int at, int shift, quint8 mask) { return quint64(b[at] >> shift & mask); };
    const quint64 scr = bits(4, 3, 7) << 30 | bits(4, 0, 3) << 28 | bits(5, 0, 255) << 20 | bits(6, 3, 31) << 15
        | bits(6, 0, 3) << 13 | bits(7, 0, 255) << 5 | bits(8, 3, 31);
    m_numbers.muxRate = bits(10, 0, 255) << 14 | bits(11, 0, 255) << 6 | bits(12, 2, 63);
    if (m_numbers.lastScr && scr < *m_numbers.lastScr && *m_numbers.lastScr - scr < wholeTime / 2 && !m_gapSinceScr)
        note(PsFault::ScrBack, m_header, *m_numbers.lastScr - scr);
    m_gapSinceScr = false;
    m_numbers.lastScr = scr;
    if (!m_numbers.firstScr)
        m_numbers.firstScr = scr;
    ++m_numbers.packs;
    if (!m_numbers.firstPack)
        m_numbers.firstPack = m_unitPlace;
    if (m_listener)
        m_listener->unit({PsUnit::Kind::Pack, m_streamId, m_unitPlace, {}, {}, 0});
}

void PsReader::readSystem()
{
    m_packetHasHeaders = true;
    const std::size_t length = pair(m_header, 4);
    if (length < systemFixed || m_header.size() != 6 + length || (length - systemFixed) % 3 != 0) {
        note(PsFault::SystemHeader, m_header, length);
        if (m_header.size() != 6 + length)
            m_state = State::Search;
    }
    ++m_numbers.systemHeaders;
    if (!m_numbers.firstSystem)
        m_numbers.firstSystem = m_unitPlace;
    if (m_listener)
        m_listener->unit({PsUnit::Kind::System, m_streamId, m_unitPlace, {}, {}, 0});
}

/// The first length that is wrong is the fault's detail: 1 the map's own, 2 program_stream_info_length,
/// 3 elementary_stream_map_length, 4 an elementary_stream_info_length.
void PsReader::readMap()
{
    m_packetHasHeaders = true;
    ++m_numbers.maps;
    if (!m_numbers.firstMap)
        m_numbers.firstMap = m_unitPlace;
    const std::string_view map = m_header;
    const std::size_t length = pair(map, 4);
    const bool whole = map.size() == 6 + length;
    const bool crcRight = whole && length >= mapFixed && mpegCrc(map) == 0;
    int wrong = whole && length >= mapFixed ? 0 : 1;
    if (wrong == 0) {
        const std::size_t info = pair(map, 8), entriesAt = 10 + info + 2;
        if (entriesAt + 4 > map.size()) {
            wrong = 2;
        } else {
            const std::size_t room = map.size() - 4 - entriesAt, entries = pair(map, entriesAt - 2);
            wrong = entries > room ? 3 : entries < room ? 1 : 0;
            const int inside = readMapEntries(map.substr(entriesAt, std::min(entries, room)), crcRight);
            wrong = wrong ? wrong : inside;
        }
    }
    if (wrong)
        note(PsFault::PsmLength, map, static_cast<quint64>(wrong));
    else if (!crcRight)
        note(PsFault::PsmCrc, map, mpegCrc(map.substr(0, map.size() - 4)));
    if (m_listener)
        m_listener->unit({PsUnit::Kind::Map, m_streamId, m_unitPlace, {}, {}, 0});
    if (!whole)
        m_state = State::Search;
    else if (wrong)
        replay(6);
}

/// A map whose lengths are wrong may have swallowed what follows it.
void PsReader::replay(std::size_t from)
{
    const std::size_t inside = m_header.find(std::string_view("\0\0\1", 3), from);
    if (m_replaying || inside == std::string::npos || inside + 3 >= m_header.size()
        || octet(m_header, inside + 3) < 0xB9)
        return;
    const std::string rest = m_header.substr(inside);
    m_replaying = true;
    m_state = State::Search;
    process(rest);
    m_replaying = false;
}

/// 4 where the length of an entry's descriptors leads beyond the map.
int PsReader::readMapEntries(std::string_view entries, bool crcRight)
{
    std::array<PsmEntry, 16> found{};
    int count = 0, wrong = 0;
    while (!entries.empty() && wrong == 0) {
        if (entries.size() < 4) {
            wrong = 4;
            break;
        }
        const std::size_t size = 4U + pair(entries, 2);
        wrong = size > entries.size() ? 4 : 0;
        if (static_cast<std::size_t>(count) < found.size())
            found[static_cast<std::size_t>(count++)] = {octet(entries, 0), octet(entries, 1)};
        entries.remove_prefix(std::min(size, entries.size()));
    }
    if (count == 0 && !crcRight)
        return wrong;
    const auto same = [](const PsmEntry &a, const PsmEntry &b) {
        return a.streamId == b.streamId && a.streamType == b.streamType;
    };
    const bool changed = m_numbers.entryCount > 0
        && !(count == m_numbers.entryCount && std::equal(found.begin(), found.end(), m_numbers.entries.begin(), same));
    m_numbers.mapChanges += changed;
    m_numbers.entries = found;
    m_numbers.entryCount = count;
    return wrong;
}

void PsReader::countPes()
{
    const auto first = [this](std::optional<PsPlace> &place) {
        if (!place)
            place = m_unitPlace;
    };
    if (isVideo()) {
        ++m_numbers.videoPes;
        m_numbers.videoIds |= quint64{1} << (m_streamId & 0x0F);
        first(m_numbers.firstVideo);
    } else if (isAudio()) {
        ++m_numbers.audioPes;
        m_numbers.audioIds |= quint64{1} << (m_streamId & 0x1F);
        first(m_numbers.firstAudio);
    } else if (m_streamId == 0xBD) {
        ++m_numbers.privatePes;
    } else {
        ++m_numbers.otherPes;
    }
}

void PsReader::readPes()
{
    const std::size_t length = pair(m_header, 4);
    m_declared = static_cast<quint32>(length);
    PsUnit unit{PsUnit::Kind::Other, m_streamId, m_unitPlace, {}, {}, m_declared};
    if (m_header.size() == 6) { // no PES header, or too short for one
        if (!isBare(m_streamId))
            note(PsFault::PesHeader, m_header);
        unit.kind = m_streamId == 0xBE ? PsUnit::Kind::Padding : PsUnit::Kind::Other;
        m_left = length;
        m_state = length > 0 ? State::Skip : State::Between;
        if (m_listener)
            m_listener->unit(unit);
        return;
    }
    m_packetHasPayload = true;
    countPes();
    unit.kind = isVideo() || isAudio() ? PsUnit::Kind::Pes : PsUnit::Kind::Private;
    const bool mpeg2 = (octet(m_header, 6) & 0xC0) == 0x80;
    if (mpeg2)
        readPesTimes(std::string_view(m_header).substr(9), unit);
    else
        note(PsFault::PesHeader, m_header);
    if (m_listener)
        m_listener->unit(unit);
    const std::size_t behind = m_header.size() - 6; // octets of the packet that are read
    if (length == 0 || length < behind) {           // open, or it wrapped
        if (length == 0)
            note(PsFault::PesLengthZero, m_header);
        m_state = State::Open;
        m_judged = !m_damaged;
        m_openOctets = behind;
    } else {
        m_left = length - behind;
        m_afterPes = true;
        m_state = m_left == 0 ? State::Between : mpeg2 ? State::Payload : State::Skip;
    }
}

void PsReader::readPesTimes(std::string_view data, PsUnit &unit)
{
    const int announced = octet(m_header, 7) >> 6;
    const std::size_t wanted = announced == 3 ? 10 : announced == 2 ? 5 : 0;
    if (announced == 1 || data.size() < wanted)
        return note(PsFault::PesTime, m_header);
    if (announced == 0)
        return;
    unit.pts = readTime(data);
    if (announced == 3)
        unit.dts = readTime(data.substr(5));
    if (!unit.pts || (announced == 3 && !unit.dts))
        return note(PsFault::PesTime, m_header);
    if (unit.dts && *unit.dts != *unit.pts && (*unit.dts - *unit.pts) % wholeTime < wholeTime / 2)
        note(PsFault::DtsAfterPts, m_header);
    if (isVideo())
        followPts(*unit.pts);
}

void PsReader::followPts(quint64 pts)
{
    if (m_lastPts != noTime && !m_gapSincePts) {
        const quint64 ahead = (pts - m_lastPts) % wholeTime, back = (m_lastPts - pts) % wholeTime;
        if (std::min(ahead, back) > maxStep)
            note(PsFault::PtsJump, m_header, std::min(ahead, back));
    }
    m_gapSincePts = false;
    m_lastPts = pts;
    m_numbers.lastPts = pts;
    if (!m_numbers.firstPts)
        m_numbers.firstPts = pts;
}

} // namespace gb
