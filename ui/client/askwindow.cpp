#include "ui/client/askwindow.h"

#include "core/client/bodywriter.h"
#include "core/message/charset.h"
#include "core/report/words/askwording.h"
#include "core/report/words/wording.h"
#include "ui/client/askaction.h"
#include "ui/client/askanswer.h"
#include "ui/client/askbatchpage.h"
#include "ui/client/askcommands.h"
#include "ui/client/askform.h"
#include "ui/client/asktarget.h"
#include "ui/client/ptzpad.h"
#include "ui/client/settingreader.h"
#include "ui/devices/devicetablemodel.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScreen>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>

namespace gb::ui {

AskWindow::AskWindow(const DeviceTableModel &devices, QWidget *parent)
    : QDialog(parent)
    , m_devices(devices)
    , m_target(new AskTarget)
    , m_commands(new AskCommandList)
    , m_title(plainLabel())
    , m_lacks(plainLabel())
    , m_forms(new QStackedWidget)
    , m_form(new AskForm)
    , m_pad(new PtzPad)
    , m_scroll(new QScrollArea)
    , m_reader(new SettingReader(m_asking, *m_form))
    , m_action(new AskAction)
    , m_answers(new QStackedWidget)
    , m_answer(new AskAnswer)
    , m_batch(new AskBatchPage(m_asking))
    , m_parts(new QSplitter(Qt::Vertical))
{
    build();
    retranslate();
    wire();
    showCommand();
}

void AskWindow::build()
{
    m_answers->addWidget(m_answer);
    m_answers->addWidget(m_batch);
    m_parts->addWidget(upperPart()); // as high as its command needs
    m_parts->addWidget(m_answers);
    m_parts->setChildrenCollapsible(false);
    m_parts->setStretchFactor(1, 1);
    auto *sides = new QSplitter(Qt::Horizontal);
    sides->setChildrenCollapsible(false);
    sides->addWidget(m_commands);
    sides->addWidget(m_parts);
    sides->setStretchFactor(1, 1);
    const int em = fontMetrics().averageCharWidth();
    m_commands->setMinimumWidth(em * 20);
    sides->setSizes({em * 44, em * 100});
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_target);
    column->addWidget(sides, 1);
    resize(1180, 640);
}

/// Title, form and button of the command.
QWidget *AskWindow::upperPart()
{
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    for (QLabel *label : {m_title, m_lacks})
        label->setWordWrap(true);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus); // its fields have it
    m_scroll->setWidget(m_form);
    m_forms->addWidget(m_scroll);
    m_forms->addWidget(m_pad);
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_title);
    column->addWidget(m_lacks);
    column->addWidget(m_reader);
    column->addWidget(m_forms, 1);
    column->addWidget(m_action);
    column->addStretch();
    return part;
}

void AskWindow::wire()
{
    connect(m_target, &AskTarget::changed, this, &AskWindow::showCommand);
    connect(m_commands, &AskCommandList::chosen, this, &AskWindow::showCommand);
    connect(m_form, &AskForm::changed, this, &AskWindow::showAll);
    connect(m_pad, &PtzPad::wanted, this, &AskWindow::move);
    connect(m_action, &AskAction::sendRequested, this, &AskWindow::send);
    connect(m_action, &AskAction::cancelRequested, this, &AskWindow::cancel);
    connect(&m_asking, &Asking::changed, this, [this](const AskKey &changed) {
        if (changed == key())
            showAll();
        if (changed.command != u"catalog")
            return;
        if (changed.device == m_device)
            m_target->setChannels(m_asking.channels(m_device));
        countChannels();
    });
    connect(&m_batch->batch(), &AskBatch::moved, this, &AskWindow::showAll);
    connect(m_answer, &AskAnswer::messagesWanted, this,
        [this](const AskReportPtr &report) { emit messagesWanted(report->device, messageOf(report)); });
    connect(m_answer, &AskAnswer::exportWanted, this, &AskWindow::exportWanted);
    connect(m_batch, &AskBatchPage::exportWanted, this, &AskWindow::exportWanted);
    connect(m_answer, &AskAnswer::channelsChosen, m_target, &AskTarget::choose);
    connect(m_batch, &AskBatchPage::answerWanted, this, &AskWindow::showAnswerOf);
}

void AskWindow::setCanAsk(bool can)
{
    m_canAsk = can;
    showAll();
}

/// With none chosen it stays with the last ones.
void AskWindow::setDevices(const QStringList &ids)
{
    if (ids.isEmpty())
        return;
    m_pad->stop(); // whatever moves is of the device before
    m_device = ids.constFirst();
    refresh();
    m_target->setSelected(ids);
    m_target->setChannels(m_asking.channels(m_device));
    countChannels();
}

