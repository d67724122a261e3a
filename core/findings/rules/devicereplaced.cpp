#include "core/findings/rules/foundkind.h"
#include "core/findings/rules/rules.h"

namespace gb {
namespace {

/// A new version of the same program differs in its digits alone.
QString withoutVersion(const QString &agent)
{
    QString out;
    for (const QChar c : agent) {
        if (!c.isDigit() && c != u'.')
            out += c.toLower();
    }
    return out.trimmed();
}

} // namespace

const FoundKind foundDeviceReplaced{.kind = {"G55", Severity::Warning, Likelihood::Likely, "GB/T 28181-2022 9.1"},
    .culprit = Culprit::Camera,
    .title = QT_TRANSLATE_NOOP("finding", "Another device seems to have this ID now: “%2”, before “%1”"),
    .cause = QT_TRANSLATE_NOOP("finding",
        "Both were registered under this ID, one behind the other, and their User-Agent is another one. Somebody put a "
        "device of another make in its place and gave it the same ID; or the firmware was changed for that of another "
        "make."),
    .advice = QT_TRANSLATE_NOOP("finding",
        "If it was replaced, ask for its catalog again: the channels may be other ones. If not, look whether two "
        "devices share the ID.")};

/// G55: behind each other; two that are there at once have D17.
void rules::deviceReplaced(const RuleInput &in, Verdicts &out)
{
    const Dossier &device = in.device;
    const QString before = device.registeredAgent, &now = device.userAgent;
    if (before.isEmpty() || before == now || device.attempts.size() == 0 || !device.attempts[0].accepted()
        || device.attempts[0].answer != in.trace.number || withoutVersion(before) == withoutVersion(now))
        return;
    if (now == device.formerAgent) // both are there
        return out.withdraw({FindingCode::DeviceReplaced});
    out.raise(FindingCode::DeviceReplaced, {before, now, {}}, {device.accepted.number, in.trace.number});
}

} // namespace gb
