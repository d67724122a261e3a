#include "ui/client/silencewindow.h"

#include "core/report/words/wording.h"
#include "ui/client/silencemodel.h"
#include "ui/devices/devicetablemodel.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plaintable.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QScreen>
#include <QSpinBox>
#include <QTableView>

namespace gb::ui {
namespace {

constexpr int small = 220, large = 480; ///< height without results and with them
constexpr int leastRows = 5;            ///< of the results that are seen, however small the window is

} // namespace

SilenceWindow::SilenceWindow(const DeviceTableModel &devices, QWidget *parent)
    : QDialog(parent)
    , m_devices(devices)
    , m_model(new SilenceModel(this))
    , m_what(plainLabel())
    , m_scope(plainLabel())
    , m_for(plainLabel())
    , m_note(plainLabel())
    , m_outcome(plainLabel())
    , m_duration(new QSpinBox)
    , m_sure(new QCheckBox)
    , m_start(new QPushButton)
    , m_answer(new QPushButton)
    , m_close(new QPushButton)
    , m_table(new QTableView)
{
    build();
    retranslate();
    connect(m_sure, &QCheckBox::toggled, this, &SilenceWindow::showScope);
    connect(m_duration, &QSpinBox::valueChanged, this, [this] {
        m_ownDuration = true;
        showScope();
    });
    connect(m_start, &QPushButton::clicked, this, &SilenceWindow::start);
    connect(m_answer, &QPushButton::clicked, this, &SilenceWindow::answerRequested);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_table, &QTableView::activated, this,
        [this](const QModelIndex &index) { emit deviceActivated(m_model->idAt(index.row())); });
}

void SilenceWindow::build()
{
    for (QLabel *label : {m_what, m_scope, m_note, m_outcome})
        label->setWordWrap(true);
    QFont bold = m_scope->font();
    bold.setBold(true);
    m_scope->setFont(bold);
    m_outcome->setFont(bold);
    m_duration->setRange(10, static_cast<int>(Silence::longest.count()));
    m_duration->setSingleStep(30);
    m_for->setBuddy(m_duration);
    m_table->setModel(m_model);
    setUpPlainTable(m_table);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(static_cast<int>(SilenceColumn::Verdict), QHeaderView::Stretch);
    m_table->horizontalHeader()->setResizeContentsPrecision(100); // there may be thousands
    m_table->horizontalHeader()->setMinimumSectionSize(fontMetrics().height() * 6);
    keepRowHeight(m_table, 6);
    m_table->setMinimumHeight(
        m_table->horizontalHeader()->sizeHint().height() + leastRows * m_table->verticalHeader()->defaultSectionSize());
    for (QPushButton *button : {m_start, m_answer, m_close})
        button->setAutoDefault(false); // Enter in the number must not start anything
    auto *row = new QHBoxLayout;
    row->addWidget(m_for);
    row->addWidget(m_duration);
    row->addWidget(m_note, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_start);
    buttons->addWidget(m_answer);
    buttons->addStretch();
    buttons->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_what);
    column->addWidget(m_scope);
    column->addLayout(row);
    column->addWidget(m_sure);
    column->addWidget(m_outcome);
    column->addWidget(m_table, 1);
    column->addStretch(); // where there is no table yet
    column->addLayout(buttons);
    resize(760, small);
}

void SilenceWindow::retranslate()
{
    setWindowTitle(tr("Outage test: do devices notice that their server is down?"));
    m_what->setText(tr("The server stops answering; messages are still received and recorded. A device should "
                       "re-register once N heartbeats in a row (its timeout count) were not answered: within (N + 2) "
                       "\u00d7 interval, or N \u00d7 interval + 32 s if that is later (GB/T 28181-2022 9.6)."));
    m_for->setText(tr("Do not answer &for"));
    m_duration->setSuffix(tr(" s"));
    m_sure->setText(tr("These devices &may be without a server meanwhile"));
    m_start->setText(tr("S&top answering"));
    m_answer->setText(tr("&Answer again now"));
    m_close->setText(tr("&Close"));
    m_table->setAccessibleName(tr("Results of the outage test"));
    m_model->retranslate();
    look();
}

void SilenceWindow::setCanStart(bool can)
{
    m_canStart = can;
    look();
}

void SilenceWindow::setSelected(const QStringList &ids)
{
    if (ids == m_selected)
        return;
    m_selected = ids;
    m_sure->setChecked(false); // it was for others
    look();
}

void SilenceWindow::start()
{
    if (m_test.isOn())
        return;
    emit silenceRequested(m_selected, std::chrono::seconds(m_duration->value()));
    m_sure->setChecked(false);
}

