#include "ui/heartbeat/whatifbar.h"

#include "core/message/deviceid.h"
#include "core/report/words/wording.h"
#include "ui/devices/statedelegate.h"
#include "ui/heartbeat/beatwords.h"
#include "ui/heartbeat/heartbeatstore.h"
#include "ui/heartbeat/whatif.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/typing.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>

namespace gb::ui {

using namespace std::chrono_literals;

WhatIfBar::WhatIfBar(HeartbeatStore *store, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_whatIf(new WhatIf(store, this))
    , m_caption(plainLabel({}, this))
    , m_times(plainLabel(QStringLiteral("\u00d7"), this))
    , m_intervalSlider(new QSlider(Qt::Horizontal, this))
    , m_countSlider(new QSlider(Qt::Horizontal, this))
    , m_interval(new QSpinBox(this))
    , m_count(new QSpinBox(this))
    , m_only(new QCheckBox(this))
    , m_text(new ElidedLabel(this))
    , m_apply(new QPushButton(this))
    , m_remove(new QPushButton(this))
    , m_discard(new QPushButton(this))
{
    build();
    connectParts();
    retranslate();
    hide();
}

void WhatIfBar::build()
{
    m_interval->setRange(1, 86400);
    m_count->setRange(1, 100);
    m_intervalSlider->setRange(1, sliderInterval);
    m_countSlider->setRange(1, sliderCount);
    m_intervalSlider->setFixedWidth(90);
    m_countSlider->setFixedWidth(60);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 4, 2);
    row->setSpacing(6);
    for (QWidget *widget : {static_cast<QWidget *>(m_caption), static_cast<QWidget *>(m_intervalSlider),
             static_cast<QWidget *>(m_interval), static_cast<QWidget *>(m_times), static_cast<QWidget *>(m_countSlider),
             static_cast<QWidget *>(m_count), static_cast<QWidget *>(m_only)})
        row->addWidget(widget);
    row->addWidget(m_text, 1);
    for (QPushButton *button : {m_apply, m_remove, m_discard})
        row->addWidget(button);
    m_caption->setBuddy(m_intervalSlider);
    for (QSpinBox *box : {m_interval, m_count}) {
        box->setKeyboardTracking(false);
        applyWhileTyping(box);
        box->setAlignment(Qt::AlignRight);
    }
    m_pause.setSingleShot(true);
    m_pause.setInterval(30ms);
}

void WhatIfBar::connectParts()
{
    const auto join = [this](QSlider *slider, QSpinBox *box) {
        connect(slider, &QSlider::valueChanged, box, &QSpinBox::setValue);
        connect(box, &QSpinBox::valueChanged, this, [this, slider](int value) {
            const QSignalBlocker blocker(slider); // its end is not the box's: it must not pull it back
            slider->setValue(value);
            m_pause.start();
        });
    };
    join(m_intervalSlider, m_interval);
    join(m_countSlider, m_count);
    connect(&m_pause, &QTimer::timeout, this, &WhatIfBar::tryIt);
    connect(m_only, &QCheckBox::toggled, this, [this] {
        show(inForce());
        tryIt();
    });
    connect(m_whatIf, &WhatIf::answered, this, &WhatIfBar::tell);
    connect(m_store, &HeartbeatStore::policiesChanged, this, &WhatIfBar::refreshButtons);
    connect(m_apply, &QPushButton::clicked, this, &WhatIfBar::apply);
    connect(m_discard, &QPushButton::clicked, this, &WhatIfBar::stop);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        emit overrideChosen(m_device, std::nullopt);
        stop();
    });
}

HeartbeatPolicy WhatIfBar::policy() const
{
    return {std::chrono::seconds(m_interval->value()), m_count->value()};
}

bool WhatIfBar::isThisDeviceOnly() const
{
    return m_only->isChecked() && !m_device.isEmpty();
}

HeartbeatPolicy WhatIfBar::inForce() const
{
    return isThisDeviceOnly() ? m_store->policyOf(m_device) : m_store->policy();
}

QString WhatIfBar::text() const
{
    return m_text->text();
}

void WhatIfBar::setDevice(const QString &id)
{
    if (id == m_device)
        return;
    m_device = id;
    refreshButtons();
    if (m_active && m_only->isChecked()) {
        show(inForce());
        tryIt();
    }
}

void WhatIfBar::setNow(TimePoint now)
{
    m_now = now;
    if (m_active && !m_whatIf->isRunning() && !m_pause.isActive())
        m_whatIf->ask(policy(), isThisDeviceOnly() ? m_device : QString(), m_now); // a silence grows
}

