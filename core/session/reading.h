#pragma once
#include "core/session/analysis.h"
#include "core/session/readahead.h"

#include <optional>

namespace gb {

/// Captures that are read ahead in a thread and folded in this one, chunk by chunk. A window, an analysis and an export
/// are each fed by one of these.
class Reading
{
public:
    struct Options
    {
        HeartbeatPolicy policy{};
        bool summaries = true;                           ///< off: messages are counted, not listed
        bool ownPolicy = false;                          ///< `policy` is kept, whatever the record itself says
        std::optional<QList<ExpectedDevice>> expected{}; ///< who shall come, instead of the record's own list
        QList<QByteArray> passwords{};                   ///< see DeviceStore::setKnownPasswords
    };

    explicit Reading(const Options &options);

    /// As Importer::open().
    bool open(const QStringList &files, const Importer::Progress &progress = {});
    /// The next chunk, when it is folded; it holds until the next call. Null behind the end.
    const ReadAhead::Chunk *next();
    /// Reads no further; the fold is brought to the time of the last message. What was read ahead is free.
    void finish();

    Analysis &analysis() { return m_analysis; }
    const Importer &importer() const { return m_importer; }
    /// Of the last message that was folded.
    TimePoint last() const { return m_last; }

private:
    void countPackets(const ReadAhead::Chunk &chunk);

    Analysis m_analysis;
    Importer m_importer;
    std::optional<ReadAhead> m_ahead; ///< while it reads
    quint64 m_skipped = 0;            ///< packets, as told by the last chunk
    TimePoint m_last{};
};

} // namespace gb
