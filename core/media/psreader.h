#pragma once
#include "core/base/clock.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include <QtGlobal>

namespace gb {

/// What is wrong with a program stream, or odd about it. ISO/IEC 13818-1 = ITU-T H.222.0 §2.5.
enum class PsFault : std::uint8_t {
    Junk,             ///< octets between two units that belong to neither
    PackHeader,       ///< a pack header that is none of MPEG-2: marker bits
    Mpeg1,            ///< a pack header of MPEG-1
    SystemHeader,     ///< a system header whose length is no 6 + 3 n
    PsmLength,        ///< lengths inside a PSM do not add up
    PsmCrc,           ///< the CRC-32 of a PSM is wrong
    PesHeader,        ///< a PES packet without its `10`, or whose header data is longer than it
    PesTime,          ///< header data too short for the PTS or DTS that it announces, or their marker bits are wrong
    PesLengthWrapped, ///< a PES packet is longer than its length by 65,536 or a multiple of it
    PesLengthShort,   ///< a PES packet goes on behind its length by another amount
    PesLengthZero,    ///< no fault of video by the standard's TS, not allowed in PS: length 0, ends with the next unit
    ScrBack,          ///< the SCR went back
    PtsJump,          ///< PTS of a stream steps by more than PsReader::maxStep, or back by more than that
    DtsAfterPts,
    UnknownUnit, ///< a start code of B9 or more that PS does not have, or one below where a unit must begin
    Truncated,   ///< a unit that the stream's end cuts
    Count
};

/// Where something in the stream was.
struct PsPlace
{
    quint64 packet = 0; ///< number of the RTP packet, from 1
    TimePoint at{};
};

struct PsFaultCount
{
    quint64 count = 0;
    quint64 unexplained = 0;       ///< of them: no packet is missing where they are, so the sender made them
    PsPlace first;                 ///< of the first unexplained one, else of the first
    std::array<char, 48> octets{}; ///< that show it
    quint8 octetCount = 0;
    quint64 detail = 0; ///< PsmCrc: the CRC that it should have; PsmLength: see PsReader; PesLength*: octets more
};

/// An entry of a program stream map, §2.5.4.
struct PsmEntry
{
    quint8 streamType = 0; ///< 0x1B H.264, 0x24 H.265, 0x90 G.711A, …: GB/T 28181-2022 annex C
    quint8 streamId = 0;   ///< 0xE0, 0xC0
};

/// A unit of the stream, told when it begins (its header is whole).
struct PsUnit
{
    enum class Kind : quint8 { Pack, System, Map, Pes, Padding, Private, End, Other };
    Kind kind = Kind::Other;
    quint8 streamId = 0; ///< the last octet of its start code
    PsPlace place;
    std::optional<quint64> pts, dts; ///< of a PES packet, 90 kHz, 33 bits
    quint32 length = 0;              ///< of a PES packet, as it stands; 0: open
};

/// Who listens to a PsReader.
class PsListener
{
public:
    virtual ~PsListener() = default;
    virtual void unit(const PsUnit &unit) = 0;
    /// Payload of the PES packet told last, in portions as they come. `damaged`: packets are missing in it or ahead.
    virtual void payload(quint8 streamId, std::string_view octets, bool damaged) = 0;
};

/// What was found, besides faults.
struct PsNumbers
{
    quint64 packs = 0, systemHeaders = 0, maps = 0, videoPes = 0, audioPes = 0, privatePes = 0, otherPes = 0;
    quint64 videoOctets = 0, audioOctets = 0;
    quint64 mapChanges = 0;             ///< maps whose entries are others than those of the one before
    std::array<PsmEntry, 16> entries{}; ///< of the last map that could be read
    int entryCount = 0;
    quint64 videoIds = 0; ///< bit n: 0xE0 + n came
    quint64 audioIds = 0; ///< bit n: 0xC0 + n came
    std::optional<PsPlace> firstPack, firstMap, firstSystem, firstVideo, firstAudio;
    std::optional<quint64> firstScr, lastScr, firstPts, lastPts; ///< 90 kHz; PTS of video
    quint64 headersApart = 0; ///< RTP packets that hold a pack header, system header or map and no PES packet
    quint64 packsInside = 0;  ///< pack headers that do not begin an RTP packet
    quint64 muxRate = 0;      ///< of the last pack header, 50 octets a second

