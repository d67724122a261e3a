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

QString removedText(const QStringList &removed)
{
    constexpr qsizetype most = 5;
    QStringList names;
    for (const QString &file : removed.mid(0, most))
        names.append(QFileInfo(file).fileName());
    if (removed.size() > most)
        names.append(QStringLiteral("\u2026"));
    return QCoreApplication::translate("Unfinished",
        "%n old record(s) were removed, since the preferences keep no more: %1", nullptr,
        static_cast<int>(removed.size()))
        .arg(names.join(QStringLiteral(", ")));
}

} // namespace

void offerUnfinished(Desk &desk, const QStringList &unfinished, const QStringList &removed)
{
    const QString gone = removed.isEmpty() ? QString() : removedText(removed);
    if (unfinished.isEmpty()) {
        if (!gone.isEmpty())
            desk.offerBar().show(MessageBar::Kind::Information, gone);
        return;
    }
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
                .arg(when)
            + (gone.isEmpty() ? QString() : u'\n' + gone),
        {{say(QT_TRANSLATE_NOOP("Unfinished", "Open it")), open},
            {say(QT_TRANSLATE_NOOP("Unfinished", "Not now")), [] {}},
            {say(QT_TRANSLATE_NOOP("Unfinished", "Do not ask again")), forget}});
}

} // namespace gb::ui