void AskWindow::refresh()
{
    m_target->setDevice(m_device, m_device.isEmpty() ? nullptr : m_devices.device(m_device), m_devices.name(m_device));
    if (isVisible())
        showAll();
}

AskKey AskWindow::key() const
{
    const QString about = m_target->about();
    return {m_device, about == m_device ? QString() : about, QLatin1StringView(m_commands->command()->name)};
}

AskQuestion AskWindow::question() const
{
    const AskKey what = key();
    return {.device = what.device,
        .about = what.about,
        .command = what.command,
        .values = m_form->values(),
        .looks = !m_target->isBatch(), // of hundreds nobody looks at
        .edition = m_target->chosenEdition()};
}

/// Another command, or another edition of it.
void AskWindow::showCommand()
{
    m_pad->stop();
    const AskCommand &command = *m_commands->command();
    const Edition edition = m_target->edition();
    m_commands->setEdition(edition);
    m_form->show(command, edition);
    m_form->followInTabOrder(m_reader->button());
    m_batch->setCommand(command, m_target->isOfChannels());
    m_title->setText(
        QStringLiteral("%1  (%2, %3)")
            .arg(wording::askTitle(command), QLatin1StringView(command.cmdType), QLatin1StringView(command.clause)));
    const QString lacks = wording::askMissing(command, edition);
    m_lacks->setText(lacks.isEmpty() ? QString() : tr("This command is %1: the device may not know it.").arg(lacks));
    m_lacks->setVisible(!lacks.isEmpty());
    const int wanted = m_form->sizeHint().height();
    m_scroll->setMinimumHeight(std::min(wanted, fontMetrics().height() * 5));
    m_scroll->setMaximumHeight(wanted + 4);
    const bool byHand = isByHand();
    m_action->setSends(!byHand);
    m_forms->setCurrentWidget(byHand ? static_cast<QWidget *>(m_pad) : m_scroll);
    m_forms->setMaximumHeight(byHand ? QWIDGETSIZE_MAX : std::max(wanted + 4, 1));
    m_forms->setVisible(byHand || m_form->hasFields());
    showAll();
    if (std::exchange(m_shown, &command) == &command)
        return; // the user may have moved the handle
    const int whole = m_parts->height(), upper = std::min(m_parts->widget(0)->sizeHint().height(), whole * 11 / 20);
    m_parts->setSizes({upper, whole - upper});
}

/// Of one device, and not in a form.
bool AskWindow::isByHand() const
{
    const QLatin1StringView name(m_commands->command()->name);
    return !m_target->isBatch() && (name == QLatin1StringView("ptz") || name == QLatin1StringView("lens"));
}

/// To the device that is shown now; the pad stopped ahead of any change.
void AskWindow::move(const QString &command, const AskValues &values)
{
    AskQuestion asked = question();
    asked.command = command;
    asked.values = values;
    m_asking.ask(asked);
}

QString AskWindow::obstacle() const
{
    if (m_device.isEmpty())
        return tr("Select a device in the table.");
    if (!m_canAsk)
        return tr("Nobody can be asked while gbscope does not listen as a server.");
    if (!m_target->isAboutGood())
        return tr("An ID has 1 to 64 letters, digits, dots, hyphens and underscores.");
    if (m_target->isBatch() && m_commands->command()->needs == AskCommand::Needs::Notices)
        return tr("A subscription is made with one device at a time.");
    if (m_target->isOfChannels() && !isForChannels(*m_commands->command()))
        return tr("This is of a whole device: it cannot be asked of channels.");
    if (m_target->count() > AskBatch::maxRows)
        return tr("More than %L1 are not asked in one go.").arg(AskBatch::maxRows);
    if (!m_form->isGood())
        return tr("A value in the form cannot be sent: the reason stands beside it.");
    return {};
}

QStringList AskWindow::whatTheTickIsFor() const
{
    QStringList what{QString::number(static_cast<int>(m_target->edition()))};
    if (m_target->isBatch())
        what << QString::number(static_cast<int>(m_target->whom())) << m_target->selected();
    else
        what << m_device << m_target->about();
    const AskValues values = m_form->values();
    for (auto one = values.cbegin(); one != values.cend(); ++one)
        what << one.key() << one.value();
    return what;
}

