#include "core/report/words/wording.h"

#include "core/report/words/say_p.h"

#include <algorithm>

namespace gb::wording {

QString captureFailure(CaptureError error, const QString &interface, const QString &detail)
{
    switch (error) {
    case CaptureError::NoSuchInterface:
        return say(QT_TRANSLATE_NOOP("wording", "There is no network card \"%1\" on this computer.")).arg(interface);
    case CaptureError::InterfaceDown:
        return say(QT_TRANSLATE_NOOP(
                       "wording", "The network card %1 is down. Is the cable in? Switch the card on, then try again."))
            .arg(interface);
    case CaptureError::NotAllowed:
#if defined(Q_OS_WIN)
        return say(QT_TRANSLATE_NOOP("wording",
                       "Capturing on %1 needs Npcap, and the right to use it: install it from npcap.com, or run this "
                       "program as administrator."))
            .arg(interface);
#elif defined(Q_OS_MACOS)
        return say(QT_TRANSLATE_NOOP("wording",
                       "Capturing on %1 needs the right to read /dev/bpf*, which this user does not have. Wireshark's "
                       "ChmodBPF gives it."))
            .arg(interface);
#else
        return say(QT_TRANSLATE_NOOP("wording",
                       "Capturing on %1 needs the capability CAP_NET_RAW, which this program does not have."))
            .arg(interface);
#endif
    case CaptureError::None:
    case CaptureError::Other: break;
    }
    return say(QT_TRANSLATE_NOOP("wording", "Cannot capture on %1: %2")).arg(interface, detail);
}

QString permissionCommand(const QString &program)
{
#if defined(Q_OS_WIN)
    Q_UNUSED(program)
    return {};
#elif defined(Q_OS_MACOS)
    Q_UNUSED(program)
    return QStringLiteral("sudo chown \"$USER\" /dev/bpf*");
#else
    const bool plain = std::all_of(program.begin(), program.end(),
        [](QChar c) { return c.isLetterOrNumber() || QStringView(u"/._-+").contains(c); });
    return QStringLiteral("sudo setcap cap_net_raw+ep ")
        + (plain ? program : u'\'' + QString(program).replace(u'\'', QStringLiteral("'\\''")) + u'\'');
#endif
}

} // namespace gb::wording
