#include "ui/widgets/messagebar.h"

#include "ui/widgets/plainlabel.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>

namespace gb::ui {

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_shape(plainLabel({}, this))
    , m_label(plainLabel({}, this))
    , m_row(new QHBoxLayout(this))
{
    setFrameShape(QFrame::NoFrame);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    m_label->setWordWrap(true);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_row->setContentsMargins(8, 4, 8, 4);
    m_row->addWidget(m_shape);
    m_row->addWidget(m_label, 1);
    hide();
}

void MessageBar::show(Kind kind, const QString &text, const QList<Choice> &choices)
{
    qDeleteAll(m_buttons);
    m_buttons.clear();
    m_kind = kind;
    m_shape->setText(kind == Kind::Error ? QStringLiteral("\u2715") : QStringLiteral("\u24d8"));
    m_label->setText(text);
    setAccessibleName(text);
    for (const Choice &choice : choices) {
        auto *button = new QPushButton(choice.text, this);
        connect(button, &QPushButton::clicked, this, [this, act = choice.act] {
            dismiss();
            if (act)
                act();
        });
        m_row->addWidget(button);
        m_buttons.append(button);
    }
    auto *close = new QToolButton(this);
    close->setText(QStringLiteral("\u2715"));
    close->setAutoRaise(true);
    close->setToolTip(tr("Close"));
    close->setAccessibleName(tr("Close"));
    connect(close, &QToolButton::clicked, this, &MessageBar::dismiss);
    m_row->addWidget(close);
    m_buttons.append(close);
    recolour();
    QFrame::show();
}

void MessageBar::dismiss()
{
    hide();
    m_label->clear();
}

QString MessageBar::text() const
{
    return m_label->text();
}

void MessageBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange && isVisible())
        recolour();
    QFrame::changeEvent(event);
}

void MessageBar::recolour()
{
    QPalette palette = m_shape->palette();
    const QColor colour = m_kind == Kind::Error ? colours().failed : colours().accent;
    if (palette.color(QPalette::WindowText) == colour)
        return; // setting it raises another PaletteChange
    palette.setColor(QPalette::WindowText, colour);
    m_shape->setPalette(palette);
}

} // namespace gb::ui
