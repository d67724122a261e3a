#pragma once
#include "core/flow/awaited.h"
#include "core/flow/trace.h"

#include <array>
#include <optional>

namespace gb {

/**
 * How whole a capture is, as far as it shows that itself. A fold over its messages. Signs that messages are missing or
 * out of order: a final answer without its request; a request over UDP that was neither answered nor sent again, though
 * its sender sends again what is not answered; bytes that are missing. And spans in which nothing at all was captured
 * though messages came often before.
 */
class RecordQuality
{
public:
    static constexpr Duration begun = std::chrono::seconds(32); ///< what is answered until then may have been asked
                                                                ///< ahead of the record
    struct Gap
    {
        TimePoint from{}, to{};
    };

    /// The span without a message that this one ends.
    std::optional<Gap> observe(const Trace &trace);
    void missing(const Awaited &awaited) { m_signs += awaited.unrepeated ? 1 : 0; }
    /// Of whatever else shows it: a message that was cut, packets that were dropped.
    void addSigns(quint64 count) { m_signs += count; }

    quint64 signs() const { return m_signs; }
    /// Too many to be sure of what is not there: one in 500 messages.
    bool isIncomplete() const { return m_signs > 0 && m_signs * 500 >= m_messages; }

private:
    void noteParty(const IpAddress &address);
    void noteSpacing(Duration spacing);

    quint64 m_messages = 0, m_signs = 0;
    std::optional<TimePoint> m_first;
    TimePoint m_last{};
    /// Fewer may well be silent together: a platform and two devices are not enough.
    std::array<IpAddress, 4> m_parties{};
    Duration m_longest{};       ///< between two messages in the last minutes
    TimePoint m_longestSince{}; ///< of those minutes
    Duration m_longestBefore{}; ///< of the minutes before
};

} // namespace gb