void WhatIfBar::start(bool thisDeviceOnly)
{
    m_active = true;
    {
        const QSignalBlocker blocker(m_only);
        m_only->setChecked(thisDeviceOnly && !m_device.isEmpty());
    }
    show(inForce());
    refreshButtons();
    QWidget::show();
    tryIt();
    m_interval->setFocus();
}

void WhatIfBar::stop()
{
    if (!std::exchange(m_active, false))
        return;
    m_pause.stop();
    m_whatIf->cancel();
    m_store->setTrial(std::nullopt);
    hide();
    emit closed();
}

/// Emits nothing.
void WhatIfBar::show(const HeartbeatPolicy &policy)
{
    const QSignalBlocker a(m_interval), b(m_count), c(m_intervalSlider), d(m_countSlider);
    m_interval->setValue(static_cast<int>(policy.interval.count()));
    m_count->setValue(policy.timeoutCount);
    m_intervalSlider->setValue(m_interval->value());
    m_countSlider->setValue(m_count->value());
}

void WhatIfBar::tryIt()
{
    if (!m_active)
        return;
    m_pause.stop();
    const QString device = isThisDeviceOnly() ? m_device : QString();
    m_store->setTrial(HeartbeatTrial{policy(), device});
    m_whatIf->ask(policy(), device, m_now);
    refreshButtons();
}

void WhatIfBar::apply()
{
    m_interval->interpretText();
    m_count->interpretText();
    if (isThisDeviceOnly())
        emit overrideChosen(m_device, policy());
    else
        emit policyChosen(policy());
    stop();
}

void WhatIfBar::tell(const WhatIfResult &result)
{
    const QLocale locale;
    const QString policy = wording::policy(result.policy);
    if (result.offline == 0) {
        m_text->setText(tr("With %1 none of %n device(s) would have been offline (now: %2).", nullptr, result.devices)
                            .arg(policy, locale.toString(result.offlineInForce)));
        return;
    }
    const QString alias = m_aliases.value(result.first);
    const QString name = alias.isEmpty() ? elidedId(printable(result.first), fontMetrics(),
                             fontMetrics().horizontalAdvance(QStringLiteral("3402\u20261320000001")))
                                         : alias;
    const OfflineSpan &first = result.firstSpan;
    const QString when = first.to
        ? tr("at %1 for %2").arg(clockTime(first.from, m_now), wording::span(*first.to - first.from))
        : tr("since %1").arg(clockTime(first.from, m_now));
    //: "With 30 s × 2: 14 of 33 devices would have been offline (now: 3), 22 times; first Gate 7 at 10:21:03 for 45 s."
    m_text->setText(tr("With %1: %2 of %3 devices would have been offline (now: %4), %n time(s); first %5 %6.", nullptr,
        static_cast<int>(result.times))
                        .arg(policy, locale.toString(result.offline), locale.toString(result.devices),
                            locale.toString(result.offlineInForce), name, when));
}

void WhatIfBar::refreshButtons()
{
    m_only->setEnabled(!m_device.isEmpty());
    m_remove->setVisible(m_only->isChecked() && m_store->hasOwnPolicy(m_device));
    m_apply->setEnabled(policy() != inForce() || (isThisDeviceOnly() && !m_store->hasOwnPolicy(m_device)));
}

void WhatIfBar::retranslate()
{
    m_caption->setText(tr("What if"));
    m_interval->setSuffix(tr(" s"));
    for (QWidget *widget : {static_cast<QWidget *>(m_interval), static_cast<QWidget *>(m_intervalSlider)})
        widget->setAccessibleName(tr("Heartbeat interval to try, in seconds"));
    for (QWidget *widget : {static_cast<QWidget *>(m_count), static_cast<QWidget *>(m_countSlider)})
        widget->setAccessibleName(tr("Timeout count to try"));
    m_only->setText(tr("This device only"));
    m_only->setToolTip(
        toolTipText(tr("Gives the chosen device its own heartbeat setting, independent of the common one.")));
    m_apply->setText(tr("Apply"));
    m_remove->setText(tr("Remove own setting"));
    m_discard->setText(tr("Discard"));
    m_discard->setToolTip(toolTipText(tr("Esc closes this; nothing has been changed.")));
    if (m_active)
        tryIt();
}

void WhatIfBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void WhatIfBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        stop();
    else
        QWidget::keyPressEvent(event);
}

} // namespace gb::ui
