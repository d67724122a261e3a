#include "ui/client/asksaving.h"

#include "core/base/handover.h"
#include "ui/settings/appsettings.h"
#include "ui/widgets/messagebar.h"
#include "ui/workspace/desk.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QPointer>
#include <QSaveFile>
#include <QThreadPool>

namespace gb::ui {
namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("AskSaving", text);
}

} // namespace

/// Written by a task: a disk may be slow.
void saveTable(Desk &desk, QWidget *parent, const QByteArray &csv, const QString &name)
{
    AppSettings &settings = desk.settings();
    const QString file = QFileDialog::getSaveFileName(parent, say(QT_TRANSLATE_NOOP("AskSaving", "Export")),
        settings.lastExportFolder() + u'/' + name + QStringLiteral(".csv"),
        say(QT_TRANSLATE_NOOP("AskSaving", "CSV (*.csv)")));
    if (file.isEmpty())
        return;
    settings.setLastExportFolder(QFileInfo(file).path());
    QThreadPool::globalInstance()->start([csv, file, bar = QPointer(&desk.bar())] {
        QSaveFile target(file);
        const bool good = target.open(QIODevice::WriteOnly) && target.write(csv) == csv.size() && target.commit();
        const QString text = good
            ? say(QT_TRANSLATE_NOOP("AskSaving", "The table was written to %1")).arg(file)
            : say(QT_TRANSLATE_NOOP("AskSaving", "The table was not written: %1")).arg(target.errorString());
        handOver(qApp, [bar, good, text] {
            if (bar)
                bar->show(good ? MessageBar::Kind::Information : MessageBar::Kind::Error, text);
        });
    });
}

} // namespace gb::ui
