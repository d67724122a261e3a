#include "ui/devices/summarybar.h"

#include "core/report/words/wording.h"
#include "ui/devices/statedelegate.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

namespace gb::ui {

SummaryBar::SummaryBar(QWidget *parent)
    : QWidget(parent)
    , m_total(new QLabel(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    m_total->setTextFormat(Qt::PlainText);
    layout->addWidget(m_total);
    layout->addSpacing(6);
    for (const DeviceState state : {DeviceState::Online, DeviceState::Late, DeviceState::Registering,
             DeviceState::Offline, DeviceState::AuthFailed}) {
        auto *button = new QToolButton(this);
        button->setAutoRaise(true);
        button->setCheckable(true);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        layout->addWidget(button);
        m_buttons.append({state, button});
        connect(button, &QToolButton::clicked, this,
            [this, state](bool isOn) { emit stateChosen(isOn ? std::optional(state) : std::nullopt); });
    }
    drawIcons();
    retranslate();
}

void SummaryBar::setCounts(const StateCounts &counts, int shown, int total, int missing)
{
    m_counts = counts;
    m_shown = shown;
    m_all = total;
    m_missing = missing;
    refresh();
}

void SummaryBar::setState(std::optional<DeviceState> state)
{
    for (const Button &button : std::as_const(m_buttons))
        button.widget->setChecked(state && button.state == summaryState(*state));
    refresh();
}

void SummaryBar::refresh()
{
    const QLocale locale;
    //: how many devices have come, of all that are known or expected; keep it short
    const QString come = tr("%1 of %2 seen").arg(locale.toString(m_all - m_missing), locale.toString(m_all));
    const QString all = m_missing > 0 ? come : tr("%Ln device(s)", nullptr, m_all);
    m_total->setText(m_shown == m_all ? all : tr("%1 of %Ln device(s)", nullptr, m_all).arg(locale.toString(m_shown)));
    m_total->setToolTip(m_missing > 0 ? tr("%Ln expected device(s) not seen yet", nullptr, m_missing) : QString());
    for (const Button &button : std::as_const(m_buttons)) {
        int count = 0;
        for (std::size_t i = 0; i < m_counts.size(); ++i)
            count += summaryState(static_cast<DeviceState>(i)) == button.state ? m_counts[i] : 0;
        const QString number = locale.toString(count);
        button.widget->setText(number);
        //: state and count: "late: 3"
        button.widget->setAccessibleName(tr("%1: %2").arg(wording::state(button.state), number));
        // Registering passes in a moment; a place of its own would stay empty most of the time.
        const bool isUsual = m_all > 0 && button.state != DeviceState::Registering;
        button.widget->setVisible(count > 0 || isUsual || button.widget->isChecked());
    }
}

void SummaryBar::retranslate()
{
    for (const Button &button : std::as_const(m_buttons)) {
        button.widget->setToolTip(button.state == DeviceState::Offline
                ? tr("Show only devices that are offline, unregistered, lapsed or not seen yet")
                : tr("Show only devices in this state: %1").arg(wording::state(button.state)));
    }
    refresh();
}

void SummaryBar::drawIcons()
{
    const int size = fontMetrics().ascent();
    for (const Button &button : std::as_const(m_buttons)) {
        button.widget->setIconSize({size, size});
        button.widget->setIcon(stateIcon(button.state, size, devicePixelRatioF()));
    }
}

void SummaryBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        drawIcons();
}

} // namespace gb::ui
