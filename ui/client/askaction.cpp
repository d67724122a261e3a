#include "ui/client/askaction.h"

#include "core/report/words/askwording.h"
#include "ui/widgets/askfirst.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/suretick.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>

#include <limits>

namespace gb::ui {

using Effect = AskCommand::Effect;

AskAction::AskAction(QWidget *parent)
    : QWidget(parent)
    , m_effect(plainLabel())
    , m_outcome(plainLabel())
    , m_sure(new SureTick)
    , m_send(new QPushButton)
    , m_cancel(new QPushButton)
    , m_bar(new QProgressBar)
{
    build();
    connect(m_sure, &SureTick::toggled, this, &AskAction::refresh);
    connect(m_send, &QPushButton::clicked, this, [this] { press(false); });
    connect(m_cancel, &QPushButton::clicked, this, &AskAction::cancelRequested);
}

void AskAction::build()
{
    m_effect->setWordWrap(true);
    m_outcome->setWordWrap(true);
    m_outcome->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_bar->setTextVisible(false);
    m_bar->setMaximumWidth(120);
    m_bar->setMaximumHeight(fontMetrics().height() / 2);
    m_send->setAutoDefault(false);
    m_cancel->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->addWidget(m_send);
    row->addWidget(m_cancel);
    row->addWidget(m_bar);
    row->addWidget(m_outcome, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_effect);
    column->addWidget(m_sure);
    column->addLayout(row);
}

void AskAction::setSends(bool sends)
{
    m_sends = sends;
    refresh();
}

bool AskAction::needsTick() const
{
    return m_command->effect == Effect::Restarts || m_command->effect == Effect::Erases;
}

void AskAction::show(const AskCommand &command, const Asked &asked, const QStringList &what, const QString &obstacle)
{
    m_command = &command;
    m_asked = asked;
    m_what = QStringList{QLatin1StringView(command.name), QString::number(asked.count)} + what;
    m_obstacle = obstacle;
    refresh();
}

void AskAction::show(const Progress &progress)
{
    if (!progress.running && m_cancel->hasFocus())
        m_send->setFocus();
    m_running = progress.running;
    m_bar->setVisible(progress.running && !progress.quiet);
    const qint64 most = std::numeric_limits<int>::max();
    m_bar->setRange(0, static_cast<int>(std::min(progress.of, most)));
    m_bar->setValue(static_cast<int>(std::min(progress.came, most)));
    QPalette palette = this->palette();
    if (progress.colour.isValid())
        palette.setColor(m_outcome->foregroundRole(), progress.colour);
    m_outcome->setPalette(palette);
    m_outcome->setText(progress.text);
    refresh();
}

void AskAction::refresh()
{
    if (!m_command)
        return;
    const bool shown = !m_command->onlyShown;
    const QString effect = shown ? wording::askEffect(m_command->effect)
                                 : tr("This message is only shown, on the page Message, and never sent.");
    m_effect->setText(m_obstacle.isEmpty() || !shown ? effect : QString(effect + u'\n' + m_obstacle).trimmed());
    m_effect->setVisible(!m_effect->text().isEmpty());
    QPalette palette = this->palette();
    if (shown && m_command->effect >= Effect::Moves)
        palette.setColor(m_effect->foregroundRole(), colours().late);
    m_effect->setPalette(palette);
    m_sure->show(shown && needsTick(), m_what);
    m_sure->setText(sureText());
    m_send->setVisible(shown && m_sends);
    m_send->setText(buttonText());
    m_send->setDefault(shown && m_command->effect == Effect::Reads);
    // While it runs it stays enabled, for else the focus would leave it
    m_send->setEnabled(m_obstacle.isEmpty() && m_sure->allows());
    m_cancel->setVisible(shown && m_sends);
    m_cancel->setEnabled(m_running);
    if (!shown)
        m_bar->hide();
}

QString AskAction::sureText() const
{
    const bool erases = m_command->effect == Effect::Erases;
    if (m_asked.count > 1) // none of these is for channels
        return erases ? tr("&Yes, erase it in %Ln device(s)", nullptr, m_asked.count)
                      : tr("&Yes, restart %Ln device(s)", nullptr, m_asked.count);
    return erases ? tr("&Yes, erase it") : tr("&Yes, restart it");
}

/// What it does: "Ask: Catalog", "Restart: 12 devices".
QString AskAction::buttonText() const
{
    const QString title = wording::askTitle(*m_command).section(QRegularExpression(QStringLiteral("[:\uff1a]")), 0, 0);
    const QString what = m_asked.channels ? tr("%1, %Ln channel(s)", nullptr, m_asked.count).arg(title)
        : m_asked.count > 1               ? tr("%1, %Ln device(s)", nullptr, m_asked.count).arg(title)
                                          : title;
    switch (m_command->effect) {
    case Effect::Reads: return (m_command->root == ManscdpRoot::Query ? tr("A&sk: %1") : tr("&Send: %1")).arg(what);
    case Effect::Sets: return tr("&Send: %1").arg(what);
    case Effect::Moves: return tr("Mo&ve: %1").arg(what);
    case Effect::Restarts:
    case Effect::Erases: break;
    }
    return tr("&Do it: %1").arg(what);
}

void AskAction::press()
{
    if (m_send->isVisible() && m_send->isEnabled())
        m_send->click();
}

void AskAction::press(bool confirmed)
{
    if (m_running || !m_command)
        return;
    if (m_command->effect == Effect::Erases && !confirmed)
        return askFirst(this, AskIcon::Warning, wording::askTitle(*m_command),
            tr("Erase it now? What was recorded is lost."), tr("&Erase"), [this, what = m_what] {
                if (what == m_what) // it may be another command, or another device, by now
                    press(true);
            });
    if (!m_sure->allows())
        return;
    m_sure->use();
    emit sendRequested();
}

void AskAction::retranslate()
{
    m_cancel->setText(tr("&Cancel"));
    m_send->setToolTip(toolTipText(tr("Ctrl+Enter, wherever the keyboard is")));
    m_sure->setToolTip(toolTipText(tr("Nothing is sent without this tick, and it holds for one time.")));
    m_bar->setAccessibleName(tr("How much of the answer has come"));
    refresh();
}

} // namespace gb::ui
