#include "ui/ladder/olderline.h"

#include <QEvent>
#include <QLocale>

namespace gb::ui {

OlderLine::OlderLine(const MessageLog &log, QWidget *parent)
    : QLabel(parent)
    , m_log(log)
{
    setTextFormat(Qt::PlainText);
    connect(&log, &MessageLog::dropped, this, &OlderLine::tell);
    connect(&log, &MessageLog::cleared, this, &OlderLine::tell);
    tell();
}

void OlderLine::tell()
{
    setText(tr("\u25b2 %1 older messages are not listed any more").arg(QLocale().toString(m_log.forgotten())));
    setVisible(m_log.forgotten() > 0);
}

void OlderLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        tell();
    QLabel::changeEvent(event);
}

} // namespace gb::ui
