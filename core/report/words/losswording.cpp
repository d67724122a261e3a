#include "core/report/words/wording.h"

#include <QCoreApplication>

namespace gb::wording {
namespace {

constexpr const char *offerTexts[] = {
    QT_TRANSLATE_NOOP("wording", "its Content-Type is not application/sdp"),
    QT_TRANSLATE_NOOP("wording", "its Content-Length is not the size of its body"),
    QT_TRANSLATE_NOOP("wording", "it has no session description"),
    QT_TRANSLATE_NOOP("wording", "the last line of its session description has no CR LF at its end"),
    QT_TRANSLATE_NOOP("wording", "y= is not ten digits of which the first is 0 or 1"),
    QT_TRANSLATE_NOOP("wording", "y= stands ahead of other lines; it belongs at the end, with f= alone behind it"),
    QT_TRANSLATE_NOOP("wording", "f= is not v/...a/... without a blank, or it stands ahead of y="),
    QT_TRANSLATE_NOOP("wording", "a line of its session description is faulty or out of place"),
    QT_TRANSLATE_NOOP("wording", "s= is none of Play, Playback, Download, Talk"),
    QT_TRANSLATE_NOOP("wording", "media over TCP without a=setup"),
    QT_TRANSLATE_NOOP("wording", "a format from 96 on without a=rtpmap"),
    QT_TRANSLATE_NOOP("wording", "it has no Subject, or not both parts of it"),
};
static_assert(std::size(offerTexts) == static_cast<std::size_t>(OfferFault::Count));

} // namespace

QString offerFault(OfferFault fault)
{
    return QCoreApplication::translate("wording", offerTexts[static_cast<std::size_t>(fault)]);
}

QString bodyLoss(const QString &how, const QString &amount)
{
    const char *const text = how == u"length" ? QT_TRANSLATE_NOOP("wording", "Content-Length says %1, and nothing came")
        : how == u"behind" ? QT_TRANSLATE_NOOP("wording", "Content-Length says 0, and %1 bytes follow")
        : how == u"type"   ? QT_TRANSLATE_NOOP("wording", "Content-Type %1, and no body")
                           : QT_TRANSLATE_NOOP("wording", "neither Content-Type nor a body");
    const QString say = QCoreApplication::translate("wording", text);
    return say.contains(u"%1") ? say.arg(amount) : say;
}

} // namespace gb::wording
