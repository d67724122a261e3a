#pragma once
#include "core/report/words/findingwords.h"
#include "tests/support/script.h"

namespace gb::test {

/// All that is said, rule and title, but for `habit`: what a failing test shows.
inline QString saidOf(const Script &s, std::optional<FindingCode> habit = {})
{
    QStringList out;
    for (const Finding &one : s.analysis.findings().log().all()) {
        if (one.code != habit)
            out.append(QLatin1StringView(one.kind().rule) + u' ' + wording::finding(one).title);
    }
    return out.join(u"; ");
}

/// Somebody's capture, not of our own server.
inline void asCapture(Script &s)
{
    s.note(notes::Site{.live = false});
}

} // namespace gb::test
