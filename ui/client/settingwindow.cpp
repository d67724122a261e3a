#include "ui/client/settingwindow.h"

#include "core/report/words/wording.h"
#include "ui/devices/devicetablemodel.h"
#include "ui/heartbeat/heartbeatstore.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>

namespace gb::ui {
namespace {

constexpr qsizetype maxReports = 1000; ///< sentences that are kept

QString number(double value, int digits)
{
    return QLocale().toString(value, 'f', digits);
}

} // namespace

SettingWindow::SettingWindow(const DeviceTableModel &devices, const HeartbeatStore &heartbeats, QWidget *parent)
    : QDialog(parent)
    , m_devices(devices)
    , m_heartbeats(heartbeats)
    , m_title(plainLabel())
    , m_read(mutedLabel())
    , m_outcome(plainLabel())
    , m_rhythm(plainLabel())
    , m_expirationLabel(plainLabel())
    , m_expirationNote(mutedLabel())
    , m_expiration(new QLineEdit)
    , m_table(new QTableWidget(3, 3))
    , m_readButton(new QPushButton)
    , m_push(new QPushButton)
    , m_close(new QPushButton)
{
    build();
    retranslate();
    connect(m_readButton, &QPushButton::clicked, this, [this] { ask(false); });
    connect(m_push, &QPushButton::clicked, this, [this] { ask(true); });
    connect(m_expiration, &QLineEdit::textChanged, this, [this] {
        judgeExpiration();
        refresh(m_now);
    });
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
}

void SettingWindow::build()
{
    m_title->setFont(monospace());
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (QLabel *label : {m_outcome, m_rhythm, m_read})
        label->setWordWrap(true);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->verticalHeader()->setHighlightSections(false);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (int row = Interval; row <= Expiration; ++row) {
        for (int column = Here; column <= Measured; ++column) {
            auto *item = new QTableWidgetItem;
            item->setTextAlignment(Qt::AlignCenter);
            m_table->setItem(row, column, item);
        }
    }
    m_expiration->setMaxLength(6);
    m_expiration->setFixedWidth(m_expiration->fontMetrics().horizontalAdvance(QStringLiteral("000000000000")));
    m_expirationLabel->setBuddy(m_expiration);
    auto *expiration = new QHBoxLayout;
    expiration->addWidget(m_expirationLabel);
    expiration->addWidget(m_expiration);
    expiration->addWidget(m_expirationNote, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_readButton);
    buttons->addWidget(m_push);
    buttons->addStretch();
    buttons->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_title);
    column->addWidget(m_table);
    column->addLayout(expiration);
    for (QLabel *label : {m_read, m_outcome, m_rhythm})
        column->addWidget(label);
    column->addStretch(1);
    column->addLayout(buttons);
    resize(620, 300);
}

void SettingWindow::retranslate()
{
    setWindowTitle(tr("Heartbeat setting on both ends"));
    m_table->setAccessibleName(windowTitle());
    m_table->setHorizontalHeaderLabels({tr("Here"), tr("In the device"), tr("Measured")});
    m_table->setVerticalHeaderLabels({tr("Heartbeat interval"), tr("Timeout count"), tr("Registration")});
    m_expirationLabel->setText(tr("Also set registration &expiry:"));
    m_expiration->setPlaceholderText(tr("unchanged"));
    m_expiration->setToolTip(toolTipText(tr("How long the device registers for, in seconds (BasicParam, GB/T "
                                            "28181-2022 A.2.3.2); empty: it is left as it is")));
    judgeExpiration();
    m_readButton->setText(tr("&Read from the device"));
    m_readButton->setToolTip(toolTipText(tr("Asks it for its BasicParam (ConfigDownload, GB/T 28181-2022 A.2.4.7)")));
    m_push->setText(tr("&Set ours in the device"));
    m_push->setToolTip(toolTipText(tr("Sends it our interval and count (DeviceConfig, GB/T 28181-2022 A.2.3.2) and "
                                      "reads them again. The device keeps them.")));
    m_close->setText(tr("&Close"));
    fitTable();
    refresh(m_now);
}

void SettingWindow::fitTable()
{
    m_table->resizeRowsToContents();
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + m_table->verticalHeader()->length()
        + 2 * m_table->frameWidth());
}

void SettingWindow::setCanAsk(bool can)
{
    m_canAsk = can;
    refresh(m_now);
}

void SettingWindow::setDevice(const QString &id, TimePoint now)
{
    m_device = id;
    refresh(now);
}

void SettingWindow::ask(bool push)
{
    if (m_asked.contains(m_device))
        return; // the buttons stay enabled, for else the focus would leave them
    m_asked.insert(m_device);
    refresh(m_now);
    if (push)
        emit pushRequested(m_device, expiration());
    else
        emit readRequested(m_device);
}

void SettingWindow::report(const ConfigReport &report)
{
    m_asked.remove(report.device);
    if (m_reports.size() >= maxReports)
        m_reports.clear();
    m_reports.insert(report.device, report);
    refresh(m_now);
}

