#include "ui/export/previewdialog.h"

#include "core/message/charset.h"
#include "core/message/deviceid.h"
#include "ui/widgets/buttonstops.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/theme.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QTextBlock>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace gb::ui {
namespace {

enum Column { Number, Message, Secrets, Identities, columnCount };

QStringList linesOf(const QByteArray &octets)
{
    QStringList lines = decodeBody(octets).text.split(u'\n');
    for (QString &line : lines)
        line = printable(line.endsWith(u'\r') ? line.chopped(1) : line, 4096);
    return lines;
}

/// Underlined, too: colour is never alone.
void mark(QPlainTextEdit *view, const QStringList &lines, const QStringList &others)
{
    view->setPlainText(lines.join(u'\n'));
    QList<QTextEdit::ExtraSelection> marks;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (i < others.size() && lines.at(i) == others.at(i))
            continue;
        QTextEdit::ExtraSelection one;
        one.cursor = QTextCursor(view->document()->findBlockByNumber(static_cast<int>(i)));
        one.cursor.select(QTextCursor::LineUnderCursor);
        one.format.setForeground(colours().challenge);
        one.format.setFontUnderline(true);
        marks.append(one);
    }
    view->setExtraSelections(marks);
    if (!marks.isEmpty()) {
        view->setTextCursor(QTextCursor(marks.constFirst().cursor.block()));
        view->ensureCursorVisible();
    }
}

QWidget *titled(const QString &title, QPlainTextEdit *view)
{
    auto *const side = new QWidget;
    auto *const column = new QVBoxLayout(side);
    column->setContentsMargins({});
    QLabel *const label = plainLabel(title);
    label->setBuddy(view);
    column->addWidget(label);
    column->addWidget(view, 1);
    view->setReadOnly(true);
    view->setFont(monospace());
    view->setLineWrapMode(QPlainTextEdit::NoWrap);
    view->setTabChangesFocus(true);
    view->setAccessibleName(title);
    return side;
}

} // namespace

PreviewDialog::PreviewDialog(ExportPreview preview, QWidget *parent)
    : QDialog(parent)
    , m_preview(std::move(preview))
    , m_list(new QTreeWidget)
    , m_before(new QPlainTextEdit)
    , m_after(new QPlainTextEdit)
{
    setWindowTitle(tr("What the export changes"));
    m_before->setObjectName(QStringLiteral("before"));
    m_after->setObjectName(QStringLiteral("after"));
    auto *sides = new QSplitter(Qt::Horizontal);
    sides->addWidget(titled(tr("In the record:"), m_before));
    sides->addWidget(titled(tr("In the file:"), m_after));
    auto *parts = new QSplitter(Qt::Vertical);
    parts->addWidget(m_list);
    parts->addWidget(sides);
    parts->setStretchFactor(1, 2);
    for (QSplitter *one : {sides, parts})
        one->setChildrenCollapsible(false);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const int count = static_cast<int>(std::min<quint64>(m_preview.changedTotal, INT_MAX));
    QString head = tr("%Ln message(s) of those that are exported are changed.", nullptr, count);
    if (m_preview.changedTotal > static_cast<quint64>(m_preview.changed.size()))
        head += u' ' + tr("The first %Ln are shown.", nullptr, static_cast<int>(m_preview.changed.size()));
    QLabel *const label = plainLabel(head);
    label->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->addWidget(label);
    column->addWidget(parts, 1);
    column->addWidget(buttons);
    giveTabStops(buttons, m_after);
    connect(m_list, &QTreeWidget::currentItemChanged, this,
        [this](QTreeWidgetItem *item) { show(m_list->indexOfTopLevelItem(item)); });
    // What is long on one side is long on the other
    for (const auto &[from, to] : {std::pair(m_before, m_after), std::pair(m_after, m_before)})
        connect(from->verticalScrollBar(), &QScrollBar::valueChanged, to->verticalScrollBar(), &QScrollBar::setValue);
    resize(fontMetrics().averageCharWidth() * 150, fontMetrics().height() * 36);
    fill();
}

void PreviewDialog::fill()
{
    m_list->setColumnCount(columnCount);
    m_list->setHeaderLabels({tr("No."), tr("Message"), tr("Secrets"), tr("Pseudonyms")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setAccessibleName(tr("Changed messages"));
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(Message, QHeaderView::Stretch);
    const QLocale locale;
    for (const ExportPreview::Changed &one : m_preview.changed) {
        const QByteArray start = one.before.left(one.before.indexOf('\n')).trimmed();
        auto *const item = new QTreeWidgetItem(m_list,
            {locale.toString(one.number), printable(decodeBody(start).text, 200), locale.toString(one.secrets),
                locale.toString(one.identities)});
        for (const int column : {Number, Secrets, Identities})
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    }
    m_list->setCurrentItem(m_list->topLevelItem(0));
    m_list->setFocus();
}

void PreviewDialog::show(int row)
{
    if (row < 0)
        return;
    const ExportPreview::Changed &one = m_preview.changed.at(row);
    const QStringList before = linesOf(one.before), after = linesOf(one.after);
    mark(m_before, before, after);
    mark(m_after, after, before);
}

} // namespace gb::ui
