#include "ui/export/exportflow.h"

#include "core/capture/recordcopy.h"
#include "core/report/bundle/bundle.h"
#include "core/report/words/secretwording.h"
#include "core/session/session.h"
#include "ui/export/exportdialog.h"
#include "ui/export/exportpreviewer.h"
#include "ui/export/painted.h"
#include "ui/export/reportdialog.h"
#include "ui/settings/appsettings.h"
#include "ui/widgets/messagebar.h"
#include "ui/workspace/statusline.h"

#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QUrl>

#include <limits>

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
QString ExportFlow::target(const QString &title, const QString &name, const Ending &ending)
{
    const QString target = QFileDialog::getSaveFileName(
        m_window, title, m_settings->lastExportFolder() + u'/' + name + ending.text, ending.filter);
    if (!target.isEmpty())
        m_settings->setLastExportFolder(QFileInfo(target).path());
    return target;
}

std::unique_ptr<ExportPreviewer> ExportFlow::previewer()
{
    return std::make_unique<ExportPreviewer>(
        [files = m_session->files(), known = passwords()](ExportOptions options, const Progress &progress) {
            options.passwords = known;
            return previewAs(files, std::move(options), progress);
        },
        [this](QObject *context, std::function<void()> then) { whenFlushed(context, std::move(then)); });
}

ExportName ExportFlow::nameOf(const QStringList &devices, Profile profile, const QString &addition) const
{
    return {QFileInfo(m_session->file()).completeBaseName(), devices, profile, QDateTime::currentDateTime(), addition};
}

void ExportFlow::start(const ExportScopes &scopes)
{
    if (!hasRecord())
        return;
    const auto preview = previewer();
    ExportDialog dialog(scopes, preview.get(), m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    ExportOptions options = dialog.options();
    const QString file = target(
        tr("Export"), exportName(nameOf(options.devices, options.profile)), {dialog.ending(), dialog.fileFilter()});
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

void ExportFlow::saveCopy()
{
    if (!hasRecord())
        return;
    const QStringList files = m_session->files();
    const bool several = files.size() > 1;
    const QString suffix = several ? QStringLiteral("pcapng") : QFileInfo(files.constFirst()).suffix(),
                  ending = suffix.isEmpty() ? QString() : u'.' + suffix;
    const QString addition = several ? QStringLiteral("together") : QStringLiteral("copy");
    const QString file = target(tr("Save a copy of the record"), exportName(nameOf({}, Profile::None, addition)),
        {ending, several ? tr("Captures (*.pcapng)") : tr("All files (*)")});
    if (file.isEmpty())
        return;
    const auto work = [files, file, several](const Progress &progress) {
        if (several)
            return exportCapture(files, file, {.profile = Profile::None, .replace = true}, progress);
        const RecordCopy copy = copyRecord(files.constFirst(), file, true, progress); // the dialog has asked
        ExportResult result;
        result.cancelled = copy.cancelled;
        result.error = copy.error;
        result.failed = copy.failed;
        return result;
    };
    const Told told = [file](const ExportResult &) -> QString {
        return tr("Saved as %1. ").arg(file) + wording::profileMeaning(Profile::None);
    };
    run(file, tr("Saving a copy"), work, told, false);
}

void ExportFlow::present(const Show &show)
{
    if (!hasRecord())
        return;
    m_presented = std::make_shared<QTemporaryDir>();
    if (!m_presented->isValid())
        return m_bar->show(MessageBar::Kind::Error, m_presented->errorString());
    const QString file = m_presented->filePath(QStringLiteral("presentation.pcapng"));
    ExportOptions options;
    options.profile = Profile::Vendor;
    options.passwords = passwords();
    const auto work = [files = m_session->files(), file, options](
                          const Progress &progress) { return exportCapture(files, file, options, progress); };
    const Told told = [](const ExportResult &result) -> QString {
        return tr("A window of its own shows the record so far with pseudonyms: %Ln message(s).", nullptr,
                   static_cast<int>(std::min<quint64>(result.messages, std::numeric_limits<int>::max())))
            + u' ' + wording::profileMeaning(Profile::Vendor);
    };
    run(file, tr("Making pseudonyms"), work, told, false,
        [this, show, file] { show(std::exchange(m_presented, nullptr), file); });
}

void ExportFlow::startReport(const QStringList &devices)
{
    if (!hasRecord())
        return;
    const auto preview = previewer();
    ReportDialog dialog(devices, preview.get(), m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const bool bundle = dialog.wantsBundle();
    ReportOptions options = dialog.options();
    const QString file = target(tr("Report"),
        exportName(nameOf(options.devices, options.profile, QStringLiteral("report"))),
        bundle ? Ending{QStringLiteral(".zip"), tr("Bundle (*.zip)")}
               : Ending{QStringLiteral(".html"), tr("Web page (*.html)")});
    if (file.isEmpty())
        return;
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

void ExportFlow::run(
    const QString &target, const QString &doing, ExportJob::Work work, const Told &told, bool opens, const Then &then)
{
    m_job = std::make_unique<ExportJob>(target, std::move(work));
    connect(m_job.get(), &ExportJob::progress, m_status, &StatusLine::setProgress);
    connect(m_status, &StatusLine::cancelRequested, m_job.get(), &ExportJob::cancel);
    connect(m_job.get(), &ExportJob::finished, this,
        [this, told, opens, then](const ExportResult &result) { finished(result, told, opens, then); });
    m_status->showWork(doing);
    whenFlushed(m_job.get(), [job = m_job.get()] { job->start(); });
}

void ExportFlow::whenFlushed(QObject *context, std::function<void()> then)
{
    m_session->when<outcome::Flushed>(
        context, [then = std::move(then), done = false](const outcome::Flushed &) mutable {
            if (!std::exchange(done, true)) // others flush, too
                then();
        });
    m_session->send(wish::Flush{});
}

void ExportFlow::finished(const ExportResult &result, const Told &told, bool opens, const Then &then)
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
    if (then)
        then();
}

} // namespace gb::ui
