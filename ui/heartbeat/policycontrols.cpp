#include "ui/heartbeat/policycontrols.h"

#include "core/report/words/wording.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/typing.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSpinBox>

namespace gb::ui {

PolicyControls::PolicyControls(QWidget *parent)
    : QWidget(parent)
    , m_caption(plainLabel({}, this))
    , m_times(plainLabel(QStringLiteral("\u00d7"), this))
    , m_product(plainLabel({}, this))
    , m_interval(new QSpinBox(this))
    , m_count(new QSpinBox(this))
{
    m_interval->setRange(1, 86400);
    m_count->setRange(1, 100);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 8, 0);
    row->setSpacing(6);
    for (QWidget *widget : {static_cast<QWidget *>(m_caption), static_cast<QWidget *>(m_interval),
             static_cast<QWidget *>(m_times), static_cast<QWidget *>(m_count), static_cast<QWidget *>(m_product)})
        row->addWidget(widget);
    m_caption->setBuddy(m_interval);
    for (QSpinBox *box : {m_interval, m_count}) {
        box->setKeyboardTracking(false);
        applyWhileTyping(box);
        box->setAlignment(Qt::AlignRight);
        connect(box, &QSpinBox::valueChanged, this, [this] {
            showProduct();
            emit policyChanged(policy());
        });
    }
    setPolicy({});
    retranslate();
}

HeartbeatPolicy PolicyControls::policy() const
{
    return {std::chrono::seconds(m_interval->value()), m_count->value()};
}

void PolicyControls::setPolicy(const HeartbeatPolicy &policy)
{
    const QSignalBlocker interval(m_interval), count(m_count);
    m_interval->setValue(static_cast<int>(policy.interval.count()));
    m_count->setValue(policy.timeoutCount);
    showProduct();
}

void PolicyControls::showProduct()
{
    m_product->setText(tr("= offline after %1").arg(wording::span(policy().allowance())));
}

void PolicyControls::retranslate()
{
    m_caption->setText(tr("Heartbeat"));
    m_interval->setSuffix(tr(" s"));
    m_interval->setAccessibleName(tr("Heartbeat interval in seconds"));
    m_interval->setToolTip(toolTipText(tr("Heartbeat interval; must be the same in the device (GB/T 28181-2022 9.6)")));
    m_count->setAccessibleName(tr("Timeout count"));
    m_count->setToolTip(toolTipText(tr("Timeout count: as many missed heartbeats in a row make a device offline. A "
                                       "change judges every device at once.")));
    showProduct();
}

void PolicyControls::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace gb::ui