void AskWindow::showAll()
{
    const bool batch = m_target->isBatch();
    m_pad->setEnabled(isByHand() && !m_device.isEmpty() && m_canAsk && m_target->isAboutGood());
    m_reader->show(
        *m_commands->command(), question(), !batch && !m_device.isEmpty() && m_canAsk && m_target->isAboutGood());
    m_answers->setCurrentWidget(batch ? static_cast<QWidget *>(m_batch) : m_answer);
    m_action->show(*m_commands->command(), {static_cast<int>(m_target->count()), m_target->isOfChannels()},
        whatTheTickIsFor(), obstacle());
    if (batch)
        return showBatchOutcome();
    m_answer->show(m_asking.last(key()));
    showOutcome();
    showMessage();
}

/// Of a subscription that stands.
QString AskWindow::noticesText(const NoticeRows &notices)
{
    const int came = static_cast<int>(notices.report().notices);
    const QString text = tr("subscribed, %Ln message(s) came; Cancel ends it", nullptr, came);
    return notices.missed() > 0 ? tr("%1; %2 did not arrive").arg(text, QLocale().toString(notices.missed())) : text;
}

void AskWindow::showOutcome()
{
    AskAction::Progress shown;
    if (const Asking::Open *const open = m_asking.open(m_asking.openId(key()))) {
        shown.running = true;
        shown.quiet = open->notices.has_value();
        shown.came = open->progress.came;
        shown.of = open->progress.sum.value_or(0);
        shown.text = open->notices ? QStringLiteral("\u25cf ") + noticesText(*open->notices)
            : open->progress.came > 0
            ? tr("Asking: %1").arg(wording::askProgress(open->progress))
            : tr("Asking for %1\u2026").arg(wording::span(std::chrono::milliseconds(open->since.elapsed())));
    } else if (const AskReportPtr report = m_asking.last(key())) {
        const bool done = report->outcome == AskOutcome::Done, odd = !report->oddities.isEmpty();
        const QString outcome = wording::askOutcome(*report);
        shown.text = !done ? QStringLiteral("\u2715 ") + outcome
            : odd          ? QStringLiteral("\u25d0 ")
                + tr("%1, but %Ln thing(s) are odd", nullptr, static_cast<int>(report->oddities.size())).arg(outcome)
                  : QStringLiteral("\u25cf ") + outcome;
        shown.colour = !done ? colours().failed : odd ? colours().late : colours().online;
    }
    m_action->show(shown);
}

void AskWindow::showMessage()
{
    const AskCommand &command = *m_commands->command();
    AskValues values = m_form->shownValues();
    const QString about = key().about.isEmpty() ? m_device : key().about;
    if (m_device.isEmpty() || !m_form->isGood() || !m_target->isAboutGood()
        || checkValues(command, values, m_target->edition()))
        return m_answer->setMessage({});
    const QByteArray body = writeBody(
        {.command = command, .deviceId = about.toLatin1(), .sn = 1, .values = values, .edition = m_target->edition()});
    m_answer->setMessage(decodeBody(body).text);
    if (command.onlyShown)
        m_answer->showMessage();
}

void AskWindow::send()
{
    if (!obstacle().isEmpty())
        return;
    if (m_target->isBatch())
        m_batch->batch().start(question(), whom(), m_batch->withClock());
    else if (m_asking.openId(key()) == 0)
        m_asking.ask(question());
}

void AskWindow::cancel()
{
    if (m_target->isBatch())
        m_batch->batch().stop();
    else
        m_asking.stop(m_asking.openId(key()));
}

void AskWindow::retranslate()
{
    setWindowTitle(tr("Ask the device"));
    m_commands->retranslate();
    m_target->retranslate();
    m_form->retranslate();
    m_reader->retranslate();
    m_action->retranslate();
    m_answer->retranslate();
    m_batch->retranslate();
}

void AskWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showCommand();
    } else if (event->type() == QEvent::PaletteChange) {
        m_form->retranslate();
        m_commands->retranslate();
        showAll();
    }
    QDialog::changeEvent(event);
}

void AskWindow::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    refresh();
    if (auto *sides = qobject_cast<QSplitter *>(m_commands->parentWidget()); sides && !std::exchange(m_shared, true)) {
        const int list = std::min(m_commands->sizeHint().width(), width() * 2 / 5);
        sides->setSizes({list, width() - list});
    }
    m_commands->setFocus();
}

/// Enter sends while something is chosen or typed, not in an answer; Ctrl+Enter sends from anywhere. What needs a tick
/// needs it here as well.
void AskWindow::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && (event->modifiers() & Qt::ControlModifier))
        return m_action->press();
    if (enter && focusWidget() && m_answers->isAncestorOf(focusWidget()))
        return;
    QDialog::keyPressEvent(event);
}

} // namespace gb::ui
