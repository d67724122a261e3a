#pragma once
#include "core/client/free/freecheck.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QListWidget;
class QPlainTextEdit;

namespace gb::ui {

class MessageHighlighter;

/// The text of a message, what is to be said of it, and which of its parts are made anew.
class FreeEditor final : public QWidget
{
    Q_OBJECT
public:
    explicit FreeEditor(QWidget *parent = nullptr);

    QString text() const;
    void setText(const QString &text);
    /// As it is sent.
    QByteArray octets() const;
    FreeParts anew() const;
    /// Whom it goes to, for the check.
    void setPlaces(const freetext::Places &places, bool inDialog);
    /// What the device announced; empty: not known. Cheap where it is as before.
    void setEdition(std::optional<Edition> edition);
    /// Nothing forbids sending it.
    bool isGood() const;
    AskCommand::Effect effect() const { return m_effect; }
    const QList<FreeFault> &faults() const { return m_faults; }
    void enter();
    void retranslate();

signals:
    /// Text or parts.
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void boundList();
    void check();
    void showFaults();
    void go(int row);

    freetext::Places m_places;
    bool m_inDialog = false;
    std::optional<Edition> m_edition;
    QPlainTextEdit *m_text;
    MessageHighlighter *m_highlighter;
    QLabel *m_anewLabel;
    QCheckBox *m_parts[static_cast<int>(FreePart::Count)];
    QListWidget *m_list;
    QList<FreeFault> m_faults;
    AskCommand::Effect m_effect = AskCommand::Effect::Reads;
};

} // namespace gb::ui
