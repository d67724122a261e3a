#include "ui/client/alarmpage.h"

#include "ui/client/alarmplot.h"
#include "ui/widgets/plainlabel.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace gb::ui {

AlarmPage::AlarmPage(QWidget *parent)
    : QWidget(parent)
    , m_text(plainLabel())
    , m_scroll(new QScrollArea)
    , m_plot(new AlarmPlot)
{
    m_text->setWordWrap(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus); // the plot has it
    m_scroll->setWidget(m_plot);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->addWidget(m_text);
    column->addWidget(m_scroll, 1);
    connect(m_plot, &AlarmPlot::chosen, this, [this] {
        const QPoint at = m_plot->chosenPlace().center();
        m_scroll->ensureVisible(at.x(), at.y());
    });
}

void AlarmPage::show(const AskReportPtr &report)
{
    m_plot->show(report);
    m_text->setText(m_plot->summary());
}

QString AlarmPage::text() const
{
    return m_plot->summary() + u'\n' + m_plot->words();
}

void AlarmPage::retranslate()
{
    m_plot->retranslate();
    m_text->setText(m_plot->summary());
}

} // namespace gb::ui
