#include "core/session/reading.h"

namespace gb {

Reading::Reading(const Options &options)
    : m_analysis(options.policy)
{
    m_analysis.keepSummaries(options.summaries);
    m_analysis.keepPolicy(options.ownPolicy);
    m_analysis.keepExpected(options.expected.has_value());
    if (!options.passwords.isEmpty())
        m_analysis.devices().setKnownPasswords({}, options.passwords);
    if (options.expected)
        m_analysis.setExpected(*options.expected, {});
}

bool Reading::open(const QStringList &files, const Importer::Progress &progress)
{
    if (!m_importer.open(files, progress))
        return false;
    m_ahead.emplace(m_importer);
    return true;
}

const ReadAhead::Chunk *Reading::next()
{
    ReadAhead::Chunk *const chunk = m_ahead ? m_ahead->next() : nullptr;
    if (!chunk)
        return nullptr;
    m_analysis.observe({chunk->traces.data(), chunk->count}, chunk->notes);
    for (const ClockJump &jump : chunk->jumps)
        m_analysis.clockJumped(jump);
    m_last = chunk->last;
    countPackets(*chunk);
    return chunk;
}

void Reading::finish()
{
    m_ahead.reset();
    m_analysis.advance(m_last);
}

void Reading::countPackets(const ReadAhead::Chunk &chunk)
{
    Counters &counters = m_analysis.readerCounters();
    counters.packets = chunk.packets.packets;
    counters.otherPackets = chunk.packets.other;
    counters.fragmentsLost = chunk.packets.fragmentsLost;
    counters.damagedPackets = chunk.packets.damaged;
    counters.notSignalling += chunk.skipped - std::exchange(m_skipped, chunk.skipped); // notes may bring more
    counters.tcpOctetsLost = chunk.tcpOctetsLost;
    counters.cutPackets = chunk.packets.cut;
    counters.cutAt = chunk.packets.cutAt;
    counters.icmpErrors = chunk.packets.icmpErrors;
    counters.hepMessages = chunk.hep.messages;
    counters.hepAtArrival = chunk.hep.atArrival;
    counters.hepUnread = chunk.hep.unread;
    counters.encrypted = chunk.encrypted;
}

} // namespace gb
