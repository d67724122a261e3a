#pragma once
#include <QDialog>
#include <QStringList>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace gb::ui {

/// Asks for the passwords that refused devices may be using: this site's, those of other devices, the makers' defaults.
class PasswordsDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit PasswordsDialog(const QStringList &known, QWidget *parent = nullptr);

    /// One a line, without the empty lines; blanks at their ends are part of them.
    QStringList passwords() const;

private:
    void check();

    QPlainTextEdit *m_text;
    QLabel *m_problem;
    QPushButton *m_ok;
};

} // namespace gb::ui
