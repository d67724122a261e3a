#include "ui/client/secretline.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>

namespace gb::ui {

SecretLine::SecretLine(QLineEdit *line, QWidget *parent)
    : QWidget(parent)
    , m_line(line)
    , m_show(new QCheckBox)
{
    m_line->setEchoMode(QLineEdit::Password);
    m_line->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_line, 1);
    row->addWidget(m_show);
    setFocusProxy(m_line);
    connect(m_show, &QCheckBox::toggled, this, [this](bool on) {
        m_line->setEchoMode(on ? QLineEdit::Normal : QLineEdit::Password);
        emit shownChanged();
    });
    retranslate();
}

bool SecretLine::isShown() const
{
    return m_show->isChecked();
}

void SecretLine::retranslate()
{
    //: of the password in the field beside it
    m_show->setText(tr("Show"));
    m_show->setAccessibleName(tr("Show the password"));
}

void SecretLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace gb::ui