    quint8 typeOf(quint8 streamId) const; ///< stream_type by the last map; 0: not in it
};

/**
 * Reads a program stream as RTP packets bring it: units may be split over packets at any octet. Never holds more than a
 * header of a unit (at most `maxHeader`); payload is passed on, not kept. Work is linear in the octets. It never fails:
 * what is wrong is counted, with the packet that shows it and whether a gap in the sequence explains it, and it goes
 * on at the next start code.
 */
class PsReader
{
public:
    static constexpr std::size_t maxHeader = 4096;  ///< a longer map is read as far as that
    static constexpr quint64 maxStep = 10 * 90'000; ///< of PTS: ten seconds

    explicit PsReader(PsListener *listener = nullptr)
        : m_listener(listener)
    {
    }
    /// The payload of the next packet of RTP.
    void take(std::string_view payload, const PsPlace &place);
    /// Packets are missing ahead of the next one.
    void gap();
    /// No more will come.
    void finish();

    const PsNumbers &numbers() const { return m_numbers; }
    const PsFaultCount &fault(PsFault fault) const { return m_faults[static_cast<std::size_t>(fault)]; }

private:
    enum class State : quint8 {
        Search,  ///< for a start code, wherever it is
        Between, ///< behind a unit: the next start code must stand here
        Header,
        Payload, ///< m_left octets of a PES packet
        Open,    ///< payload up to the next start code of a unit
        Skip,    ///< m_left octets that nobody needs
    };
    static constexpr quint64 noTime = ~quint64{0};

    void process(std::string_view octets);
    std::size_t search(std::string_view octets);
    std::size_t between(std::string_view octets);
    std::size_t header(std::string_view octets);
    std::size_t payload(std::string_view octets);
    std::size_t open(std::string_view octets);
    void openEnds();
    void headerDone();
    void readPack();
    void readSystem();
    void readMap();
    int readMapEntries(std::string_view entries, bool crcRight);
    void replay(std::size_t from);
    void readPes();
    void readPesTimes(std::string_view data, PsUnit &unit);
    void countPes();
    void followPts(quint64 pts);
    void begin(quint8 code);
    void give(std::string_view octets);
    void note(PsFault fault, std::string_view octets = {}, quint64 detail = 0);
    bool isVideo() const { return (m_streamId & 0xF0) == 0xE0; }
    bool isAudio() const { return (m_streamId & 0xE0) == 0xC0; }

    PsListener *m_listener;
    State m_state = State::Search;
    std::string m_header;     ///< of the unit that has begun, from its start code
    quint64 m_left = 0;       ///< octets of payload or to skip
    quint64 m_openOctets = 0; ///< behind the length of a PES packet that is open
    quint32 m_declared = 0;   ///< that length; 0: it said 0
    bool m_judged = false;    ///< the length of the open one can be compared with it
    quint8 m_held = 0;        ///< octets 00 00 01 that may begin a start code
    quint8 m_streamId = 0;
    bool m_afterPes = false, m_damaged = true, m_replaying = false, m_gapSincePts = true, m_gapSinceScr = true;
    bool m_packetHasHeaders = false, m_packetHasPayload = false;
    std::size_t m_offset = 0; ///< octets of the packet ahead of what is processed
    PsPlace m_place, m_unitPlace;
    quint64 m_lastPts = noTime;
    PsNumbers m_numbers;
    std::array<PsFaultCount, static_cast<std::size_t>(PsFault::Count)> m_faults{};
};

/// Octets of the header of a unit with that stream_id, as far as that is known by what is there of it (four at least);
/// when they are there, it may turn out to be longer. ISO/IEC 13818-1 §2.5.3, and §2.4.3.6 of PES packets.
std::size_t psHeaderSize(std::string_view header, quint8 id);

/// CRC-32/MPEG-2 over the octets; 0 over a map with its own CRC behind it. ISO/IEC 13818-1 annex A.
quint32 mpegCrc(std::string_view octets);

} // namespace gb
