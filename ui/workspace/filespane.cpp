#include "ui/session/filesession.h"
#include "ui/settings/appsettings.h"
#include "ui/widgets/messagebar.h"
#include "ui/workspace/desk.h"
#include "ui/workspace/pane.h"
#include "ui/workspace/statusline.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

namespace gb::ui {

/// Opening captures; in a window of a file also how far its reading is, and what came of it.
class FilesPane final : public Pane
{
    Q_OBJECT
public:
    explicit FilesPane(Desk &desk)
        : Pane(desk, "files")
    {
    }

    void start() override;
    void retranslate() override;

private:
    void addRecent();
    QString recentText(int index) const;
    void openFiles();
    void loaded(const QString &text, bool cancelled, const QStringList &notes);

    QStringList m_recent; ///< as the menu last had them
};

void FilesPane::start()
{
    m_desk.commands().add({.id = QStringLiteral("capture.open"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "&Open a capture\u2026")),
        .keys = {QKeySequence(Qt::CTRL | Qt::Key_O)},
        .spots = {{Menu::Capture, 20}, {Menu::Tools, 30}},
        .run = [this] { openFiles(); },
        .icon = QStringLiteral("open")});
    addRecent();
    FileSession *const file = m_desk.file();
    if (!file)
        return;
    for (const QString &name : file->files())
        m_desk.settings().addRecentFile(name);
    connect(file, &FileSession::progress, &m_desk.status(), &StatusLine::setProgress);
    connect(&m_desk.status(), &StatusLine::cancelRequested, file, &FileSession::cancel);
    connect(file, &FileSession::loaded, this, &FilesPane::loaded);
    m_desk.status().showWork(tr("Reading %1").arg(m_desk.fileNames()));
    file->start();
}

void FilesPane::addRecent()
{
    connect(&m_desk.commands(), &Commands::asked, this, [this](Menu menu) { // other windows open files, too
        if (menu == Menu::Capture || menu == Menu::Recent || menu == Menu::Count)
            m_recent = m_desk.settings().recentFiles();
    });
    for (int i = 0; i < AppSettings::recentFilesKept; ++i)
        m_desk.commands().add({.id = QStringLiteral("capture.recent%1").arg(i + 1),
            .text = [this, i] { return recentText(i); },
            .spots = {{Menu::Recent, 0, [this, i] { return i < m_recent.size(); }}},
            .run = [this, i] { emit m_desk.openRequested({m_recent.value(i)}); },
            .when = [this, i] { return i < m_recent.size(); }});
}

QString FilesPane::recentText(int index) const
{
    const QString file = m_recent.value(index);
    if (file.isEmpty())
        return QCoreApplication::translate("Commands", "Recent capture %1").arg(index + 1);
    const QFileInfo info(file);
    const QString text = info.fileName() + QStringLiteral("  \u2013  ") + QDir::toNativeSeparators(info.path());
    return QString(text).replace(u'&', QStringLiteral("&&")); // a name is no mnemonic
}

void FilesPane::openFiles()
{
    const QStringList files = QFileDialog::getOpenFileNames(m_desk.window(), tr("Open a capture"),
        m_desk.settings().sessionFolder(), tr("Captures (*.pcapng *.pcap *.cap *.gz);;All files (*)"));
    if (!files.isEmpty())
        emit m_desk.openRequested(files);
}

void FilesPane::loaded(const QString &text, bool cancelled, const QStringList &notes)
{
    m_desk.status().finishWork();
    MessageBar &bar = m_desk.bar();
    const bool nothing = m_desk.log().count() == 0;
    if (!text.isEmpty())
        bar.show(MessageBar::Kind::Error,
            (QStringList{
                 (nothing ? tr("%1: %2. No message of it could be read.") : tr("%1: %2. What could be read is shown."))
                     .arg(m_desk.fileNames(), text)}
                + notes)
                .join(u'\n'));
    else if (cancelled)
        bar.show(MessageBar::Kind::Information, tr("Reading was cancelled; what was read so far is shown."));
    else if (!notes.isEmpty())
        bar.show(MessageBar::Kind::Information, notes.join(u'\n'));
}

void FilesPane::retranslate()
{
    if (m_desk.file())
        m_desk.window()->setWindowTitle(tr("%1 \u2013 gbscope").arg(m_desk.fileNames()));
}

Pane *makeFilesPane(Desk &desk)
{
    return new FilesPane(desk);
}

} // namespace gb::ui

#include "filespane.moc"
