#include "ui/export/exportflow.h"

#include "core/report/words/secretwording.h"
#include "core/session/session.h"
#include "ui/export/exportdialog.h"
#include "ui/settings/appsettings.h"
#include "ui/widgets/messagebar.h"
#include "ui/workspace/statusline.h"

#include <QFileDialog>
#include <QFileInfo>

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

void ExportFlow::start(const QStringList &devices, const QString &callId)
{
    if (m_session->file().isEmpty()) {
        m_bar->show(MessageBar::Kind::Error, tr("Nothing is recorded, so there is nothing to export."));
        return;
    }
    ExportDialog dialog(devices, callId, m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    ExportOptions options = dialog.options();
    const Format *const format = formatOf(options.format);
    if (!format)
        return;
    const QString name = QFileInfo(m_session->file()).completeBaseName()
        + (options.withCredentials ? QStringLiteral("-with-credentials") : QStringLiteral("-export"))
        + QLatin1String(format->ending);
    const QString target = QFileDialog::getSaveFileName(
        m_window, tr("Export"), m_settings->lastExportFolder() + u'/' + name, ExportDialog::fileFilter(*format));
    if (target.isEmpty())
        return;
    m_settings->setLastExportFolder(QFileInfo(target).path());
    options.replace = true; // the dialog has asked
    write(target, options);
}

void ExportFlow::write(const QString &target, ExportOptions options)
{
    options.passwords = m_session->ownPasswords();
    for (const QString &password : m_settings->knownPasswords())
        options.passwords.append(password.toUtf8());
    if (const auto server = m_settings->server())
        options.passwords.append(server->password.toUtf8());
    m_job = std::make_unique<ExportJob>(m_session->files(), target, options);
    connect(m_job.get(), &ExportJob::progress, m_status, &StatusLine::setProgress);
    connect(m_status, &StatusLine::cancelRequested, m_job.get(), &ExportJob::cancel);
    connect(m_job.get(), &ExportJob::finished, this, &ExportFlow::finished);
    m_status->showWork(tr("Exporting"));
    m_session->when<outcome::Flushed>(
        m_job.get(), [job = m_job.get(), started = false](const outcome::Flushed &) mutable {
            if (!std::exchange(started, true)) // others flush, too
                job->start();
        });
    m_session->send(wish::Flush{});
}

QString ExportFlow::told(const ExportResult &result) const
{
    QStringList lines{tr("%1 of %2 messages written to %3").arg(result.messages).arg(result.of).arg(m_job->target())};
    if (!m_job->options().withCredentials)
        lines << wording::secrets(result.secrets);
    return lines.join(QStringLiteral(". "));
}

void ExportFlow::finished(const ExportResult &result)
{
    m_status->finishWork();
    if (!result.error.isEmpty())
        m_bar->show(MessageBar::Kind::Error,
            tr("The export failed: %1")
                .arg(result.failed.isEmpty() ? result.error : result.failed + u": " + result.error));
    else if (!result.cancelled)
        m_bar->show(MessageBar::Kind::Information, told(result));
}

} // namespace gb::ui
