#include "ui/devices/devicetablemodel.h"
#include "ui/settings/appsettings.h"
#include "ui/settings/recentstate.h"
#include "ui/widgets/messagebar.h"
#include "ui/workspace/desk.h"
#include "ui/workspace/pane.h"
#include "ui/workspace/statusline.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>
#include <climits>

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
    void save() override;

private:
    void addRecent();
    QString recentText(int index) const;
    void openFiles();
    void keepState();
    void restoreFilter();
    void loaded(const outcome::Loaded &what);
    static QString clockText(const outcome::Loaded::Clock &clock);
    static QStringList contentNotes(const outcome::Loaded &what);

    bool m_isRead = false; ///< the file, as a whole
    QStringList m_recent;  ///< as the menu last had them
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
    Session &session = m_desk.session();
    if (session.isLive())
        return;
    for (const QString &name : session.files())
        m_desk.settings().addRecentFile(name);
    session.when<outcome::Progress>(
        this, [this](const outcome::Progress &one) { m_desk.status().setProgress(one.fraction); });
    connect(&m_desk.status(), &StatusLine::cancelRequested, this, [&session] { session.send(wish::CancelLoad{}); });
    session.when<outcome::Loaded>(this, [this](const outcome::Loaded &what) { loaded(what); });
    restoreFilter();
    m_desk.status().showWork(tr("Reading %1").arg(m_desk.fileNames()));
    session.send(wish::Load{});
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
    QString text = info.fileName() + QStringLiteral("  \u2013  ") + QDir::toNativeSeparators(info.path());
    if (const RecentState counts = recentState(m_desk.settings(), file); counts.devices >= 0)
        text += QStringLiteral("  \u2013  ")
            + tr("%Ln device(s)", nullptr, static_cast<int>(std::min<qint64>(counts.devices, INT_MAX)))
            + QStringLiteral(", ")
            + tr("%Ln message(s)", nullptr, static_cast<int>(std::min<qint64>(counts.messages, INT_MAX)));
    return QString(text).replace(u'&', QStringLiteral("&&")); // a name is no mnemonic
}

void FilesPane::openFiles()
{
    const QStringList files = QFileDialog::getOpenFileNames(m_desk.window(), tr("Open a capture"),
        m_desk.settings().sessionFolder(),
        tr("Captures (*.pcapng *.pcap *.cap *.snoop *.gz *.zst *.lz4 *.zip *.txt *.log);;All files (*)"));
    if (!files.isEmpty())
        emit m_desk.openRequested(files);
}

/// What was found out about the clock of a file.
QString FilesPane::clockText(const outcome::Loaded::Clock &clock)
{
    if (!clock.ahead)
        return tr("%1 and %2 have no message in common, so their clocks cannot be compared.")
            .arg(clock.file, clock.first);
    const double seconds = inSeconds(*clock.ahead);
    const QString text = seconds >= 0
        ? tr("The clock of %1 is %2 s ahead of that of %3, by %4 messages that are in "
             "both; its times were set back.")
        : tr("The clock of %1 is %2 s behind that of %3, by %4 messages that are in both; "
             "its times were set forward.");
    return text.arg(clock.file).arg(std::abs(seconds), 0, 'f', 3).arg(clock.first).arg(clock.pairs);
}

/// Connections that nobody can look into, and what came as HEP.
QStringList FilesPane::contentNotes(const outcome::Loaded &what)
{
    QStringList notes;
    for (const auto &[from, to] : what.encrypted)
        notes.append(tr("TLS from %1 to %2: its content cannot be seen.").arg(from.text(), to.text()));
    if (what.moreEncrypted > 0)
        notes.append(tr("And %1 more.").arg(what.moreEncrypted));
    if (what.hepMessages > 0)
        notes.append(tr("%1 messages came in HEP: %2 have the time that it tells, %3 that of their arrival.")
                         .arg(what.hepMessages)
                         .arg(what.hepMessages - what.hepAtArrival)
                         .arg(what.hepAtArrival));
    return notes;
}

void FilesPane::loaded(const outcome::Loaded &what)
{
    QStringList notes;
    for (const outcome::Loaded::Clock &clock : what.clocks)
        notes.append(clockText(clock));
    notes += contentNotes(what);
    m_desk.status().finishWork();
    if (what.error.isEmpty() && !what.cancelled)
        keepState();
    m_isRead = what.error.isEmpty() && !what.cancelled;
    MessageBar &bar = m_desk.bar();
    const bool nothing = m_desk.log().count() == 0;
    if (!what.error.isEmpty())
        bar.show(MessageBar::Kind::Error,
            (QStringList{
                 (nothing ? tr("%1: %2. No message of it could be read.") : tr("%1: %2. What could be read is shown."))
                     .arg(m_desk.fileNames(), what.error)}
                + notes)
                .join(u'\n'));
    else if (what.cancelled)
        bar.show(MessageBar::Kind::Information, tr("Reading was cancelled; what was read so far is shown."));
    else if (!notes.isEmpty())
        bar.show(MessageBar::Kind::Information, notes.join(u'\n'));
}

/// Of one file alone: what is shown of several is of none of them.
void FilesPane::keepState()
{
    const QStringList files = m_desk.session().files();
    if (files.size() != 1)
        return;
    const DeviceTableModel &devices = m_desk.shared<DeviceTableModel>();
    const MessageLog &log = m_desk.log();
    const FlowFilter &filter = m_desk.focus().filter();
    saveRecentState(m_desk.settings(), files.constFirst(),
        {devices.deviceCount() - devices.missing(), log.count() + static_cast<qint64>(log.forgotten()),
            {filter.text, static_cast<int>(filter.scope)}});
}

/// As the flow was filtered when it was closed; the bar of the filter shows it.
void FilesPane::restoreFilter()
{
    const SavedFilter last = recentState(m_desk.settings(), m_desk.session().file()).filter;
    if (last.text.isEmpty() || m_desk.session().files().size() != 1 || last.scope < 0
        || last.scope > static_cast<int>(FlowFilter::Scope::Device))
        return;
    FlowFilter filter = m_desk.focus().filter();
    filter.text = last.text;
    filter.scope = static_cast<FlowFilter::Scope>(last.scope);
    m_desk.focus().setFilter(filter);
    m_desk.status().setNote(tr("Filtered as it was when it was last open."));
}

void FilesPane::save()
{
    if (m_desk.session().file().isEmpty() || m_desk.log().count() == 0)
        return;
    if (m_desk.session().isLive()) // what was recorded is one of the captures that are opened next
        m_desk.settings().addRecentFile(m_desk.session().files().constLast());
    if (m_desk.session().isLive() || m_isRead)
        keepState();
}

void FilesPane::retranslate()
{
    if (!m_desk.session().isLive())
        m_desk.window()->setWindowTitle(tr("%1 \u2013 gbscope").arg(m_desk.fileNames()));
}

Pane *makeFilesPane(Desk &desk)
{
    return new FilesPane(desk);
}

} // namespace gb::ui

#include "filespane.moc"
