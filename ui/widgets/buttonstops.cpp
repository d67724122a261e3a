#include "ui/widgets/buttonstops.h"

#include <QAbstractButton>
#include <QDialogButtonBox>
#include <QFocusEvent>
#include <QPointer>
#include <QTimer>

namespace gb::ui {
namespace {

class ButtonStops final : public QObject
{
public:
    ButtonStops(QDialogButtonBox *box, QWidget *before)
        : QObject(box)
        , m_box(box)
        , m_before(before)
    {
        box->installEventFilter(this);
        chain();
    }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::StyleChange || event->type() == QEvent::Show)
            QTimer::singleShot(0, this, &ButtonStops::chain); // the box lays itself out first
        return false;
    }

private:
    void chain()
    {
        m_box->setFocusProxy(nullptr);
        QWidget *last = m_before;
        for (QAbstractButton *button : m_box->buttons()) {
            if (last)
                QWidget::setTabOrder(last, button);
            last = button;
        }
    }

    QDialogButtonBox *m_box;
    QPointer<QWidget> m_before;
};

class FocusPass final : public QObject
{
public:
    FocusPass(QWidget *panel, std::function<QWidget *()> to)
        : QObject(panel)
        , m_to(std::move(to))
    {
        panel->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::FocusIn)
            m_to()->setFocus(static_cast<QFocusEvent *>(event)->reason());
        return false;
    }

private:
    std::function<QWidget *()> m_to;
};

} // namespace

void giveTabStops(QDialogButtonBox *box, QWidget *before)
{
    new ButtonStops(box, before);
}

void passFocus(QWidget *panel, std::function<QWidget *()> to)
{
    new FocusPass(panel, std::move(to));
}

} // namespace gb::ui
