#pragma once
#include "core/findings/catalogwatch.h"
#include "core/findings/recordquality.h"

#include <QSet>

#include <deque>

namespace gb {

/// Looks at the record as a whole: its times, its holes, and whether what is answered was asked.
class RecordWatch
{
public:
    RecordWatch(FindingsBase &base, CatalogWatch &catalogs)
        : m_base(base)
        , m_catalogs(catalogs)
    {
    }

    /// Each message.
    void observe(const Trace &trace);
    /// Ahead of it, and of what falls due until then: since when nothing was captured, though something was sent.
    std::optional<TimePoint> holeAhead(const Trace &trace);
    void clockBack(TimePoint to);
    /// A packet without a message: whoever captures was there.
    void passed(TimePoint at);
    /// One that is not whole.
    void noteCut(const Trace &trace);
    void noteAsked(const Trace &trace);
    void judgeAsked(const RuleInput &in, Verdicts &out);
    void missing(const Awaited &awaited);
    /// What was answered shows that an answer is not in the record.
    void answerUnseen(const Trace &trace);
    /// The last time at which something that was sent was not captured.
    TimePoint lostAt() const { return m_base.lostAt; }
    /// See RecordQuality::isDoubtful(); of a capture alone.
    bool isDoubtful() const { return m_base.isCapture() && m_quality.isDoubtful(); }

private:
    void judgeQuality(const Trace &trace);
    void tellIncomplete(TimePoint at, quint64 number);
    void noteHole(const Trace &trace);
    void keepAsked(quint64 key);

    FindingsBase &m_base;
    CatalogWatch &m_catalogs;
    RecordQuality m_quality;
    std::optional<RecordQuality::Gap> m_hole; ///< the last one that is known
    std::optional<TimePoint> m_firstAt;       ///< of the record
    quint64 m_toldSigns = 0;                  ///< of G79
    bool m_isOneWay = false;                  ///< told
    bool m_hasFragments = false;              ///< a datagram that came in fragments is there as a whole
    bool m_hasCut = false;                    ///< what was asked may stand where a capture was cut
    QSet<quint64> m_asked;                    ///< hashes of what was asked: command and SN
    std::deque<quint64> m_askedInTurn;
};

} // namespace gb