void SilenceWindow::take(const SilenceChange &change)
{
    if (change.on) {
        QHash<QString, QString> names;
        m_devices.visit([&](const DeviceSnapshot &device, const QString &name) {
            if (!name.isEmpty() && change.silence.covers(device.id))
                names.insert(device.id, name);
        });
        m_model->setNames(names);
        m_test.begin(change);
    } else if (m_test.isOn()) {
        m_test.end(change.at);
        m_ownDuration = false;
    }
    refresh(change.at);
    if (change.on && height() < large && !std::exchange(m_grown, true))
        resize(width(), std::min(large, screen()->availableGeometry().height() * 9 / 10));
    if (isVisible() && change.on)
        m_answer->setFocus(); // what was focused is of no use now
}

void SilenceWindow::refresh(TimePoint now)
{
    m_now = now;
    if (m_test.wasOn())
        m_model->setResults(m_test.results(now));
    look();
}

/// Cheap while it is hidden.
void SilenceWindow::look()
{
    if (!isVisible())
        return;
    m_covered = 0;
    m_enough = {};
    m_devices.visit([this](const DeviceSnapshot &device, const QString &) {
        const bool there = device.verdict.state == DeviceState::Online || device.verdict.state == DeviceState::Late;
        if (!there || !device.contact.heardAt() || (!m_selected.isEmpty() && !m_selected.contains(device.id)))
            return;
        ++m_covered;
        m_enough = std::max(m_enough, SilenceTest::enoughFor(device.policy));
    });
    if (!m_ownDuration && m_covered > 0 && !m_test.isOn()) {
        const QSignalBlocker quiet(m_duration);
        m_duration->setValue(static_cast<int>(m_enough.count()));
    }
    showScope();
    showOutcome();
}

void SilenceWindow::showScope()
{
    const bool on = m_test.isOn();
    const qsizetype chosen = m_test.silence().devices.size();
    if (on)
        m_scope->setText(chosen == 0 ? tr("No device is answered now.")
                                     : tr("Not answered now: %n device(s).", nullptr, static_cast<int>(chosen)));
    else if (!m_canStart)
        m_scope->setText(tr("Cannot test: this window is not listening as a server."));
    else if (m_covered == 0)
        m_scope->setText(m_selected.isEmpty() ? tr("Cannot test: no device is online.")
                                              : tr("Cannot test: none of the selected devices is online."));
    else if (m_selected.isEmpty())
        m_scope->setText(
            tr("All devices: %n online. Select rows in the device table to test only those.", nullptr, m_covered));
    else
        m_scope->setText(tr("The selected devices: %n online. The others are answered as usual.", nullptr, m_covered));
    const std::chrono::seconds time(m_duration->value());
    m_note->setText(on ? tr("Answers again automatically in %1.").arg(wording::span(m_test.silence().until - m_now))
            : m_covered > 0 && time < m_enough
            ? tr("%1: too short for a result; %2 needed.").arg(wording::span(time), wording::span(m_enough))
            : tr("%1, then it answers again automatically.").arg(wording::span(time)));
    m_duration->setEnabled(!on);
    m_sure->setEnabled(!on && m_canStart && m_covered > 0);
    m_start->setEnabled(m_sure->isEnabled() && m_sure->isChecked());
    m_answer->setEnabled(on);
}

void SilenceWindow::showOutcome()
{
    m_outcome->setVisible(m_test.wasOn());
    m_table->setVisible(m_test.wasOn());
    if (!m_test.wasOn())
        return;
    const int registered = m_model->count(SilenceTest::State::Registered),
              failed = m_model->count(SilenceTest::State::Unnoticed), due = m_model->count(SilenceTest::State::Due);
    const int untold = m_model->count(SilenceTest::State::Stopped) + m_model->count(SilenceTest::State::TooShort);
    QStringList parts{tr("Passed: %1").arg(registered), tr("Failed: %1").arg(failed)};
    if (due > 0)
        parts << tr("Still due: %1").arg(due);
    if (untold > 0)
        parts << tr("No result: %1").arg(untold);
    if (!m_test.isOn()) {
        int back = 0;
        for (const SilenceTest::Result &one : m_test.results(m_now))
            back += one.back ? 1 : 0;
        parts << tr("Answered again: %1 of %2").arg(back).arg(m_model->rowCount());
    }
    m_outcome->setText(parts.join(QStringLiteral("  \u00b7  ")));
}

void SilenceWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void SilenceWindow::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    m_sure->setChecked(false);
    refresh(m_now);
    (m_test.isOn() ? static_cast<QWidget *>(m_answer) : m_duration)->setFocus();
}

} // namespace gb::ui
