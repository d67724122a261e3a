#pragma once
#include "ui/client/asking.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace gb::ui {

class AskForm;

/// Fills the form of a command that sets a configuration with what the device is set to: where an edit begins.
class SettingReader final : public QWidget
{
    Q_OBJECT
public:
    SettingReader(Asking &asking, AskForm &form, QWidget *parent = nullptr);

    /// `question` says whom the command is for. `can`: it may be asked now. Hidden for what sets no configuration.
    void show(const AskCommand &command, const AskQuestion &question, bool can);
    /// Call on QEvent::LanguageChange.
    void retranslate();
    /// Its only stop of the keyboard.
    QWidget *button() const;

private:
    void read();
    void take(quint64 id, const AskReportPtr &report);

    Asking &m_asking;
    AskForm &m_form;
    QPushButton *m_read;
    QLabel *m_text;
    const AskCommand *m_command = nullptr;
    AskQuestion m_question;
    quint64 m_id = 0; ///< of the question that reads it; 0: none is open
};

} // namespace gb::ui
