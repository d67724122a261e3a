#include "ui/workspace/unfinished.h"

#include "core/capture/sessionfolder.h"
#include "ui/widgets/messagebar.h"
#include "ui/workspace/desk.h"

#include <QDateTime>
#include <QFileInfo>
#include <QLocale>

namespace gb::ui {
namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Unfinished", text);
}

} // namespace

void offerUnfinished(Desk &desk, const QStringList &unfinished)
{
    if (unfinished.isEmpty())
        return;
    const QString file = unfinished.constFirst();
    const QString when = QLocale().toString(QFileInfo(file).lastModified(), QLocale::ShortFormat);
    const auto open = [&desk, file] {
        sessionfolder::settle(file);
        emit desk.openRequested({file});
    };
    const auto forget = [unfinished] {
        for (const QString &one : unfinished)
            sessionfolder::settle(one);
    };
    desk.offerBar().show(MessageBar::Kind::Information,
        say(QT_TRANSLATE_NOOP("Unfinished",
                "The last session was not closed properly (%1). Its messages up to half a second before the end are "
                "there."))
            .arg(when),
        {{say(QT_TRANSLATE_NOOP("Unfinished", "Open it")), open},
            {say(QT_TRANSLATE_NOOP("Unfinished", "Not now")), [] {}},
            {say(QT_TRANSLATE_NOOP("Unfinished", "Do not ask again")), forget}});
}

} // namespace gb::ui
