#include "ui/client/settingreader.h"

#include "core/client/settingtask.h"
#include "core/report/words/askwording.h"
#include "ui/client/askform.h"
#include "ui/widgets/plainlabel.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace gb::ui {

SettingReader::SettingReader(Asking &asking, AskForm &form, QWidget *parent)
    : QWidget(parent)
    , m_asking(asking)
    , m_form(form)
    , m_read(new QPushButton)
    , m_text(plainLabel())
{
    m_read->setAutoDefault(false);
    m_text->setWordWrap(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_read);
    row->addWidget(m_text, 1);
    connect(m_read, &QPushButton::clicked, this, &SettingReader::read);
    connect(&m_asking, &Asking::answered, this, &SettingReader::take);
    retranslate();
}

void SettingReader::show(const AskCommand &command, const AskQuestion &question, bool can)
{
    if (m_command != &command || m_question.device != question.device || m_question.about != question.about) {
        m_id = 0; // an answer to that is of another form
        m_text->clear();
    }
    m_command = &command;
    m_question = question;
    setVisible(*command.configType != '\0');
    m_read->setEnabled(can);
}

QWidget *SettingReader::button() const
{
    return m_read;
}

/// While it is asked the button stays as it is: it has the keyboard.
void SettingReader::read()
{
    if (m_id != 0)
        return;
    AskQuestion asked = m_question;
    asked.command = QStringLiteral("config");
    asked.values = {{QStringLiteral("ConfigType"), QLatin1StringView(m_command->configType)}};
    m_text->setText(tr("Reading\u2026"));
    m_id = m_asking.ask(asked);
}

void SettingReader::take(quint64 id, const AskReportPtr &report)
{
    if (id != m_id)
        return;
    m_id = 0;
    if (report->outcome != AskOutcome::Done)
        return m_text->setText(QStringLiteral("\u2715 ") + wording::askOutcome(*report));
    const AskValues told = settingsIn(*report, *m_command);
    m_form.fill(told);
    const auto values = std::count_if(told.begin(), told.end(), [](const QString &one) { return !one.isEmpty(); });
    m_text->setText(told.isEmpty() ? QStringLiteral("\u2715 ") + tr("It tells nothing of this: it may not have it.")
                                   : tr("The form shows what it has: %Ln value(s)", nullptr, static_cast<int>(values)));
}

void SettingReader::retranslate()
{
    m_read->setText(tr("&Read what it has"));
    m_read->setToolTip(toolTipText(tr("Fills the form with what the device is set to now")));
}

} // namespace gb::ui
