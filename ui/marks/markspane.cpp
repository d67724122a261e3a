#include "core/message/deviceid.h"
#include "ui/ladder/ladderview.h"
#include "ui/list/listview.h"
#include "ui/widgets/messagebar.h"
#include "ui/workspace/desk.h"
#include "ui/workspace/pane.h"

#include <QInputDialog>
#include <QLineEdit>

namespace gb::ui {

/// Marks and notes of the engineer on messages.
class MarksPane final : public Pane
{
    Q_OBJECT
public:
    explicit MarksPane(Desk &desk)
        : Pane(desk, "marks")
    {
    }

    void start() override;

private:
    void addCommands();
    void addOnMessage(const char *id, std::function<QString()> text, QKeySequence key, std::function<void()> run);
    void addSteps();
    bool isMarked() const { return m_desk.log().isMarked(m_desk.focus().message()); }
    void set(quint64 number, bool on, const QString &text);
    void write();
    void step(int direction);
    void tell(const outcome::MarkFailed &failed);
};

void MarksPane::start()
{
    connect(&m_desk.log(), &MessageLog::marksChanged, this, [this] {
        m_desk.shared<LadderView>().viewport()->update();
        m_desk.shared<ListView>().viewport()->update();
        m_desk.commands().refresh();
    });
    m_desk.session().when<outcome::MarkFailed>(this, [this](const outcome::MarkFailed &failed) { tell(failed); });
    addCommands();
    addSteps();
}

/// It is shown for as long as the window is open.
void MarksPane::tell(const outcome::MarkFailed &failed)
{
    m_desk.bar().show(MessageBar::Kind::Error,
        failed.detail.isEmpty() ? tr("This capture has as many marks as are kept. Take some away.")
                                : tr("The mark could not be kept in %1: %2").arg(failed.path, failed.detail));
}

/// A batch tells it when it is so.
void MarksPane::set(quint64 number, bool on, const QString &text)
{
    const qsizetype row = m_desk.log().rowOf(number);
    if (row < 0)
        return;
    const QString safe = printable(text.simplified(), Mark::maxText);
    m_desk.session().send(wish::SetMark{{number, m_desk.log().entry(row).time(), on, on ? safe : QString()}});
}

/// An empty note leaves the mark.
void MarksPane::write()
{
    const quint64 number = m_desk.focus().message();
    auto *const dialog = new QInputDialog(m_desk.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Note on message #%1").arg(number));
    dialog->setLabelText(tr("A note of at most %1 characters:").arg(Mark::maxText));
    dialog->setTextValue(m_desk.log().markText(number));
    if (auto *const line = dialog->findChild<QLineEdit *>())
        line->setMaxLength(static_cast<int>(Mark::maxText));
    connect(dialog, &QInputDialog::textValueSelected, this,
        [this, number](const QString &text) { set(number, true, text); });
    dialog->open();
}

void MarksPane::step(int direction)
{
    MessageLog &log = m_desk.log();
    quint64 number = log.markedFrom(m_desk.focus().message(), direction);
    while (number != 0 && log.rowOf(number) < 0) // it made room
        number = log.markedFrom(number, direction);
    if (number != 0)
        m_desk.focus().reveal(number);
}

/// In the ladder and in the list.
void MarksPane::addOnMessage(const char *id, std::function<QString()> text, QKeySequence key, std::function<void()> run)
{
    m_desk.shared<ListView>().addAction(m_desk.commands().add({.id = QLatin1String(id),
        .text = std::move(text),
        .keys = {std::move(key)},
        .spots = {{Menu::Messages, 50}, {Menu::Ladder, 50}, {Menu::List, 60}},
        .run = std::move(run),
        .when = [this] { return m_desk.log().rowOf(m_desk.focus().message()) >= 0; },
        .scope = &m_desk.shared<LadderView>()}));
}

void MarksPane::addCommands()
{
    const auto text = [this] {
        const char *const words = isMarked() ? QT_TRANSLATE_NOOP("Commands", "Ta&ke the mark away")
                                             : QT_TRANSLATE_NOOP("Commands", "Mar&k this message");
        return QCoreApplication::translate("Commands", words);
    };
    addOnMessage(
        "marks.mark", text, QKeySequence(Qt::Key_M), [this] { set(m_desk.focus().message(), !isMarked(), QString()); });
    addOnMessage("marks.note", words(QT_TRANSLATE_NOOP("Commands", "&Write a note on it\u2026")),
        QKeySequence(Qt::Key_Semicolon), [this] { write(); });
}

void MarksPane::addSteps()
{
    const auto any = [this] { return m_desk.log().marks() > 0; };
    m_desk.commands().add({.id = QStringLiteral("marks.next"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "Ne&xt mark")),
        .keys = {QKeySequence(Qt::Key_F2)},
        .spots = {{Menu::Messages, 51}},
        .run = [this] { step(1); },
        .when = any});
    m_desk.commands().add({.id = QStringLiteral("marks.previous"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "Previo&us mark")),
        .keys = {QKeySequence(Qt::SHIFT | Qt::Key_F2)},
        .spots = {{Menu::Messages, 51}},
        .run = [this] { step(-1); },
        .when = any});
}

Pane *makeMarksPane(Desk &desk)
{
    return new MarksPane(desk);
}

} // namespace gb::ui

#include "markspane.moc"
