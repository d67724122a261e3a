#pragma once
#include "core/ladder/messagelog.h"
#include "core/session/reading.h"

#include <functional>

namespace gb {

/// Captures as a window's log has them, so that what comes later, such as an answer, is known. Runs as long as it
/// takes.
class LogReading
{
public:
    explicit LogReading(Reading::Options options);

    /// `look`: at each message as it is read, with its octets. `progress` as of Importer::open(). False where it was
    /// ended, or the captures cannot be opened: isCancelled() and importer().errorText().
    bool read(const QStringList &files, const std::function<void(const Trace &)> &look,
        const std::function<bool(double)> &progress = {});
    bool isCancelled() const { return m_isCancelled; }

    const MessageLog &log() const { return m_log; }
    Analysis &analysis() { return m_reading.analysis(); }
    const Importer &importer() const { return m_reading.importer(); }

private:
    void take(TimePoint now);

    Reading m_reading;
    MessageLog m_log;
    bool m_isCancelled = false;
};

} // namespace gb