void SettingWindow::refresh(TimePoint now)
{
    m_now = now;
    if (!isVisible())
        return;
    const DeviceSnapshot *const device = m_device.isEmpty() ? nullptr : m_devices.device(m_device);
    const bool registered = device && device->facts.phase == DeviceFacts::Phase::Registered;
    const bool asked = m_asked.contains(m_device);
    m_readButton->setEnabled(m_canAsk && registered);
    m_push->setEnabled(m_canAsk && registered && (m_expiration->text().isEmpty() || expiration()));
    m_title->setText(
        device ? device->id + QStringLiteral("  ") + device->address.text() : tr("Select a device in the table."));
    fill(device ? *device : DeviceSnapshot());
    m_read->setText(device ? readText(*device) : QString());
    const auto report = m_reports.constFind(m_device);
    m_outcome->setText(asked                 ? tr("Asking the device\u2026")
            : report == m_reports.constEnd() ? QString()
                                             : wording::config(*report));
    m_rhythm->setText(device ? measuredText(*device) : QString());
}

/// Whether it does what it was told, by its heartbeats and its next REGISTER.
QString SettingWindow::measuredText(const DeviceSnapshot &device) const
{
    const ReportedSetting &setting = *device.setting;
    if (!setting.askedAt)
        return {};
    QStringList lines;
    if (setting.asked.interval)
        lines.append(wording::rhythm(m_heartbeats.history(device.id).rhythmSince(*setting.askedAt),
            std::chrono::seconds(*setting.asked.interval)));
    if (setting.asked.expiration)
        lines.append(wording::renewal(device.expiresSince(*setting.askedAt), *setting.asked.expiration));
    return lines.join(u'\n');
}

/// Empty where none is to be set, or what is typed is none.
std::optional<int> SettingWindow::expiration() const
{
    bool number = false;
    const int seconds = m_expiration->text().toInt(&number);
    return number && seconds >= leastExpiration && seconds <= mostExpiration ? std::optional(seconds) : std::nullopt;
}

void SettingWindow::judgeExpiration()
{
    const QLocale locale;
    const bool wrong = !m_expiration->text().isEmpty() && !expiration();
    const bool isShort = expiration().value_or(advisedExpiration) < advisedExpiration;
    m_expirationNote->setText(wrong
            ? tr("s: %1 to %2 can be set").arg(locale.toString(leastExpiration), locale.toString(mostExpiration))
            : isShort ? tr("s: GB/T 28181 requires %1 or more").arg(locale.toString(advisedExpiration))
                      : tr("s"));
}

QString SettingWindow::readText(const DeviceSnapshot &device) const
{
    if (device.setting->at)
        return tr("Last read %1 ago.").arg(wording::span(m_now - *device.setting->at));
    return m_canAsk ? tr("Not read from the device yet.") : tr("These messages do not contain the device's setting.");
}

void SettingWindow::fill(const DeviceSnapshot &device)
{
    const HeartbeatPolicy &policy = m_heartbeats.policy();
    const BasicParam &there = device.setting->values;
    const QString unknown = QStringLiteral("\u2013");
    const auto seconds = [&](std::optional<int> value) { return value ? tr("%1 s").arg(*value) : unknown; };
    set(Interval, Here, seconds(static_cast<int>(policy.interval.count())));
    set(Interval, There, seconds(there.interval), there.interval && *there.interval != policy.interval.count());
    const Rhythm rhythm = device.setting->askedAt
        ? m_heartbeats.history(device.id).rhythmSince(*device.setting->askedAt)
        : Rhythm{.beats = 0, .interval = device.medianInterval};
    const bool measured = rhythm.interval.count() > 0;
    set(Interval, Measured, measured ? tr("%1 s").arg(number(inSeconds(rhythm.interval), 1)) : unknown,
        measured && !rhythm.follows(policy.interval));
    set(Count, Here, QString::number(policy.timeoutCount));
    set(Count, There, there.count ? QString::number(*there.count) : unknown,
        there.count && *there.count != policy.timeoutCount);
    set(Count, Measured, unknown);
    const auto granted = device.expiresAt() ? std::optional<int>(static_cast<int>(device.facts.expires.count()))
                                            : std::nullopt;
    const std::optional<int> wanted = device.setting->asked.expiration;
    set(Expiration, Here, wanted ? seconds(wanted) : tr("as the device asks"));
    set(Expiration, There, seconds(there.expiration), wanted && there.expiration && there.expiration != wanted);
    set(Expiration, Measured, seconds(granted), granted && there.expiration && granted != there.expiration);
}

/// What differs is marked by a sign, by weight and by colour.
void SettingWindow::set(Row row, Column column, const QString &text, bool differs)
{
    QTableWidgetItem *const item = m_table->item(row, column);
    item->setText(differs ? QStringLiteral("\u2260 ") + text : text);
    QFont font = m_table->font();
    font.setBold(differs);
    item->setFont(font);
    item->setForeground(differs ? QBrush(colours().late) : QBrush());
    item->setData(Qt::AccessibleTextRole, differs ? tr("differs: %1").arg(text) : text);
}

void SettingWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        refresh(m_now);
    else if (event->type() == QEvent::FontChange)
        QMetaObject::invokeMethod(this, &SettingWindow::fitTable, Qt::QueuedConnection); // once the table has it
    QDialog::changeEvent(event);
}

void SettingWindow::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    refresh(m_now);
    (m_readButton->isEnabled() ? m_readButton : m_close)->setFocus();
}

} // namespace gb::ui
