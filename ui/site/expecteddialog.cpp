#include "ui/site/expecteddialog.h"

#include "core/message/charset.h"
#include "core/report/words/sitewording.h"
#include "ui/widgets/buttonstops.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/theme.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QTextBlock>
#include <QVBoxLayout>

namespace gb::ui {

ExpectedDialog::ExpectedDialog(const QList<ExpectedDevice> &expected, HasCome hasCome, QWidget *parent)
    : QDialog(parent)
    , m_hasCome(std::move(hasCome))
    //: titles of columns: device ID, name and IP address
    , m_text(new QPlainTextEdit(
          expectedlist::toText(expected, QStringList{tr("ID"), tr("Name"), tr("Address")}.join(u'\t'))))
    , m_counts(plainLabel())
    , m_problems(new QListWidget)
{
    setWindowTitle(tr("Expected devices"));
    build();
    connect(m_text, &QPlainTextEdit::textChanged, this, &ExpectedDialog::check);
    connect(m_problems, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0 && row < m_list.problems.size())
            goTo(m_list.problems[row].line);
    });
    resize(720, 520);
    m_text->setFocus();
    check();
}

void ExpectedDialog::build()
{
    QLabel *lead = plainLabel(tr(
        "Devices this site should have, one per line: the device ID, then its name and IP address if you have them. "
        "Paste them from a spreadsheet, or open a CSV file. The device table shows which of them are still missing."));
    lead->setWordWrap(true);
    m_text->setFont(monospace());
    m_text->setTabStopDistance(QFontMetricsF(monospace()).horizontalAdvance(QString(24, u'0')));
    m_text->setTabChangesFocus(false); // tabs part the columns
    const auto leave = [this](Qt::KeyboardModifiers modifiers, bool next) {
        auto *keys = new QShortcut(QKeySequence(modifiers | Qt::Key_Tab), m_text);
        keys->setContext(Qt::WidgetShortcut);
        connect(keys, &QShortcut::activated, this, [this, next] { focusNextPrevChild(next); });
    };
    leave(Qt::ControlModifier, true);
    leave(Qt::ControlModifier | Qt::ShiftModifier, false);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setPlaceholderText(
        QStringLiteral("34020000001320000001\tGate 1\t192.168.1.64\n34020000001320000002, Gate 2\n\u2026"));
    m_text->setAccessibleName(windowTitle());
    m_problems->setAccessibleName(tr("Lines with errors"));
    m_problems->setWordWrap(true);
    m_problems->setTextElideMode(Qt::ElideNone);
    m_problems->setMaximumHeight(fontMetrics().lineSpacing() * 8);
    m_counts->setWordWrap(true);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton *open = buttons->addButton(tr("&Open a file\u2026"), QDialogButtonBox::ActionRole);
    m_ok = buttons->addButton(tr("&Save the list"), QDialogButtonBox::AcceptRole);
    connect(open, &QPushButton::clicked, this, &ExpectedDialog::openFile);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(lead);
    column->addWidget(m_text, 1);
    column->addWidget(m_counts);
    column->addWidget(m_problems);
    column->addWidget(buttons);
    m_ok->setDefault(true);
    giveTabStops(buttons, m_problems);
}

void ExpectedDialog::openFile()
{
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Open a list of devices"), {}, tr("Lists (*.csv *.txt *.tsv);;All files (*)"));
    if (!path.isEmpty())
        readFile(path);
}

void ExpectedDialog::readFile(const QString &path)
{
    QFile file(path);
    const bool opened = file.open(QIODevice::ReadOnly);
    const QByteArray octets = opened ? file.read(expectedlist::maxOctets + 1) : QByteArray();
    if (!opened || octets.size() > expectedlist::maxOctets) {
        m_counts->setText(opened ? wording::listProblem({0, ListFault::TooLarge, {}, 0})
                                 : tr("%1 cannot be read: %2").arg(path, file.errorString()));
        return;
    }
    m_text->selectAll();
    m_text->insertPlainText(decodeBody(octets).text);
    m_text->moveCursor(QTextCursor::Start);
}

void ExpectedDialog::check()
{
    m_list = expectedlist::read(m_text->toPlainText());
    const auto come = std::count_if(
        m_list.devices.begin(), m_list.devices.end(), [this](const ExpectedDevice &one) { return m_hasCome(one.id); });
    QString counts = m_list.devices.isEmpty()
        ? tr("The list is empty.")
        : tr("%n device(s) expected", nullptr, static_cast<int>(m_list.devices.size()));
    if (!m_list.devices.isEmpty())
        counts += QStringLiteral(" \u00b7 ") + tr("%1 of %2 seen").arg(come).arg(m_list.devices.size());
    if (m_list.harmful)
        counts += QStringLiteral(" \u00b7 ") + tr("correct or remove the lines below");
    m_counts->setText(counts);
    m_ok->setEnabled(!m_list.harmful);
    showProblems();
    markLines();
}

void ExpectedDialog::showProblems()
{
    m_problems->clear();
    for (const ListProblem &one : m_list.problems) {
        auto *item = new QListWidgetItem(wording::listProblem(one), m_problems);
        item->setForeground(one.fault == ListFault::Duplicate ? palette().color(QPalette::Text) : colours().failed);
    }
    if (m_list.untold > 0)
        m_problems->addItem(tr("and %n more", nullptr, m_list.untold));
    m_problems->setVisible(m_problems->count() > 0);
}

void ExpectedDialog::markLines()
{
    QList<QTextEdit::ExtraSelection> marks;
    for (const ListProblem &one : m_list.problems) {
        const QTextBlock block = m_text->document()->findBlockByNumber(one.line - 1);
        if (one.line < 1 || !block.isValid() || one.fault == ListFault::Duplicate)
            continue;
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(block);
        mark.format.setForeground(colours().failed);
        mark.cursor.select(QTextCursor::BlockUnderCursor);
        marks.append(mark);
    }
    m_text->setExtraSelections(marks);
}

void ExpectedDialog::goTo(int line)
{
    const QTextBlock block = m_text->document()->findBlockByNumber(line - 1);
    if (line < 1 || !block.isValid())
        return;
    m_text->setTextCursor(QTextCursor(block));
    m_text->centerCursor();
}

} // namespace gb::ui
