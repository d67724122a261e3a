#pragma once
#include "core/report/exportname.h"
#include "core/report/page/report.h"
#include "ui/export/exportjob.h"
#include "ui/export/exportscope.h"

#include <QObject>
#include <QStringList>

class QTemporaryDir;
class QWidget;

namespace gb {
class Session;
}

namespace gb::ui {

class AppSettings;
class ExportPreviewer;
class MessageBar;
class StatusLine;

/// From the wish to the file: asks what and where, works in the background, tells how it went.
class ExportFlow final : public QObject
{
    Q_OBJECT
public:
    /// Nothing is owned; all must outlive it.
    ExportFlow(QWidget *window, Session *session, AppSettings *settings, MessageBar *bar, StatusLine *status);

    /// Asks which of these, in which form, and where to.
    void start(const ExportScopes &scopes);
    /// Without a question; one export or report at a time. The passwords of session and settings are added.
    void write(const QString &target, ExportOptions options);
    /// Asks where to, and copies the record as it is; of several captures one is made, in the order of time.
    void saveCopy();
    /// Makes a capture with pseudonyms, in a folder that goes with it, and hands both on.
    using Show = std::function<void(std::shared_ptr<QTemporaryDir> folder, const QString &file)>;
    void present(const Show &show);
    /// The page that a vendor or a customer reads, or a bundle of it and what it is about; the same way.
    void startReport(const QStringList &devices);
    void writeReport(const QString &target, ReportOptions options, bool bundle = false);

private:
    using Told = std::function<QString(const ExportResult &)>; ///< what is said when it is done

    bool hasRecord();
    std::unique_ptr<ExportPreviewer> previewer();
    QList<QByteArray> passwords() const;
    /// What a file is called and may be called.
    struct Ending
    {
        QString text;   ///< with its dot
        QString filter; ///< for the file dialog
    };
    QString target(const QString &title, const QString &name, const Ending &ending);
    ExportName nameOf(const QStringList &devices, Profile profile, const QString &addition = {}) const;
    /// Once the disk has all of the record.
    void whenFlushed(QObject *context, std::function<void()> then);
    using Then = std::function<void()>; ///< what is done when it is well done
    void run(const QString &target, const QString &doing, ExportJob::Work work, const Told &told, bool opens,
        const Then &then = {});
    void finished(const ExportResult &result, const Told &told, bool opens, const Then &then);

    QWidget *m_window;
    Session *m_session;
    AppSettings *m_settings;
    MessageBar *m_bar;
    StatusLine *m_status;
    std::unique_ptr<ExportJob> m_job;
    std::shared_ptr<QTemporaryDir> m_presented; ///< until it is shown
};

} // namespace gb::ui
