#pragma once
#include "core/net/datagram.h"

#include <QHash>

#include <vector>

namespace gb {

/// Messages over TCP whose lengths change: what comes behind them in the stream moves with them, so that it is whole
/// for who reads it again. Bounded.
class TcpSequences
{
public:
    static constexpr qsizetype mostStreams = 16 * 1024;
    static constexpr std::size_t mostSteps = 1024; ///< of a stream; repeats of what is older keep their number

    /// In the order of the record.
    void move(const Datagram &original, Datagram &now)
    {
        if (original.transport != TransportKind::Tcp || (original.sequence == 0 && original.acknowledged == 0))
            return;
        if (m_streams.size() >= mostStreams && !m_streams.contains({original.from, original.to}))
            m_streams.clear();
        now.acknowledged += movedAt(m_streams.value({original.to, original.from}), original.acknowledged);
        std::vector<Step> &steps = m_streams[{original.from, original.to}];
        now.sequence += movedAt(steps, original.sequence);
        const auto end = original.sequence + static_cast<quint32>(original.octets.size());
        const auto grown = static_cast<quint32>(now.octets.size() - original.octets.size());
        if (grown == 0 || (!steps.empty() && !isBehind(end, steps.back().from)))
            return; // the same once more
        steps.push_back({end, (steps.empty() ? 0 : steps.back().moved) + grown});
        if (steps.size() > mostSteps)
            steps.erase(steps.begin(), steps.begin() + mostSteps / 2);
    }

private:
    struct Step
    {
        quint32 from = 0;  ///< octets from here on, of the original
        quint32 moved = 0; ///< by so many; it wraps as they do
    };
    static bool isBehind(quint32 place, quint32 other) { return static_cast<qint32>(place - other) > 0; }
    static quint32 movedAt(const std::vector<Step> &steps, quint32 place)
    {
        for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
            if (!isBehind(step->from, place))
                return step->moved;
        }
        return 0;
    }

    QHash<std::pair<Endpoint, Endpoint>, std::vector<Step>> m_streams;
};

} // namespace gb
