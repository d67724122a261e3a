#include "ui/export/exportflow.h"

#include "core/report/bundle/bundle.h"
#include "core/report/words/secretwording.h"
#include "core/session/session.h"
#include "ui/export/exportdialog.h"
#include "ui/export/painted.h"
#include "ui/export/reportdialog.h"
#include "ui/settings/appsettings.h"
#include "ui/widgets/messagebar.h"
#include "ui/workspace/statusline.h"

#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QUrl>

namespace gb::ui {

ExportFlow::ExportFlow(QWidget *window, Session *session, AppSettings *settings, MessageBar *bar, StatusLine *status)
    : QObject(window)
    , m_window(window)
    , m_session(session)
    , m_settings(settings)
    , m_bar(bar)
    , m_status(status)
{
}

bool ExportFlow::hasRecord()
{
    if (!m_session->file().isEmpty())
        return true;
    m_bar->show(MessageBar::Kind::Error, tr("Nothing is recorded, so there is nothing to export."));
    return false;
}

QList<QByteArray> ExportFlow::passwords() const
{
    QList<QByteArray> out = m_session->ownPasswords();
    for (const QString &password : m_settings->knownPasswords())
        out.append(password.toUtf8());
    if (const auto server = m_settings->server())
        out.append(server->password.toUtf8());
    return out;
}

/// Asks for the file; empty where nobody wants one.
QString ExportFlow::target(const QString &title, const QString &addition, const QString &ending, const QString &filter)
{
    const QString name = QFileInfo(m_session->file()).completeBaseName() + addition + ending;
    const QString target = QFileDialog::getSaveFileName(
        m_window, title, m_settings->lastExportFolder() + u'/' + name, filter);
    if (!target.isEmpty())
        m_settings->setLastExportFolder(QFileInfo(target).path());
    return target;
}

void ExportFlow::start(const ExportScopes &scopes)
{
    if (!hasRecord())
        return;
    ExportDialog dialog(scopes, m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    ExportOptions options = dialog.options();
    const QString file = target(tr("Export"),
        options.profile == Profile::None ? QStringLiteral("-with-credentials") : QStringLiteral("-export"),
        dialog.ending(), dialog.fileFilter());
    if (file.isEmpty())
        return;
    options.replace = true; // the dialog has asked
    write(file, options);
}

void ExportFlow::write(const QString &target, ExportOptions options)
{
    options.passwords = passwords();
    const Told told = [target, profile = options.profile](const ExportResult &result) {
        QStringList lines{result.entries
                ? tr("Entries: %1, made of %2 messages, written to %3")
                      .arg(*result.entries)
                      .arg(result.messages)
                      .arg(target)
                : tr("%1 of %2 messages written to %3").arg(result.messages).arg(result.of).arg(target)};
        if (profile == Profile::None)
            lines << wording::profileMeaning(profile);
        else
            lines << wording::secrets(result.secrets) << wording::identities(profile, result.identities);
        return lines.join(QStringLiteral(". "));
    };
    const auto work = [files = m_session->files(), target, options](
                          const Progress &progress) { return exportAs(files, target, options, progress); };
    run(target, tr("Exporting"), work, told, false);
}

void ExportFlow::startReport(const QStringList &devices)
{
    if (!hasRecord())
        return;
    ReportDialog dialog(devices, m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const bool bundle = dialog.wantsBundle();
    const QString file = target(tr("Report"), QStringLiteral("-report"),
        bundle ? QStringLiteral(".zip") : QStringLiteral(".html"),
        bundle ? tr("Bundle (*.zip)") : tr("Web page (*.html)"));
    if (file.isEmpty())
        return;
    ReportOptions options = dialog.options();
    options.replace = true; // the dialog has asked
    writeReport(file, options, bundle);
}

void ExportFlow::writeReport(const QString &target, ReportOptions options, bool bundle)
{
    options.passwords = passwords();
    const Told told = [target](const ExportResult &result) {
        return tr("The report on %1 messages is in %2").arg(result.of).arg(target);
    };
    const auto work = [files = m_session->files(), target, options, bundle](const Progress &progress) {
        return bundle ? writeBundle(files, target, options, progress)
                      : gb::writeReport(files, target, options, progress);
    };
    run(target, tr("Writing the report"), work, told, true);
}

void ExportFlow::run(const QString &target, const QString &doing, ExportJob::Work work, const Told &told, bool opens)
{
    m_job = std::make_unique<ExportJob>(target, std::move(work));
    connect(m_job.get(), &ExportJob::progress, m_status, &StatusLine::setProgress);
    connect(m_status, &StatusLine::cancelRequested, m_job.get(), &ExportJob::cancel);
    connect(m_job.get(), &ExportJob::finished, this,
        [this, told, opens](const ExportResult &result) { finished(result, told, opens); });
    m_status->showWork(doing);
    m_session->when<outcome::Flushed>(
        m_job.get(), [job = m_job.get(), started = false](const outcome::Flushed &) mutable {
            if (!std::exchange(started, true)) // others flush, too
                job->start();
        });
    m_session->send(wish::Flush{});
}

void ExportFlow::finished(const ExportResult &result, const Told &told, bool opens)
{
    m_status->finishWork();
    if (!result.error.isEmpty())
        return m_bar->show(MessageBar::Kind::Error,
            tr("The export failed: %1")
                .arg(result.failed.isEmpty() ? result.error : result.failed + u": " + result.error));
    if (result.cancelled)
        return;
    QList<MessageBar::Choice> choices;
    if (opens)
        choices.append({tr("Open it"), [file = m_job->target()] {
                            QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(file).absoluteFilePath()));
                        }});
    m_bar->show(MessageBar::Kind::Information, told(result), choices);
}

} // namespace gb::ui
