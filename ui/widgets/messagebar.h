#pragma once
#include <QFrame>

#include <functional>

class QHBoxLayout;
class QLabel;

namespace gb::ui {

/// A line of news inside the window, in place of a modal box: what happened and what to do, with buttons for that. It
/// stays until it is answered or closed.
class MessageBar final : public QFrame
{
    Q_OBJECT
public:
    enum class Kind { Information, Error };

    explicit MessageBar(QWidget *parent = nullptr);

    struct Choice
    {
        QString text;
        std::function<void()> act; ///< the bar closes before it is called
    };

    void show(Kind kind, const QString &text, const QList<Choice> &choices = {});
    void dismiss();
    QString text() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void recolour();

    Kind m_kind = Kind::Information;
    QLabel *m_shape;
    QLabel *m_label;
    QHBoxLayout *m_row;
    QList<QWidget *> m_buttons;
};

} // namespace gb::ui
