#pragma once
#include <QEvent>
#include <QLabel>
#include <QString>

#include <utility>

namespace gb::ui {

/**
 * A label or a button that tells a running figure. Qt lays out the whole window whenever a text is set, however wide it
 * is; this one keeps its size while the words around the figure and the number of its digits stay, and what is painted
 * then is it alone.
 */
template<class Widget>
class Steady final : public Widget
{
public:
    explicit Steady(QWidget *parent = nullptr)
        : Widget(parent)
    {
    }

    /// The one way to its text.
    void tell(const QString &text)
    {
        QString shape = text;
        for (QChar &one : shape) {
            if (one.isDigit())
                one = u'0';
        }
        if (std::exchange(m_shape, shape) != shape)
            fit();
        Widget::setText(text);
    }

protected:
    void changeEvent(QEvent *event) override
    {
        Widget::changeEvent(event);
        if (m_shape.isEmpty() || (event->type() != QEvent::FontChange && event->type() != QEvent::StyleChange))
            return;
        const QString text = Widget::text();
        fit();
        Widget::setText(text);
    }

private:
    /// Of a fixed size Qt asks nobody for more room.
    void fit()
    {
        Widget::setText(m_shape);
        Widget::setFixedSize(Widget::sizeHint());
    }

    QString m_shape; ///< the text with zeros for its digits
};

/// In the colour of secondary text; see plainLabel().
inline Steady<QLabel> *figureLabel(QWidget *parent = nullptr)
{
    auto *const label = new Steady<QLabel>(parent);
    label->setTextFormat(Qt::PlainText);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace gb::ui
