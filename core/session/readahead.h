#pragma once
#include "core/capture/importer.h"
#include "core/flow/tracer.h"
#include "core/record/entry.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace gb {

/**
 * Reads captures in a thread of its own, ahead of whoever judges what is in them: reading files and heads is as much
 * work as the fold is. Hands out messages in chunks, in their order; never more than maxAhead of them wait.
 */
class ReadAhead
{
public:
    static constexpr std::size_t chunkSize = 128; ///< messages
    static constexpr std::size_t maxAhead = 8;    ///< chunks: enough to go on while the window has the other processor

    static constexpr std::size_t maxNotes = 16; ///< of a chunk

    struct Chunk
    {
        std::vector<Trace> traces; ///< as Tracer makes them; the first `count` count
        std::size_t count = 0;
        std::vector<PlacedNote> notes;
        std::vector<QByteArray> buffers; ///< in which their octets stand
        double progress = 0;             ///< see Importer
        TimePoint last{};
        PacketCounts packets;
        quint64 skipped = 0, tcpOctetsLost = 0, encrypted = 0;
        SignallingSieve::HepCounts hep;
        std::vector<ClockJump> jumps;                             ///< new ones; see Importer
        PcapReader::Result result = PcapReader::Result::Datagram; ///< End or Broken behind the last message
    };

    /// The importer is open; nobody else uses it until finish().
    explicit ReadAhead(Importer &importer);
    ~ReadAhead();

    /// Waits for the next chunk; it holds until the one after it is asked for. Null behind the end.
    Chunk *next();
    /// Stops reading, whether all was read or not.
    void finish();

private:
    void run();
    void fill(Chunk &chunk);

    Importer &m_importer;
    Tracer m_tracer;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::unique_ptr<Chunk>> m_ready, m_free;
    std::unique_ptr<Chunk> m_current;
    bool m_stop = false, m_ended = false;
    std::thread m_thread;
};

} // namespace gb
