#include "core/session/readahead.h"

namespace gb {

ReadAhead::ReadAhead(Importer &importer)
    : m_importer(importer)
    , m_thread([this] { run(); })
{
}

ReadAhead::~ReadAhead()
{
    finish();
}

void ReadAhead::finish()
{
    {
        const std::scoped_lock guard(m_mutex);
        m_stop = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

ReadAhead::Chunk *ReadAhead::next()
{
    if (m_current)
        m_current->buffers.clear();
    std::unique_lock guard(m_mutex);
    if (m_current)
        m_free.push_back(std::move(m_current));
    if (m_ready.size() <= maxAhead / 2) // by halves: a thread that is woken for each chunk costs as much as the chunk
        m_wake.notify_all();
    m_wake.wait(guard, [this] { return !m_ready.empty() || m_ended || m_stop; });
    if (m_ready.empty())
        return nullptr;
    m_current = std::move(m_ready.front());
    m_ready.pop_front();
    return m_current.get();
}

void ReadAhead::run()
{
    std::unique_lock guard(m_mutex);
    while (!m_stop && !m_ended) {
        if (m_ready.size() >= maxAhead)
            m_wake.wait(guard, [this] { return m_stop || m_ready.size() <= maxAhead / 2; });
        std::unique_ptr<Chunk> chunk;
        if (!m_free.empty()) {
            chunk = std::move(m_free.front());
            m_free.pop_front();
        }
        guard.unlock();
        if (!chunk)
            chunk = std::make_unique<Chunk>();
        fill(*chunk);
        guard.lock();
        m_ended = chunk->result != PcapReader::Result::Datagram;
        m_ready.push_back(std::move(chunk));
        if (m_ready.size() == 1 || m_ended)
            m_wake.notify_all();
    }
}

void ReadAhead::fill(Chunk &chunk)
{
    chunk.traces.resize(chunkSize);
    chunk.buffers.clear();
    chunk.notes.clear();
    chunk.count = 0;
    chunk.result = PcapReader::Result::Datagram;
    // Packets that are no signalling count as well: a file that has nothing else shows its progress, and can be left
    for (std::size_t step = 0;
         step < 8 * chunkSize && chunk.count < chunkSize && chunk.result == PcapReader::Result::Datagram; ++step) {
        std::optional<Datagram> message = m_importer.next(chunk.result);
        if (!message) {
            if (auto note = m_importer.takeNote())
                chunk.notes.push_back({chunk.count, std::move(*note)});
            if (chunk.notes.size() >= maxNotes) // each may be a list of ten thousand
                break;
            continue;
        }
        const QByteArray &buffer = m_importer.bufferOf(*message);
        if (chunk.buffers.empty() || chunk.buffers.back().constData() != buffer.constData())
            chunk.buffers.push_back(buffer);
        m_tracer.trace(std::move(*message), chunk.traces[chunk.count++]);
    }
    chunk.progress = m_importer.progress();
    chunk.last = m_importer.last();
    chunk.packets = m_importer.counts();
    chunk.skipped = m_importer.skipped();
    chunk.tcpOctetsLost = m_importer.tcpOctetsLost();
    chunk.encrypted = m_importer.encrypted().size();
    chunk.hep = m_importer.hepCounts();
    chunk.jumps = m_importer.takeJumps();
}

} // namespace gb
