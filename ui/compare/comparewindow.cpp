#include "ui/compare/comparewindow.h"

#include "core/report/words/comparewording.h"
#include "ui/widgets/plainlabel.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace gb::ui {

CompareWindow::CompareWindow(QWidget *parent)
    : QDialog(parent)
    , m_head(plainLabel())
    , m_tree(new CompareTree)
    , m_noise(new QCheckBox)
    , m_only(new QCheckBox)
    , m_previous(new QPushButton)
    , m_next(new QPushButton)
    , m_copy(new QPushButton)
    , m_close(new QPushButton)
{
    m_head->setWordWrap(true);
    auto *switches = new QHBoxLayout;
    switches->addWidget(m_only);
    switches->addWidget(m_noise);
    switches->addStretch(1);
    auto *line = new QHBoxLayout;
    for (QPushButton *button : {m_previous, m_next, m_copy})
        line->addWidget(button);
    line->addStretch(1);
    line->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_head);
    column->addLayout(switches);
    column->addWidget(m_tree, 1);
    column->addLayout(line);
    for (QPushButton *button : {m_previous, m_next, m_copy, m_close})
        button->setAutoDefault(false); // Enter belongs to the rows
    resize(1100, 600);
    connect(m_noise, &QCheckBox::toggled, m_tree, &CompareTree::setNoise);
    connect(m_only, &QCheckBox::toggled, m_tree, &CompareTree::setOnlyDifferences);
    connect(m_previous, &QPushButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { step(1); });
    connect(m_copy, &QPushButton::clicked, this, &CompareWindow::copy);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    retranslate();
}

void CompareWindow::setMessages(const QList<Message> &messages, const QString &note)
{
    m_messages = messages;
    m_note = note;
    QList<QByteArray> octets;
    QStringList titles, tips;
    for (const Message &one : messages) {
        octets.append(one.octets);
        titles << one.title;
        tips << one.about;
    }
    m_tree->setComparison(compareMessages(octets), titles, tips);
    tell();
    m_tree->setFocus();
}

QList<quint64> CompareWindow::numbers() const
{
    QList<quint64> numbers;
    for (const Message &one : m_messages)
        numbers.append(one.number);
    return numbers;
}

void CompareWindow::tell()
{
    const auto isLikeTheFirst = [this](const Message &one) { return one.octets == m_messages.constFirst().octets; };
    const bool same = std::all_of(m_messages.begin(), m_messages.end(), isLikeTheFirst);
    QStringList sentences{wording::comparisonSummary(m_tree->comparison(), same)};
    sentences << m_note;
    sentences.removeAll(QString());
    m_head->setText(sentences.join(u' '));
}

QString CompareWindow::text() const
{
    QStringList lines;
    for (const Message &one : m_messages)
        lines << QString(one.about).replace(u'\n', u' ');
    return lines.join(u'\n') + QStringLiteral("\n\n") + m_head->text() + QStringLiteral("\n\n") + m_tree->text();
}

void CompareWindow::copy() const
{
    QApplication::clipboard()->setText(text());
}

void CompareWindow::step(int direction)
{
    m_tree->step(direction);
    m_tree->setFocus();
}

void CompareWindow::retranslate()
{
    setWindowTitle(tr("Comparison of messages"));
    m_noise->setText(tr("Show what differs in &each message"));
    m_noise->setToolTip(
        toolTipText(tr("branch, tag, CSeq number, nonce, cnonce, response, nc, Date, Content-Length, Call-ID, SN")));
    m_only->setText(tr("Only what &differs"));
    m_previous->setText(tr("&Previous difference"));
    m_next->setText(tr("&Next difference"));
    m_copy->setText(tr("&Copy"));
    m_close->setText(tr("Close"));
    if (!m_messages.isEmpty())
        tell();
}

void CompareWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace gb::ui
