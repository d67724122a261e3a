#include "ui/widgets/typing.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QSpinBox>
#include <QTimer>

namespace gb::ui {
namespace {

class LineKeys final : public QObject
{
public:
    LineKeys(QLineEdit *line, QWidget *view)
        : QObject(line)
        , m_line(line)
        , m_view(view)
    {
        line->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::KeyPress)
            return QObject::eventFilter(watched, event);
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Escape:
            if (m_line->text().isEmpty())
                break;
            m_line->clear();
            return true;
        case Qt::Key_Down:
        case Qt::Key_Return:
        case Qt::Key_Enter: break;
        default: return false;
        }
        m_view->setFocus(Qt::OtherFocusReason);
        return true;
    }

private:
    QLineEdit *m_line;
    QWidget *m_view;
};

} // namespace

void applyWhileTyping(QSpinBox *box)
{
    auto *pause = new QTimer(box);
    pause->setObjectName(QStringLiteral("typing"));
    pause->setSingleShot(true);
    pause->setInterval(typingPause);
    auto *line = box->findChild<QLineEdit *>();
    QObject::connect(line, &QLineEdit::textEdited, pause, qOverload<>(&QTimer::start));
    QObject::connect(pause, &QTimer::timeout, box, [box, line] {
        const QString digits = box->cleanText();
        bool isNumber = false;
        const int value = digits.toInt(&isNumber);
        if (!isNumber || value < box->minimum() || value > box->maximum() || value == box->value())
            return; // whoever has just taken the old number away is not done
        const int cursor = line->cursorPosition();
        box->setValue(value);
        line->setCursorPosition(cursor); // who types on goes on
    });
}

void leaveByKeys(QLineEdit *line, QWidget *view)
{
    new LineKeys(line, view);
}

} // namespace gb::ui
