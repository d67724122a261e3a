#include "core/report/words/freewording.h"

#include "core/report/words/askwording.h"
#include "core/report/words/say_p.h"
#include "core/report/words/wording.h"

#include <QLocale>

#include <iterator>

namespace gb::wording {
namespace {

/// In the order of FreeOutcome.
constexpr const char *outcomes[] = {
    "",
    "",
    QT_TRANSLATE_NOOP("wording", "sent once: no answer belongs to it"),
    QT_TRANSLATE_NOOP("wording", "it could not be sent: there is no connection, or the system refused it"),
    QT_TRANSLATE_NOOP("wording", "the device is not registered: nobody knows where it is"),
    QT_TRANSLATE_NOOP("wording", "its ID cannot stand in a request"),
    QT_TRANSLATE_NOOP("wording", "not sent: there is no text"),
    QT_TRANSLATE_NOOP("wording", "not sent: it is longer than %1 bytes"),
    QT_TRANSLATE_NOOP("wording", "not sent: that dialog is over"),
    QT_TRANSLATE_NOOP("wording", "not sent: too many messages wait for their answers"),
    QT_TRANSLATE_NOOP("wording", "stopped before it was answered"),
    QT_TRANSLATE_NOOP("wording", "this server deliberately does not answer"),
};
static_assert(std::size(outcomes) == static_cast<std::size_t>(FreeOutcome::Count));

/// In the order of FreeFault::Code. %1 and %2 are its a and b.
constexpr const char *faults[] = {
    QT_TRANSLATE_NOOP("wording", "there is no text"),
    QT_TRANSLATE_NOOP("wording", "%1 bytes are too many: at most %2 are sent"),
    "",
    QT_TRANSLATE_NOOP("wording", "%1 is missing (%2)"),
    QT_TRANSLATE_NOOP("wording", "an answer or an ACK: it is sent once, and no answer is waited for"),
    QT_TRANSLATE_NOOP(
        "wording", "its branch does not begin with z9hG4bK: it is sent once, and no answer is waited for"),
    QT_TRANSLATE_NOOP("wording", "To has a tag: outside of a dialog the usual answer is 481"),
    "",
    QT_TRANSLATE_NOOP("wording", "GB/T 28181 has no %1 with CmdType %2 that gbscope knows"),
    QT_TRANSLATE_NOOP("wording", "%1: no element of %2 in GB/T 28181"),
    QT_TRANSLATE_NOOP("wording", "%1 is missing: %2 needs it"),
    QT_TRANSLATE_NOOP("wording",
        "%1 stands behind %2; GB/T 28181 has it ahead of that. Whether the order matters depends on the device"),
    QT_TRANSLATE_NOOP(
        "wording", "%1 stands there more often than GB/T 28181 has it (%2). Which one counts depends on the device"),
    QT_TRANSLATE_NOOP("wording", "%1 is of GB/T 28181-%2; the device announced another edition, and may not know it"),
    QT_TRANSLATE_NOOP("wording", "no edition of GB/T 28181 has both %1 and %2"),
};
static_assert(std::size(faults) == static_cast<std::size_t>(FreeFault::Code::Count));

QString number(qint64 value)
{
    return QLocale().toString(value);
}

QString noAnswer(const FreeReport &report)
{
    const auto waited = std::chrono::round<std::chrono::seconds>(report.at - report.askedAt).count();
    return say(QT_TRANSLATE_NOOP("wording", "no final answer within %1 s, though it was sent again and again"))
        .arg(number(waited));
}

QString headText(const FreeFault &fault)
{
    const auto code = static_cast<HeadFault>(std::clamp(fault.a.toInt(), 0, static_cast<int>(HeadFault::Count) - 1));
    return fault.b.isEmpty() ? headFault(code) : headFault(code) + QStringLiteral(": ") + fault.b;
}

QString bodyText(const FreeFault &fault)
{
    const auto code = static_cast<ManscdpFault>(
        std::clamp(fault.a.toInt(), 0, static_cast<int>(ManscdpFault::Count) - 1));
    return bodyFault(code, fault.b);
}

} // namespace

QString freeTitle(const FreeTemplate &one)
{
    return QCoreApplication::translate("FreeTemplate", one.title);
}

QString freeOutcome(const FreeReport &report)
{
    switch (report.outcome) {
    case FreeOutcome::Answered: {
        const QString answer = say(QT_TRANSLATE_NOOP("wording", "%1 %2 after %3"))
                                   .arg(QString::number(report.status), report.reason,
                                       shortTime(report.at - report.askedAt));
        return report.callStands
            ? say(QT_TRANSLATE_NOOP("wording", "%1; the ACK is sent, and the call stands until BYE")).arg(answer)
            : answer;
    }
    case FreeOutcome::NoAnswer: return noAnswer(report);
    case FreeOutcome::TooLong:
        return say(outcomes[static_cast<std::size_t>(report.outcome)]).arg(number(FreeQuestion::maxOctets));
    default: return say(outcomes[static_cast<std::size_t>(report.outcome)]);
    }
}

QString freeFault(const FreeFault &fault)
{
    const QString text = say(faults[static_cast<std::size_t>(fault.code)]);
    QString out;
    switch (fault.code) {
    case FreeFault::Code::Head: out = headText(fault); break;
    case FreeFault::Code::Body: out = bodyText(fault); break;
    case FreeFault::Code::TooLong: out = text.arg(number(fault.a.toLongLong()), number(FreeQuestion::maxOctets)); break;
    case FreeFault::Code::HeaderMissing:
    case FreeFault::Code::UnknownCommand:
    case FreeFault::Code::UnknownElement:
    case FreeFault::Code::MissingElement:
    case FreeFault::Code::WrongPlace:
    case FreeFault::Code::TooOften:
    case FreeFault::Code::OtherEdition:
    case FreeFault::Code::MixedEditions: out = text.arg(fault.a, fault.b); break;
    default: out = text; break;
    }
    return fault.line == 0 ? out : say(QT_TRANSLATE_NOOP("wording", "line %1: %2")).arg(number(fault.line), out);
}

bool forbidsSending(const FreeFault &fault)
{
    return fault.code == FreeFault::Code::Empty || fault.code == FreeFault::Code::TooLong;
}

bool isNote(const FreeFault &fault)
{
    return fault.code >= FreeFault::Code::WrongPlace && fault.code <= FreeFault::Code::MixedEditions;
}

QString freePart(FreePart part)
{
    static constexpr const char *parts[] = {QT_TRANSLATE_NOOP("wording", "branch of Via"),
        QT_TRANSLATE_NOOP("wording", "tag of From"), "Call-ID", "CSeq", "SN", "Content-Length"};
    static_assert(std::size(parts) == static_cast<std::size_t>(FreePart::Count));
    return say(parts[static_cast<std::size_t>(part)]);
}

} // namespace gb::wording
