#include "ui/widgets/plainlabel.h"

namespace gb::ui {

QLabel *plainLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    return label;
}

QLabel *mutedLabel(const QString &text, QWidget *parent)
{
    QLabel *label = plainLabel(text, parent);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QString toolTipText(const QString &text)
{
    return text.isEmpty() ? QString() : u"<p style='white-space:pre-wrap'>" + text.toHtmlEscaped() + u"</p>";
}

} // namespace gb::ui
