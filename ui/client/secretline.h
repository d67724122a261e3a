#pragma once
#include <QWidget>

class QCheckBox;
class QLineEdit;

namespace gb::ui {

/// A field for a password: dots, until the tick beside it shows what was typed.
class SecretLine final : public QWidget
{
    Q_OBJECT
public:
    explicit SecretLine(QLineEdit *line, QWidget *parent = nullptr);

    QLineEdit *line() const { return m_line; }
    bool isShown() const;

signals:
    void shownChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLineEdit *m_line;
    QCheckBox *m_show;
};

} // namespace gb::ui
