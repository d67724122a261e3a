#include "ui/findings/findingdetail.h"

#include "core/report/words/findingwords.h"
#include "core/report/words/shownclock.h"
#include "core/report/words/wording.h"
#include "ui/widgets/plainlabel.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

#include <utility>

namespace gb::ui {
namespace {

QLabel *paragraph()
{
    QLabel *label = plainLabel();
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setMinimumWidth(0);
    return label;
}

QString when(TimePoint at)
{
    return QLocale().toString(wording::shownTime(at), QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

} // namespace

FindingDetail::FindingDetail(QWidget *parent)
    : QScrollArea(parent)
    , m_title(paragraph())
    , m_device(paragraph())
    , m_causeHead(mutedLabel())
    , m_cause(paragraph())
    , m_adviceHead(mutedLabel())
    , m_advice(paragraph())
    , m_causes(paragraph())
    , m_story(paragraph())
    , m_facts(mutedLabel())
    , m_proof(new QPushButton)
    , m_copy(new QPushButton)
{
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_facts->setWordWrap(true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_proof);
    buttons->addWidget(m_copy);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout;
    column->setContentsMargins(8, 6, 8, 6);
    column->setSpacing(3);
    for (QWidget *one : {m_title, m_device})
        column->addWidget(one);
    column->addLayout(buttons); // in sight however low the pane is
    for (QWidget *one : {m_adviceHead, m_advice, m_causeHead, m_cause, m_causes, m_story})
        column->addWidget(one);
    column->addWidget(m_facts);
    column->addStretch(1);
    auto *content = new QWidget;
    content->setLayout(column);
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_proof, &QPushButton::clicked, this, &FindingDetail::proofRequested);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(text()); });
    retranslate();
}

void FindingDetail::show(const Finding *finding, const QString &device, bool any, int without)
{
    m_shown = finding != nullptr;
    m_any = any;
    m_without = without;
    m_finding = finding ? *finding : Finding();
    m_name = device;
    for (QWidget *one : std::initializer_list<QWidget *>{
             m_device, m_causeHead, m_cause, m_adviceHead, m_advice, m_proof, m_copy, m_facts, m_causes, m_story})
        one->setVisible(m_shown);
    if (!finding) {
        const bool nobody = !any && !m_nobody.isEmpty();
        m_title->setText(without > 0 && !nobody
                ? tr("No open finding for the %Ln selected device(s).", nullptr, without)
                : any    ? tr("Choose a finding to see what to do.")
                : nobody ? m_nobody.constFirst()
                         : tr("Nothing is wrong, as far as the messages show."));
        m_advice->setText(m_nobody.mid(1).join(u'\n'));
        m_advice->setVisible(nobody && m_nobody.size() > 1);
        return;
    }
    const wording::FindingText text = wording::finding(*finding);
    m_title->setText(text.title);
    m_device->setText(device.isEmpty() || device == finding->device
            ? finding->device
            : device + QStringLiteral(" \u00b7 ") + finding->device);
    m_device->setVisible(!finding->device.isEmpty());
    m_causeHead->setText(
        tr("Cause (%1) \u00b7 %2").arg(wording::likelihood(finding->likelihood()), wording::culprit(*finding)));
    m_cause->setText(text.cause);
    m_advice->setText(text.advice);
    QStringList causes;
    for (const wording::CauseText &one : wording::competingCauses(*finding)) {
        causes.append(one.cause + QStringLiteral(" \u00b7 ") + one.culprit);
        for (const QString &line : wording::evidenceLines(one))
            causes.append(QStringLiteral("    ") + line);
    }
    if (!causes.isEmpty())
        causes.prepend(tr("Causes that come into question:"));
    m_causes->setText(causes.join(u'\n'));
    m_causes->setVisible(!causes.isEmpty());
    m_proof->setEnabled(!finding->messages.isEmpty());
    m_proof->setText(finding->messages.isEmpty()
            ? tr("No message shows it")
            : tr("Show the &proof (%n message(s))", nullptr, static_cast<int>(finding->messages.size())));
    QStringList facts{QLatin1String(finding->kind().rule)};
    if (*finding->kind().clause)
        facts.append(QLatin1String(finding->kind().clause));
    facts.append(finding->count == 1
            ? tr("seen once, %1").arg(when(finding->first))
            : tr("seen %1 times, first %2, last %3")
                  .arg(QLocale().toString(finding->count), when(finding->first), when(finding->last)));
    if (finding->over)
        facts.append(tr("over since %1").arg(when(finding->overAt)));
    m_facts->setText(facts.join(QStringLiteral(" \u00b7 ")));
    if (const int least = minimumSizeHint().width(); std::exchange(m_least, least) != least)
        updateGeometry(); // an area that scrolls does not tell that its buttons got wider
}

QSize FindingDetail::minimumSizeHint() const
{
    return {widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width(), 40};
}

void FindingDetail::setStory(const QStringList &lines)
{
    m_story->setText(lines.join(u'\n'));
    m_story->setVisible(!lines.isEmpty());
}

void FindingDetail::setNobody(const QStringList &lines)
{
    if (lines == m_nobody)
        return;
    m_nobody = lines;
    if (!m_shown)
        show(nullptr, m_name, m_any, m_without);
}

QString FindingDetail::text() const
{
    if (!m_shown)
        return {};
    QStringList lines{m_title->text()};
    if (!m_finding.device.isEmpty())
        lines.append(m_device->text());
    lines += {m_adviceHead->text() + QStringLiteral(": ") + m_advice->text(),
        m_causeHead->text() + QStringLiteral(": ") + m_cause->text()};
    if (!m_causes->text().isEmpty())
        lines.append(m_causes->text());
    if (!m_story->text().isEmpty())
        lines.append(m_story->text());
    lines.append(m_facts->text());
    return lines.join(u'\n') + u'\n';
}

void FindingDetail::retranslate()
{
    setAccessibleName(tr("The finding in words"));
    m_adviceHead->setText(tr("What to do"));
    m_copy->setText(tr("Cop&y"));
    m_copy->setToolTip(tr("Title, device, advice and cause as text, for whoever has to act"));
    const Finding finding = m_finding;
    show(m_shown ? &finding : nullptr, m_name, m_any, m_without);
}

void FindingDetail::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QScrollArea::changeEvent(event);
}

} // namespace gb::ui
