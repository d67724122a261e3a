#include "ui/client/silencebanner.h"

#include "core/report/words/wording.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

namespace gb::ui {

SilenceBanner::SilenceBanner(QWidget *parent)
    : QFrame(parent)
    , m_text(new ElidedLabel(this))
    , m_results(new QPushButton(this))
    , m_answer(new QPushButton(this))
{
    setFrameShape(QFrame::NoFrame);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Window); // a tool bar has another one for what is in it
    m_text->setForegroundRole(QPalette::WindowText);
    QFont bold = m_text->font();
    bold.setBold(true);
    m_text->setFont(bold);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 4, 8, 4);
    row->addWidget(m_text, 1);
    row->addWidget(m_results);
    row->addWidget(m_answer);
    for (QPushButton *button : {m_results, m_answer})
        button->setAutoDefault(false);
    connect(m_results, &QPushButton::clicked, this, &SilenceBanner::resultsRequested);
    connect(m_answer, &QPushButton::clicked, this, &SilenceBanner::answerRequested);
    retranslate();
    recolour();
}

void SilenceBanner::show(const Silence &silence, int devices, int registered, int unnoticed, TimePoint now)
{
    const QString left = wording::span(silence.until - now);
    QString text = silence.devices.isEmpty()
        ? tr("Outage test: this server deliberately answers no device. It answers again in %1.").arg(left)
        : tr("Outage test: this server deliberately does not answer %n device(s). It answers again in %1.", nullptr,
            static_cast<int>(silence.devices.size()))
              .arg(left);
    text += u' ' + tr("Re-registered: %1 of %2.").arg(registered).arg(devices);
    if (unnoticed > 0)
        text += u' ' + tr("Not noticed: %1.").arg(unnoticed);
    m_text->setText(QStringLiteral("\u26a0  ") + text);
    setAccessibleName(text);
}

QString SilenceBanner::text() const
{
    return m_text->text();
}

void SilenceBanner::retranslate()
{
    m_results->setText(tr("Show res&ults"));
    m_answer->setText(tr("Answer a&gain now"));
}

void SilenceBanner::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        recolour();
    QFrame::changeEvent(event);
}

void SilenceBanner::recolour()
{
    const QColor ground = colours().late;
    if (palette().color(QPalette::Window) == ground)
        return; // setting it raises another PaletteChange
    QPalette own = palette();
    own.setColor(QPalette::Window, ground);
    setPalette(own);
    QPalette words = m_text->palette();
    words.setColor(QPalette::WindowText, currentScheme() == Scheme::Dark ? QColor(Qt::black) : QColor(Qt::white));
    m_text->setPalette(words);
    for (QPushButton *button : {m_results, m_answer})
        button->setPalette(QApplication::palette()); // else they are drawn after the ground
}

} // namespace gb::ui
