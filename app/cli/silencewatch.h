#pragma once
#include "app/cli/linewriter.h"
#include "core/client/silencetest.h"
#include "core/session/session.h"

#include <QSet>

namespace gb::cli {

/// Lets the server fall silent, and tells which devices notice and come back: `silence`, `silence_result` and
/// `silence_back` events.
class SilenceWatch
{
public:
    SilenceWatch(Session &session, LineWriter &out)
        : m_session(session)
        , m_out(out)
    {
    }

    /// "on [SECONDS] [ID]..." or "off"; false: neither.
    bool command(const QString &text);
    void take(const SilenceChange &change);
    void take(const Batch &batch);

private:
    void tellAll(TimePoint now);
    void tell(const SilenceTest::Result &result);

    Session &m_session;
    LineWriter &m_out;
    SilenceTest m_test;
    TimePoint m_lookedAt{};
    QSet<QString> m_told, m_back; ///< devices
};

} // namespace gb::cli
